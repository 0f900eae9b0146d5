"""The real process: `python -m briefing.worker`."""

import subprocess
import sys

import pytest

from briefing.model import Article
from briefing.structure import find_blocks
from briefing.worker.protocol import HEADER, Analyze, Failure, Ready, Result, Step, body_length, decode_answer, frame

TEXT = "The mayor of Harrow Bay said the bridge would close in May. Residents oppose the plan."


def start(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "briefing.worker", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def next_answer(process):
    header = process.stdout.read(HEADER.size)
    return decode_answer(process.stdout.read(body_length(header))) if header else None


@pytest.fixture
def process():
    started = start("en_core_web_sm")
    yield started
    started.kill()
    for pipe in (started.stdin, started.stdout, started.stderr):
        pipe.close()
    started.wait()


def test_an_article_goes_in_and_steps_and_a_briefing_come_out(process):
    article = Article(text=TEXT, blocks=find_blocks(TEXT))
    process.stdin.write(frame(Analyze(7, article)))
    process.stdin.flush()
    answers = []
    while not answers or isinstance(answers[-1], Ready | Step):
        answers.append(next_answer(process))
    assert isinstance(answers[0], Ready)
    steps = [answer for answer in answers if isinstance(answer, Step)]
    assert [step.done for step in steps] == list(range(len(steps)))
    assert {step.request for step in steps} == {7}
    assert isinstance(answers[-1], Result), answers[-1]
    assert answers[-1].briefing.article == article


def test_it_ends_when_its_parent_goes_away(process):
    assert isinstance(next_answer(process), Ready)
    process.stdin.close()
    assert process.wait(20) == 0


def test_it_ends_in_the_middle_of_an_analysis(process):
    text = TEXT * 4000
    process.stdin.write(frame(Analyze(1, Article(text=text, blocks=find_blocks(text)))))
    process.stdin.flush()
    while not isinstance(next_answer(process), Step):
        pass
    process.stdin.close()
    assert process.wait(20) == 0


def test_a_missing_model_is_said_once_and_ends_the_process():
    process = start("no_such_model")
    answer = next_answer(process)
    assert isinstance(answer, Failure)
    assert answer.request is None
    assert "no_such_model" in answer.message
    assert process.wait(20) == 78
    process.communicate()


def test_it_does_not_import_the_command_line_of_spacy_nor_textual():
    code = (
        "import sys; from briefing.analysis.quick_start import import_spacy; import_spacy();"
        "import briefing.analysis.pipeline;"
        "print([n for n in ('spacy.cli', 'typer', 'weasel', 'textual') if n in sys.modules]);"
        "import spacy; print(spacy.info(silent=True)['spacy_version'] == spacy.__version__);"
        "import spacy.cli; print(callable(spacy.cli.download))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:3] == ["[]", "True", "True"]


def test_a_file_in_the_working_folder_is_never_imported(tmp_path):
    """A news reader is opened in folders full of other people's files."""
    for name in ("json.py", "spacy.py", "msgspec.py", "argparse.py"):
        (tmp_path / name).write_text(f"open({str(tmp_path / 'touched')!r}, 'w').close()")
    code = (
        "import os; from briefing.worker.client import AnalysisWorker\n"
        f"os.chdir({str(tmp_path)!r})\n"
        "worker = AnalysisWorker('no_such_model', print); worker.launch(); os.waitpid(worker.pid, 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
    assert not (tmp_path / "touched").exists()
