"""The articles that are open, each with everything the screen remembers about it. The only state of the reader."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from briefing.model import Article, Briefing, Span, Statement
from briefing.reader.lookup import Lookup
from briefing.reader.query import Query
from briefing.reader.roster import Grouping
from briefing.reader.trail import Trail

Fate = Literal["", "changed", "gone"]
"""What became of the file of an article since it was read."""


class TableView(Struct):
    """How the positions are laid out."""

    transposed: bool = False
    row: int = 0
    column: int = 0
    stakeholder: str | None = None
    """Id of the stakeholder under the cursor, whom it follows when the table is laid out anew."""
    issue: str | None = None
    """Id of the issue under the cursor, likewise."""
    hidden: frozenset[str] = frozenset()
    """Ids of issues that are not shown."""
    first: tuple[str, ...] = ()
    """Ids of issues that she moved to the front."""


class Search(Struct):
    """What she looks for in the text."""

    query: str = ""
    matches: list[Span] = field(default_factory=list)
    current: int | None = None


class OpenArticle(Struct, eq=False):
    """One article on the desk."""

    article: Article
    source: str
    """What she asked for: a path, an address, or "-"."""
    lookup: Lookup | None = None
    """The result of the analysis, once there is one."""
    found: Briefing | None = None
    """What the machine found, without corrections."""
    request: int | None = None
    """Number of the running analysis."""
    progress: str = ""
    """What the analysis is doing, or why it failed."""
    failed: bool = False
    offset: int = 0
    """Character at the top of the article pane."""
    stakeholder: str | None = None
    statement: str | None = None
    """Id of the evidence that is shown."""
    evidence: tuple[str, ...] = ()
    """Ids of the statements through which Enter goes: those of the cell she came from."""
    pane: str = "article"
    sort: str = "salience"
    grouping: Grouping = "none"
    filter: str = ""
    query: Query = field(default_factory=Query)
    table: TableView = field(default_factory=TableView)
    search: Search = field(default_factory=Search)
    marks: dict[str, int] = field(default_factory=dict)
    trail: Trail = field(default_factory=Trail)
    modified: float | None = None
    """When the file was last changed, as it was read."""
    fate: Fate = ""
    """What became of the file since."""

    @property
    def came_through_pipe(self) -> bool:
        """Whether its source is gone: standard input, or what a shell gives for `<(command)`."""
        return self.source == "-" or (self.source.startswith("/dev/") and self.article.path is None)

    @property
    def briefing(self) -> Briefing | None:
        """The result of the analysis, once there is one."""
        return self.lookup.briefing if self.lookup else None

    @property
    def shown_statement(self) -> Statement | None:
        """The evidence that is shown."""
        return self.lookup.statements.get(self.statement) if self.lookup and self.statement else None

    @property
    def title(self) -> str:
        """What the article is called on the screen."""
        return self.article.title or self.source.rsplit("/", 1)[-1]

    def replace_article(self, article: Article) -> None:
        """Take a new text; what was found in the old one no longer holds."""
        self.article = article
        self.lookup, self.found, self.request, self.progress, self.failed = None, None, None, "", False
        self.statement, self.evidence = None, ()
        self.search = Search()
        self.trail = Trail()

    def receive(self, found: Briefing, lookup: Lookup) -> None:
        """Take a new result; what was chosen in the old one is kept if it still exists, or what it was joined with.

        Args:
            found: what the machine found.
            lookup: the same with what was corrected.
        """
        before, self.found, self.lookup = self.lookup, found, lookup
        self.request = None
        self.progress = ""
        self.failed = False
        if self.stakeholder is not None and self.stakeholder not in lookup.stakeholders:
            self.stakeholder = _joined_with(self.stakeholder, before, lookup)
        if self.statement not in lookup.statements:
            self.statement = None
        self.evidence = tuple(one for one in self.evidence if one in lookup.statements)


def _joined_with(stakeholder: str, before: Lookup | None, now: Lookup) -> str | None:
    """The id of whoever has all mentions of a stakeholder that is no more; None where nobody has them."""
    gone = before.stakeholders.get(stakeholder) if before is not None else None
    places = {mention.span for mention in gone.mentions} if gone is not None else set()
    holders = (one for one in now.stakeholders.values() if places <= {mention.span for mention in one.mentions})
    return next((one.id for one in holders), None) if places else None


class Desk(Struct):
    """All open articles and which of them is on the screen."""

    articles: list[OpenArticle] = field(default_factory=list)
    current: int = 0

    @property
    def shown(self) -> OpenArticle | None:
        """The article on the screen."""
        return self.articles[self.current] if self.articles else None

    def with_request(self, request: int) -> OpenArticle | None:
        """The article for which an analysis runs."""
        return next((one for one in self.articles if one.request == request), None)
