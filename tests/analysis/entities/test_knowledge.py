"""What is known about words and the world, and what a team's own dictionary adds to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from briefing.analysis.entities.actors import Ids, slug
from briefing.analysis.entities.columns import columns_of
from briefing.analysis.entities.component import EntitiesStep
from briefing.analysis.entities.forms import initials
from briefing.analysis.entities.knowledge import load_knowledge
from briefing.errors import ConfigurationError


def test_states_are_known_by_name_capital_demonym_and_people() -> None:
    knowledge = load_knowledge()
    for words, kind in (("Sweden", "country"), ("Stockholm", "capital"), ("Swedish", "demonym"), ("Swedes", "people")):
        entry = knowledge.entry(words, kind)
        assert entry is not None
        assert entry.actor == "Sweden"


def test_a_name_can_mean_several_things() -> None:
    kinds = {entry.kind for entry in load_knowledge().entries["Georgia"]}
    assert {"country", "city"} <= kinds


@pytest.mark.parametrize("noun", ["spokeswoman", "diplomat", "economist", "reeve", "chair"])
def test_nouns_for_persons(noun: str) -> None:
    assert load_knowledge().is_person_noun(noun)


@pytest.mark.parametrize("noun", ["ministry", "union", "retailer", "court", "agency"])
def test_nouns_for_bodies(noun: str) -> None:
    knowledge = load_knowledge()
    assert noun in knowledge.organizations
    assert not knowledge.is_person_noun(noun)


def test_a_dictionary_names_actors(nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "team.toml").write_text(
        '[[actor]]\nname = "Nordkai"\nnames = ["NK", "the Quay"]\nkind = "organization"\nrole = "port operator"\n',
        encoding="utf-8",
    )
    doc = nlp.make_doc("NK said the port would close. Nordkai owns it.")
    for name, component in nlp.pipeline:
        if name == "briefing_entities":
            break
        doc = component(doc)
    (actor,) = EntitiesStep([str(tmp_path)]).predict(doc)
    assert (actor.name, actor.kind, actor.role, actor.aliases) == ("Nordkai", "organization", "port operator", ("NK",))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[colours]\nred = 1\n", "line 1"),
        ('[[actor]]\nname = "Nordkai"\nkind = "port"\n', "line 2"),
        ('[[actor]]\nkind = "organization"\n', "line 1"),
        ('[nouns]\npersons = ["a"]\n', "line 1"),
        ("[nouns\n", "line 1"),
    ],
)
def test_a_wrong_dictionary_is_refused_with_file_and_line(tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "team.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=line) as caught:
        load_knowledge((str(path),))
    assert str(path) in str(caught.value)


def test_initials_with_and_without_small_words() -> None:
    assert initials(("house", "of", "lords"), frozenset({"of"})) == {"hol", "hl"}


@given(st.lists(st.text(max_size=30), max_size=8))
def test_ids_are_never_given_twice(names: list[str]) -> None:
    ids = Ids()
    given_out = [ids.new(name) for name in names]
    assert len(set(given_out)) == len(names)


@given(st.text(max_size=80))
def test_a_slug_has_no_blanks_or_marks(name: str) -> None:
    assert all(c.isalnum() or c in "-_" for c in slug(name))


NAMES = ["Clara Hobbins", "the EU", "(CFF)", "Coastal Fisheries Federation", "al-Masri", "Norway", "WHO", "a diplomat"]
MARKS = ["“", "”", "DR.", ",", "’s", "-", "\n\n", "**", ".", "\u202e", "é"]
PIECES = st.sampled_from([*NAMES, *MARKS, "said", "and", "she", "its", "We", "of", "President"])


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_any_text_gives_mentions_that_are_slices_of_it(nlp: Language, pieces: list[str]) -> None:
    text = " ".join(pieces)
    doc = nlp(text)
    for actor in doc._.briefing_actors:
        for mention in actor.mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end].strip()
    columns = columns_of(doc)
    assert [text[a:b] for a, b in zip(columns.start, columns.end, strict=True)] == columns.text
