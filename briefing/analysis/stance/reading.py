"""One attribution and its issue in; a `Reading` out: everything in the words that bears on the stance.

The reading is composed, after the structure of the sentence: the attitude of the cue with its negation, the direction
between the content and the label along the path of the parse, what the content itself judges or demands, conditions,
and the words around. Rules (`rules.py`) and the linear model (`classifier.py`) both start from it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Doc

from briefing.analysis.entities.columns import columns_of
from briefing.analysis.layers import Actor, Attribution
from briefing.analysis.stance.attitudes import NEGATION, Found, attitude_of_deed, attitude_with, find_attitude
from briefing.analysis.stance.clause import Clause, read_clause
from briefing.analysis.stance.deed import behind_attitude, doing_verb, is_deed, words_of_deed
from briefing.analysis.stance.evaluate import evaluate
from briefing.analysis.stance.labels import LabelReading, names_operator, read_label
from briefing.analysis.stance.lexicon import StanceLexicon
from briefing.analysis.stance.own import POINTING, OwnAttitude, find_own_attitudes, points_back
from briefing.analysis.stance.purpose import purpose_of
from briefing.analysis.stance.relation import NO_RELATION, Relation, relate
from briefing.analysis.stance.screened import words_of
from briefing.analysis.stance.tokens import Token, tokens_of
from briefing.analysis.stance.wish import Wish, find_wish, missing_without
from briefing.model import Issue, Span

QUOTED = re.compile('["“][^"“”]*(?:["”]|$)')
_POSSIBLE = re.compile(r"\b(?:would|could)\b|['’]d\b", re.IGNORECASE)
_CUE_LEAD = 24
"""How far from the start of a content its cue may stand, in characters: "has repeatedly", "did not formally"."""
_AFTER = 30
_ENDED = re.compile(
    r"\b(?:end|ends|ended|ending|drops?|dropped|withdrew|withdraws?|withdrawn|abandons?|abandoned) "
    r"(?:its|his|her|their) $",
    re.IGNORECASE,
)
"""What stands before a cue that is a noun and undoes it ("*ended its* support for")."""
_PREFERRING = re.compile(r"\b(?:prefer|plump|would (?:rather|sooner))|['’]d (?:rather|sooner)\b", re.IGNORECASE)
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
_TELLING = re.compile(r"\b(?:say|tell|know|ask|decide|explain|confirm|disclose|predict)$", re.IGNORECASE)
"""Verbs whose "if" or "when" opens a question that they leave open ("would say *when* talks would end")."""
_NEITHER = re.compile(
    r"(?:neither|nobody|no one|none(?! other than)|(?:hardly|scarcely|barely) any|not a single|not one|not even|few|"
    r"no(?! ?\.? ?\d| (?:fewer|less) than))\b",
    re.IGNORECASE,
)
"""A source that denies what its verb says ("*Neither* the mayor nor the council supports it")."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAST_TAGS = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"has", "have", "is", "are", "'ve", "’ve"})
_BESIDE = frozenset({"advcl", "relcl"})
"""Clauses that the verb above them says nothing of ("*while welcoming the levy*, it warned")."""
_SUPPOSING = frozenset({"if", "unless", "whether"})
_NAME = re.compile(r"\b[A-Z]\w{2,}")
_WORD = re.compile(r"\w+")
_PREPOSITIONS = frozenset({"of", "against", "into", "on", "for", "to", "by", "with", "from"})


