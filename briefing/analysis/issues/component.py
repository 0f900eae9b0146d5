"""The step briefing_issues.

In: attributions with their holders. Out: `briefing_issues`, up to eight matters that several statements speak about,
and `briefing_issue_of`, the issue of each attribution that has one. Issues of the user's codebook come first; the
others are found in the article itself:

1. the concepts of the statements, and how likely a briefing writer names an issue with each (`salience`);
2. founders, the words that stand for each issue, and the issue of each statement (`kinship`, `evidence`, `grouping`);
3. a label for each issue from the phrases of the article (`phrases`, `candidates`, `label_table`, `naming`). Issues
   whose labels say the same are one; an issue without a good label is none, and its statements go where they fit next
   best;
4. issues that grow out of what single statements are explicitly for or against (`targets`, `growing`);
5. passages, statements that belong together because of where they stand (`nearness`, `passages`): statements that name
   nothing of their issue follow their passage, and passages about something else become issues (`passage_names`,
   `settling`);
6. where there are more than anybody compares, those whose statements are nearest to each other are joined (`joining`);
   passages and issues are both joined by average linkage (`linkage`);
7. short answers have the issue of their question (`answers`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.issues.answers import follow_questions
from briefing.analysis.issues.candidates import candidates_of
from briefing.analysis.issues.codebook import CodebookIssue, read_codebooks
from briefing.analysis.issues.concepts import ConceptTable, read_concepts, stems_of_names
from briefing.analysis.issues.grouping import SETTINGS, Grouping, Settings, group_statements, with_only
from briefing.analysis.issues.growing import MOST, WIDEST, grow_issues, says_the_same
from briefing.analysis.issues.joining import join_nearest
from briefing.analysis.issues.label_table import LabelTable, table_of
from briefing.analysis.issues.model import IssuesModel, load_model
from briefing.analysis.issues.naming import Namer
from briefing.analysis.issues.passage_names import PassageNamer
from briefing.analysis.issues.passages import passages_of, stretches_of
from briefing.analysis.issues.settling import settle
from briefing.analysis.issues.targets import explicit_targets
from briefing.analysis.layers import Attribution, register_layers
from briefing.analysis.one_thread import one_thread
from briefing.model import Issue

Vector = NDArray[np.float64]


@dataclass(slots=True)
class _Matters:
    """The issues of one article so far."""

    labels: list[str]
    """The codebook's first."""
    terms: list[tuple[str, ...]]
    """Words that point to each issue that is not the codebook's."""
    issue: list[int]
    """Place of each statement's issue in the labels; -1 for none."""

    most: int
    """Issues before the nearest are joined; none are added where the codebook's are as many as anybody compares."""

    @property
    def room(self) -> int:
        """How many issues may be added."""
        return self.most - len(self.labels)

    def add(self, labels: Sequence[str], issue: Sequence[int]) -> None:
        """Add issues, and take over the issue of each statement."""
        self.labels += labels
        self.issue = list(issue)


@Language.factory(
    "briefing_issues",
    default_config={"codebooks": []},
    requires=["doc._.briefing_attributions"],
    assigns=["doc._.briefing_issues", "doc._.briefing_issue_of"],
)
def create_issues(nlp: Language, name: str, codebooks: list[str]) -> IssuesStep:
    """Create the step; it belongs after briefing_stakeholders.

    Args:
        codebooks: paths of TOML or CSV files with the user's own issues.

    Raises:
        ConfigurationError: a codebook cannot be read.
        AnalysisError: the weights are missing or damaged.
    """
    register_layers()
    return IssuesStep(read_codebooks(codebooks), load_model())


