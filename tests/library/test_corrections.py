"""What was decided is still there, whatever happens to the line, the disk or the article."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import datetime, timezone

import pytest
from msgspec.structs import replace

from briefing.corrections.correction import Actor, StakeholderCorrection
from briefing.errors import NoOutputError, UndecodableError
from briefing.library import Corrections
from briefing.model import Article

ARTICLE = Article(title="The weir", path="/texts/weir.txt", text="Ada Quill likes the weir.", sha256="ab" * 32)


def about(name):
    return StakeholderCorrection(actor=Actor(id=name.lower(), name=name), is_none=True)


def undo(corrections):
    """Take back what is next; returns it."""
    step = corrections.to_undo(ARTICLE)
    if step is not None:
        corrections.undo(ARTICLE, step)
    return step and step.correction


def redo(corrections):
    """Make again what is next; returns it."""
    step = corrections.to_redo(ARTICLE)
    if step is not None:
        corrections.redo(ARTICLE, step)
    return step and step.correction


@pytest.fixture
def corrections(tmp_path):
    return Corrections(tmp_path / "corrections", lambda: datetime(2026, 3, 4, 5, 6, 7, tzinfo=timezone.utc))


def test_an_article_that_nobody_corrected_has_no_decisions(corrections):
    assert corrections.of(ARTICLE) == ()
    assert undo(corrections) is None
    assert redo(corrections) is None


def test_decisions_are_read_back_in_their_order(corrections):
    for name in ("Ada", "Ben", "Cid"):
        corrections.add(ARTICLE, about(name))
    assert corrections.of(ARTICLE) == (about("Ada"), about("Ben"), about("Cid"))


def test_undo_and_redo_work_across_sessions(corrections):
    corrections.add(ARTICLE, about("Ada"))
    corrections.add(ARTICLE, about("Ben"))
    later = Corrections(corrections.folder)
    assert undo(later) == about("Ben")
    assert undo(later) == about("Ada")
    assert undo(later) is None
    assert redo(later) == about("Ada")
    assert later.of(ARTICLE) == (about("Ada"),)


def test_a_new_decision_ends_what_could_be_redone(corrections):
    corrections.add(ARTICLE, about("Ada"))
    undo(corrections)
    corrections.add(ARTICLE, about("Ben"))
    assert redo(corrections) is None
    assert corrections.of(ARTICLE) == (about("Ben"),)


def test_the_journal_keeps_what_was_undone_with_its_time(corrections):
    corrections.add(ARTICLE, about("Ada"))
    undo(corrections)
    lines = corrections.path(ARTICLE).read_text().splitlines()
    assert len(lines) == 3
    assert '"title":"The weir"' in lines[0]
    assert all("2026-03-04T05:06:07+00:00" in line for line in lines[1:])


def test_the_file_is_private(corrections):
    corrections.add(ARTICLE, about("Ada"))
    assert stat.S_IMODE(corrections.path(ARTICLE).stat().st_mode) == 0o600
    assert stat.S_IMODE(corrections.folder.stat().st_mode) == 0o700


def test_the_same_text_under_another_name_has_the_same_decisions(corrections):
    corrections.add(ARTICLE, about("Ada"))
    assert corrections.of(replace(ARTICLE, path="/elsewhere/copy.txt")) == (about("Ada"),)
    assert corrections.of(replace(ARTICLE, path=None)) == (about("Ada"),)


def test_a_changed_text_takes_over_the_decisions_and_then_has_its_own(corrections):
    corrections.add(ARTICLE, about("Ada"))
    changed = replace(ARTICLE, text=ARTICLE.text + " She said so.")
    assert corrections.of(changed) == (about("Ada"),)
    corrections.add(changed, about("Ben"))
    assert corrections.of(changed) == (about("Ada"), about("Ben"))
    assert corrections.of(ARTICLE) == (about("Ada"),)


def test_other_articles_have_other_decisions(corrections):
    corrections.add(ARTICLE, about("Ada"))
    assert corrections.of(replace(ARTICLE, path="/texts/other.txt", text="Another text.")) == ()
    assert corrections.of(Article(text="Another text from a pipe.")) == ()


@pytest.mark.parametrize("cut", range(1, 40, 6))
def test_a_line_that_was_never_finished_costs_only_itself(corrections, cut):
    corrections.add(ARTICLE, about("Ada"))
    corrections.add(ARTICLE, about("Ben"))
    path = corrections.path(ARTICLE)
    path.write_bytes(path.read_bytes()[:-cut])
    assert corrections.of(ARTICLE) == (about("Ada"),)
    corrections.add(ARTICLE, about("Cid"))
    assert corrections.of(ARTICLE) == (about("Ada"), about("Cid"))


def test_a_damaged_file_is_named_and_left_as_it_is(corrections):
    corrections.add(ARTICLE, about("Ada"))
    path = corrections.path(ARTICLE)
    path.write_bytes(path.read_bytes() + b"{not json}\n")
    damaged = path.read_bytes()
    with pytest.raises(UndecodableError, match=r"line 3: not a correction"):
        corrections.of(ARTICLE)
    with pytest.raises(UndecodableError):
        corrections.add(ARTICLE, about("Ben"))
    assert path.read_bytes() == damaged


def test_a_full_disk_changes_nothing(corrections, monkeypatch):
    corrections.add(ARTICLE, about("Ada"))
    before = corrections.path(ARTICLE).read_bytes()
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[: len(data) // 2]))
    with pytest.raises(NoOutputError, match="disk is full"):
        corrections.add(ARTICLE, about("Ben"))
    assert corrections.path(ARTICLE).read_bytes() == before


def test_two_readers_do_not_overwrite_each_others_work(corrections):
    other = Corrections(corrections.folder)
    corrections.add(ARTICLE, about("Ada"))
    other.add(ARTICLE, about("Ben"))
    corrections.add(ARTICLE, about("Cid"))
    assert other.of(ARTICLE) == (about("Ada"), about("Ben"), about("Cid"))


def test_each_of_two_readers_takes_its_own_decision_back_whoever_decided_last(corrections):
    other = Corrections(corrections.folder)
    corrections.add(ARTICLE, about("Ada"))
    other.add(ARTICLE, about("Ben"))
    assert undo(corrections) == about("Ada")
    assert corrections.of(ARTICLE) == (about("Ben"),)
    other.add(ARTICLE, about("Cid"))
    assert redo(corrections) == about("Ada")
    assert corrections.of(ARTICLE) == (about("Ada"), about("Ben"), about("Cid"))


def test_where_a_reader_has_nothing_of_its_own_left_it_can_tell(corrections):
    other = Corrections(corrections.folder)
    corrections.add(ARTICLE, about("Ada"))
    step = other.to_undo(ARTICLE)
    assert step.correction == about("Ada") and step.at == "2026-03-04T05:06:07+00:00"
    assert not other.is_own(step) and corrections.is_own(step)
    other.undo(ARTICLE, step)
    assert corrections.is_own(step) and not corrections.is_own(corrections.to_redo(ARTICLE))


def test_what_two_readers_take_back_at_once_is_taken_back_once(corrections):
    other = Corrections(corrections.folder)
    for name in ("Ada", "Ben"):
        corrections.add(ARTICLE, about(name))
    step = corrections.to_undo(ARTICLE)
    corrections.undo(ARTICLE, step)
    other.undo(ARTICLE, step)
    assert corrections.of(ARTICLE) == (about("Ada"),)


def test_a_journal_that_names_neither_reader_nor_decision_still_counts(corrections):
    """Then an undo is of the last decision, a redo of the last undo."""
    for name in ("Ada", "Ben", "Cid"):
        corrections.add(ARTICLE, about(name))
    path = corrections.path(ARTICLE)
    moment = '"at":"2026-03-04T05:06:07+00:00"'
    kinds = ("undone", "undone", "redone")
    path.write_text(path.read_text() + "".join(f'{{"type":"{kind}",{moment}}}\n' for kind in kinds))
    assert corrections.of(ARTICLE) == (about("Ada"), about("Ben"))


LOOP = """
import sys
from pathlib import Path
from briefing.corrections.correction import Actor, StakeholderCorrection
from briefing.library import Corrections
from briefing.model import Article

corrections = Corrections(Path(sys.argv[1]))
article = Article(title="The weir", path="/texts/weir.txt", text="Ada Quill likes the weir.")
number = 0
while True:
    corrections.add(article, StakeholderCorrection(actor=Actor(id=str(number), name="somebody"), is_none=True))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.parametrize("seen", [1, 3, 10])
def test_a_killed_process_loses_nothing_that_it_had_kept(corrections, seen):
    process = subprocess.Popen([sys.executable, "-c", LOOP, str(corrections.folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    kept = [process.stdout.readline().strip() for _ in range(seen)]
    process.kill()
    process.wait()
    process.stdout.close()
    found = [correction.actor.id for correction in corrections.of(ARTICLE)]
    assert found[: len(kept)] == kept
    corrections.add(ARTICLE, about("Ada"))
    assert corrections.of(ARTICLE)[-1] == about("Ada")
