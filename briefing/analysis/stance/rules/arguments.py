"""A `Reading` with a neutral cue in; the side that the form of its argument takes out, whatever it is about.

"Four mills *would otherwise* close", "it is *the least* the town *can* do", "drivers *would simply* leave", "nurses
*would have to* sell their cars": the content neither names the matter nor judges it, but how it argues tells whether it
is for what is proposed. The label names what is proposed, so that the side is mostly the same for a ban and a bridge:
what *would* be follows from it, and what would *otherwise* be follows from its absence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.labels import WORD
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.screened import ByWord, Screened
from briefing.model import Stance

_WILL = r"\b(?:would|will|['’]d|['’]ll)"
_HAVE = r"\b(?:have|has|had|['’]ve)"
_TIMES = r"(?:years|months|decades|weeks|days|winters|summers)"
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|\d+)"
_RISKS = (
    r"(?:accident|death|crash|injur(?:y|ie)|theft|infection|queue|complaint|collision|robber(?:y|ie)|burglar(?:y|ie)|"
    r"attack|suicide|fire)s?"
)
_OTHER_CAUSE = re.compile(r"\b(?:without|otherwise|instead|unless|if|until|delay\w*|postpon\w*)\b", re.IGNORECASE)
"""Words after which what would be need not follow from the matter."""
_NOBODY = re.compile(r"\b(?:no|nobody|none|neither)\b[^.;]*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:,!?—“”\"]|\b(?:and|that|but|or)\b")
_IT = re.compile(r"\b(?:it|this|they)\W*$", re.IGNORECASE)
_HOLDER = re.compile(r"\b(?:I|we|he|she)\W*$", re.IGNORECASE)
_LESSENING = re.compile(
    r"\b(?:but|though|although|while|less|fewer|only|not|never|nobody|nothing|too|harm|damage)\b|n['’]t\b",
    re.IGNORECASE,
)
_WHAT_WOULD_BE = re.compile(r"\b(?:would|will|could)\b|['’](?:d|ll)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of argument."""

    words: Screened
    stance: Stance
    tells: str
    """What it tells, for the reader."""
    explicit: bool = False
    """Whether it says enough without the model."""
    label: int = 0
    """+1 where it says something of labels that begin something only, -1 of those that end something only."""

    def find(self, reading: Reading) -> re.Match[str] | None:
        """Where it stands in a content, if it does and nothing there takes away what it tells."""
        return None if self.label == -reading.label.sign else self.words.search(reading.content, reading.words)


@dataclass(frozen=True, slots=True)
class _Consequence(_Form):
    """What follows from the matter: no other cause is named, and the subject denies nothing."""

    def find(self, reading: Reading) -> re.Match[str] | None:
        match = _Form.find(self, reading)  # a class with slots is made anew by `dataclass`, so that `super()` misses it
        if match is None or _OTHER_CAUSE.search(reading.content) or _NOBODY.search(reading.content, 0, match.start()):
            return None
        return match


@dataclass(frozen=True, slots=True)
class _Burden(_Consequence):
    """What follows for others: the matter itself is not what would have to be done or paid."""

    def find(self, reading: Reading) -> re.Match[str] | None:
        match = _Consequence.find(self, reading)
        if match is None:
            return None
        subject = _CLAUSE.split(reading.content[: match.start()])[-1]
        words = {stem(word) for word in WORD.findall(subject)}
        return None if words & reading.label.stems or _IT.search(subject) else match


@dataclass(frozen=True, slots=True)
class _Benefit(_Consequence):
    """What others get from the matter, and nothing that takes from it."""

    def find(self, reading: Reading) -> re.Match[str] | None:
        match = _Consequence.find(self, reading)
        if match is None or _LESSENING.search(reading.content) or _HOLDER.search(reading.content, 0, match.start()):
            return None
        return match


@dataclass(frozen=True, slots=True)
class _Fact(_Form):
    """What is so already, and speaks for a change."""

    def find(self, reading: Reading) -> re.Match[str] | None:
        match = _Form.find(self, reading)
        return None if match is None or _WHAT_WOULD_BE.search(reading.content) else match


def _words(*alternatives: str, needs: str) -> Screened:
    return Screened("|".join(alternatives), needs)


