"""The words of a statement, and what the lexicon knows of them."""
