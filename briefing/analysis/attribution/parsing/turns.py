"""Tokens in; turns of transcripts out: "NAME: …", "MR. NAME. …", "NAME (Seat): …", "Q. …", "A. …" and paragraphs
that go on with them.

Newspapers print hearings, interviews and debates so. Who speaks stands at the start of the block, not in a clause, so
that no parse is needed; what is said is everything after it. A paragraph without a label between two turns goes on with
the first of them if somebody speaks in it as "I", "we" or to "you"; otherwise the newspaper tells something in between.
Where the next label names the same person again, the last paragraph before it is what was asked, for nobody's label is
repeated who did not stop speaking.
A long turn is cut into its sentences, since each can take a side of its own. Bare answers, and those below questions
without any labels, are the guest's whom the head of an interview presents. What "Q", "Interviewer" and the newspaper
itself ask is nobody's statement; nor is what one of two asks whom the article names nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.guests import find_guest, initials, is_journalist
from briefing.analysis.attribution.parsing.interviews import find_answers
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.layers import Actor
from briefing.analysis.lexicon.words import load_word_lists

LABEL = re.compile(
    r"[\"“]?(?:(?P<letter>[QA])[.:]\s+(?:\((?P<bracket>(?=[^)\n]*\w)[^)\n]{2,60})\)\s*)?)?"
    r"(?:(?P<name>[A-Z][\w.’'\-]*(?: [A-Z(][\w.’'\-)]*){0,5})(?P<colon>:|(?<=[A-Z]{2})\.)\s+)?"
)
SEAT = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.’'\-]*(?: (?:[A-ZÀ-Þ][\w.’'\-]*|of|for|the|and|de|van|von)){0,11})"
    r"(?P<notes>(?: \([^()\n:]{1,60}\)){1,3})(?P<colon>:)\s+"
)
"""A label as parliaments print it, with seat and party, or with the name of whoever holds the office, in brackets."""
OFFICE_HOLDER = re.compile(r" \(([A-ZÀ-Þ][^()\n:,]* [^()\n:,]+)\)")
"""The first bracket of a label where it can hold a name."""
PRESIDING = frozenset({"speaker", "chair", "chairman", "chairwoman", "chairperson", "president"})
"""Last words of offices that presiding officers are labelled with, without an article."""
OFFICES = PRESIDING | {
    "advocate", "archbishop", "attorney", "bishop", "chamberlain", "chancellor", "commissioner", "comptroller",
    "convener", "leader", "mayor", "minister", "premier", "seal", "secretary", "solicitor", "spokesman", "spokesperson",
    "spokeswoman", "treasurer", "whip",
}  # fmt: skip
"""Words of which the label of an office with an article has one ("*The* Parliamentary *Secretary* to the Treasury")."""
PERSONAL = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Prof)\b")
"""Titles with which the name of a person begins."""
FEWEST = 3
"""Turns that an article must have: two labels with a colon are more likely subheads."""
LONG_TURN = 45
"""Tokens above which a turn is cut into its sentences."""
SHORT_SENTENCE = 5
"""Tokens below which a sentence of a long turn ("Thank you.") is no statement of its own."""
LONGEST_GREETING = 9
"""Tokens up to which a sentence that greets or thanks ("Thank you, Madam Chair.") says nothing else."""
LONGEST_INITIALS = 4
"""Letters of the label of a newspaper ("EP"), where that of the guest is initials, too."""
SPEAKING = frozenset({"i", "me", "my", "we", "us", "you", "your"})
"""Words by which a paragraph without a label shows that the speaker goes on."""
NEWSPAPER = (["i"], ["we"])
"""How a newspaper calls itself that asks somebody ("We asked Ana Ruiz")."""
ASKERS = frozenset({"q", "question"})
"""Labels of those who ask in an interview, besides what journalists are called."""

TURN = "rule: turn of a transcript"
"""Name of the rule: who speaks is plain from the form, whatever is said."""
ASKED = "rule: question of an interviewer"
"""Name of the rule for what nobody holds."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One block of a transcript."""

    block: int
    label: str
    """The name before the colon, or Q or A."""
    letter: str | None
    """Q or A, where the block begins with it."""
    source: list[int]
    cue: list[int]
    content: list[int]
    goes_on: bool = False
    """Whether it is a further paragraph of the turn before it."""
    asks: bool = False
    """Whether it is an interviewer's, who holds nothing of what is asked."""