_FORMS = (
    _Form(
        _words(
            r"\b(?:would|will|could|must|have to)(?: have)? otherwise\b(?=\W*\w)",
            r"\botherwise (?:[\w’'-]+ ){0,4}?(?:would|will|could)\b",
            r"(?:^\W*|[.;!?—] |, )otherwise (?=[a-z])",
            needs="otherwise",
        ),
        "supports",
        "tells what would be without it",
        explicit=True,
    ),
    _Form(
        _words(
            r"\bthe (?:very )?least (?:that )?(?!of\b|bad\b)(?:[\w’'-]+ ){0,5}?(?:can|could|should|owes?|owed|ought)\b",
            needs="least",
        ),
        "supports",
        "calls it no more than is due",
        explicit=True,
    ),
    _Consequence(
        _words(
            rf"{_WILL} (?:only|merely|simply|just)\b"
            r"(?! (?:be (?:used|allowed|needed)|apply|if|when|after|once|ever|like|observe|say|add)\b)",
            needs="only merely simply just",
        ),
        "opposes",
        "tells that it would do no more than that",
        explicit=True,
    ),
    _Form(
        _words(
            r"\bthe same (?:money|sum|amount) (?:would|could|can|will)\b",
            r"\bbetter spent\b",
            needs="same better",
        ),
        "opposes",
        "has another use for the money",
    ),
    _Consequence(
        _words(rf"{_WILL} (?:only |then )?(?:be|end up) paying (?!(?:in|by|with)\b)", needs="paying"),
        "opposes",
        "tells who pays for it",
        explicit=True,
    ),
    _Form(
        _words(
            r"\b(?:no longer|never again) (?:have|need|be forced|be made) to\b",
            r"\b(?:nobody|no one|no [\w-]+|none) (?:would|will) (?:have|need|be forced) to\b",
            needs="have need forced made",
        ),
        "supports",
        "tells what it spares somebody",
        explicit=True,
    ),
    _Form(
        _words(
            rf"{_HAVE} (?:been |already )?(?:wait(?:ed|ing)|queu(?:ed|e?ing)) (?:for )?(?:this |that |it )?"
            rf"(?:since|long enough|too long|(?:[\w-]+ ){{1,2}}{_TIMES})\b"
            r"(?! for (?:a |the )?(?:permission|permit|licen[cs]e)s?\b)",
            rf"(?:{_HAVE}|\bbeen) [^.;,]{{1,40}}?\blong enough\b",
            needs="wait waited waiting queued queuing queueing long",
        ),
        "supports",
        "tells how long somebody has waited",
    ),
    _Form(
        _words(
            r"\b(?:would|will|could|can) (?:\w+ )?(?:at last|finally)\b",
            r"\b(?:at last|finally) (?:be able to|gets?|have|has|be|know)\b",
            needs="last finally",
        ),
        "supports",
        "tells what was waited for",
    ),
    _Consequence(
        _words(r"\b(?:would|will) (?:then |now |also |again )?be able to\b", needs="able"),
        "supports",
        "tells what it makes possible",
    ),
    _Form(
        _words(r"\bcosts? (?:[\w-]+ ){0,3}(?:less|no more|half|a third|a tenth|nothing)\b", needs="cost costs"),
        "supports",
        "tells that it costs less",
    ),
    _Form(
        _words(r"\bprecedent\b", r"\bfloodgates?\b", needs="precedent floodgate floodgates"),
        "opposes",
        "tells what would come after it",
    ),
    _Burden(
        _words(
            rf"{_WILL} (?:then |now |all |both )?(?:have to|be forced to|be left with)\b",
            needs="have forced left",
        ),
        "opposes",
        "tells what it forces on somebody",
    ),
    _Consequence(
        _words(
            rf"{_WILL} (?:[\w-]+ )?(?:drive|push|force|scare|chase) "
            r"(?:[\w-]+ ){1,5}?(?:into|onto|out|away|abroad|off|underground|to)\b",
            needs="drive push force scare chase",
        ),
        "opposes",
        "tells whom it drives where",
    ),
    _Benefit(
        _words(
            r"\b(?:would|will) (?:\w+ )?(?:bring|create|attract|fund|feed|yield|save|spare|protect|guarantee|ensure|"
            r"mend|keep|let)\b(?! (?:up|on|away|through|out|in|it|them|no)\b)",
            r"\b(?:would|will) (?:\w+ )?give (?!up\b|way\b|its\b|his\b|her\b|their\b|it\b|an? (?:opinion|answer)\b)",
            needs="would will",
        ),
        "supports",
        "tells what others get from it",
        label=1,
    ),
    _Form(_words(rf"{_WILL} reward\b", needs="reward"), "opposes", "tells who does not deserve it"),
    _Consequence(
        _words(r"\b(?:would|will|could) (?:\w+ )?cost\b", needs="cost"), "opposes", "tells what it costs", label=-1
    ),
    _Form(
        _words(
            r"\b(?:an invitation|a licen[cs]e|an incentive|a temptation|a charter) (?:to|for)\b",
            r"\b(?:by another name|by other means|in disguise|dressed up as)\b",
            needs="invitation licence license incentive temptation charter name means disguise dressed",
        ),
        "opposes",
        "calls it something worse",
    ),
    _Form(
        _words(
            r"\bno (?:money|room|staff|time|space|capacity)\b",
            needs="money room staff time space capacity",
        ),
        "opposes",
        "tells what it would need",
    ),
    _Form(
        _words(r"\balready (?:pays?|paid|paying)\b", needs="already"),
        "opposes",
        "tells what is paid as it is",
        label=1,
    ),
    _Fact(
        _words(
            r"^(?!.*\b(?:chances?|odds|risk|likelihood|voters)\b).*?"
            rf"(?<!\bat )\b((?:one|two|three) (?:[\w-]+ ){{0,2}}(?:in|out of) (?:every )?{_NUMBER})\b(?! {_TIMES})",
            rf"\bevery (?:second|third|fourth|fifth)\b(?! {_TIMES})",
            needs="one two three every",
        ),
        "supports",
        "tells how many it is about",
        label=1,
    ),
    _Fact(
        _words(
            rf"\b{_RISKS}\b[^.;]{{0,30}}\b(?:fall|fell|fallen|drop|dropped|down|halved?)\b",
            needs="fall fell fallen drop dropped down halve halved",
        ),
        "supports",
        "tells that less went wrong",
        label=1,
    ),
    _Form(
        _words(
            r"^(?!.*\b(?:loss|lost|lose|cost|costs|cut|cuts|gone|risk|fewer|threat\w*|depend\w*|but)\b)"
            r".*?\b((?:[\d,]{2,}|hundreds of|thousands of) (?:[\w-]+ )?jobs)\b",
            needs="jobs",
        ),
        "supports",
        "tells how many would have work",
        label=1,
    ),
    _Form(_words(r"\bfor the first time\b", needs="first"), "supports", "tells what is possible now"),
)
"""The most telling first."""
_BY_WORD = ByWord((form, form.words.words) for form in _FORMS)
_ASKING = re.compile(r"\b(?:ask|wonder|question|demand)|(?:\bnot|n['’]t) (?:see|understand)\b", re.IGNORECASE)
_WHY = re.compile(
    r"\W*(why)\b(?! (?:not|it)\b)[^.?!]*?\b(?:should|must|would|need(?:s|ed)?|has|have|had)\b(?! not\b)", re.IGNORECASE
)


def asked_why(reading: Reading) -> Decision | None:
    """ "Asked why a village should pay": who asks for a reason sees none."""
    match = _WHY.match(reading.content)
    if match is None or not _ASKING.search(reading.cue) or reading.label.sign < 0 or reading.relation.sign < 0:
        return None
    return Decision("opposes", match.group(1), f"“{match.group(1)} …?” sees no reason for it", explicit=True)


def argued(reading: Reading) -> Decision | None:
    """The side of the first form that is met, where the cue takes none and the statement sets no condition."""
    cue = reading.cue_attitude
    if reading.strong_condition or (cue is not None and (cue.sign or cue.attitude.stance)):
        return None
    for form in _BY_WORD.worth_trying(reading.words):
        if match := form.find(reading):
            words = match.group(match.lastindex or 0).strip(" ,.;!?—")
            return Decision(form.stance, words, f"“{words}” {form.tells}", explicit=form.explicit)
    return None
