"""A `Reading` in; the stance that the rules alone would give it out, with the words and the rule.

The rules are tried in the order of their measured precision: refusals to comment, strong conditions, readiness,
explicitly mixed words, then the attitude of the cue turned by the direction between content and label, then what the
content itself states, judges or demands, and at last the form of its argument. What no rule decides stays undecided.
"""

from __future__ import annotations

import re

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.arguments import argued, asked_why
from briefing.analysis.stance.attitudes import Found
from briefing.analysis.stance.constructions import CONSTRUCTIONS, SLIGHT, names_matter
from briefing.analysis.stance.decision import Decision
from briefing.analysis.stance.elsewhere import judge_threat, wanted_elsewhere, wants_none
from briefing.analysis.stance.frames import FRAMES
from briefing.analysis.stance.own import OwnAttitude
from briefing.analysis.stance.reading import Reading
from briefing.analysis.stance.screened import Screened
from briefing.model import Stance

_EXPLICIT = frozenset({"support", "opposition", "demand"})
"""Attitudes that were right in 84 to 87 of 100 such statements of the corpus; the others are weaker."""
_EXPLICIT_NEGATED = frozenset({"not-commitment", "not-acceptance", "not-readiness"})
"""Attitudes that say little by themselves, but much when they are denied ("does not intend to")."""

_DROPPED = "opposition-dropped"
"""Who gives up a protest is not against the matter any more, whatever the words for the protest say."""

_AGAINST_ACTORS = frozenset({"accusation", "fear", "threat"})
"""Attitudes to somebody or to what may come: the direction of the label says more than that of the content."""

_OF_WHAT_MAY_COME = frozenset({"fear"})
"""What is feared is mostly a consequence of the matter, whatever its label says, unless the content names it."""

_BRIEF = 60
"""A content of fewer characters judges the matter; a longer one as often tells what is wrong without it."""

_CONDITION = re.compile(
    r"\b(?:(?<!even )if|(?<!at )once|provided|providing|as long as|so long as|unless)\b", re.IGNORECASE
)
_BOUND = re.compile(
    r"\b(?:(?<!even )if|unless|(?<!at )once|until|provided|providing|the (?:day|moment))\b", re.IGNORECASE
)
"""What may bind a position that is told as the holder's own."""
_WOULD = re.compile(r"\b(?:will|would|may|might|could)\b|['’](?:ll|d)\b", re.IGNORECASE)
_CASE = re.compile(r"(?<!even )(?<!, )\bif\b", re.IGNORECASE)
"""What opposition that is only announced may depend on ("will oppose it *if* fares rise")."""
_WORDS = re.compile(r"[\w'’-]+")
_SENTENCE = re.compile(r"[^.?!]+")
_THREAT = re.compile(
    r"(\b(?:no|not|never|nothing|nobody|none|cannot)\b|n['’]t\b)[^.;]*?\b(without|unless|until)\b", re.IGNORECASE
)
"""A refusal with its way out."""
_UNLESS = re.compile(r"\bunless\b", re.IGNORECASE)
_WAY_OUT = re.compile(r"\b(?:without|unless|until|must|should|ought to)\b", re.IGNORECASE)
"""What a warning asks for: of other things than the matter it says nothing about the matter."""
_OWN_DEED = re.compile(r"\W*(?:that )?(?:it|he|she|they|we|I)(?:['’]ll|['’]d| (?:will|would|could|may|might))\b", re.I)
"""What its holder will do is a threat rather than a warning."""