class IssuesStep:
    """Finds what the stakeholders speak about."""

    def __init__(
        self,
        codebook: tuple[CodebookIssue, ...] = (),
        model: IssuesModel | None = None,
        settings: Settings = SETTINGS,
    ) -> None:
        self._codebook = codebook
        self._model = model or load_model()
        self._settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer to the Doc."""
        self.set_annotations(doc, *self.predict(doc))
        return doc

    @one_thread()
    def predict(self, doc: Doc) -> tuple[tuple[Issue, ...], dict[str, str]]:
        """The issues, and the issue's id by attribution."""
        issues, issue_of, left = self._from_codebook(doc)
        if left:
            self._find(doc, left, issues, issue_of)
            follow_questions(doc.text, left, issue_of)
        return tuple(issues), issue_of

    def _find(self, doc: Doc, left: list[Attribution], issues: list[Issue], issue_of: dict[str, str]) -> None:
        """Add the issues that the statements outside the codebook speak about."""
        table = read_concepts(doc, left)
        salience = self._model.salience_of(doc, table)
        labels = table_of(table, candidates_of(doc, table, salience), self._model.words)
        actors = stems_of_names(doc._.briefing_actors)
        targets = explicit_targets(table, actors)
        matters, grouping = self._founded(table, salience, labels, [issue.label for issue in issues])
        grown = grow_issues(table, matters.labels, matters.issue, targets, actors, matters.room)
        matters.add([target.label for target in grown.targets], grown.issue)
        matters.terms += [(table.forms[target.concept],) for target in grown.targets]
        stretches = stretches_of(table, self._model, salience, grouping.evidence, self._settings.none)
        namer = PassageNamer(table, labels, targets, self._model.passage_naming)
        settled = settle(table, matters.labels, matters.issue, passages_of(stretches), namer.matter, matters.room)
        matters.add(settled.labels, settled.issue)
        matters.terms += [namer.terms(label) for label in settled.labels]
        matters.issue = list(join_nearest(matters.issue, stretches, len(issues), max(MOST - len(issues), 1)))
        found = [
            self._codified(label, terms)
            for label, terms in zip(matters.labels[len(issues) :], matters.terms, strict=True)
        ]
        _add_found(found, [statement.id for statement in table.statements], matters.issue, issues, issue_of)

    def _codified(self, label: str, terms: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
        """Label and terms of a found issue: those of the codebook's issue if a keyword of it stands in the label."""
        entry = next((entry for entry in self._codebook if entry.matches(label)), None)
        return (entry.label, entry.keywords) if entry is not None else (label, terms)

    def _founded(
        self, table: ConceptTable, salience: Vector, possible: LabelTable, known: list[str]
    ) -> tuple[_Matters, Grouping]:
        """The issues that concepts found, behind those of the codebook, and what speaks for each in each statement.

        Args:
            possible: labels of issues.
            known: labels of the codebook's issues.
        """
        grouping = group_statements(table, self._model, salience, self._settings)
        namer = Namer(table, grouping, salience, possible, self._model.naming)
        labels = self._worth_keeping(namer, len(grouping.founders), known)
        if len(labels) < len(grouping.founders):
            grouping = with_only(table, grouping, list(labels), self._settings)
        matters = _Matters(
            labels=[*known, *labels.values()],
            terms=[namer.terms(issue) for issue in labels],
            issue=[number + len(known) if number >= 0 else -1 for number in grouping.issue],
            most=WIDEST if len(known) < MOST else 0,
        )
        return matters, grouping

    def _worth_keeping(self, namer: Namer, number: int, known: Sequence[str]) -> dict[int, str]:
        """The issues with a label that is good and their own, in their order, as long as there is room for them.

        Args:
            known: labels of the codebook's issues.
        """
        taken = {label.casefold() for label in known}
        best = [namer.best(issue) for issue in range(number)]
        kept: dict[int, str] = {}
        for issue in sorted(range(number), key=lambda n: (-best[n][1], n)):
            label, score = best[issue]
            wanted = score >= self._settings.worth_naming or len(kept) < self._settings.fewest
            double = label.casefold() in taken or any(says_the_same(label, other) for other in kept.values())
            if label and wanted and not double and len(kept) + len(known) < MOST:
                kept[issue] = label
        return {issue: kept[issue] for issue in sorted(kept)}

    def _from_codebook(self, doc: Doc) -> tuple[list[Issue], dict[str, str], list[Attribution]]:
        """What the user's codebook claims: its issues that occur, their statements, and those that are left."""
        if not self._codebook:
            return [], {}, list(doc._.briefing_attributions)
        issue_of: dict[str, str] = {}
        left: list[Attribution] = []
        ids: set[str] = set()
        by_label: dict[str, Issue] = {}
        text = doc.text
        for attribution in doc._.briefing_attributions:
            words = " ".join(span.of(text) for span in attribution.content)
            entry = next((entry for entry in self._codebook if entry.matches(words)), None)
            if entry is None:
                left.append(attribution)
                continue
            if entry.label not in by_label:
                by_label[entry.label] = Issue(id=_identity(entry.label, ids), label=entry.label, terms=entry.keywords)
            issue_of[attribution.id] = by_label[entry.label].id
        return list(by_label.values()), issue_of, left

    def set_annotations(self, doc: Doc, issues: tuple[Issue, ...], issue_of: dict[str, str]) -> None:
        """Write both layers."""
        doc._.briefing_issues = issues
        doc._.briefing_issue_of = issue_of


def _add_found(
    found: Sequence[tuple[str, tuple[str, ...]]],
    statements: Sequence[str],
    places: Sequence[int],
    issues: list[Issue],
    issue_of: dict[str, str],
) -> None:
    """Add issues that have statements, and the statements to their issues; issues with one label are one.

    Args:
        found: label and terms of each new issue.
        statements: ids.
        places: the issue of each statement, counted through those known and those found; -1 for none.
    """
    ids = {issue.id for issue in issues}
    identity = [issue.id for issue in issues]
    by_label = {issue.label: issue.id for issue in issues}
    for number, (label, terms) in enumerate(found, len(issues)):
        if number in places and label not in by_label:
            by_label[label] = _identity(label, ids)
            issues.append(Issue(id=by_label[label], label=label, terms=terms))
        identity.append(by_label.get(label, ""))
    issue_of |= {statement: identity[n] for statement, n in zip(statements, places, strict=True) if n >= 0}


def _identity(label: str, taken: set[str]) -> str:
    """An id made from the label, different from those given before."""
    base = re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-") or "issue"
    identity, number = base, 2
    while identity in taken:
        identity, number = f"{base}-{number}", number + 1
    taken.add(identity)
    return identity
