"""What tagger and parser call things, in the sets that several files of the attribution ask for."""

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
