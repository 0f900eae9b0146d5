"""A Digest in; the sentences of the summary out. Each sentence only counts or lists what the digest holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.exports.digest import Digest
from briefing.exports.scope import find_stakeholder, scope_sentence
from briefing.exports.words import count, listing
from briefing.model import Issue, Stakeholder, Stance

MOST_NAMED = 5
"""Stakeholders that are named with the number of their statements."""

_SIDES: dict[Stance, str] = {
    "supports": "supported by",
    "conditional": "subject to conditions set by",
    "mixed": "both supported and opposed by",
    "opposes": "opposed by",
    "unclear": "spoken of without a clear side by",
}
"""Without a verb that would have to agree with a name: "critics of the plan" are many, "the board" may be one."""


def summarise(digest: Digest) -> list[str]:
    """Plain sentences: how much was found, who speaks most, where the dividing lines run, what is not known."""
    scope = scope_sentence(digest.briefing, digest.choices)
    if not digest.briefing.statements:
        return [f"{scope} It holds no statement." if scope else "No statement was found in this article."]
    sentences = [scope] if scope else []
    sentences += [_found(digest), *_speakers(digest)]
    sentences += _comparison(digest) if digest.choices.compare else []
    sentences += [_sides(digest, issue) for issue in digest.columns]
    sentences += _not_counted(digest)
    return sentences


def _found(digest: Digest) -> str:
    statements = count(len(digest.briefing.statements), "statement")
    holders = {one.stakeholder for one in digest.briefing.statements if one.stakeholder is not None}
    issues = {one.issue for one in digest.briefing.statements if one.issue is not None}
    by = f" by {count(len(holders), 'stakeholder')}" if holders else ""
    on = f" on {count(len(issues), 'issue')}" if issues else ""
    reviewed = digest.reviewed or "none"
    return f"{statements}{by}{on} found by machine; {reviewed} confirmed by a reader."


def _speakers(digest: Digest) -> Iterator[str]:
    spoken = Counter(one.stakeholder for one in digest.briefing.statements if one.stakeholder is not None)
    if len(spoken) > 1:
        most = sorted(spoken.items(), key=lambda pair: -pair[1])[:MOST_NAMED]
        yield f"Most statements: {listing([f'{digest.stakeholders[who].name} ({number})' for who, number in most])}."


def _sides(digest: Digest, issue: Issue) -> str:
    parts = []
    for stance, words in _SIDES.items():
        names = [row.name for row in digest.rows if _stance(digest, row, issue) == stance]
        if names:
            parts.append(f"{words} {listing(names)}")
    return f"{issue.label}: {'; '.join(parts)}."


def _comparison(digest: Digest) -> Iterator[str]:
    """What two stakeholders have in common and what divides them; silence is neither, and a condition is neither."""
    one, other = (find_stakeholder(digest.briefing, name) for name in digest.choices.compare or ())
    same: list[str] = []
    opposite: list[str] = []
    other_shared: list[str] = []
    for issue in digest.columns:
        pair = {_stance(digest, one, issue), _stance(digest, other, issue)}
        if pair in ({"supports"}, {"opposes"}):
            same.append(issue.label)
        elif pair == {"supports", "opposes"}:
            opposite.append(issue.label)
        elif None not in pair:
            other_shared.append(issue.label)
    both = f"{one.name} and {other.name}"
    if same:
        yield f"{both} are on the same side of {listing(same)}."
    if opposite:
        yield f"{both} are on opposite sides of {listing(opposite)}."
    if other_shared:
        yield f"{both} both speak on {listing(other_shared)}, but not both plainly for or against."
    if not same and not opposite and not other_shared:
        yield f"No issue was found on which {both} both have a position."


def _stance(digest: Digest, stakeholder: Stakeholder, issue: Issue) -> Stance | None:
    position = digest.position(stakeholder.id, issue.id)
    return position.stance if position else None


def _not_counted(digest: Digest) -> Iterator[str]:
    kinds = [
        (digest.apart("past"), "view held formerly", "views held formerly"),
        (digest.apart("expected"), "prediction", "predictions"),
        (digest.apart("hearsay"), "report from hearsay", "reports from hearsay"),
    ]
    parts = [f"{number} {one if number == 1 else many}" for number, one, many in kinds if number]
    if parts:
        yield f"Listed, but not counted as positions: {listing(parts)}."
    if digest.unknown:
        yield f"{count(digest.unknown, 'statement has', 'statements have')} no known speaker."
