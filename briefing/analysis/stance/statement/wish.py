"""A statement that makes the matter the condition of something else; the side that this takes out.

"It will cancel all policies *unless* the patrols go on", "she could accept the fee *as long as* pensioners are exempt":
whoever binds something else to a clause wants what the clause says. And whoever tells what goes wrong *without* the
matter wants the matter. Where the main clause names the matter too, its own readiness is bound, and that is no side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.against import SHUT, is_gone
from briefing.analysis.stance.direction.labels import WORD, LabelReading, label_sign, names_operator
from briefing.analysis.stance.direction.naming import names_any
from briefing.analysis.stance.direction.relate import relate
from briefing.analysis.stance.words.attitudes import Found, find_attitude
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.screened import Screened, words_of
from briefing.analysis.stance.words.tokens import Token, text_of

_BINDING = r"unless|only if|provided(?: that)?|providing(?: that)?|on (?:the |one )?condition(?: that)?"
_BEFORE = Screened(rf"\b({_BINDING})\W*$", "unless only provided providing condition")
"""What binds a main clause to the content right behind it."""
_READY = Screened(r"\b(if|(?:as|so) long as|once)\W*$", "if as so once")
"""What does so only where the main clause states a readiness."""
_THREATENING = frozenset({"speech", "fear", "threat", "expectation", "commitment"})
_LEAST = 4
"""One in so many content words of a label must be met: a company that a label names in passing is not the matter."""
_NO_CASE = frozenset({"even", "as", "only", "what", "and", "but", "not", "except"})
"""Words before an "if" that is no case, or one that changes nothing."""
_ENDS = frozenset({",", ".", ";", "—", "–", "!", "?"})
_SUBJECT = 2
"""How many words at the start of an answer may be its own subject ("that *it* would sue")."""
_SHOWN = 4
"""How many words of an answer are shown."""
_OPENING = frozenset({"PUNCT", "SCONJ", "CCONJ"})
"""What may stand before an "if" that opens a content."""
_DEEDS = (
    r"(?:(?:sue|appeal|resign|quit|strike|walk out|boycott|veto|retaliate|picket|pull out|go to court|"
    r"take [\w’'-]+(?: [\w’'-]+)? to court|bring [\w’'-]+ down|bring down|down tools|stop work)\b|"
    r"leave(?= the\b| town\b| office\b)|move(?= away\b| abroad\b| out\b| elsewhere\b))(?! for\b)"
)
"""Harm that is done in answer to something."""
_ENDINGS = r"(?:block|withdraw|stop|halt|close|shut|cut|cancel|suspend|leave|move|march|protest)\b"
_OBSTACLES = (
    r"(?![^,;]*\b(?:strikes?|protests?|objections?|vetos?|boycott|blockade|campaign|lawsuits?|suit|appeal|fire)\b)"
)
"""What it is no harm to end ("to *stop the strike* if wages rise")."""
_HARM = re.compile(rf"\W*(?:to )?(?:{_DEEDS}|{_ENDINGS}{_OBSTACLES})", re.IGNORECASE)
_OWN_HARM = re.compile(
    rf"\W*(?:that )?(?:(?:it|he|she|they|we|I)(?: will| would|['’]ll|['’]d) (?:all )?{_DEEDS})", re.IGNORECASE
)
_POINTING = frozenset({"it", "this", "that", "them", "these", "those", "so"})
_STATES = frozenset({"stay", "remain"})
_SAID_OF = frozenset({"acomp", "attr", "oprd"})
_WITHOUT = re.compile(
    r"^\W*(?:(?:and|but) )?without (?:(?P<it>it|them|this|that)|(?P<thing>(?:[\w'’-]+ ){0,3}?[\w'’-]+))"
    r"(?=,| (?:I|we|he|she|they|you|it|there|the)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted, as something else is bound to it or would go wrong without it."""

    side: int
    """+1 for what the label names, -1 against it."""
    words: str
    """The words that tell that."""


