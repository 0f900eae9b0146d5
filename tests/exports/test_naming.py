"""Names as a line or a sentence needs them, and the sentences that hold a statement."""

from __future__ import annotations

import pytest

from briefing.exports.naming import in_line, in_sentence, other_names
from briefing.exports.passages import Passages
from briefing.model import Article, Block, Mention, Span, Stakeholder, Statement


def someone(text: str, name: str, kind: str = "group", form: str = "nominal", **fields: object) -> Stakeholder:
    start = text.lower().find(name.lower())
    mentions = (Mention(start, start + len(name), form),) if start >= 0 else ()
    return Stakeholder(id="x", name=name, kind=kind, mentions=mentions, **fields)


@pytest.mark.parametrize(
    "text, name, kind, expected",
    [
        ("The plan failed, an aide said.", "aide", "group", "an aide"),
        ("The florists object.", "florists", "group", "the florists"),
        ("It was contractors who left.", "contractors", "group", "contractors"),
        ("The Chamber of Commerce objects.", "Chamber of Commerce", "organization", "the Chamber of Commerce"),
        ("Lantern, the polling firm, asked.", "Lantern", "organization", "Lantern"),
        ("Several taxi drivers left.", "Several taxi drivers", "group", "several taxi drivers"),
        ("Thirty-one states signed.", "Thirty-one states", "group", "thirty-one states"),
        ("Critics of the talks left.", "Critics of the talks", "group", "critics of the talks"),
        ("Contractors left, and other contractors came.", "Contractors", "group", "contractors"),
        ("European officials left.", "European officials", "group", "European officials"),
        ("A Chinese diplomat agreed.", "Chinese diplomat", "group", "a Chinese diplomat"),
        ("Local groups left, and a local paper stayed.", "Local groups", "group", "local groups"),
        ("The Hague’s mayor left.", "The Hague", "organization", "the Hague"),
        ("the Anna case", "Anna", "person", "Anna"),
        ("Its delegate left.", "Its delegate", "person", "its delegate"),
        ("Said one French official: no.", "French official", "person", "a French official"),
        ("European negotiator: no.", "European negotiator", "person", "a European negotiator"),
        ("Union negotiator: no.", "Union negotiator", "person", "a Union negotiator"),
        ("U.S. envoy: no.", "U.S. envoy", "person", "a U.S. envoy"),
        ("Unnamed envoy: no.", "unnamed envoy", "person", "an unnamed envoy"),
        ("Peru’s old envoy left.", "Peru’s old envoy", "person", "Peru’s old envoy"),
        ("Union officials: European Union members left.", "European Union", "bloc", "the European Union"),
    ],
)
def test_a_name_inside_a_sentence_has_the_article_that_the_text_gives_it(text, name, kind, expected):
    assert in_sentence(someone(text, name, kind), text) == expected


@pytest.mark.parametrize(
    "name, kind, expected",
    [
        ("aide", "group", "Aide"),
        ("eBay", "organization", "eBay"),
        ("de Gaulle", "person", "de Gaulle"),
        ("a senior official", "group", "A senior official"),
        ("Nordlys", "organization", "Nordlys"),
        ("", "group", ""),
    ],
)
def test_a_name_at_the_beginning_of_a_line(name, kind, expected):
    assert in_line(Stakeholder(id="x", name=name, kind=kind)) == expected


def test_only_aliases_that_tell_something_are_listed():
    mayor = Stakeholder(
        id="x",
        name="Ida Lund",
        kind="person",
        role="Mayor",
        aliases=("Lund", "Mayor Ida Lund", "the Mayor", "Iron Ida"),
    )
    assert other_names(mayor) == ["Iron Ida"]


@pytest.mark.parametrize(
    "text, words, expected",
    [
        ("She left in May. He stayed. They ate.", "He stayed", "He stayed."),
        ("He said no. She left.", "She left", "She left."),
        ("It is rule No. 10 that counts. So be it.", "counts", "It is rule No. 10 that counts."),
        ("It was Dr. Who. It was.", "Who", "It was Dr. Who."),
        ("The U.S. Senate met. It voted.", "met", "The U.S. Senate met."),
        ("“We go to the U.S.” She left.", "left", "She left."),
        ("A: Yes. I support it. B: No.", "I support it", "I support it."),
        ("Prices rose 3.5. It was bad.", "bad", "It was bad."),
    ],
)
def test_a_sentence_ends_where_it_ends(text, words, expected):
    article = Article(text=text, blocks=(Block(start=0, end=len(text), kind="paragraph"),))
    start = text.index(words)
    assert Passages(article).sentence(Span(start, start + len(words))).of(text) == expected


def test_evidence_is_the_sentences_of_the_content_and_no_others():
    text = "ANNA: I said no. I support it. We go."
    article = Article(text=text, blocks=(Block(start=0, end=len(text), kind="paragraph"),))
    content = Span(text.index("I support it"), text.index(" We"))
    statement = Statement(id="s1", stakeholder="anna", form="indirect", source=Span(0, 4), content=(content,))
    assert Passages(article).evidence(statement).of(text) == "I support it."
