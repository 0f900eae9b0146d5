"""A quotation in; the clause right behind it that says who spoke it out, and drafts without what it gives to another.

"“Why now?” *asked the mayor*." The parser often makes a sentence of its own of a question and of the clause behind it,
or takes the inverted subject for an object. So the clause is read here by its place: behind a quotation that ends like
a sentence stand a name or description and a verb of speech, in either order, and then a sign or a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import NOMINALS, TENSED
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.rules import without_end_marks
from briefing.analysis.lexicon.cues import SAYING_OR_ASKING, CueLexicon

FEWEST_WORDS = 3
"""Words of a quotation that is taken from one speaker and given to another."""
LONGEST_SOURCE = 8
"""Words that a source may have here."""
ENDS = frozenset({",", "?", "!", ".", "…"})
WITHIN_SOURCE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "PART"})
AFTER = frozenset({"PUNCT", "ADP", "SPACE", "SCONJ", "ADV"})


def leave_tagged(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts without the quotations behind which a clause stands that is the cue of none of them.

    In "Ruiz blamed the drought. “The lake is empty,” Wei said." the tagger takes both sentences for what Ruiz blames.
    """
    cues = {i for draft in drafts for i in draft.cue}
    for number, quotation in enumerate(tokens.quotations):
        inside = [i for i in tokens.between(quotation.start, quotation.end) if tokens.quotation[i] == number]
        tagged = find_tag_clause(tokens, inside, lexicon)
        if (
            tagged is None
            or _is_whole_sentence(tokens, inside)
            or sum(tokens.is_word(i) for i in inside) < FEWEST_WORDS
        ):
            continue
        if cues.isdisjoint((*tagged.source, *tagged.cue)):
            for draft in drafts:
                if not set(inside).isdisjoint(draft.content):
                    draft.content = without_end_marks(tokens, [i for i in draft.content if i not in inside])
    return [draft for draft in drafts if any(tokens.is_word(i) for i in draft.content)]


def _is_whole_sentence(tokens: Tokens, inside: Sequence[int]) -> bool:
    """Whether a full stop ends a quotation, so that what follows is a sentence of its own."""
    return any(tokens.words[i] == "." for i in inside[-2:])


def find_tag_clause(tokens: Tokens, inside: list[int], lexicon: CueLexicon) -> Draft | None:
    """The attribution of a quotation (its tokens, marks included) to whom the clause behind it names, or None."""
    words = [i for i in inside if tokens.is_word(i)]
    last = next((i for i in reversed(inside) if tokens.words[i] not in {"”", "’", '"', "'", "''"}), None)
    if len(words) < 2 or last is None or tokens.words[last] not in ENDS:
        return None
    end = tokens.blocks[tokens.block[inside[-1]]].end
    rest = tokens.between(tokens.ends[inside[-1]], end)[: LONGEST_SOURCE + 2]
    if not rest:
        return None
    if _speaks(tokens, rest[0], lexicon):
        cue, source = rest[0], _source(tokens, rest[1:])
        following = rest[1 + len(source) :]
    else:
        source = _source(tokens, rest)
        behind = rest[len(source) :]
        if not behind or not _speaks(tokens, behind[0], lexicon):
            return None
        cue, following = behind[0], behind[1:]
    if not any(tokens.part[i] in NOMINALS for i in source):
        return None
    if following and tokens.part[following[0]] not in AFTER:
        return None
    return Draft(source, [cue], inside, "rule: quotation with the clause behind it")


def _speaks(tokens: Tokens, word: int, lexicon: CueLexicon) -> bool:
    return tokens.tag[word] in TENSED and speaks(tokens, word, lexicon)


def speaks(tokens: Tokens, word: int, lexicon: CueLexicon) -> bool:
    """Whether a word is a verb of speech."""
    lemma = tokens.lemma[word]
    return tokens.part[word] == "VERB" and lexicon.has_sense("verb", lemma, SAYING_OR_ASKING, phrasal=False)


def _source(tokens: Tokens, words: list[int]) -> list[int]:
    """The words of a name or description at the beginning, at most as many as a source may have."""
    found: list[int] = []
    for word in words[:LONGEST_SOURCE]:
        if tokens.part[word] not in WITHIN_SOURCE:
            break
        found.append(word)
    return found