def find_wish(
    tokens: Sequence[Token], before: str, attitude: Found | None, label: LabelReading, lexicon: StanceLexicon
) -> Wish | None:
    """The clause in a content that something else is bound to, where it names the matter and the rest does not.

    A content with its own binding word mostly binds a readiness towards the matter, which then has another name; only
    an "unless" behind a threat or a plain forecast does not.

    Args:
        before: the words of the sentence before the content.
        attitude: the attitude of the cue.
    """
    said = words_of(before)
    opener = _BEFORE.search(before, said)
    if opener is None and (ready := _READY.search(before, said)) is not None and _is_ready(before, lexicon):
        opener = ready
    if opener is not None:
        return _bound(tokens, before[: opener.start()], opener.group(1), label, lexicon)
    if attitude is not None and attitude.attitude.name not in _THREATENING:
        return None
    if (answered := _answered(tokens, attitude, label, lexicon)) is not None:
        return answered
    place = next((n for n, token in enumerate(tokens) if token.lower_ == "unless"), None)
    if place is None:
        return None
    main = tokens[:place]
    if any(token.lower_ in _POINTING for token in main):
        return None
    if names_any(main, label):
        return None
    return _bound(tokens[place + 1 :], "" if main else before, tokens[place].text, label, lexicon)


def _answered(
    tokens: Sequence[Token], attitude: Found | None, label: LabelReading, lexicon: StanceLexicon
) -> Wish | None:
    """A case that the holder would answer with harm ("would sue *if* the link goes ahead"): it is not wanted."""
    place = next((n for n, token in enumerate(tokens) if token.lower_ == "if"), None)
    if place is None or (place and tokens[place - 1].lower_ in _NO_CASE):
        return None
    end = next((n for n in range(place, len(tokens)) if tokens[n].text in _ENDS), len(tokens))
    if any(token.pos_ not in _OPENING for token in tokens[:place]):
        main, case = tokens[:place], tokens[place + 1 : end]
    else:
        main, case = tokens[end + 1 :], tokens[place + 1 : end]
    text = text_of(main)
    threatened = attitude is not None and attitude.name == "threat"
    if not (_HARM if threatened else _OWN_HARM).match(text) or {t.lower_ for t in main[_SUBJECT:]} & _POINTING:
        return None
    if names_any(main, label):
        return None
    wish = _bound(case, "", tokens[place].text, label, lexicon)
    if wish is None or (wish.side < 0 and relate(case, label, lexicon).origin == "label"):
        return None
    return Wish(-wish.side, f"{' '.join(text.split()[:_SHOWN])} … if")


def missing_without(around: str, content: str, label: LabelReading) -> Wish | None:
    """The side of a content that tells what happens without the matter, if it does and if that is bad.

    Args:
        around: the sentence without the content.
    """
    match = _WITHOUT.match(around) or _WITHOUT.match(content)
    if match is None:
        return None
    words = match.group().strip(" ,")
    thing = WORD.findall(match["thing"] or "")
    if match["it"] or any(names_operator(label, word) for word in thing):
        return Wish(1, words)
    named = next((stem(word) for word in thing if stem(word) in label.core), None)
    return None if named is None else Wish(label_sign(label, named), words)


def _bound(clause: Sequence[Token], main: str, words: str, label: LabelReading, lexicon: StanceLexicon) -> Wish | None:
    stems = {stem(word) for word in WORD.findall(main)}
    if stems & label.core:
        return None
    end = next((n for n, token in enumerate(clause) if token.text in {".", ";", "?", "!"}), len(clause))
    relation = relate(clause[:end], label, lexicon)
    if not relation.sign or relation.overlap * _LEAST < len(label.stems):
        return None
    if not relation.words and any(token.lemma_ in _STATES for token in clause):
        return None
    gone = any(is_gone(token) for token in clause if token.dep_ in {"ROOT", "advcl", "ccomp", "relcl"})
    shut = not relation.words and any(token.lower_ in SHUT and token.dep_ in _SAID_OF for token in clause[:end])
    gone = gone or shut  # "unless the pit *is closed*"
    return Wish(-relation.sign if gone else relation.sign, words)


def _is_ready(main: str, lexicon: StanceLexicon) -> bool:
    found = find_attitude(main, lexicon)
    return found is not None and not found.negated and found.attitude.name in {"readiness", "opposition-dropped"}