@dataclass(slots=True)
class Reading:
    """What was read out of one statement."""

    cue: str
    content: str
    sentence: str
    """The sentence of the content without the content: source, cue and what stands around."""
    around: str
    """The same without what is quoted in it."""
    before: str
    """The sentence before, in the same block; empty where there is none."""
    label: LabelReading
    words: frozenset[str] = field(init=False)
    """The words of cue and content in lower case, among which a `Screened` expression looks for its own."""
    after: str = ""
    """What follows the content, up to a few words."""
    source: str = ""
    """The words of the source; empty where there is none."""
    tense: str = ""
    """Tags of the verbs of the cue, with its negation ("VBD", "MD RB VB")."""
    cue_attitude: Found | None = None
    opening_attitude: Found | None = None
    """Attitude that the content itself states near its start ("we oppose …")."""
    before_attitude: Found | None = None
    """Attitude of the sentence before, where the cue has no side of its own."""
    relation: Relation = NO_RELATION
    """How the content stands to the label."""
    pointing: bool = False
    """Whether the content only points to something named before ("it", "the proposal")."""
    clause: Clause | None = None
    """What the main clause says of the matter, where the cue is neutral."""
    denied: Clause | None = None
    """The same where the cue denies the content."""
    own: tuple[OwnAttitude, ...] = ()
    """Attitudes that the content states as the holder's own, in its order."""
    wish: Wish | None = None
    """What the statement binds something else to, where that is the matter."""
    missing: Wish | None = None
    """The same where the content tells what happens without the matter ("Without it")."""
    value: float = 0.0
    norm: float = 0.0
    value_words: tuple[str, ...] = ()
    norm_words: tuple[str, ...] = ()
    strong_condition: str = ""
    weak_condition: str = ""
    claim: bool = False
    """Whether the content is headed by a noun for somebody else's words ("the suggestion")."""
    holder_kinds: tuple[str, ...] = ()
    holder_in_label: str = ""
    """How the label names the holder: "owner" ("Vessby's plan"), "first", "inside", the preposition before, or ""."""
    dated: str = ""
    """A year gone by to which the clause of the cue is dated ("In *2013* he embraced"); empty where there is none."""
    latest_year: int = 0
    """The latest year that the text names; 0 where it names none."""
    supposed: str = ""
    """The conjunction that makes the cue's own clause a mere case ("*if* the mayor vetoes it")."""
    source_side: int = 0
    source_words: str = ""

    def __post_init__(self) -> None:
        """Take cue and content apart."""
        self.words = words_of(f"{self.cue} {self.content}")