def find_turns(tokens: Tokens, persons: Sequence[Actor] = ()) -> list[Turn]:
    """The turns of an article, in order; none if it is no transcript. `persons` are those whom it names."""
    return _labelled(tokens, persons) or _below_questions(tokens, persons)


def _below_questions(tokens: Tokens, persons: Sequence[Actor]) -> list[Turn]:
    """The questions and answers of an interview without labels."""
    guest, questions, answers = find_answers(tokens, persons)
    turns = []
    for number in sorted({*questions, *answers}):
        content = [i for i in tokens.stretch(*tokens.block_ranges[number]) if tokens.words[i].strip("*_")]
        asks = number in questions
        turns.append(Turn(number, "", None, [] if asks else guest, [], content, asks=asks))
    return [turn for turn in turns if turn.content]


def _labelled(tokens: Tokens, persons: Sequence[Actor]) -> list[Turn]:
    """The turns that labels show."""
    turns = [turn for number in range(len(tokens.blocks)) if (turn := _turn(tokens, number)) is not None]
    turns = _without_headings(tokens, turns)
    lettered = [turn for turn in turns if turn.label in ("Q", "A")]
    named = [turn for turn in turns if turn.label not in ("Q", "A")]
    if len({turn.label for turn in named}) == len(named) and len(lettered) < 2:
        named = []
    kept = [turn for turn in turns if turn in named or len(lettered) >= 2]
    if len(kept) < FEWEST:
        return []
    guest = [] if named and lettered != kept else find_guest(tokens, persons, kept[0].block, presented=False)
    spoken = _with_speakers(tokens, _with_further_paragraphs(tokens, kept), guest)
    letters = initials(tokens, persons, kept[0].block)
    spoken = [replace(turn, source=letters.get(turn.label, turn.source)) for turn in spoken]
    return _with_askers(tokens, spoken, persons, set(letters))


def _without_headings(tokens: Tokens, turns: list[Turn]) -> list[Turn]:
    """The turns without headings whose label opens no other block ("Harbour Bill: Second Reading")."""
    counts = Counter(turn.label for turn in turns)
    return [turn for turn in turns if counts[turn.label] > 1 or tokens.blocks[turn.block].kind != "heading"]


def _with_askers(tokens: Tokens, turns: list[Turn], persons: Sequence[Actor], letters: set[str]) -> list[Turn]:
    """The turns, those of an interviewer marked: by the label, or because a newspaper asks more than it says."""
    labels = {turn.label: [t for t in turns if t.label == turn.label] for turn in turns}
    in_labels = {i for turn in turns for i in turn.source}
    named = (tokens.between(m.start, m.end) for person in persons for m in person.mentions if m.form == "name")
    names = {tokens.lower[name[-1]] for name in named if in_labels.isdisjoint(name) and not _has_article(tokens, name)}
    alone = len(labels) == 2 and not names.isdisjoint(label.lower().split()[-1] for label in labels)
    asking = {label for label, own in labels.items() if _is_asker(tokens, label, own, names, alone=alone)}
    if letters & labels.keys():
        asking |= {label for label in labels if label.isupper() and len(label) < LONGEST_INITIALS} - letters
    return [replace(turn, asks=turn.asks or turn.label in asking) for turn in turns]


def _is_asker(tokens: Tokens, label: str, turns: list[Turn], names: set[str], *, alone: bool) -> bool:
    """Whether a label is an interviewer's; a senator who asks in a hearing is none.

    Args:
        tokens: of the article.
        label: the name before the colon.
        turns: those with the label.
        names: last names of the persons whom the article names elsewhere than in labels, in small letters.
        alone: whether there is one other label, or this one is, and a person who is named has one of them.
    """
    last = label.lower().split()[-1]
    if last in ASKERS or is_journalist(last):
        asking = turns[0].source
        is_newspaper = _is_journalist(tokens, asking) or [tokens.lower[i] for i in asking] in NEWSPAPER
        return not any(turn.source for turn in turns) or last != "q" or is_newspaper
    own = [turn for turn in turns if not turn.goes_on]
    questions = sum(tokens.words[turn.content[-1]] == "?" for turn in own)
    if own and 2 * questions >= len(own) and _wrote_it(tokens, label):
        return True
    asks_most = len(own) > 1 and 2 * questions > len(own)
    return (alone or label.lower().startswith("the ")) and last not in names and asks_most


