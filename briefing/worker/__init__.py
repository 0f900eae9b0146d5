"""The process that runs the analysis: articles in, progress and briefings out, so that the screen never waits.

`client` is the side of the screen (asyncio, no spaCy), `serve` the side of the analysis, `protocol` what they say to
each other, `events` what the client tells its owner. `python -m briefing.worker` is the process.
"""
