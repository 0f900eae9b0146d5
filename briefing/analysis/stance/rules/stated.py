"""A `Reading` whose cue takes no side in; the stance out that its content states, demands or judges by itself."""

from __future__ import annotations

import re

from briefing.analysis.stance.rules.cue_side import EXPLICIT_ATTITUDES, EXPLICIT_NEGATED
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.statement.evaluate import SLIGHT
from briefing.analysis.stance.statement.own import OwnAttitude
from briefing.analysis.stance.statement.reading import Reading
from briefing.model import Stance

_BRIEF = 60
"""A content of fewer characters judges the matter; a longer one as often tells what is wrong without it."""
_BOUND = re.compile(
    r"\b(?:(?<!even )if|unless|(?<!at )once|until|provided|providing|the (?:day|moment))\b", re.IGNORECASE
)
"""What may bind a position that is told as the holder's own."""
_RESISTING = re.compile(
    r"\W*(?:that )?(?:it|he|she|they|we|I|(?:his|her|its|their|our|my)(?: [\w-]+){1,2})"
    r"(?: will| would|['’]ll|['’]d) (?:\w+ly )?"
    r"(sue|appeal|go to court|veto|vote (?:no|against)|(?:strike|walk out|resign|quit|fight|challenge|contest|resist)"
    r"(?=\W*$|[,.;!?\"”]| (?:it|this|that|over|against|in court|if|unless|rather|sooner|before)\b"
    r"| the (?:decision|decree|plan|ruling|move|order|bill|law|scheme|measure|proposal|vote|change)s?\b))\b"
    r"(?! for\b)",
    re.IGNORECASE,
)
_DEMANDED = 0.7
"""Weight of what a content demands beside what it judges."""
_CALLED_IT = re.compile(r"\b(?:it|this|that|them)(?: as)?$", re.IGNORECASE)


def own_attitude(reading: Reading) -> Decision | None:
    """ "Said she supported it": the attitude that the content tells of the holder; two sides at once decide nothing."""
    if len({own.found.sign for own in reading.own if own.found.sign}) > 1:
        return None
    named = [o for o in reading.own if o.relation > 0 or (o.relation < 0 and o.turned) or (o.pointing and not o.quoted)]
    return next(filter(None, (_own_decision(own, reading) for own in named)), None)


def _own_decision(own: OwnAttitude, reading: Reading) -> Decision | None:
    found = own.found
    denied = found.name in EXPLICIT_NEGATED and own.relation != 0
    told = denied or found.attitude.name in EXPLICIT_ATTITUDES | {"acceptance"}
    if not told or not found.sign:
        return None
    turned = own.relation < 0 and not own.pointing
    stance: Stance = "supports" if (found.sign > 0 and not turned) or (found.sign < 0 and turned) else "opposes"
    side = "for" if found.sign > 0 else "against"
    bound = _BOUND.search(reading.content, reading.content.find(found.words.split()[-1])) is not None
    rule = f"“{found.words}” ({found.name}, told by the holder) speaks {side} {'the end of it' if turned else 'it'}"
    return Decision(stance, found.words, rule, explicit=not bound)


def resists(reading: Reading) -> Decision | None:
    """ "It would sue": who announces a fight without saying what for fights the matter."""
    if reading.relation.overlap or reading.strong_condition:
        return None
    match = _RESISTING.match(reading.content)
    if match is None or _BOUND.search(reading.content):
        return None
    return Decision("opposes", match.group(1), f"“{match.group(1)}” announces a fight")


def main_clause(reading: Reading) -> Decision | None:
    """What the main clause demands, judges or refuses about the matter itself."""
    clause = reading.clause
    if clause is None:
        return None
    stance: Stance = "supports" if clause.side > 0 else "opposes"
    both_ways = len(reading.value_words) > 1 and abs(reading.value) < SLIGHT
    lasting = clause.words.endswith("ing")  # "the plant is poisoning the town" speaks for closing it
    inferred = clause.kind == "judgement" and not clause.sure and reading.relation.origin != "" and not lasting
    rule = f"“{clause.words}” is a {clause.kind} about the matter itself"
    explicit = not (both_ways or inferred)
    return Decision(stance, clause.words, rule, explicit, explicit and clause.done)


def judged(reading: Reading) -> Decision | None:
    """ "The toll would be a mistake": what the words of the content judge and demand together."""
    relation, label = reading.relation, reading.label
    if not reading.value_words:
        return None
    if relation.origin:
        return None  # what an operator turns round was judged rightly in only half of the cases
    if label.sign < 0 and not (relation.overlap or reading.pointing):
        return None  # bad is as often the matter that ends as its end
    about = 1 if _CALLED_IT.search(reading.cue) else label.sign  # "calls it theft": what the label names, ban or not
    demanded = max(-1.0, min(1.0, reading.norm))
    score = reading.value * (relation.sign or about) + _DEMANDED * demanded * (relation.sign or 1)
    if abs(score) < SLIGHT or (score < 0 and _tells_what_is_wrong(reading)):
        return None
    words = ", ".join(dict.fromkeys((*reading.value_words, *reading.norm_words)))
    return Decision("supports" if score > 0 else "opposes", words, f"the content judges or demands: “{words}”")


def _tells_what_is_wrong(reading: Reading) -> bool:
    """Whether a bad word stands in a long account or in one that names the matter: it may be what the matter mends."""
    told = reading.cue_attitude is not None and reading.cue_attitude.name == "speech"
    return reading.relation.overlap > 0 or (told and len(reading.content) >= _BRIEF)
