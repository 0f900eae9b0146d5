"""Sets that several files of the attribution ask for: what tagger and parser call things, small words and signs."""

from __future__ import annotations

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs in the present or the past."""
FINITE = TENSED | {"MD"}
"""The same with "would" and "may"."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Relations of subjects, also of passives."""
NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
"""Parts of speech that a subject can be."""
HELPERS = frozenset({"aux", "neg"})
"""Relations of the words that belong to a verb in a cue ("*has not* said")."""
RELATIVES = frozenset({"who", "which", "that"})
"""Words that stand for the noun before a relative clause."""
SECOND_PERSON = frozenset({"you", "your"})
EDGE = frozenset({",", ".", ";", ":", "—", "–", "-", "--"})
"""Signs at the ends of a stretch that are no part of it."""
