"""A `Reading` in; named numbers for the linear model out."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.analysis.issues.words import STOP, stem
from briefing.analysis.stance.direction.labels import WORD
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.screened import Screened

_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?|!")
_COMMON = re.compile(r"(?<![\w'’-])[a-z][a-z-]+\b(?!['’]t)")
"""Words that are no names."""
_QUOTED = re.compile('["“”]')
_NUMBER = re.compile(r"\d")
_FIRST_PERSON = Screened(r"\b(?:we|our|i|us|my)\b", "we our i us my")
_FUTURE = Screened(r"\b(?:will|would|could|may|might)\b", "will would could may might")
_NOT = Screened(r"\bnot\b|n['’]t\b|\bno\b|\bnever\b", "not t no never")
_IF = Screened(r"\b(?<!even )if\b", "if")
_WOULD = re.compile(r"\b(?:would|could|will)\b", re.IGNORECASE)
_WHETHER = Screened(r"\bwhether\b", "whether")
_FEW_WORDS = r"((?:[\w'’-]+ ?){1,4})"
_WITHOUT = Screened(rf"\bwithout {_FEW_WORDS}", "without")
_ONLY = Screened(rf"\bonly {_FEW_WORDS}", "only")
_CONDITION = Screened(r"\b(?:if|unless|once|provided|only) ([^,.;]*)", "if unless once provided only")


def features_of(reading: Reading, decision: Decision | None, lexicon: StanceLexicon) -> dict[str, float]:
    """The features of a statement, absent ones left out; what the rules decided is one of them.

    Words of the content count without names and without what the label itself says, so that the model learns how people
    argue ("jobs", "late", "risk") and not what articles are about; training keeps those that many articles use.
    """
    found: dict[str, float] = {"bias": 1.0}
    _cue(reading, found)
    _content(reading, found)
    _own(reading, found)
    if reading.clause is not None:
        found["clause side"] = reading.clause.side
        found[f"clause side, {reading.clause.kind}"] = reading.clause.side
    _relation(reading, found)
    _reach(reading, found)
    _triggers(reading, lexicon, found)
    _holder(reading, found)
    _words(reading, lexicon, found)
    found[f"rule={decision.stance if decision else 'none'}"] = 1
    return {name: value for name, value in found.items() if value}


def _cue(reading: Reading, found: dict[str, float]) -> None:
    attitude = reading.cue_attitude
    found[f"cue={attitude.name if attitude else 'none'}"] = 1
    found["cue side"] = attitude.sign if attitude else 0
    found["no cue"] = not reading.cue.strip()
    found["quoted"] = bool(_QUOTED.search(reading.content))
    if reading.before_attitude and reading.before_attitude.sign:
        found["before side"] = reading.before_attitude.sign
    found["source side"] = reading.source_side


def _content(reading: Reading, found: dict[str, float]) -> None:
    words = reading.content.casefold()
    found["value"] = max(-2.0, min(2.0, reading.value))
    found["value for"] = reading.value > 0.3
    found["value against"] = reading.value < -0.3
    found["norm"] = max(-1.0, min(1.0, reading.norm))
    found["norm words"] = bool(reading.norm_words)
    found["question"] = "?" in words
    found["length"] = min(1.0, len(words) / 200)
    found["short"] = len(words) < 30
    found["infinitive"] = words.startswith(("to ", "not to "))
    found["clause"] = words.startswith("that ")
    found["pointing"] = reading.pointing
    found["number"] = bool(_NUMBER.search(words))
    found["first person"] = bool(_FIRST_PERSON.search(words, reading.words))
    found["future"] = bool(_FUTURE.search(words, reading.words))
    found["not"] = bool(_NOT.search(words, reading.words))
    opening = reading.opening_attitude
    if opening:
        found[f"opening={opening.name}"] = 1
        found["opening side"] = opening.sign


def _holder(reading: Reading, found: dict[str, float]) -> None:
    label = reading.label.sign
    for kind in reading.holder_kinds:
        found[f"holder={kind}"] = 1
        found[f"holder={kind} label={label}"] = 1
        found[f"holder={kind} value"] = found["value"]
    if reading.holder_in_label:
        found["holder in label"] = 1
        found[f"holder in label: {reading.holder_in_label}"] = 1
        found[f"holder in label, label={label}"] = 1


def _words(reading: Reading, lexicon: StanceLexicon, found: dict[str, float]) -> None:
    """The words of cue and content by stem; closed-class words of the content and neighbouring pairs of them."""
    for word in reading.cue.casefold().split():
        found[f"cue word {stem(word)}"] = 1
    words = _WORDS.findall(reading.content.casefold().replace("’", "'"))
    known = [word if word in lexicon.closed_class or word == "!" else "" for word in words]
    for word in known:
        if word:
            found[f"word {word}"] = 1
    for first, second in pairwise(known):
        if first and second:
            found[f"words {first} {second}"] = 1
    found[f"first word {known[0] if known else ''}"] = 1
    for word in _COMMON.findall(reading.content):
        if word not in lexicon.closed_class and word not in STOP and (root := stem(word)) not in reading.label.stems:
            found[f"content word {root}"] = 1


def _own(reading: Reading, found: dict[str, float]) -> None:
    """The first attitude that the content states as the holder's own."""
    own = next((own for own in reading.own if own.found.sign), None)
    if own is None:
        return
    side = own.found.sign * (own.relation or 1)
    how = "quoted" if own.quoted else "told"
    found["own side"] = side
    found[f"own side, {how}"] = side
    found[f"own={own.found.attitude.name}"] = 1
    found[f"own={own.found.attitude.name} side"] = side
    found["own side, named"] = side * bool(own.relation or own.pointing)