def _has_article(tokens: Tokens, name: list[int]) -> bool:
    """Whether a name is a newspaper's rather than a person's: "spoke to the Gazette"."""
    return name[0] > 0 and tokens.lower[name[0] - 1] == "the"


def _wrote_it(tokens: Tokens, label: str) -> bool:
    """Whether a byline names whoever has a label."""
    bylines = (tokens.text[block.start : block.end] for block in tokens.blocks if block.kind == "byline")
    return any(re.search(rf"\b{re.escape(label)}\b", line, re.IGNORECASE) for line in bylines)


def _is_journalist(tokens: Tokens, source: list[int]) -> bool:
    return any(is_journalist(tokens.lower[i]) for i in source)


def drafts_of_turn(tokens: Tokens, turn: Turn) -> list[Draft]:
    """The statements of a turn: the whole of a short one, the sentences of a long one."""
    source, rule = ([], ASKED) if turn.asks else (turn.source, TURN)
    if len(turn.content) <= LONG_TURN:
        if _is_greeting(tokens, turn.content):
            return []
        return [Draft(source, turn.cue, turn.content, rule, confidence=0.9)]
    drafts: list[Draft] = []
    for first, last in _sentences(tokens, turn.content):
        sentence = [i for i in turn.content if first <= i < last]
        if len(sentence) >= SHORT_SENTENCE and not _is_greeting(tokens, sentence):
            drafts.append(Draft(source, turn.cue, sentence, rule, confidence=0.8))
    return drafts


def _turn(tokens: Tokens, number: int) -> Turn | None:
    block = tokens.blocks[number]
    if (seat := SEAT.match(tokens.text, block.start, block.end)) is not None:
        return _turn_of_a_seat(tokens, number, seat)
    found = LABEL.match(tokens.text, block.start, block.end)
    if found is None or not (found["letter"] or found["colon"]) or found.end() >= block.end:
        return None
    label = found["name"] or found["bracket"] or found["letter"]
    if found["name"] and not _is_speaker(found["name"]):
        return None
    if found["colon"] == "." and not (found["name"].isupper() and " " in found["name"]):
        return None
    content = tokens.between(found.end(), block.end)
    name = "name" if found["name"] else "bracket" if found["bracket"] else None
    source = tokens.between(*found.span(name)) if name else []
    cue = tokens.between(*found.span("colon")) if found["colon"] else tokens.between(*found.span("letter"))
    cue = [i for i in cue if i not in source]
    return Turn(number, label, found["letter"], source, cue, content) if content and cue else None


def _turn_of_a_seat(tokens: Tokens, number: int, found: re.Match[str]) -> Turn | None:
    """A turn whose label has brackets; who speaks is named in them where an office stands before them."""
    start, end = found.span("name")
    holder = OFFICE_HOLDER.match(found["notes"])
    if holder is not None and (_is_office(found["name"]) or (_presides(found["name"]) and PERSONAL.match(holder[1]))):
        start, end = (found.start("notes") + place for place in holder.span(1))
    name = tokens.text[start:end]
    content = tokens.between(found.end(), tokens.blocks[number].end)
    source, cue = tokens.between(start, end), tokens.between(*found.span("colon"))
    if not (content and source and cue) or not _is_speaker(name):
        return None
    return Turn(number, name, None, source, cue, content)


def _is_office(name: str) -> bool:
    """Whether a label is an office with an article ("The Minister for Health"), not a name."""
    words = re.split(r"[\s-]", name.lower())
    return words[0] == "the" and not OFFICES.isdisjoint(words)


def _presides(name: str) -> bool:
    """Whether a label is that of a presiding officer ("Mr Deputy Speaker"), whose seat may stand behind it as well."""
    return name.lower().split()[-1] in PRESIDING


def _is_greeting(tokens: Tokens, content: list[int]) -> bool:
    """Whether somebody only greets, thanks or calls to order."""
    if len(content) > LONGEST_GREETING:
        return False
    return _one_of(load_word_lists().greetings).match(tokens.text, tokens.starts[content[0]]) is not None


@lru_cache(maxsize=2)
def _one_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.I)


