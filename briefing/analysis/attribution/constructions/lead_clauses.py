"""A quotation in; the verb right before it that says who speaks it out: "she praised the pier and later said, “…”".

Such a verb is beyond doubt, though another verb of the sentence may have got the quotation, or nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.constructions.tag_clauses import speaks
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import HELPERS
from briefing.analysis.attribution.parsing.subjects import source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.cues import CueLexicon

MARKS = frozenset({",", ":"})
FORMS = frozenset({"VBD", "VBZ", "VBP", "VBG", "VBN", "VB"})


def add_led(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, with each quotation given to the verb right before it, where that is the cue of none of them."""
    cues = {i for draft in drafts for i in draft.cue}
    found = []
    for number, quotation in enumerate(tokens.quotations):
        inside = [i for i in tokens.between(quotation.start, quotation.end) if tokens.quotation[i] == number]
        led = _lead_clause(tokens, inside, lexicon) if any(tokens.is_word(i) for i in inside) else None
        if led is None or not cues.isdisjoint(led.cue):
            continue
        found.append(led)
        for draft in drafts:
            if not set(inside).isdisjoint(draft.content):
                left = [i for i in draft.content if i not in inside and i not in led.cue]
                draft.content = without_end_marks(tokens, left)
    kept = [draft for draft in drafts if any(tokens.is_word(i) for i in draft.content)]
    return [*kept, *found]


def _lead_clause(tokens: Tokens, inside: Sequence[int], lexicon: CueLexicon) -> Draft | None:
    """The draft of the verb of saying before a quotation's comma or colon."""
    mark = inside[0] - 1
    verb = mark - 1
    if verb < 0 or tokens.words[mark] not in MARKS or tokens.block[verb] != tokens.block[inside[0]]:
        return None
    if tokens.tag[verb] not in FORMS or not speaks(tokens, verb, lexicon):
        return None
    source = without_end_marks(tokens, [i for i in _source(tokens, verb) if not tokens.space[i]])
    if not source or source[-1] >= verb or any(tokens.quotation[i] >= 0 for i in source):
        return None
    cue = [*(c for c in tokens.children[verb] if tokens.relation[c] in HELPERS and source[-1] < c < verb), verb]
    return Draft(source, cue, list(inside), "rule: quotation with the verb before it")


def _source(tokens: Tokens, verb: int) -> list[int]:
    """The verb's subject, or that of its sentence's main verb."""
    above = verb
    while tokens.head[above] != above and not source_of_verb(tokens, above):
        above = tokens.head[above]
    return source_of_verb(tokens, above)
