"""The step briefing_issues.

In: attributions with their holders. Out: `briefing_issues`, up to eight matters that several statements speak about,
and `briefing_issue_of`, the issue of each attribution that has one. Issues of the user's codebook come first.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.issues.codebook import CodebookIssue, read_codebooks
from briefing.analysis.issues.grouping import group_statements
from briefing.analysis.issues.naming import forms_by_stem, name_group, phrases_by_stem
from briefing.analysis.issues.profile import Profile, profiles_of
from briefing.analysis.layers import register_layers
from briefing.model import Issue


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
    """
    register_layers()
    return IssuesStep(read_codebooks(codebooks))


class IssuesStep:
    """Finds what the stakeholders speak about."""

    def __init__(self, codebook: tuple[CodebookIssue, ...] = ()) -> None:
        self._codebook = codebook

    def __call__(self, doc: Doc) -> Doc:
        """Add the layer to the Doc."""
        self.set_annotations(doc, *self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> tuple[tuple[Issue, ...], dict[str, str]]:
        """The issues, and the issue's id by attribution."""
        profiles = profiles_of(doc)
        issues, issue_of, left = self._from_codebook(doc, profiles)
        groups, _ = group_statements(doc, left)
        phrases = phrases_by_stem(doc) if groups else {}
        forms = forms_by_stem(doc) if groups else {}
        taken = {issue.label.casefold() for issue in issues}
        ids = {issue.id for issue in issues}
        for group in groups:
            members = [left[index] for index in group.members]
            label, terms = name_group(group.concept, members, phrases, forms, taken)
            issue = Issue(id=_identity(label, ids), label=label, terms=terms)
            issues.append(issue)
            issue_of |= {profile.attribution.id: issue.id for profile in members}
        return tuple(issues), issue_of

    def _from_codebook(self, doc: Doc, profiles: list[Profile]) -> tuple[list[Issue], dict[str, str], list[Profile]]:
        """What the user's codebook claims: its issues that occur, their statements, and the profiles that are left."""
        issue_of: dict[str, str] = {}
        found: list[Issue] = []
        left: list[Profile] = []
        ids: set[str] = set()
        by_entry: dict[str, Issue] = {}
        text = doc.text
        for profile in profiles:
            words = " ".join(span.of(text) for span in profile.attribution.content)
            entry = next((entry for entry in self._codebook if entry.matches(words)), None)
            if entry is None:
                left.append(profile)
                continue
            if entry.label not in by_entry:
                by_entry[entry.label] = Issue(id=_identity(entry.label, ids), label=entry.label, terms=entry.keywords)
                found.append(by_entry[entry.label])
            issue_of[profile.attribution.id] = by_entry[entry.label].id
        return found, issue_of, left

    def set_annotations(self, doc: Doc, issues: tuple[Issue, ...], issue_of: dict[str, str]) -> None:
        """Write both layers."""
        doc._.briefing_issues = issues
        doc._.briefing_issue_of = issue_of


def _identity(label: str, taken: set[str]) -> str:
    """An id made from the label, different from those given before."""
    base = re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-") or "issue"
    identity, number = base, 2
    while identity in taken:
        identity, number = f"{base}-{number}", number + 1
    taken.add(identity)
    return identity
