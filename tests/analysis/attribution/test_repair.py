"""Given a draft whose content ends with "and", what is joined there belongs to it, or the "and" does not."""

from __future__ import annotations

from spacy.language import Language

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.tokens import Tokens, read_tokens
from briefing.analysis.attribution.repair import close_conjunctions

TEXT = "The guild wants a bridge and a tunnel."


def draft_of(tokens: Tokens) -> Draft:
    """Of "wants", with a content that ends with "and"."""
    verb, last = tokens.words.index("wants"), tokens.words.index("and")
    return Draft(list(range(verb)), [verb], list(range(verb + 1, last + 1)))


def words(tokens: Tokens, draft: Draft) -> str:
    return " ".join(tokens.words[i] for i in draft.content)


def test_a_content_goes_on_with_what_is_joined(nlp: Language) -> None:
    tokens = read_tokens(nlp(TEXT))
    draft = draft_of(tokens)
    close_conjunctions(tokens, [draft])
    assert words(tokens, draft) == "a bridge and a tunnel"


def test_it_ends_before_what_is_the_source_of_another(nlp: Language) -> None:
    tokens = read_tokens(nlp(TEXT))
    draft, tunnel = draft_of(tokens), tokens.words.index("tunnel")
    close_conjunctions(tokens, [draft, Draft([tunnel - 1, tunnel], [], [0])])
    assert words(tokens, draft) == "a bridge"
