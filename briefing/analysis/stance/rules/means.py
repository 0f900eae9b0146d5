"""A `Reading` in; the side out that its holder takes by denying that something good is reached by the matter.

"You *do not solve* a housing crisis *by* capping rents", "nobody *was ever cured by* closing a ward".
"""

from __future__ import annotations

from briefing.analysis.stance.direction.labels import WORD, does_label, names_operator
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.framed import NEXT, direction_of, frame_words, sided
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import Screened

_GOOD = (
    r"(?:solv|fix|end|eras|win|won|stop|build|built|creat|help|sav|beat|tackl|cur|defeat|achiev|improv|teach|taught|heal|"
    r"protect|balanc|reduc|prevent|chang|undo|rewrit|lift|overcom|combat|repair|mend|rescu|reviv|attract|restor|honou?r|"
    r"secur|strengthen|feed|fed|house|hous)"
)
_NOT_BY = Screened(
    r"\b(?:not|never|cannot|hardly|nobody|no one|nothing|no [\w-]+)\b(?: (?:was|were|is|are|be|been|ever|can|could|"
    rf"will|would)){{0,3}} {_GOOD}\w*\b[^.;,]{{0,40}}? by (?P<deed>\w+ing)\b(?P<rest>[^.;]*)"
    rf"|n['’]t (?:ever )?{_GOOD}\w*\b[^.;,]{{0,40}}? by (?P<doing>\w+ing)\b(?P<behind>[^.;]*)",
    "by",
)


@looking_for(_NOT_BY)
def reaches_nothing(reading: Reading) -> Decision | None:
    """ "You do not solve a housing crisis by capping rents"."""
    cue = reading.cue_attitude
    match = _NOT_BY.search(reading.content, reading.words)
    if match is None or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    deed = match["deed"] or match["doing"]
    rest = WORD.findall(match["rest"] or match["behind"] or "")[:NEXT]
    if names_operator(reading.label, deed) or does_label(reading.label, deed):
        direction = 1
    else:
        turned = deed.casefold() in frame_words()["ending"]
        direction = direction_of(rest, reading) * (-1 if turned else 1)
    return sided(-direction, f"not … by {deed}", "denies that it helps")
