"""Templates of the reader's own: a versioned context, a sandbox, escaped output, errors with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ConfigurationError, UsageError
from briefing.exports import EvidenceError, render
from briefing.exports.choices import Choices
from briefing.exports.formats.templates import context

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
        (FIRST + "{% include '../../../etc/passwd' %}\n", r"mine\.md\.j2:2: include of a missing template"),
        (FIRST + "{{ summary.append('x') }}\n", r"mine\.md\.j2:2: .*unsafe"),
    ],
)
def test_a_wrong_template_names_file_and_line(use, source, message):
    with pytest.raises(ConfigurationError, match=message) as error:
        use(source)
    assert "\n" not in str(error.value)


NOTE_TO_CAPITAL = (
    FIRST
    + """{% if marking %}{{ marking }}{% endif %}

# {{ title }}
{% for sentence in summary %}
{{ sentence }}
{% endfor %}
{{ total }} statements, {{ reviewed }} reviewed, {{ unknown }} without a speaker; {{ legend }}
"""
)
CONDITIONS = (
    FIRST
    + """{% for issue in issues %}{% for side in issue.sides if side.current %}{% for one in side.statements %}
{% if one.condition %}
- {{ one.name }}{% if one.role %}, {{ one.role }}{% endif %} ({{ one.weight }}): {{ one.condition.shown }}
{% endif %}
{% endfor %}{% endfor %}{% endfor %}
"""
)
PEOPLE = (
    FIRST
    + """{% for one in stakeholders|sort(attribute="name") %}
{{ loop.index }}. {{ one.name }} ({{ one.kind }}{% if one.affiliation %}, of {{ one.affiliation }}{% endif %})
{% endfor %}
{{ article.publisher }}, {{ article.published }}, {{ article.words }}
"""
)


def test_a_note_a_list_of_conditions_and_a_list_of_people_can_be_made(use, pier):
    note = use(NOTE_TO_CAPITAL)
    assert "opposed by Ilse Normann" in note and "10 statements, 0 reviewed" in note
    assert use(CONDITIONS).strip() == "- Nordlys, shipping line (likely): if the town pays for the dredging"
    people = use(PEOPLE)
    assert people.startswith("1. ")
    assert len([line for line in people.splitlines() if line[:1].isdigit()]) == len(pier.stakeholders)
    assert "The Skerry Post, 2025-03-06" in people


def test_every_name_of_the_context_is_documented(pier):
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    given = context(pier, Choices())
    names = {*given, *given["article"], *given["stakeholders"][0]}
    names |= {name for row in given["rows"] for cell in row["cells"] if cell for name in cell}
    for issue in given["issues"]:
        for side in issue["sides"]:
            names |= set(side)
            names |= {name for entry in side["entries"] for name in entry}
            for statement in side["statements"]:
                names |= {*statement, *statement["excerpts"][0]}
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []


ENTRIES = (
    FIRST
    + """{% for issue in issues %}{% for side in issue.sides %}{% for one in side.entries %}
{{ one.name }} ({{ one.facts|join(", ") }}): {% for excerpt in one.excerpts %}{{ excerpt.shown }}{% endfor %}
{% for condition in one.conditions %} [{{ condition.words }}]{% endfor %}

{% endfor %}{% endfor %}{% endfor %}
"""
)


def test_the_template_of_the_documentation_works(use):
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    example = page.partition("```jinja\n")[2].partition("```")[0]
    assert "- **Nordlys** (conditional): The shipping line Nordlys supports the new pier" in use(example)


def test_entries_show_the_same_words_once(use):
    page = use(ENTRIES)
    assert "A senior town official (reported speech, unsure): A senior town official rejects the pier." in page
    assert "dredging. [if the town pays for the dredging]" in page


def test_a_template_is_refused_where_it_makes_no_page(pier, tmp_path):
    with pytest.raises(UsageError, match="a template makes Markdown; choose one of markdown, docx instead of html"):
        render(pier, "html", template="mine", template_folder=tmp_path)


def test_a_missing_template_names_the_nearest_one(pier, use, tmp_path):
    use(FIRST + "x")
    with pytest.raises(ConfigurationError, match="did you mean 'mine'"):
        render(pier, "markdown", template="mien", template_folder=tmp_path)
    with pytest.raises(ConfigurationError, match="no folder"):
        render(pier, "markdown", template="mine")