_QUESTION = re.compile(
    r"\W*((?:(?:would|will|do|did|are|were|have|can|could|should) you|(?:and |but |so )?(?:what )?if)\b)"
    r"[^.!?]*\?\W*",
    re.IGNORECASE,
)
"""A question to somebody, who may answer yes or no: "Would you oppose a study?", "And if it saved lives?"."""
_TURNING_DOWN = re.compile(
    r"\b(?:reject|dismiss|ignor|rebuff|scoff|den(?:y|ies|ied)|(?:brush|shrug|wav|laugh)\w* (?:off|aside|away)|"
    r"play\w* down)",
    re.IGNORECASE,
)
_REFUSING = re.compile(r"\b(?:refus|declin)", re.IGNORECASE)
_DOUBTING = re.compile(r"\bdoubt", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:can|could|will|would)\b", re.IGNORECASE)
_A_SIDE = re.compile(
    r"\W*(?:the |all |both )?"
    r"(opponents|critics|foes|detractors|supporters|backers|advocates|proponents|champions)\b[^.;]*? to \w",
    re.IGNORECASE,
)
_OWNER = r"\W*(?:(?:the|any|all|such|these|those|his|her|its|their|[\w-]+['’]s?) ){0,2}(?:[\w-]+ )?"
_OBJECTIONS = r"(?:fear|concern|worr(?:y|ie)|criticism|warning|accusation|allegation|complaint)"
_CLAIMS = r"(?:claim|suggestion|argument|assertion|notion|report)s?"
_DENIED = re.compile(
    rf"{_OWNER}(?:({_OBJECTIONS}s(?=\W*$)|{_OBJECTIONS}s?(?= (?:that|about|over|of)\b))|{_CLAIMS} that\b)",
    re.IGNORECASE,
)
"""What others say against a matter, or of it: who dismisses *fears that shops would close* is not against it."""
_RESISTING = re.compile(
    r"\W*(?:that )?(?:it|he|she|they|we|I|(?:his|her|its|their|our|my)(?: [\w-]+){1,2})"
    r"(?: will| would|['’]ll|['’]d) (?:\w+ly )?"
    r"(sue|appeal|go to court|veto|vote (?:no|against)|(?:strike|walk out|resign|quit|fight|challenge|contest|resist)"
    r"(?=\W*$|[,.;!?\"”]| (?:it|this|that|over|against|in court|if|unless|rather|sooner|before)\b"
    r"| the (?:decision|decree|plan|ruling|move|order|bill|law|scheme|measure|proposal|vote|change)s?\b))\b"
    r"(?! for\b)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\W*(?:an?|the|his|her|its|their|that|this)(?: (?:open|joint|public|online|same))? "
    r"(?:letter|petition|statement|appeal|declaration|memo)s?\b(?: (?:in|on|last|this|as|too|at)\b[^,.;]*)?\W*",
    re.IGNORECASE,
)
"""A document of which nothing tells what it is for."""
_CALLED_IT = re.compile(r"\b(?:it|this|that|them)(?: as)?$", re.IGNORECASE)
_AGREEING_WITH = re.compile(r"\bagree\w* with$", re.IGNORECASE)
"""What is done with somebody, whose side is not known."""
_UNDECIDED = Screened(
    r"\b(?:(?:everything|all options|every option)\b[^.;]{0,12}\bon the table|nothing\b[^.;]{0,12}\boff the table|"
    r"(?:sorry|regret\w*|ashamed) (?:that )?(?:it|he|she|they|we|I)(?:['’]d| had) (?:ever |once )?(?:supported|backed|"
    r"endorsed|opposed|voted)|"
    r"no longer (?:do|does|did)(?: so)?(?= *(?:[.,;!?\"”]|$))|not yet decided|(?:has|have|had)(?: not|n['’]t) decided)",
    "everything option options nothing had d longer yet not t",
)
"""What leaves a matter open, or takes back a position without a new one ("had opposed it, but *no longer does*")."""


def denies_opposition(reading: Reading) -> bool:
    """Whether a statement says that its holder is not against the matter, and takes no side beside that."""
    cue = reading.cue_attitude
    if cue is not None and cue.sign:
        return False
    if cue is not None and cue.name == "not-opposition":
        return True
    own = [other for other in reading.own if other.found.sign or other.found.name == "not-opposition"]
    return bool(own) and all(other.found.name == "not-opposition" for other in own)