class Reader:
    """Reads the statements of one Doc."""

    def __init__(self, doc: Doc, lexicon: StanceLexicon) -> None:
        self._lexicon = lexicon
        columns = columns_of(doc)
        self.text = "".join(
            [word + " " if spaced else word for word, spaced in zip(columns.text, columns.spaced, strict=True)]
        )
        """The text of the Doc, put together from the columns: spaCy would make an object of each token for it."""
        self._starts, self._ends, self._sentences = columns.start, columns.end, columns.sentence_start
        self._blocks = [block.start for block in doc._.briefing_blocks]
        self._tokens: list[Token] = tokens_of(columns)
        self._attitudes: dict[str, Found | None] = {}
        self._labels: dict[str, LabelReading] = {}
        self._years = [number for number, word in enumerate(columns.text) if word.isdigit() and _YEAR.fullmatch(word)]
        self._latest = max((int(columns.text[number]) for number in self._years), default=0)
        self._actors: dict[str, Actor] = {actor.id: actor for actor in doc._.briefing_actors}

    def tokens(self, span: Span) -> list[Token]:
        """The tokens that a span touches."""
        return self._tokens[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]

    def sentence(self, token: int) -> tuple[int, int]:
        """First token of the sentence around a token, and the first after it."""
        number = bisect_right(self._sentences, token)
        following = self._sentences[number : number + 1] or [len(self._starts)]
        return self._sentences[number - 1], following[0]

    def span(self, first: int, end: int) -> Span:
        """The characters of the tokens from `first` up to `end`."""
        return Span(self._starts[first], self._ends[end - 1])

    def read(self, attribution: Attribution, issue: Issue | None) -> Reading:
        """Read one attribution against its issue (or none)."""
        lexicon, text = self._lexicon, self.text
        label = self._label(issue)
        stated = [token for span in attribution.content for token in self.tokens(span)]
        sentence, before = self._around(stated, {token.i for token in stated})
        said, deed = without_cue(attribution)
        tokens = [token for span in said for token in self.tokens(span)]
        inside = {token.i for token in tokens}
        content = " ".join(span.of(text).strip() for span in said)
        if deed:
            cue = self._with_particle(deed)
        else:
            cue = attribution.cue.of(text) if attribution.cue else self._governing_words(tokens, inside)
            begun = attribution.cue.start if attribution.cue else 0
            if ended := _ENDED.search(text, max(0, begun - _AFTER), begun):
                cue = f"{ended.group()}{cue}"
        if attribution.source and _NEITHER.match(text, attribution.source.start):
            cue = f"not {cue}"
        acted = bool(deed) or attribution.form == "action"
        if (acted or is_deed(tokens)) and (
            purpose := purpose_of(cue if acted else "", tokens, label, lexicon)
        ) is not None:
            cue, tokens = purpose
            content = "".join(token.text_with_ws for token in tokens).strip()
        reading = Reading(
            cue=cue,
            content=content,
            sentence=sentence,
            around=QUOTED.sub(" ", sentence),
            before=before,
            label=label,
        )
        reading.after = text[attribution.content[-1].end :][:_AFTER]
        reading.source = attribution.source.of(text) if attribution.source else ""
        reading.pointing = bool(POINTING.match(content))
        reading.cue_attitude = attitude_with(cue, content, lexicon)
        reading.opening_attitude = find_attitude(content[:90], lexicon, with_object=True)
        rumoured = _is_hearsay(reading.cue_attitude) and bool(tokens) and tokens[0].tag_ == "TO"
        if not deed and _is_neutral(reading.cue_attitude) and (rumoured or is_deed(tokens)):
            done = tokens[1:] if rumoured else tokens
            told = attitude_of_deed(*words_of_deed(done), lexicon)
            if rumoured and told is not None and (told.attitude.name in _WISHES or NEGATION.search(f"{cue} to")):
                told = None
            reading.cue_attitude = told or reading.cue_attitude
            reading.pointing = reading.pointing or (told is not None and points_back(behind_attitude(done, told.end)))
        attitude = reading.cue_attitude
        if attitude is None or not attitude.sign:
            reading.before_attitude = self._attitude_of(before)
        spoken = attitude.words if attitude is not None and attitude.words not in cue else ""
        opening = reading.opening_attitude
        if not spoken and opening and opening.sign > 0 and _is_neutral(attitude):
            spoken = opening.words  # the "not" of "she would not back down" turns nothing round
        wanted = attitude is not None and attitude.name == "demand"
        opposed = attitude is not None and attitude.name in _AGAINST and attitude.sign < 0
        felt = attitude is not None and attitude.sign != 0 and attitude.attitude.name not in _OF_OTHER_THINGS
        preferred = _PREFERRING.search(cue) is not None
        reading.relation = relate(tokens, label, lexicon, spoken, wanted, opposed, preferred, felt)
        if tokens and _is_neutral(attitude):
            called = attitude is not None and attitude.attitude.name == "judgement"
            reading.clause = read_clause(tokens, label, lexicon, called, bool(_INSISTING.search(cue)))
            names = f"{reading.source} {self._names_of(attribution)}"
            reading.own = find_own_attitudes(tokens, names, label, lexicon)
        if attitude is not None and attitude.name == "denial":
            reading.denied = read_clause(tokens, label, lexicon)
        if attitude is None and attribution.cue is not None:
            self._read_doing(reading, self.tokens(attribution.cue), tokens)
        reading.wish = find_wish(tokens, self._before(stated), attitude, label, lexicon)
        reading.missing = missing_without(sentence, content, label)
        reading.value, reading.norm, reading.value_words, reading.norm_words = evaluate(content, label, lexicon)
        reading.latest_year = self._latest
        reading.tense = self._tense(attribution.cue)
        reading.dated = self._past_year(attribution.cue)
        reading.supposed = self._supposed(attribution.cue)
        self._describe_holder(reading, attribution, issue)
        _find_conditions(reading, lexicon)
        if hit := lexicon.sources.first(reading.source or sentence):
            reading.source_side, reading.source_words = 1 - 2 * hit.group, hit.words
        return reading

    def _read_doing(self, reading: Reading, cue: list[Token], tokens: list[Token]) -> None:
        """Read a cue that brings its content about or ends it ("*extended* the lease"): a plan."""
        verb = doing_verb(cue, tokens, self._lexicon)
        if verb is None:
            return
        relation = relate([verb, *tokens], reading.label, self._lexicon)
        if relation.sign and (relation.overlap or names_operator(reading.label, verb.lemma_)):
            plan = next(one for one in self._lexicon.attitudes if one.name == "commitment")
            reading.cue_attitude = Found(plan, verb.text, 1, False)
            reading.relation = relation

    def _names_of(self, attribution: Attribution) -> str:
        actors = [self._actors[holder] for holder in attribution.holders if holder in self._actors]
        return " ".join(name for actor in actors for name in (actor.name, *actor.aliases))

    def _before(self, tokens: list[Token]) -> str:
        """The words of the sentence before a content."""
        return self.text[self._starts[self.sentence(tokens[0].i)[0]] : tokens[0].idx] if tokens else ""

    def _attitude_of(self, sentence: str) -> Found | None:
        """The attitude of a whole sentence; neighbouring statements ask for the same one."""
        if sentence not in self._attitudes:
            self._attitudes[sentence] = find_attitude(sentence, self._lexicon) if sentence else None
        return self._attitudes[sentence]

    def _label(self, issue: Issue | None) -> LabelReading:
        label = "" if issue is None else issue.label
        if label not in self._labels:
            self._labels[label] = read_label(label, self._lexicon.operators)
        return self._labels[label]

    def _tense(self, cue: Span | None) -> str:
        """Tags of the verbs of a cue and of its negation."""
        tokens = self.tokens(cue) if cue else ()
        return " ".join(token.tag_ for token in tokens if token.tag_[:1] in {"V", "M"} or token.dep_ == "neg")

    def _past_year(self, cue: Span | None) -> str:
        """The year that dates the finite past verb of a cue, if it is before the latest year of the text."""
        tokens = self.tokens(cue) if cue else []
        verb = next((token for token in tokens if token.pos_ in {"VERB", "AUX"}), None)
        if verb is None or not _PAST_TAGS & {t.tag_ for t in tokens} or _PRESENT & {t.lower_ for t in tokens}:
            return ""
        first, end = self.sentence(verb.i)
        for number in self._years:
            if first <= number < end and int(self._tokens[number].text) < self._latest:
                token = self._tokens[number]
                while token.head.head != token.head and token.head != verb:
                    token = token.head
                if token.head == verb and token.dep_ in {"prep", "npadvmod", "advmod"}:
                    return self._tokens[number].text
        return ""

    def _supposed(self, cue: Span | None) -> str:
        """The "if" or "unless" that opens the clause of a cue."""
        for token in self.tokens(cue) if cue else ():
            if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
                mark = next((c for c in token.children if c.dep_ == "mark" and c.lower_ in _SUPPOSING), None)
                return mark.text if mark is not None else ""
        return ""

    def _describe_holder(self, reading: Reading, attribution: Attribution, issue: Issue | None) -> None:
        """What kind of stakeholder the holder is, and whether the label names him."""
        actors = [self._actors[holder] for holder in attribution.holders if holder in self._actors]
        reading.holder_kinds = tuple(sorted({actor.kind for actor in actors}))
        if issue is None:
            return
        names = {word for actor in actors for name in (actor.name, *actor.aliases) for word in _NAME.findall(name)}
        previous = ""
        for match in _WORD.finditer(issue.label):
            if match.group() in names:
                owner = issue.label[match.end() : match.end() + 2] in {"'s", "’s", "s'", "s’"}
                place = previous.casefold() if previous.casefold() in _PREPOSITIONS else "inside"
                reading.holder_in_label = "owner" if owner else "first" if not previous else place
                return
            previous = match.group()

    def _with_particle(self, cue: Span) -> str:
        """The words of a cue, with the particle of its verb that stands behind the object ("ruled that *out*")."""
        tokens = self.tokens(cue)
        particles = [c.text for t in tokens for c in t.children if c.dep_ == "prt" and c.i > tokens[-1].i]
        return " ".join((cue.of(self.text), *particles))

    def _governing_words(self, tokens: list[Token], inside: set[int]) -> str:
        """The words that govern a content whose cue is not known: up to the first verb, with its small dependents."""
        chain: set[int] = set()
        sentences = {self.sentence(token.i)[0] for token in tokens}
        for token in tokens:
            if token.head.i in inside:
                continue
            while token.dep_ == "conj":
                token = token.head
            head = token.head
            if token.dep_ in _BESIDE or head == token:
                continue
            for _ in range(3):
                if head.i in inside or self.sentence(head.i)[0] not in sentences:
                    break
                chain.add(head.i)
                if head.pos_ in {"VERB", "AUX"} or head.head == head:
                    break
                head = head.head
        words = set(chain)
        for i in chain:
            for child in self._tokens[i].children:
                small = child.dep_ in {
                    "aux", "neg", "prt", "prep", "acomp", "xcomp", "advmod", "auxpass", "attr", "dobj", "agent",
                }  # fmt: skip
                if small and child.i not in inside and child.pos_ != "PROPN":
                    words.add(child.i)
        before = self._tokens[tokens[0].i - 1] if tokens and tokens[0].i else None
        if before is not None and before.lower_ in _PREPOSITIONS and before.head.i in {*chain, *inside} and chain:
            words.add(before.i)
        return " ".join(self._tokens[i].text for i in sorted(words))

    def _around(self, tokens: list[Token], inside: set[int]) -> tuple[str, str]:
        """The rest of the sentence, and the sentence before in the same block (without its quotations)."""
        if not tokens:
            return "", ""
        (first, _), (_, end) = self.sentence(tokens[0].i), self.sentence(tokens[-1].i)
        edges = [*self._starts[first : end + 1], len(self.text)]
        gaps = pairwise((first - 1, *sorted(i for i in inside if first <= i < end), end))
        rest = "".join(self.text[edges[left + 1 - first] : edges[right - first]] for left, right in gaps)
        number = bisect_right(self._blocks, tokens[0].idx)
        block_start = self._blocks[number - 1] if number else self._starts[0]
        before = ""
        if first > 0 and self._starts[first] > block_start:
            before = QUOTED.sub(" ", self.span(*self.sentence(first - 1)).of(self.text))
        return rest, before


