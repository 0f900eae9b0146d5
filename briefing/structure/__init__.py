"""Text in, blocks out: headings, paragraphs, list items, bylines and trailers of a text without markup.

Knows nothing of spaCy, so that an article is on the screen, with its headings, before any analysis has begun.
"""

from briefing.structure.blocks import find_blocks, name_blocks, reads_as_heading

__all__ = ["find_blocks", "name_blocks", "reads_as_heading"]