def decide(reading: Reading) -> Decision | None:
    """The first rule that speaks, or None."""
    cue = reading.cue_attitude
    if cue and cue.name == "question" and (decision := asked_why(reading)):
        return decision
    if cue and cue.name == "question" and (decision := next(filter(None, (f(reading) for f in FRAMES)), None)):
        return decision
    if cue and cue.name == "denial" and (decision := _denies_harm(reading)):
        return decision
    if cue and cue.attitude.stance == "unclear":
        dropped = cue.attitude.name == _DROPPED and not (reading.strong_condition or reading.weak_condition)
        return Decision("unclear", cue.words, f"“{cue.words}” takes no side", dropped, dropped)
    if "?" in reading.content and (question := _QUESTION.fullmatch(reading.content)):
        return Decision("unclear", question.group(1), f"“{question.group(1)} …?” asks", True, True)
    if not (cue and cue.sign) and (found := _UNDECIDED.search(reading.content, reading.words)):
        return Decision("unclear", found.group(), f"“{found.group()}” takes no side", True, True)
    if decision := next(filter(None, (rule(reading) for rule in _RULES)), None):
        return decision
    if cue and cue.name == "fear" and (decision := _warned_of_something_else(cue, reading)):
        return decision
    if cue and cue.name == "opposition" and (bound := _bound_opposition(reading)):
        return Decision("conditional", cue.words, f"“{cue.words} … {bound}” sets a condition", explicit=True)
    if reading.strong_condition and not (cue and cue.attitude.stance):
        return Decision("conditional", reading.strong_condition, f"“{reading.strong_condition}” sets a condition")
    ended = reading.relation.sign < 0 and reading.relation.overlap > 0 and reading.relation.origin == "head"
    if cue and cue.attitude.stance == "conditional" and ended and not _CONDITION.search(reading.content):
        return Decision("opposes", cue.words, f"“{cue.words}” states readiness for the end of it")
    if cue and cue.attitude.stance == "conditional":
        return Decision("conditional", cue.words, f"“{cue.words}” states readiness, not support")
    if cue and cue.name == "no-objection" and (match := _CONDITION.search(reading.content)):
        return Decision("conditional", cue.words, f"“{cue.words} … {match.group()}” binds readiness to a condition")
    if cue and cue.attitude.stance == "mixed":
        return Decision("mixed", cue.words, f"“{cue.words}” goes both ways")
    if cue and cue.attitude.name == "fear" and (threat := _THREAT.search(reading.content)):
        return _threatened(cue, threat, reading)
    turned_by_label_alone = reading.relation.origin == "label" and cue is not None and cue.name not in _AGAINST_ACTORS
    if (
        cue
        and cue.sign
        and not (reading.relation.claim and reading.relation.overlap == 0)
        and not turned_by_label_alone
        and not _turned_in_passing(cue, reading)
        and not _aims_at_somebody(cue, reading)
    ):
        return _sided(cue, reading)
    if decision := _ready(reading) or _own(reading) or _resists(reading) or _clause(reading):
        return decision
    if cue and cue.name == "retort" and not (reading.value_words or reading.relation.overlap or reading.pointing):
        return Decision("unclear", cue.words, f"“{cue.words}” answers somebody, whatever to", explicit=True)
    argument = argued(reading)
    return argument if argument is not None and argument.explicit else _judged(reading) or argument


def _bound_opposition(reading: Reading) -> str:
    """The word that binds opposition to a condition: "unless", or "if" where it is only announced; empty if none."""
    match = _UNLESS.search(reading.content)
    if match is None and _WOULD.search(reading.cue):
        match = _CASE.search(reading.content)
    return match.group() if match else ""


def _turned_in_passing(cue: Found, reading: Reading) -> bool:
    """Whether an operator turns round what a cue opposes without being what it opposes, so that no side follows.

    It stands below the head of the content ("objects that the quay would kill the reeds"), or is done to something that
    the label does not name ("refuses to skip the competition").
    """
    relation = reading.relation
    if cue.sign >= 0 or cue.name in _AGAINST_ACTORS or relation.sign >= 0 or not relation.words:
        return False
    return relation.origin == "path" or not (relation.overlap or relation.lessens or relation.absolute)


def _aims_at_somebody(cue: Found, reading: Reading) -> bool:
    """Whether a cue is for or against somebody, where the label ends something: his side is not known.

    Who stands by a man is against his removal, but not against the ban that this man wants.
    """
    if cue.attitude.name == "demand":
        return False  # "wants him out"
    if reading.relation.sign or reading.relation.overlap:
        return False
    person = cue.name == "accusation" or reading.relation.about_actor
    return (person and reading.label.sign < 0) or (
        reading.relation.about_actor and _AGREEING_WITH.search(reading.cue) is not None
    )


def _is_about_something_else(reading: Reading) -> bool:
    """Whether a content neither names the matter nor points back to it."""
    return not (reading.relation.sign or reading.relation.overlap or reading.pointing)


def _warned_of_something_else(cue: Found, reading: Reading) -> Decision | None:
    """A warning that asks for something other than the matter ("bread will run out unless a mill is opened")."""
    way = _WAY_OUT.search(reading.content)
    if way is None or not _is_about_something_else(reading) or _OWN_DEED.match(reading.content):
        return None
    why = f"{cue.words} … {way.group()}"
    return Decision("unclear", why, f"“{why}” wants something, whatever the matter", explicit=True, construction=True)


