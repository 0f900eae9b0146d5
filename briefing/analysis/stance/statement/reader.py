"""One attribution and its issue in; a `Reading` out: everything in the words that bears on the stance.

The reading is composed, after the structure of the sentence: the attitude of the cue with its negation, the direction
between the content and the label along the path of the parse, what the content itself judges or demands, conditions,
and the words around.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.analysis.layers import Actor, Attribution
from briefing.analysis.stance.direction.content import CueEffect
from briefing.analysis.stance.direction.labels import LabelReading, names_operator, read_label
from briefing.analysis.stance.direction.relate import relate
from briefing.analysis.stance.statement.clause import read_clause
from briefing.analysis.stance.statement.cue import (
    governing_words,
    particles_behind,
    past_year,
    predicted_by,
    supposed_by,
    tense_of,
    without_cue,
)
from briefing.analysis.stance.statement.cue_attitude import attitude_of_deed, attitude_with
from briefing.analysis.stance.statement.deed import behind_attitude, doing_verb, is_deed, words_of_deed
from briefing.analysis.stance.statement.evaluate import evaluate
from briefing.analysis.stance.statement.former import former_by
from briefing.analysis.stance.statement.holder import Holders, name_words, place_in_label, read_holders
from briefing.analysis.stance.statement.own import POINTING, find_own_attitudes, points_back
from briefing.analysis.stance.statement.own_part import Aside, joined_text, own_part
from briefing.analysis.stance.statement.purpose import purpose_of
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.statement.wish import find_wish, missing_without
from briefing.analysis.stance.words.attitudes import NEGATION, Found, attitude_named, find_attitude
from briefing.analysis.stance.words.lexicon import StanceLexicon
from briefing.analysis.stance.words.passages import Passages, unquoted
from briefing.analysis.stance.words.tokens import Token, text_of
from briefing.model import Issue

_POSSIBLE = re.compile(r"\b(?:would|could)\b|['’]d\b", re.IGNORECASE)
_OPENING = 90
"""How many characters at the start of a content may state its attitude."""
_AFTER = 30
"""How many characters before a cue and behind a content count."""
_OWN = ("its ", "his ", "her ", "their ")
_ENDED = re.compile(
    r"\b(?:end|ends|ended|ending|drops?|dropped|withdrew|withdraws?|withdrawn|abandons?|abandoned) "
    rf"(?:{'|'.join(_OWN)})$",
    re.IGNORECASE,
)
"""What stands before a cue that is a noun and undoes it ("*ended its* support for")."""
_PREFERRING = re.compile(r"\b(?:prefer|plump|would (?:rather|sooner))|['’]d (?:rather|sooner)\b", re.IGNORECASE)
_COMPARING = re.compile(r"\b(?:compar(?:e|es|ed|ing)|liken(?:s|ed|ing)?)\b", re.IGNORECASE)
_NEUTRAL = frozenset({"speech", "judgement", "hearsay"})
_AGAINST = frozenset({"opposition", "fear"})
"""Attitudes to which an "against" at the start of the content belongs ("warned | *against* the sale")."""
_OF_OTHER_THINGS = frozenset({"fear"})
"""Attitudes by which nobody hopes for a matter or is sorry about it: who fears that it will fail may be against it."""
_WISHES = frozenset({"demand", "commitment", "acceptance"})
"""Attitudes that by hearsay are mostly to something in the place of the matter ("is said to want a longer term")."""
_INSISTING = re.compile(r"\b(?:insist|assur|reassur|stress|reaffirm|reiterat|announc)\w*", re.IGNORECASE)
"""Cues that stand by what they tell ("*insisted* that the ban would stay")."""
_IF = re.compile(r"\b(?:(?<!even )if|(?<!at )once(?! (?:again|more|a)\b)|when)\b", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?:(?<=\bhas )|(?<=\bhave )|(?<=\bhad )|(?<=\bnot )|(?<=n['’]t )|(?<=\bbeen )|(?<=\bwas )|(?<=\bwere )|"
    r"(?<=\bbe )|(?<=\bis )|(?<=\bare ))provided\b(?! that\b)|provided (?:for|by|with)\b",
    re.IGNORECASE,
)
"""A participle that binds nothing ("the state *has provided* for them")."""
_TELLING = re.compile(r"\b(?:say|tell|know|ask|decide|explain|confirm|disclose|predict)$", re.IGNORECASE)
"""Verbs whose "if" or "when" opens a question that they leave open ("would say *when* talks would end")."""
_NEITHER = re.compile(
    r"(?:neither|nobody|no one|none(?! other than)|(?:hardly|scarcely|barely) any|not a single|not one|not even|few|"
    r"no(?! ?\.? ?\d| (?:fewer|less) than))\b",
    re.IGNORECASE,
)
"""A source that denies what its verb says ("*Neither* the mayor nor the council supports it")."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """The words of an attribution, parted into what tells the attitude and what it is about."""

    cue: str
    content: str
    tokens: Sequence[Token]
    """Those of the content."""
    is_deed: bool
    """Whether cue and content were one phrase ("rejects the toll")."""


class Reader:
    """Reads the statements of one Doc."""

    def __init__(self, doc: Doc, lexicon: StanceLexicon) -> None:
        self.passages = Passages(doc)
        self._lexicon = lexicon
        self._attitudes: dict[str, Found | None] = {}
        self._labels: dict[str, LabelReading] = {}
        self._actors: dict[str, Actor] = {actor.id: actor for actor in doc._.briefing_actors}
        self._holders: dict[tuple[str, ...], Holders] = {}
        self._places: dict[tuple[str, str], str] = {}
        """How a label names holders, by their names and the label."""

    def read(self, attribution: Attribution, issue: Issue | None) -> Reading:
        """Read one attribution against its issue (or none)."""
        passages = self.passages
        label = self._label("" if issue is None else issue.label)
        stated = passages.tokens_of(attribution.content)
        whole = self._part(attribution, label)
        statement, aside = self._own_part(whole, label)
        sentence = passages.around(attribution.content)
        reading = Reading(
            cue=statement.cue,
            content=statement.content,
            sentence=sentence,
            around=unquoted(sentence),
            before=passages.sentence_before(stated),
            label=label,
            after=passages.text[attribution.content[-1].end :][:_AFTER],
            source=attribution.source.of(passages.text) if attribution.source else "",
            aside=aside,
        )
        holders = self._holders_of(attribution)
        cue = passages.tokens(attribution.cue) if attribution.cue else []
        self._read_attitudes(reading, statement)
        self._read_content(reading, statement.tokens, holders)
        reading.wish = find_wish(statement.tokens, passages.opening(stated), reading.cue_attitude, label, self._lexicon)
        reading.missing = missing_without(sentence, reading.content, label)
        if reading.cue_attitude is None:
            self._read_doing(reading, cue, statement.tokens)
        self._read_time(reading, cue)
        self._read_conditions(reading)
        reading.holder_kinds = holders.kinds
        reading.holder_in_label = "" if issue is None else self._place_in_label(holders.names, issue.label)
        if hit := self._lexicon.sources.first(reading.source or sentence):
            reading.source_side, reading.source_words = 1 - 2 * hit.group, hit.words
        return reading

    def _label(self, label: str) -> LabelReading:
        if label not in self._labels:
            self._labels[label] = read_label(label, self._lexicon.operators)
        return self._labels[label]

    def _holders_of(self, attribution: Attribution) -> Holders:
        ids = attribution.holders
        if ids not in self._holders:
            self._holders[ids] = read_holders([self._actors[holder] for holder in ids if holder in self._actors])
        return self._holders[ids]

    def _place_in_label(self, names: str, label: str) -> str:
        if (names, label) not in self._places:
            self._places[names, label] = place_in_label(names, label)
        return self._places[names, label]

    def _part(self, attribution: Attribution, label: LabelReading) -> _Statement:
        """Part the words of an attribution; of a deed done with a document, its purpose is all that counts."""
        said, deed = without_cue(attribution)
        text, tokens = self.passages.text, self.passages.tokens_of(said)
        if deed:
            cue = " ".join((deed.of(text), *particles_behind(self.passages.tokens(deed))))
        else:
            cue = self._cue_outside(attribution, tokens)
        if attribution.source and _NEITHER.match(text, attribution.source.start):
            cue = f"not {cue}"
        acted = bool(deed) or attribution.form == "action"
        if acted or is_deed(tokens):
            purpose = purpose_of(cue if acted else "", tokens, label, self._lexicon)
            if purpose is not None:
                return _Statement(purpose[0], text_of(purpose[1]).strip(), purpose[1], bool(deed))
        return _Statement(cue, " ".join(span.of(text).strip() for span in said), tokens, bool(deed))

    def _own_part(self, statement: _Statement, label: LabelReading) -> tuple[_Statement, Aside | None]:
        """The statement without what its content sets against the matter, and the part that does no more than that."""
        denied, comparing = NEGATION.search(statement.cue) is not None, _COMPARING.search(statement.cue) is not None
        found = own_part(statement.tokens, label, self._lexicon, denied, comparing)
        if len(found.tokens) == len(statement.tokens):
            return statement, found.aside
        content = joined_text(found.tokens).strip(" ,;—–")
        return _Statement(statement.cue, content, found.tokens, statement.is_deed), found.aside

    def _cue_outside(self, attribution: Attribution, content: Sequence[Token]) -> str:
        """The words of a cue that is no part of its content, with what undoes it in front."""
        text = self.passages.text
        cue = attribution.cue.of(text) if attribution.cue else governing_words(content)
        begun = attribution.cue.start if attribution.cue else 0
        before = text[max(0, begun - _AFTER) : begun]
        ended = _ENDED.search(before) if before.lower().endswith(_OWN) else None
        return f"{ended.group()}{cue}" if ended else cue

    def _read_attitudes(self, reading: Reading, statement: _Statement) -> None:
        """The attitude of the cue, of the start of the content, and of the sentence before."""
        content = reading.content
        reading.pointing = POINTING.match(content) is not None
        reading.cue_attitude = attitude_with(reading.cue, content, self._lexicon)
        reading.opening_attitude = find_attitude(content[:_OPENING], self._lexicon, with_object=True)
        if not statement.is_deed and _is_neutral(reading.cue_attitude):
            self._read_deed(reading, statement.tokens)
        if reading.cue_attitude is None or not reading.cue_attitude.sign:
            reading.before_attitude = self._attitude_of(reading.before)

    def _read_deed(self, reading: Reading, tokens: Sequence[Token]) -> None:
        """Read a content that is itself what was done ("has quietly dropped it", "is said *to oppose* it")."""
        attitude = reading.cue_attitude
        by_hearsay = attitude is not None and attitude.name == "hearsay" and bool(tokens) and tokens[0].tag_ == "TO"
        if not by_hearsay and not is_deed(tokens):
            return
        done = tokens[1:] if by_hearsay else tokens
        told = attitude_of_deed(*words_of_deed(done), self._lexicon)
        if told is None or (by_hearsay and (told.attitude.name in _WISHES or NEGATION.search(f"{reading.cue} to"))):
            return
        reading.cue_attitude = told
        reading.pointing = reading.pointing or points_back(behind_attitude(done, told.end))

    def _attitude_of(self, sentence: str) -> Found | None:
        """The attitude of a whole sentence; neighbouring statements ask for the same one."""
        if sentence not in self._attitudes:
            self._attitudes[sentence] = find_attitude(sentence, self._lexicon) if sentence else None
        return self._attitudes[sentence]

    def _read_content(self, reading: Reading, tokens: Sequence[Token], holders: Holders) -> None:
        """What the content says of the matter, and what its words judge and demand."""
        attitude, label, lexicon = reading.cue_attitude, reading.label, self._lexicon
        reading.relation = relate(tokens, label, lexicon, _effect_of_cue(reading))
        if tokens and _is_neutral(attitude):
            called, insisting = _named(attitude, "judgement"), _INSISTING.search(reading.cue) is not None
            reading.clause = read_clause(tokens, label, lexicon, called, insisting)
            names = holders.name_words | name_words(reading.source)
            reading.own = find_own_attitudes(tokens, names, label, lexicon)
        if attitude is not None and attitude.name == "denial":
            reading.denied = read_clause(tokens, label, lexicon)
        reading.value, reading.norm, reading.value_words, reading.norm_words = evaluate(
            reading.content, reading.words, label, lexicon
        )

    def _read_doing(self, reading: Reading, cue: Sequence[Token], tokens: Sequence[Token]) -> None:
        """Read a cue that brings its content about or ends it ("*extended* the lease"): a plan."""
        verb = doing_verb(cue, tokens, self._lexicon)
        if verb is None:
            return
        relation = relate([verb, *tokens], reading.label, self._lexicon)
        if relation.sign and (relation.overlap or names_operator(reading.label, verb.lemma_)):
            reading.cue_attitude = Found(attitude_named("commitment", self._lexicon), verb.text, 1, False)
            reading.relation = relation

    def _read_time(self, reading: Reading, cue: Sequence[Token]) -> None:
        """When the position is held, and whether it is only supposed."""
        reading.tense = tense_of(cue)
        reading.latest_year = self.passages.latest_year
        reading.dated = past_year(cue, reading.latest_year)
        reading.supposed = supposed_by(cue)
        reading.predicted = predicted_by(cue)
        if not _is_neutral(reading.cue_attitude) or reading.cue_attitude is None:
            reading.former = former_by(cue)  # an old statement is no former one

    def _read_conditions(self, reading: Reading) -> None:
        """The words that bind the statement to a condition, or may bind it."""
        said = f"{reading.cue} {reading.content}"
        hits = self._lexicon.strong_conditions.hits(reading.content, before=reading.cue)
        if hit := next((hit for hit in hits if not _is_given(said, hit.start)), None):
            reading.strong_condition = hit.words
        elif (
            _POSSIBLE.search(reading.cue)
            and (match := _IF.search(reading.content))
            and (match.start() or not _TELLING.search(reading.cue))
        ):
            reading.strong_condition = match.group()
        if hit := self._lexicon.weak_conditions.first(reading.content):
            reading.weak_condition = hit.words


def _effect_of_cue(reading: Reading) -> CueEffect:
    """What the attitude of a cue makes of the words of its content."""
    attitude, opening = reading.cue_attitude, reading.opening_attitude
    spoken = attitude.words if attitude is not None and attitude.words not in reading.cue else ""
    if not spoken and opening and opening.sign > 0 and _is_neutral(attitude):
        spoken = opening.words  # the "not" of "she would not back down" turns nothing round
    preferred = _PREFERRING.search(reading.cue) is not None
    if attitude is None:
        return CueEffect(spoken, preferred=preferred)
    return CueEffect(
        spoken,
        wanted=attitude.name == "demand",
        opposed=attitude.name in _AGAINST and attitude.sign < 0,
        preferred=preferred,
        felt=attitude.sign != 0 and attitude.attitude.name not in _OF_OTHER_THINGS,
    )


def _is_given(said: str, place: int) -> bool:
    """Whether a "provided" is a participle that binds nothing, and no "if" before it makes it a condition."""
    return _GIVEN.match(said, place) is not None and not _IF.search(said, 0, place)


def _is_neutral(attitude: Found | None) -> bool:
    """Whether a cue only tells or calls, so that the content itself may say the side."""
    return attitude is None or attitude.attitude.name in _NEUTRAL


def _named(attitude: Found | None, name: str) -> bool:
    return attitude is not None and attitude.attitude.name == name
