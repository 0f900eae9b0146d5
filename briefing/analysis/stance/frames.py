"""A `Reading` in; the side of a set frame of speech into which the matter is put out.

"There was *no reason to* close the ward", "*nothing would make them accept* the link", "the toll was *the last thing
they needed*", "a bridge *could not come soon enough*": the frame tells whether what stands in it is wanted.
"""

from __future__ import annotations

import re

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.attitudes import negation_before
from briefing.analysis.stance.decision import Decision
from briefing.analysis.stance.labels import names_operator
from briefing.analysis.stance.reading import Reading
from briefing.model import Stance

_NEXT = 6
"""How many words before or behind a frame may name the matter."""
_NEAR = 4
_CLAUSE = re.compile(r"[.;:,!?—“”\"]|\b(?:and|that|but|or|because|if)\b")
_WORD = re.compile(r"[\w'’-]+")
_POINTING = re.compile(r"\W*(?:it|this|that|them|the (?:plan|idea|scheme|proposal|deal|bill|project|measure))\b", re.I)
_ASKING = (
    r"(?:calling|asking|pleading|campaigning|lobbying|pushing|pressing) for|"
    r"(?:demanding|proposing|seeking|advocating|urging|recommending|advising|requesting|suggesting)"
)
_NOT_ASKING = re.compile(
    r"\b(?:is|are|was|were|am|be|['’](?:s|re|m))(?:n['’]t| not| by no means) (?:\w+ly |at all )?"
    rf"(?:{_ASKING})\b",
    re.IGNORECASE,
)
_OWN_DENIAL = re.compile(r"\W*(?:that )?(?:it|he|she|they|we|I)\b[^.;,]{0,4}$", re.IGNORECASE)
_UNMOVED = re.compile(
    r"\b(?:nothing|no amount of [\w’'-]+(?: [\w’'-]+)?|no one|nobody|no (?:money|threats?|pressure|argument|offer)) "
    r"(?:will|would|could|can)(?: ever)? (?:make|persuade|convince|get|induce|bring|force|move) "
    r"(?:it|him|her|them|us|me|the [\w’'-]+)(?: to)? (?P<verb>\w+)(?: to| for| up)?",
    re.IGNORECASE,
)
_TAKING = frozenset(
    {"accept", "agree", "approve", "back", "endorse", "join", "like", "sign", "support", "swallow", "vote"}
)
_LEAVING = frozenset({"abandon", "drop", "give", "leave", "reconsider", "scrap", "stop", "withdraw"})
_SOON = re.compile(
    r"\b(?:(?:can|could)(?:not|n['’]t| not) come (?:soon|quickly|fast|early) enough|"
    r"(?:not|n['’]t)(?: come)? (?:a|one) (?:moment|day|minute|second) too soon)\b",
    re.IGNORECASE,
)
_TIMING = re.compile(
    r"\b(?:can|could)(?:not|n['’]t| not) (?:have )?come at an? (?P<how>worse|better) (?:time|moment)\b", re.I
)
_LAST_THING = re.compile(
    r"\b(?:is|was|would be|were|be) the (?:very )?last thing (?:that )?(?:[\w’'-]+ ){1,3}?"
    r"(?:needs?|needed|wants?|wanted)\b",
    re.IGNORECASE,
)
_JUST_WHAT = re.compile(
    r"\b(?:is|was|would be|were|be) (?:just|exactly|precisely) what (?:[\w’'-]+ ){1,3}?"
    r"(?:needs?|needed|wants?|wanted)\b",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"(?:^|\bthat )\W*(?:(?P<none>nobody|no one|hardly anyone)|(?P<all>everybody|everyone))"
    r"(?: (?:in|at|on|around|from) (?:the )?[\w’'-]+| here| there)? "
    r"(?:wants?|wanted|asked for|needs?|needed|likes?|liked|supports|supported)\b",
    re.IGNORECASE,
)
_AFFORD = re.compile(
    r"\b(?:can|could)(?:not|n['’]t| not) afford (?:to (?!lose|be|do)\w|an?\b|the\b|another\b)", re.IGNORECASE
)
_DEAD_BODY = re.compile(r"\bover (?:my|our|his|her|its|their) (?:own )?dead bod(?:y|ies)\b", re.IGNORECASE)
_STUDY = re.compile(
    r"\b(?:more|extra|further) time to (?:study|consider|review|examine|assess|read|weigh|analyse|analyze|decide)\b",
    re.I,
)
_BOTH_WAYS = re.compile(
    r"\b(?:merits|advantages|benefits|strengths|upsides|pros|good points|virtues)\b[^.;]{0,24}?"
    r"\b(?:flaws|drawbacks|weaknesses|disadvantages|downsides|cons|faults|bad points|risks)\b",
    re.IGNORECASE,
)
_UNFOUNDED = re.compile(
    r"\b(?P<what>fears?|concerns?|worries|criticisms?|objections|warnings|hopes|promises|expectations)\b"
    r"(?P<of>[^.;]{0,40}?)"
    r"\b(?:unfounded|groundless|baseless|exaggerated|overblown|misplaced|unjustified|"
    r"(?:were|was|are|is) (?:empty|hollow))\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"\b(?:not|never|no|far from)\b|n['’]t\b", re.IGNORECASE)
_THINKING = frozenset(
    {
        "assume", "believe", "celebrate", "discuss", "doubt", "expect", "fear", "hesitate", "hope", "mention", "review",
        "study", "suppose", "think", "wait", "worry",
    }
)  # fmt: skip
_ABOUT = frozenset({"about", "before", "for", "from", "in", "of", "on", "over", "to", "until", "with"})
_CASE = re.compile(
    r"\b(?:case|arguments?|reasons?) (?P<for>for|against)\b(?P<what>(?: [\w’'-]+){1,6}?) (?:(?:has|had|have|would) )?"
    r"(?:collapsed?|crumbled?|evaporated|fallen apart|fell apart|gone|vanished)\b",
    re.IGNORECASE,
)
_MAY_FAIL = re.compile(
    r"\b(?:would|will|could|might|may) (?:\w+ )?"
    r"(?:collapse|fail(?! to\b)|founder|unravel|fall (?:through|apart)|break down)\b",
    re.IGNORECASE,
)
_GOOD = frozenset({"hopes", "promises", "expectations"})
_NEED = re.compile(
    r"(?:^|\bthat )\W*(?:it|he|she|they|we|I|the [\w’'-]+|everyone|everybody|(?P<who>who|nobody|no one))"
    r"(?P<not> (?:do|does|did)(?:n['’]t| not))?(?: (?:really|badly|desperately|urgently))? need(?:s|ed)?"
    r" (?=(?:the|this|that|a|an|more|such|no)\b)(?P<no>no\b)?",
    re.IGNORECASE,
)
_YET_TO = re.compile(r"\byet to (?:hear|see|find|be given)\b[^.;]{0,20}$", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:(?P<none>(?:no|little|not a single)(?: good| earthly| compelling| single| sound)?)|"
    r"(?P<all>every|good|ample|strong|compelling))"
    r" (?:(?:reasons?|case|need|justification|excuse|grounds|point|sense|right)"
    r" (?:to|for|in|behind|against)\b|business (?=\w+ing\b))",
    re.IGNORECASE,
)
_STOPPING = frozenset({"ban", "block", "halt", "oppose", "prevent", "reject", "resist", "stop", "veto", "against"})
"""What nobody sees a reason for may still be a matter that nobody asked for either."""
_PUZZLED = re.compile(
    r"(?:\bnot|n['’]t|cannot) (?:see|understand|think|imagine) (?:how|why) "
    r"(?:anyone|anybody|any [\w-]+|people|somebody|someone) (?:would|could|should|can|might) (?:ever )?(?P<verb>\w+)",
    re.IGNORECASE,
)
_HOSTILE = frozenset({"block", "object", "oppose", "reject", "resist", "stop", "veto"})
_INDISPENSABLE = re.compile(
    r"\b(?:can|could|able to|will|would)(?:not|n['’]t| not| hardly| never) (?:ever )?"
    r"(?:do|live|survive|cope|manage|get by|go on) without\b",
    re.IGNORECASE,
)


def _direction(words: list[str], reading: Reading) -> int:
    """Which way words name the matter: +1 as the label does, -1 as what the label ends, 0 not at all."""
    label = reading.label
    if any(names_operator(label, word) for word in words):
        return 1
    named = any(stem(word) in label.matter for word in words)
    return label.sign if named else 0


def _behind(text: str, reading: Reading) -> int:
    pointing = 1 if _POINTING.match(text) else 0
    return _direction(_WORD.findall(text)[:_NEXT], reading) or pointing


def _before(text: str, reading: Reading) -> int:
    return _direction(_WORD.findall(_CLAUSE.split(text)[-1]), reading)


def _side(direction: int, why: str, rule: str) -> Decision | None:
    if not direction:
        return None
    stance: Stance = "supports" if direction > 0 else "opposes"
    return Decision(stance, why, f"“{why}” {rule}", explicit=True, construction=True)


def _asks_for_nothing(reading: Reading) -> Decision | None:
    """ "It was not calling for a ban": who does not ask for something may want it or not."""
    match = _NOT_ASKING.search(reading.cue)
    if match is None:
        match = _NOT_ASKING.search(reading.content)
        if match is None or not _OWN_DENIAL.match(reading.content[: match.start()]):
            return None
    why = match.group()
    return Decision("unclear", why, f"“{why}” does not ask for it, which is no side yet", True, True)


def _unmoved(reading: Reading) -> Decision | None:
    """ "No amount of money would make them accept the link"."""
    match = _UNMOVED.search(reading.content)
    if match is None:
        return None
    verb = match["verb"].casefold()
    sign = 1 if verb in _TAKING else -1 if verb in _LEAVING else 0
    return _side(-sign * _behind(reading.content[match.end() :], reading), match.group(), "says that they will not")


def _cannot_wait(reading: Reading) -> Decision | None:
    """ "The bridge could not come soon enough"."""
    match = _SOON.search(reading.content)
    if match is None:
        return None
    return _side(_before(reading.content[: match.start()], reading), match.group(), "says how much it is wanted")


def _timely(reading: Reading) -> Decision | None:
    """ "The tax could not come at a worse time"."""
    match = _TIMING.search(reading.content)
    if match is None:
        return None
    direction = _before(reading.content[: match.start()], reading)
    return _side(direction if match["how"] == "better" else -direction, match.group(), "says how welcome it is")


def _needed_or_not(reading: Reading) -> Decision | None:
    """ "The toll was the last thing they needed", "… just what the town needed"."""
    for form, sign, rule in ((_LAST_THING, -1, "says that it is not wanted"), (_JUST_WHAT, 1, "says that it is")):
        match = form.search(reading.content)
        if match is not None:
            return _side(sign * _before(reading.content[: match.start()], reading), match.group(), rule)
    return None


def _wanted_by_all(reading: Reading) -> Decision | None:
    """ "Nobody wanted the toll"."""
    match = _EVERYBODY.search(reading.content)
    if match is None or re.search(r"\b(?:but|more than|except|until)\b", reading.content):
        return None
    direction = _behind(reading.content[match.end() :], reading)
    return _side(direction if match["all"] else -direction, match.group().strip(), "tells who wants it")


def _reasoned(reading: Reading) -> Decision | None:
    """ "There was no reason to close the ward": a reason for something speaks for it, none against it."""
    match, relation, cue = _REASON.search(reading.content), reading.relation, reading.cue_attitude
    if match is None or not relation.overlap or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    behind = reading.content[match.end() :]
    if negation_before(reading.content, match.start()) or not _behind(behind, reading):
        return None
    if match.group().endswith(" to") and not _is_done_to_it(behind, reading):
        return None
    words = {word.casefold() for word in relation.words}
    if _YET_TO.search(reading.content, 0, match.start()):
        if relation.sign < 0:
            return Decision("unclear", match.group(), f"“{match.group()}” is not known, which is no side", True, True)
        return _side(-relation.sign, match.group(), "is not known")
    if (
        match["none"]
        and relation.sign > 0
        and _STOPPING & {*words, *_WORD.findall(reading.content[match.end() - 8 :])[:2]}
    ):
        return Decision(
            "unclear", match.group(), f"“{match.group()}” leaves it alone, which is no side yet", True, True
        )
    return _side(relation.sign, match.group(), "says whether there is a reason")


def _too_dear(reading: Reading) -> Decision | None:
    """ "The city could not afford to keep the pool"."""
    match, relation, cue = _AFFORD.search(reading.content), reading.relation, reading.cue_attitude
    if match is None or not relation.overlap or relation.origin == "label" or (cue is not None and cue.sign):
        return None
    if not _behind(reading.content[match.end() :], reading):
        return None
    return _side(relation.sign, match.group(), "says that there is no money for it")


def _never(reading: Reading) -> Decision | None:
    """ "The sale would happen over its dead body"."""
    match = _DEAD_BODY.search(reading.content)
    if match is None:
        return None
    return _side(-_before(reading.content[: match.start()], reading), match.group(), "refuses it")


def _unfounded(reading: Reading) -> Decision | None:
    """ "The fears about the dam were exaggerated"."""
    match = _UNFOUNDED.search(reading.content)
    if match is None or _DENIAL.search(match["of"]) or reading.label.sign < 0:
        return None
    direction = _direction(_WORD.findall(match["of"])[:_NEXT], reading)
    return _side(-direction if match["what"].casefold() in _GOOD else direction, match.group(), "says what is in them")


def _in_need(reading: Reading) -> Decision | None:
    """ "We don't need this dam"."""
    match, cue = _NEED.search(reading.content), reading.cue_attitude
    if match is None or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    words = _WORD.findall(reading.content[match.end() :])[:_NEAR]
    direction = 0 if {"to", "if", "but"} & set(words) else _direction(words, reading)
    denied = bool(match["not"] or match["who"] or match["no"])
    return _side(-direction if denied else direction, match.group().strip(), "says whether it is needed")


def _takes_time(reading: Reading) -> Decision | None:
    """ "Asked for more time to study the toll"."""
    match = _STUDY.search(reading.content)
    if match is None or not _behind(reading.content[match.end() :], reading):
        return None
    return Decision("unclear", match.group(), f"“{match.group()}” leaves it open", explicit=True, construction=True)


def _weighs(reading: Reading) -> Decision | None:
    """ "The toll had its merits but also its flaws"."""
    match = _BOTH_WAYS.search(reading.content)
    if match is None or not (_before(reading.content[: match.start()], reading) or reading.pointing):
        return None
    return Decision("mixed", match.group(), f"“{match.group()}” goes both ways", explicit=True, construction=True)


def _is_done_to_it(text: str, reading: Reading) -> bool:
    """Whether what there is a reason "to" do is done to the matter itself, and not only thought or said of it."""
    words = _WORD.findall(text)[: 1 + _NEAR]
    if not words or words[0].casefold() in _THINKING:
        return False
    place = next((n for n, word in enumerate(words) if n and _direction([word], reading)), None)
    return place is not None and not _ABOUT & {word.casefold() for word in words[1:place]}


def _case_made(reading: Reading) -> Decision | None:
    """ "The case for the airport link had collapsed"."""
    match = _CASE.search(reading.content)
    if match is None:
        return None
    direction = _direction(_WORD.findall(match["what"]), reading)
    return _side(direction if match["for"] == "against" else -direction, match.group(), "says what is left of it")


def _fears_failure(reading: Reading) -> Decision | None:
    """ "Feared that the talks would collapse": a matter that may fail may be wanted or not."""
    cue, match = reading.cue_attitude, _MAY_FAIL.search(reading.content)
    if cue is None or cue.name != "fear" or match is None or not _before(reading.content[: match.start()], reading):
        return None
    why = f"{cue.words} … {match.group()}"
    return Decision("unclear", why, f"“{why}” is no side yet", explicit=True, construction=True)


def _puzzled(reading: Reading) -> Decision | None:
    """ "It could not understand why anyone would oppose the sale"."""
    text = f"{reading.cue} {reading.content}"
    match = _PUZZLED.search(text)
    if match is None:
        return None
    sign = 1 if match["verb"].casefold() in _HOSTILE else -1 if match["verb"].casefold() in _TAKING | {"want"} else 0
    return _side(sign * _behind(text[match.end() :], reading), match.group(), "finds it hard to understand")


def _indispensable(reading: Reading) -> Decision | None:
    """ "They could not do without the toll"."""
    match = _INDISPENSABLE.search(reading.content)
    if match is None:
        return None
    return _side(_behind(reading.content[match.end() :], reading), match.group(), "says that it is needed")


FRAMES = (
    _asks_for_nothing,
    _unmoved,
    _cannot_wait,
    _timely,
    _case_made,
    _fears_failure,
    _needed_or_not,
    _wanted_by_all,
    _reasoned,
    _too_dear,
    _unfounded,
    _in_need,
    _never,
    _takes_time,
    _weighs,
    _puzzled,
    _indispensable,
)
"""The most telling first."""
