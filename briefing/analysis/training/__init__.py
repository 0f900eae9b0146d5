"""Training of the learned steps from the project's own annotated articles (`pip install .[train]`, `make model`).

Nothing in here is imported when an article is analysed.
"""
