"""A `Reading` in; the side out that its holder takes by what it says of those who are for or against the matter.

"*Those who oppose* the dam *are reckless*", "anyone *backing* the toll *is a fool*": who blames the opponents of a
matter speaks for it, who blames its friends speaks against it, and what is merely told of either is no side.
"""

from __future__ import annotations

from briefing.analysis.stance.direction.labels import WORD
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.rules.framed import NEAR, direction_of, open_side, sided
from briefing.analysis.stance.rules.rule import looking_for
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import Screened

_PEOPLE = r"(?:those|people|anyone|anybody|everyone|everybody|all|whoever|politicians|ministers|residents|neighbou?rs)"
_HELPING = r"(?:(?:has|have|had|is|are|was|were|been|now|still|want(?:s|ed)?|try(?:ing)?|tried|to) ){0,4}"
_SIDES = Screened(
    r"^\W*(?:that )?(?:(?:the |some |all )?(?:(?P<foes>critics|opponents|detractors|enemies|foes)"
    rf"|(?P<friends>supporters|backers|advocates|proponents|champions|fans)) of|"
    rf"{_PEOPLE} (?:(?:who|that) {_HELPING}|(?=\w+ing\b))"
    r"(?:(?P<against>(?:oppos|protest|attack|criticis|criticiz|condemn|denounc|reject|resist|block|fight|fought|boycott|"
    r"decr(?:y|ied)|malign|demonis|demoniz|moan|complain|object|(?:campaign|warn|argu|rail|vot)\w* against)\w*)"
    r"|(?P<for>(?:support|back|favou?r|defend|endors|prais|welcom|push|promot|advocat|champion|cheer)\w*)))"
    r"\b(?P<matter>[^.;,]*)",
    "critics opponents detractors enemies foes supporters backers advocates proponents champions fans those people "
    "anyone anybody everyone everybody all whoever politicians ministers residents neighbours neighbors",
)
_MOST = 0.5
"""Judgements that add up to less leave it open who is blamed."""


@looking_for(_SIDES)
def blames_a_side(reading: Reading) -> Decision | None:
    """ "Those who oppose the dam are reckless"."""
    cue = reading.cue_attitude
    match = _SIDES.search(reading.content, reading.words)
    if match is None or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    direction = direction_of(WORD.findall(match["matter"])[:NEAR], reading)
    if not direction:
        return None
    side, why = next((name, match[name]) for name in ("foes", "friends", "against", "for") if match[name])
    why = f"{why} … {', '.join(reading.value_words)}".strip(" …")
    judged = reading.value if abs(reading.value) >= _MOST else 0.0
    if not judged:
        return open_side(why, "tells of those who take a side, which is none yet")
    with_them = direction if side in {"friends", "for"} else -direction
    return sided(with_them if judged > 0 else -with_them, why, "judges those who take a side")
