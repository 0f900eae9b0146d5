"""A parsed article with its marked attributions in; what the training of the attribution step reads out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import find_by_rules
from briefing.analysis.attribution.tagging.features import Describer, Features
from briefing.analysis.lexicon.cues import CueLexicon


@dataclass(slots=True)
class Example:
    """One annotated document, ready for training."""

    tokens: Tokens
    gold: list[Draft]
    ruled: list[Draft]
    features: Features
    habit: str = ""
    """Name of the annotators' own way to set borders, where it is not the one that the step is to learn."""

    @classmethod
    def make(cls, tokens: Tokens, gold: list[Draft], describer: Describer, habit: str = "") -> Example:
        """The document with what the rules say about it, and its features."""
        ruled = find_by_rules(tokens, describer.lexicon)
        return cls(tokens, gold, ruled, describer.describe(tokens, ruled), habit)

    @classmethod
    def unseen(cls, tokens: Tokens, gold: list[Draft], lexicon: CueLexicon) -> Example:
        """The document for the judges only, which read what the tagger makes of it: without features."""
        nothing = Features(0, np.zeros(0, np.int64), np.zeros(0, np.uint32))
        return cls(tokens, gold, find_by_rules(tokens, lexicon), nothing)