def _denied(reading: Reading) -> Decision | None:
    """An objection or a claim of others that the holder turns down: what it says is not said by the holder."""
    cue = reading.cue_attitude
    if cue is None or cue.words not in reading.cue or not _TURNING_DOWN.search(cue.words):
        return None
    match = _DENIED.match(f"{reading.cue} {reading.content}", reading.cue.find(cue.words) + len(cue.words))
    if match is None:
        return None
    if match.group(1) and reading.relation.origin == "head" and reading.relation.overlap:
        return None  # "criticism of the toll" names the matter itself
    why = f"{cue.words} {match.group().strip()}"
    other = reading.relation.sign < 0 or reading.label.sign < 0 or "without" in reading.content.casefold().split()
    said = None if match.group(1) else _judged(reading)
    if other or not (match.group(1) or (said and said.stance == "opposes")):
        rule = f"“{why}” turns down what others say, which is no side yet"
        return Decision("unclear", why, rule, explicit=True, construction=True)
    return Decision("supports", why, f"“{why}” turns down what is said against the matter", explicit=True)


def _denies_harm(reading: Reading) -> Decision | None:
    """ "Denied that the ban was a failure": who denies what is said against a matter speaks for it."""
    clause = reading.denied
    if clause is None or clause.kind != "judgement" or clause.side > 0:
        return None
    return Decision("supports", clause.words, f"denies that it is “{clause.words}”", explicit=True, construction=True)


def _left_alone(reading: Reading) -> Decision | None:
    """ "Refused to sign a petition against it", "doubts that it can be stopped": what is not done against the matter is
    no side for it."""
    cue, relation = reading.cue_attitude, reading.relation
    if cue is None or cue.name != "opposition" or not relation.overlap or relation.sign >= 0 or reading.label.sign < 0:
        return None
    petition = _REFUSING.search(cue.words) is not None and relation.words == ("against",) and relation.origin == "path"
    powerless = _DOUBTING.search(cue.words) is not None and _POSSIBLE.search(reading.content) is not None
    if not (petition or powerless):
        return None
    why = " … ".join((cue.words, *relation.words))
    return Decision("unclear", why, f"“{why}” is no side yet", explicit=True, construction=True)


def _calls_on_a_side(reading: Reading) -> Decision | None:
    """ "Called on opponents of the line to give up": what those of one side are asked to do is another matter."""
    cue = reading.cue_attitude
    match = _A_SIDE.match(reading.content) if cue is not None and cue.name == "demand" else None
    if cue is None or match is None:
        return None
    why = f"{cue.words} {match.group(1)}"
    return Decision("unclear", why, f"“{why}” asks one side for something", explicit=True, construction=True)


_RULES = (*FRAMES, *CONSTRUCTIONS, _denied, _left_alone, _calls_on_a_side)
"""Rules about the whole sentence, tried before the attitude of the cue."""


def _threatened(cue: Found, threat: re.Match[str], reading: Reading) -> Decision:
    """A warning that something will not come without something else asks for the latter ("no aid without reforms")."""
    asked = names_matter(reading.content[threat.end() :], reading)
    stance: Stance = "supports" if asked and reading.label.sign > 0 else "unclear"
    why = f"{cue.words} … {' … '.join(threat.groups())}"
    return Decision(stance, why, f"“{why}” makes one thing depend on another", explicit=True, construction=True)


def _sided(found: Found, reading: Reading) -> Decision:
    if reading.relation.rival and found.sign > 0:
        why = f"{found.words} … {reading.relation.rival}"
        if reading.relation.overlap:
            return Decision("unclear", why, f"“{why}” is for one thing in the place of another", explicit=True)
        return Decision("opposes", why, f"“{why}” is for something else in its place", explicit=True)
    if denial := wants_none(found, reading):
        return denial
    direction = reading.relation.sign or 1
    if found.name == "threat":
        return judge_threat(found, reading)
    if _PAPER.fullmatch(reading.content) and _is_about_something_else(reading):
        return Decision("unclear", found.words, f"“{found.words}” was done to a paper, whatever it says", explicit=True)
    if found.sign > 0 and reading.relation.elsewhere:
        why = " … ".join((found.words, *reading.relation.words))
        return Decision("unclear", why, f"“{why}” is for the end of something else", explicit=True)
    if found.sign > 0 and (decision := wanted_elsewhere(found, reading)):
        return decision
    if found.name in _OF_WHAT_MAY_COME and found.sign < 0:
        direction = reading.relation.sign if reading.relation.overlap and reading.relation.origin == "head" else 1
    elif found.name == "accusation":
        if reading.label.sign > 0 and reading.relation.sign < 0 and reading.relation.overlap:
            why = " … ".join((found.words, *reading.relation.words))
            return Decision("unclear", why, f"“{why}” blames somebody for harm to it", explicit=True, construction=True)
        direction = reading.label.sign
    stance: Stance = "supports" if found.sign * direction > 0 else "opposes"
    turned = (
        f", turned round by “{' '.join(reading.relation.words)}”" if direction < 0 and reading.relation.words else ""
    )
    side = "for" if found.sign > 0 else "against"
    why = " … ".join((found.words, *reading.relation.words)) if turned else found.words
    linked = reading.relation.sign > 0 or reading.relation.origin == "head"
    named = reading.pointing or (reading.relation.overlap > 0 and linked)
    strong = found.attitude.name in _EXPLICIT or found.name in _EXPLICIT_NEGATED
    named = named or reading.relation.spurned or reading.relation.lessens
    strong = strong or (found.name == "fear" and _is_feared_end(reading))
    explicit = found is reading.cue_attitude and strong and named
    return Decision(stance, why, f"“{found.words}” ({found.name}) speaks {side} the content{turned}", explicit)


