"""Templates of the reader's own: a versioned context, a sandbox, escaped output, errors with file and line."""

from __future__ import annotations

import pytest

from briefing.errors import ConfigurationError
from briefing.exports import EvidenceError, render

FIRST = "{# briefing template 1 #}\n"
FULL = (
    FIRST
    + """# {{ title }}
{% for row in rows %}
{{ row.name }}:{% for cell in row.cells %} {{ cell.letter if cell else "–" }}{% endfor %}

{% endfor %}
{% for issue in issues %}{% for side in issue.sides %}{% for statement in side.statements %}
- {{ statement.name }}: {% for excerpt in statement.excerpts %}{{ excerpt.shown }} ({{ excerpt.paragraph }}){% endfor %}

{% endfor %}{% endfor %}{% endfor %}
"""
)


@pytest.fixture
def use(pier, tmp_path):
    def with_template(source: str, name: str = "mine") -> str:
        (tmp_path / f"{name}.md.j2").write_text(source)
        return render(pier, "markdown", template=name, template_folder=tmp_path).decode()

    return with_template


def test_a_template_lays_out_the_same_facts(use):
    page = use(FULL)
    assert "Ilse Normann: O O" in page
    assert "Nordlys: C –" in page
    assert "- Ilse Normann: “We will not close the pier. Not this year.” (¶1)" in page


def test_what_a_template_prints_is_escaped(use):
    page = use(FULL)
    assert "\\<b\\>gamble\\</b\\>" in page
    assert "\\{\\{ boats" in page
    assert "\n# Briefing: Ferry pier: who wants \\*what\\*" in "\n" + page


def test_reported_speech_cannot_be_put_in_quotation_marks(use):
    loops = "{% for issue in issues %}{% for side in issue.sides %}{% for one in side.statements %}"
    with pytest.raises(EvidenceError, match="quotation marks"):
        use(FIRST + loops + "“{{ one.excerpts[0].words }}”" + "{% endfor %}" * 3)


@pytest.mark.parametrize(
    "source, message",
    [
        ("# no first line", r"mine\.md\.j2:1: the first line must be"),
        ("{# briefing template 9 #}\n", r"mine\.md\.j2:1: is made for version 9"),
        (FIRST + "a\n{% for x in %}\n", r"mine\.md\.j2:3: "),
        (FIRST + "a\nb\n{{ titel }}\n", r"mine\.md\.j2:4: 'titel' is undefined"),
        (FIRST + "{{ ().__class__.__bases__ }}\n", r"mine\.md\.j2:2: .*unsafe"),
        (FIRST + "{{ 1 / 0 }}\n", r"mine\.md\.j2:2: division by zero"),
        (FIRST + "{% include '../../../etc/passwd' %}\n", r"mine\.md\.j2"),
        (FIRST + "{{ summary.append('x') }}\n", r"mine\.md\.j2:2: .*unsafe"),
    ],
)
def test_a_wrong_template_names_file_and_line(use, source, message):
    with pytest.raises(ConfigurationError, match=message) as error:
        use(source)
    assert "\n" not in str(error.value)


def test_a_missing_template_names_the_nearest_one(pier, use, tmp_path):
    use(FIRST + "x")
    with pytest.raises(ConfigurationError, match="did you mean 'mine'"):
        render(pier, "markdown", template="mien", template_folder=tmp_path)
    with pytest.raises(ConfigurationError, match="no folder"):
        render(pier, "markdown", template="mine")
