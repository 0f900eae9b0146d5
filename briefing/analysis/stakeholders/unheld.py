"""An attribution in; whether it is no statement of anybody out, though its grammar is that of one.

Of "few delegates backed the text" nobody is the holder; a motion only asks for what it says; what somebody is "asked"
is not her question; whoever "denied that the mayor supports the tax" says of the mayor that he does not; and a headline
only tells in short what the text below it tells in full, often of somebody else than who says it there.
"""

from __future__ import annotations

from briefing.analysis.entities.columns import Columns
from briefing.analysis.layers import Attribution

NOBODY = {"no", "nobody", "none", "nothing", "few", "hardly", "scarcely"}
NOT_ALL = {"all", "every", "everyone", "everybody", "many", "much", "one", "a"}
"""What "not" before them denies: "not all members", "not everyone"; "not only the farmers" is somebody."""
DOUBTS = {"doubt", "deny", "disbelieve"}


def is_unheld(columns: Columns, attribution: Attribution, around: Attribution | None) -> bool:
    """Whether nobody holds an attribution; `around` is the one in whose content it lies."""
    return (
        _is_in_heading(columns, attribution)
        or _is_of_nobody(columns, attribution)
        or _is_put_to_somebody(columns, attribution)
        or _is_moved(columns, attribution)
        or (around is not None and _is_denied(attribution, around))
    )


def _is_in_heading(columns: Columns, attribution: Attribution) -> bool:
    """Whether it stands in a heading above a text, and quotes nobody."""
    first = columns.tokens_of(attribution.content[0].start, attribution.content[0].end).start
    return columns.heading[first] and attribution.form not in {"direct", "mixed"} and not all(columns.heading)


def _is_of_nobody(columns: Columns, attribution: Attribution) -> bool:
    """Whether the source says that there is nobody, or next to nobody."""
    if attribution.source is None or attribution.form in {"direct", "mixed"}:
        return False
    tokens = columns.tokens_of(attribution.source.start, attribution.source.end)
    words = columns.lower[tokens.start : tokens.stop]
    if not words or columns.quotation[tokens.start]:
        return False
    return words[0] in NOBODY or (words[0] == "not" and words[1:2] != [] and words[1] in NOT_ALL)


def _is_put_to_somebody(columns: Columns, attribution: Attribution) -> bool:
    """Whether the cue is the participle of "asked whether she would resign, the mayor said no"."""
    if attribution.cue is None or attribution.cue_class != "question":
        return False
    tokens = columns.tokens_of(attribution.cue.start, attribution.cue.end)
    verb = tokens.start
    if len(tokens) != 1 or not columns.is_initial(verb) or columns.lower[verb] != "asked":
        return False
    return columns.dep[verb] != "ROOT" or attribution.source is None or attribution.source.start > attribution.cue.start


def _is_moved(columns: Columns, attribution: Attribution) -> bool:
    """Whether it is what a motion asks for: "That the committee approves the order" is not approved yet."""
    if attribution.cue is None:
        return False
    for token in columns.tokens_of(attribution.cue.start, attribution.cue.end):
        opening = columns.sentence_start[columns.sentence[token]]
        is_opened = columns.text[opening] == "That" and columns.dep[opening] == "mark"
        if is_opened and columns.head[opening] == token and columns.dep[token] == "ROOT":
            return True
    return False


def _is_denied(attribution: Attribution, around: Attribution) -> bool:
    """Whether it is only what the one around it denies or doubts."""
    if attribution.form in {"direct", "mixed"} or around.negated:
        return False
    return around.cue_class == "denial" or around.cue_lemma in DOUBTS