def _is_feared_end(reading: Reading) -> bool:
    """Whether what is feared is the end or the delay of the matter itself ("fears a delay of the sale")."""
    relation, label = reading.relation, reading.label
    named = any(stem(word) in label.matter for word in _WORDS.findall(reading.content))
    return named and label.sign > 0 and relation.sign < 0 and relation.origin == "head"


def _ready(reading: Reading) -> Decision | None:
    """The holder's own readiness, bound to a condition ("she could accept the toll if …")."""
    for own in reading.own:
        if own.found.attitude.stance == "mixed" and (own.relation or own.pointing):
            return Decision("mixed", own.found.words, f"“{own.found.words}” goes both ways", True)
        if own.found.attitude.stance != "conditional":
            continue
        sentence = next((s for s in _SENTENCE.findall(reading.content) if own.found.words in s), "")
        if match := _CONDITION.search(sentence):
            why = f"{own.found.words} … {match.group()}"
            return Decision("conditional", why, f"“{why}” binds readiness to a condition", True)
    return None


def _own(reading: Reading) -> Decision | None:
    """What the holder says of the own attitude inside the content; two sides at once decide nothing."""
    signs = {own.found.sign for own in reading.own if own.found.sign}
    named = [o for o in reading.own if o.relation > 0 or (o.relation < 0 and o.turned) or (o.pointing and not o.quoted)]
    return next(filter(None, (_own_decision(own, reading) for own in named)), None) if len(signs) < 2 else None


def _resists(reading: Reading) -> Decision | None:
    """ "It would sue": who announces a fight without saying what for fights the matter."""
    if reading.relation.overlap or reading.strong_condition:
        return None
    match = _RESISTING.match(reading.content)
    if match is None or _BOUND.search(reading.content):
        return None
    return Decision("opposes", match.group(1), f"“{match.group(1)}” announces a fight")


def _clause(reading: Reading) -> Decision | None:
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


def _own_decision(own: OwnAttitude, reading: Reading) -> Decision | None:
    found = own.found
    told = found.attitude.name in _EXPLICIT | {"acceptance"} or (found.name in _EXPLICIT_NEGATED and own.relation != 0)
    if not told or not found.sign:
        return None
    turned = own.relation < 0 and not own.pointing
    stance: Stance = "supports" if (found.sign > 0 and not turned) or (found.sign < 0 and turned) else "opposes"
    side = "for" if found.sign > 0 else "against"
    bound = _BOUND.search(reading.content, reading.content.find(found.words.split()[-1])) is not None
    rule = f"“{found.words}” ({found.name}, told by the holder) speaks {side} {'the end of it' if turned else 'it'}"
    return Decision(stance, found.words, rule, explicit=not bound)


def _tells_what_is_wrong(reading: Reading) -> bool:
    """Whether a bad word stands in a long account or in one that names the matter: it may be what the matter mends."""
    told = reading.cue_attitude is not None and reading.cue_attitude.name == "speech"
    return reading.relation.overlap > 0 or (told and len(reading.content) >= _BRIEF)


def _judged(reading: Reading) -> Decision | None:
    if not reading.value_words:
        return None
    if reading.relation.origin:
        return None  # what an operator turns round was judged rightly in only half of the cases
    if reading.label.sign < 0 and not (reading.relation.overlap or reading.pointing):
        return None  # bad is as often the matter that ends as its end
    pointing = _CALLED_IT.search(reading.cue) is not None  # "calls it theft": what the label names, ban or not
    score = reading.value * (reading.relation.sign or (1 if pointing else reading.label.sign)) + 0.7 * max(
        -1.0, min(1.0, reading.norm)
    ) * (reading.relation.sign or 1)
    if abs(score) < SLIGHT or (score < 0 and _tells_what_is_wrong(reading)):
        return None
    words = ", ".join(dict.fromkeys((*reading.value_words, *reading.norm_words)))
    return Decision("supports" if score > 0 else "opposes", words, f"the content judges or demands: “{words}”")
