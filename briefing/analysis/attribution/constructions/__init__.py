"""Constructions of English, one a file: drafts of attributions in; the same out, with or without what each tells."""
