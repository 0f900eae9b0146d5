"""Results of earlier analyses: found by what decides them, ignored when damaged, private and bounded."""

import os

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import ConfigurationError, NoOutputError
from briefing.library import AnalysisCache
from briefing.model import Analysis, Article, Block, Briefing, Mention, Stakeholder
from briefing.schema import to_json

ARTICLE = Article(title="Ferry", path="ferry.txt", text="The ferry runs again.", blocks=(Block(0, 21, "paragraph"),))
MODEL = ("en_core_web_sm", "3.8.0")


def briefing_of(article=ARTICLE, model=MODEL, seconds=None):
    return Briefing(
        article=article,
        analysis=Analysis(version="1", model=model[0], model_version=model[1], seconds=seconds),
        stakeholders=(Stakeholder(id="ferry", name="ferry", kind="group", mentions=(Mention(4, 9, "nominal"),)),),
    )


@pytest.fixture
def cache(tmp_path):
    return AnalysisCache(tmp_path / "cache" / "analyses")


def only_file(cache):
    (path,) = cache.folder.iterdir()
    return path


def test_what_was_put_is_got_with_the_same_bytes(cache):
    assert cache.get(ARTICLE, *MODEL) is None
    cache.put(briefing_of())
    assert to_json(cache.get(ARTICLE, *MODEL)) == to_json(briefing_of())


def test_the_same_text_under_another_name_has_the_same_result_but_its_own_article(cache):
    cache.put(briefing_of())
    other = msgspec.structs.replace(ARTICLE, path="copy.txt", title=None)
    found = cache.get(other, *MODEL)
    assert found.article == other
    assert found.stakeholders == briefing_of().stakeholders


@pytest.mark.parametrize(
    "changed",
    [
        {"article": msgspec.structs.replace(ARTICLE, text="The ferry runs again!")},
        {"article": msgspec.structs.replace(ARTICLE, blocks=(Block(0, 21, "heading", 1),))},
        {"model": ("en_core_web_trf", "3.8.0")},
        {"model": ("en_core_web_sm", "3.9.0")},
    ],
)
def test_another_text_layout_or_model_has_another_result(cache, changed):
    cache.put(briefing_of())
    assert cache.get(changed.get("article", ARTICLE), *changed.get("model", MODEL)) is None


def test_other_dictionaries_or_another_analysis_have_other_results(cache):
    cache.put(briefing_of())
    assert AnalysisCache(cache.folder, dictionaries=lambda: "mine").get(ARTICLE, *MODEL) is None
    assert AnalysisCache(cache.folder, analysis="newer").get(ARTICLE, *MODEL) is None
    assert AnalysisCache(cache.folder).get(ARTICLE, *MODEL) is not None


def test_a_result_is_not_kept_once_the_dictionaries_have_changed(cache):
    """The analysis reads them when its model is loaded: it may have seen the old ones or the new ones."""
    now = ["old"]
    cache = AnalysisCache(cache.folder, dictionaries=lambda: now[0])
    now[0] = "new"
    cache.put(briefing_of())
    for fingerprint in ("old", "new"):
        assert AnalysisCache(cache.folder, dictionaries=lambda one=fingerprint: one).get(ARTICLE, *MODEL) is None
    now[0] = "old"
    cache.put(briefing_of())
    assert cache.get(ARTICLE, *MODEL) is not None


def test_a_result_is_not_kept_once_a_dictionary_cannot_be_read(cache):
    def gone():
        raise ConfigurationError("harbour.toml: cannot be read")

    readable = [True]
    cache = AnalysisCache(cache.folder, dictionaries=lambda: "" if readable[0] else gone())
    readable[0] = False
    cache.put(briefing_of())
    assert cache.get(ARTICLE, *MODEL) is None


def test_a_running_time_is_not_kept(cache):
    cache.put(briefing_of(seconds=1.5))
    assert cache.get(ARTICLE, *MODEL).analysis.seconds is None


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_a_damaged_file_is_ignored_and_written_anew(cache, data):
    cache.put(briefing_of())
    path = only_file(cache)
    whole = path.read_bytes()
    damage = st.one_of(st.binary(max_size=40), st.integers(0, len(whole) - 1).map(lambda end: whole[:end]))
    path.write_bytes(data.draw(damage))
    assert cache.get(ARTICLE, *MODEL) is None
    cache.put(briefing_of())
    assert cache.get(ARTICLE, *MODEL) == briefing_of()


def test_a_file_about_another_text_is_ignored(cache):
    """As a hand or a disk error may leave it."""
    cache.put(briefing_of())
    other = msgspec.structs.replace(ARTICLE, text="Something else.")
    only_file(cache).write_bytes(to_json(briefing_of(other)))
    assert cache.get(ARTICLE, *MODEL) is None


def test_files_and_folder_are_private(cache):
    cache.put(briefing_of())
    assert only_file(cache).stat().st_mode & 0o777 == 0o600
    assert cache.folder.stat().st_mode & 0o777 == 0o700


def test_what_was_unused_longest_goes_first(cache):
    articles = [msgspec.structs.replace(ARTICLE, text=f"{ARTICLE.text} {number}") for number in range(4)]
    size = len(to_json(briefing_of(articles[0])))
    small = AnalysisCache(cache.folder, largest=size * 3 + 20)
    for number, article in enumerate(articles[:3]):
        small.put(briefing_of(article))
        os.utime(small.path(article, *MODEL), (number, number))
    assert small.get(articles[0], *MODEL) is not None  # used now, so the second is the oldest
    small.put(briefing_of(articles[3]))
    kept = [small.get(article, *MODEL) is not None for article in articles]
    assert kept == [True, False, True, True]


def test_a_result_larger_than_the_cache_is_kept_until_the_next(cache):
    tiny = AnalysisCache(cache.folder, largest=1)
    tiny.put(briefing_of())
    assert tiny.get(ARTICLE, *MODEL) is not None


def test_a_folder_that_cannot_be_made_is_an_error_of_ours(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NoOutputError):
        AnalysisCache(tmp_path / "file" / "cache").put(briefing_of())
