"""A Digest in; the sentences of the summary out. Each sentence only counts or lists what the digest holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from briefing.exports.digest import Digest
from briefing.exports.scope import find_stakeholder, scope_sentence
from briefing.exports.words import count, listing
from briefing.model import Issue, Stakeholder, Stance

MOST_NAMED = 6
"""Names in one part of a sentence; the table holds all of them."""

_SIDES: dict[Stance, str] = {
    "supports": "supported by",
    "conditional": "subject to conditions set by",
    "mixed": "both supported and opposed by",
    "opposes": "opposed by",
    "unclear": "without a clear side:",
}
"""Without a verb that would have to agree with a name: "critics of the plan" are many, "the board" may be one."""


class Summary(Struct, frozen=True):
    """Plain sentences in three parts; every part may be empty."""

    opening: list[str] = []
    """How much was found, who is heard most, where the dividing lines run."""
    issues: list[tuple[str, str]] = []
    """Label and sentence for each issue with a position: who stands on which side."""
    closing: list[str] = []
    """What was not counted, and what is not known."""

    @property
    def sentences(self) -> list[str]:
        """All of them in order."""
        return [*self.opening, *(f"{label}: {sides}" for label, sides in self.issues), *self.closing]


def summarise(digest: Digest) -> Summary:
    """What the digest holds, in sentences."""
    scope = scope_sentence(digest.briefing, digest.choices)
    if not digest.briefing.statements:
        return Summary([f"{scope} It holds no statement." if scope else "No statement was found in this article."])
    opening = [scope] if scope else []
    opening += [_found(digest), *_speakers(digest)]
    opening += _comparison(digest) if digest.choices.compare else _dividing_lines(digest)
    sides = [(issue.label, _sides(digest, issue)) for issue in digest.columns]
    return Summary(opening, sides, list(_not_counted(digest)))


def _found(digest: Digest) -> str:
    statements = count(len(digest.briefing.statements), "statement")
    holders = {one.stakeholder for one in digest.briefing.statements if one.stakeholder is not None}
    issues = {one.issue for one in digest.briefing.statements if one.issue is not None}
    by = f" by {count(len(holders), 'stakeholder')}" if holders else ""
    on = f" on {count(len(issues), 'issue')}" if issues else ""
    if digest.choices.reviewed_only:
        # What the machine found besides is not part of this page, and must not seem to be nothing.
        return f"A reader has confirmed {statements}{by}{on}."
    reviewed = f"{digest.reviewed} of them" if digest.reviewed else "none of them"
    return f"The machine found {statements}{by}{on}; a reader has confirmed {reviewed}."


def _speakers(digest: Digest) -> Iterator[str]:
    """Who is heard most often; whoever is heard as often as one who would be left out is left out as well."""
    spoken = Counter(one.stakeholder for one in digest.briefing.statements if one.stakeholder is not None)
    ranked = spoken.most_common()
    left_out = ranked[MOST_NAMED][1] if len(ranked) > MOST_NAMED else 0
    most = [(digest.stakeholders[who], number) for who, number in ranked[:MOST_NAMED] if number > max(left_out, 1)]
    if len(most) > 1:
        (first, number), *others = most
        names = [f"{digest.in_sentence(first)} ({count(number, 'statement')})"]
        names += [f"{digest.in_sentence(one)} ({number})" for one, number in others]
        yield f"Those heard most often are {listing(names)}."


def _dividing_lines(digest: Digest) -> Iterator[str]:
    """The issues which some support and others oppose, the evenest first."""
    divided: list[tuple[int, str]] = []
    for issue in digest.columns:
        stances = Counter(_stance(digest, row, issue) for row in digest.rows)
        if smaller := min(stances["supports"], stances["opposes"]):
            divided.append((smaller, issue.label))
    labels = [label for _, label in sorted(divided, key=lambda pair: -pair[0])]
    if len(labels) > 1:
        yield f"The main dividing lines, with supporters and opponents, are {listing(labels)}."
    elif labels:
        yield f"The main dividing line, with supporters and opponents, is {labels[0]}."
    elif len(digest.rows) > 1:
        yield "No issue was found that one supports and another opposes."


def _sides(digest: Digest, issue: Issue) -> str:
    parts = []
    for stance, words in _SIDES.items():
        names = [digest.in_sentence(row) for row in digest.rows if _stance(digest, row, issue) == stance]
        if names:
            parts.append(f"{words} {_shortened(names)}")
    return f"{'; '.join(parts)}."


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
    both = f"{digest.in_sentence(one)} and {digest.in_sentence(other)}"
    head = both[:1].upper() + both[1:]
    if same:
        yield f"{head} are on the same side of {listing(same)}."
    if opposite:
        yield f"{head} are on opposite sides of {listing(opposite)}."
    if other_shared:
        yield f"{head} both speak on {listing(other_shared)}, but not both plainly for or against."
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


def _shortened(names: list[str]) -> str:
    """A list of names; the last of many are only counted, never a single one."""
    if len(names) <= MOST_NAMED + 1:
        return listing(names)
    return listing([*names[:MOST_NAMED], f"{len(names) - MOST_NAMED} others"])