def _relation(reading: Reading, found: dict[str, float]) -> None:
    cue = reading.cue_attitude.sign if reading.cue_attitude else 0
    opening = reading.opening_attitude.sign if reading.opening_attitude else 0
    relation, label = reading.relation.sign, reading.label.sign
    name = reading.cue_attitude.attitude.name if reading.cue_attitude else "none"
    found["overlap"] = min(2, reading.relation.overlap)
    found["label sign"] = label
    found["relation"] = relation
    found["operator"] = bool(reading.relation.words)
    direction = relation or 1
    found["cue x relation"] = cue * relation
    found["cue x direction"] = cue * direction
    found["cue x label"] = cue * label
    found["opening x direction"] = opening * direction
    found["value x label"] = found["value"] * label
    found["value x relation"] = found["value"] * relation
    found["value x direction"] = found["value"] * direction
    found["value of what is named"] = found["value"] * (relation or label) * bool(reading.relation.overlap)
    found["norm x direction"] = found["norm"] * direction
    found["norm x relation"] = found["norm"] * relation
    found["value x overlap"] = found["value"] * bool(reading.relation.overlap)
    found["cue x value"] = cue * found["value"]
    found["judgement x value"] = found["value"] * (name == "judgement")
    found["judgement x value x label"] = found["value"] * label * (name == "judgement")
    found["source x label"] = reading.source_side * label
    found[f"cue={name} direction={direction}"] = 1
    found[f"cue={name} overlap={bool(reading.relation.overlap)}"] = 1
    found[f"cue={name} label={label}"] = 1
    how = reading.relation.origin
    found[f"cue x relation from {how}"] = cue * direction
    found[f"cue={name} relation from {how} {relation}"] = 1
    found["about person"] = reading.relation.about_actor
    found["cue x person"] = cue * reading.relation.about_actor
    found[f"cue={name} person={reading.relation.about_actor}"] = 1
    found["rival"] = bool(reading.relation.rival)
    found["cue x rival"] = cue * bool(reading.relation.rival)
    found["claim"] = reading.relation.claim
    found["cue x claim"] = cue * reading.relation.claim
    found[f"cue={name} claim={reading.relation.claim}"] = 1
    shape = "points" if reading.pointing else "names" if reading.relation.overlap else "neither"
    side = "for" if cue > 0 else "against" if cue < 0 else "none"
    found[f"cue={name} {side} {shape} relation={relation}"] = 1


def _reach(reading: Reading, found: dict[str, float]) -> None:
    """What the label names stands behind "without", behind "only" or in a condition, or something else does."""
    if match := _WITHOUT.search(reading.content, reading.words):
        if _names(match.group(1), reading):
            found["without it"] = 1
            found["without it x label"] = reading.label.sign
            found["without it x value"] = found["value"]
            found["without it, value against"] = found["value against"]
        else:
            found["without something else"] = 1
    if match := _CONDITION.search(reading.content, reading.words):
        rest = reading.content[: match.start()] + reading.content[match.end() :]
        where = "it" if _names(match.group(1), reading) else "something else"
        found[f"condition names {where}, rest names it={_names(rest, reading)}"] = 1
    if match := _ONLY.search(reading.content, reading.words):
        found["only it" if _names(match.group(1), reading) else "only something else"] = 1


def _names(words: str, reading: Reading) -> bool:
    """Whether words share a stem with what the label is about."""
    return any(stem(word) in reading.label.core for word in WORD.findall(words))


def _triggers(reading: Reading, lexicon: StanceLexicon, found: dict[str, float]) -> None:
    attitude = reading.cue_attitude
    stance = attitude.attitude.stance if attitude else None
    found["strong condition"] = bool(reading.strong_condition)
    found["weak condition"] = bool(reading.weak_condition)
    found["if"] = bool(_IF.search(reading.content, reading.words))
    found["would if"] = bool(found["if"] and _WOULD.search(reading.content))
    found["ready and condition"] = stance == "conditional" and bool(reading.weak_condition)
    found["contrast"] = bool(lexicon.contrasts.first(reading.content))
    found["both values"] = found["contrast"] * (abs(reading.value) < 0.5 and len(reading.value_words) > 1)
    found["whether"] = bool(_WHETHER.search(reading.content, reading.words))
    found["strong condition outside"] = bool(lexicon.strong_conditions.first(reading.sentence))
    opening = reading.opening_attitude
    if opening and opening.attitude.stance:
        found[f"opening decides {opening.attitude.stance}"] = 1