def _with_further_paragraphs(tokens: Tokens, turns: list[Turn]) -> Iterator[Turn]:
    """The turns, and after each the paragraphs up to the next turn in which its speaker goes on."""
    for number, turn in enumerate(turns):
        yield turn
        after = turns[number + 1] if number + 1 < len(turns) else turn
        asked = after.block - 1 if after is not turn and _is_same(turn.label, after.label) else None
        for block in range(turn.block + 1, after.block):
            if block == asked:
                yield from _between_answers(tokens, turn, block)
                break
            content = _further_paragraph(tokens, block)
            if not content:
                break
            yield replace(turn, block=block, content=content, goes_on=True)


def _between_answers(tokens: Tokens, turn: Turn, number: int) -> Iterator[Turn]:
    """What is asked between two turns of one person, unless the newspaper only tells something there."""
    asks = tokens.text[: tokens.blocks[number].end].rstrip('*_”"').endswith("?")
    content = _further_paragraph(tokens, number, spoken=asks)
    if content:
        yield replace(turn, block=number, source=[], cue=[], content=content, goes_on=True, asks=True)


def _is_same(label: str, other: str) -> bool:
    """Whether two labels name one person: "Freya Lindqvist" and "Lindqvist", but not the letter of a question."""
    longer, shorter = sorted((label.casefold(), other.casefold()), key=len, reverse=True)
    return shorter not in ASKERS and (longer == shorter or longer.endswith(f" {shorter}"))


def _further_paragraph(tokens: Tokens, number: int, *, spoken: bool = False) -> list[int]:
    """The words of a paragraph in which somebody speaks outside quotation marks; empty if nobody does.

    That it is `spoken` may be known from something else.
    """
    block = tokens.blocks[number]
    content = tokens.between(block.start, block.end)
    spoken = spoken or any(tokens.lower[i] in SPEAKING and tokens.quotation[i] < 0 for i in content)
    return content if spoken and block.kind == "paragraph" else []


def _is_speaker(name: str) -> bool:
    """Whether a label can be a person: all capitals, or each word begins with one."""
    if name.lower() in load_word_lists().no_speakers:
        return False
    words = name.replace("(", "").replace(")", "").split()
    has_title = _one_of(load_word_lists().speakers).match(name) is not None
    return name.isupper() or has_title or all(word[0].isupper() for word in words)


def _with_speakers(tokens: Tokens, turns: Iterable[Turn], guest: list[int]) -> list[Turn]:
    """Bare Q and A get the speakers of the turns before them, or of the sentence that introduces the questions.

    Where two named speakers took turns right before, the one who spoke last answers and the other goes on asking. In an
    interview the guest answers.
    """
    known: dict[str, list[int]] = {}
    named: list[Turn] = []
    last_block = -2
    result: list[Turn] = []
    for turn in turns:
        if turn.block != last_block + 1:
            known, named = _introduced(tokens, turn.block - 1), []
        if turn.goes_on:
            turn = replace(turn, source=result[-1].source)
        elif turn.label in ("Q", "A"):
            if not known and len(named) > 1 and named[-1].label != named[-2].label:
                known = {"Q": named[-2].source, "A": named[-1].source}
            turn = replace(turn, source=known.get(turn.label, guest if turn.label == "A" else []))
        elif turn.letter is not None:
            known[turn.letter] = turn.source
        else:
            named.append(turn)
        last_block = turn.block
        result.append(turn)
    return result


def _introduced(tokens: Tokens, block: int) -> dict[str, list[int]]:
    """Who asks and who answers, from a sentence like "The senator questioned Ana Ruiz for an hour." """
    if block < 0:
        return {}
    first, last = tokens.block_ranges[block]
    questioning = load_word_lists().questioning
    for i in range(last - 1, first - 1, -1):
        if tokens.lemma[i] in questioning and tokens.part[i] == "VERB":
            asker = next((c for c in tokens.children[i] if tokens.relation[c] == "nsubj"), None)
            asked = next((c for c in tokens.children[i] if tokens.relation[c] == "dobj"), None)
            if asker is not None and asked is not None:
                return {"Q": _noun_phrase(tokens, asker), "A": _noun_phrase(tokens, asked)}
    return {}


def _noun_phrase(tokens: Tokens, top: int) -> list[int]:
    below = tokens.phrase(top, {c for c in tokens.children[top] if tokens.relation[c] in ("relcl", "prep", "acl")})
    while below and not tokens.is_word(below[-1]):
        below.pop()
    return below


def _sentences(tokens: Tokens, content: list[int]) -> list[tuple[int, int]]:
    numbers = dict.fromkeys(tokens.sentence[i] for i in content)
    return [tokens.sentences[number] for number in numbers]