def without_cue(attribution: Attribution) -> tuple[tuple[Span, ...], Span | None]:
    """The content without the cue where both are one phrase ("rejects the toll"), and the cue from the phrase's start.

    Without this the cue would turn the direction of the content a second time. The second value is None where the cue
    stands outside the content, or is all of it. A piece of the content that is nothing but the cue is left out.
    """
    cue = attribution.cue
    if cue is None:
        return attribution.content, None
    for number, span in enumerate(attribution.content):
        if span.start <= cue.start < span.end and cue.end < span.end and cue.start - span.start < _CUE_LEAD:
            rest = (Span(cue.end, span.end), *attribution.content[number + 1 :])
            return (*attribution.content[:number], *rest), Span(span.start, cue.end)
        if span == cue and len(attribution.content) > 1:
            return (*attribution.content[:number], *attribution.content[number + 1 :]), cue
    return attribution.content, None


def is_anchored(reading: Reading) -> bool:
    """Whether the words of a statement name the matter, point to it, or take a side by their cue."""
    if reading.relation.overlap or reading.pointing or (reading.cue_attitude is not None and reading.cue_attitude.sign):
        return True
    return any(own.pointing or own.relation for own in reading.own)


def _is_neutral(attitude: Found | None) -> bool:
    """Whether a cue only tells or calls, so that the content itself may say the side."""
    return attitude is None or attitude.attitude.name in _NEUTRAL


def _is_hearsay(attitude: Found | None) -> bool:
    """Whether a cue tells by hearsay what its infinitive says ("is said *to oppose* it")."""
    return attitude is not None and attitude.name == "hearsay"


def _find_conditions(reading: Reading, lexicon: StanceLexicon) -> None:
    whole = f"{reading.cue} {reading.content}"
    if hit := lexicon.strong_conditions.first(whole):
        reading.strong_condition = hit.words
    elif (
        _POSSIBLE.search(reading.cue)
        and (match := _IF.search(reading.content))
        and (match.start() or not _TELLING.search(reading.cue))
    ):
        reading.strong_condition = match.group()
    if hit := lexicon.weak_conditions.first(reading.content):
        reading.weak_condition = hit.words
