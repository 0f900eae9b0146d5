"""What was read out of one statement: a `Reading`, which `reader.py` makes.

The rules (`rules.py`) and the linear models (`classifier.py`, `status.py`) see nothing of a statement but this.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.analysis.stance.direction.labels import LabelReading
from briefing.analysis.stance.direction.relation import NO_RELATION, Relation
from briefing.analysis.stance.statement.clause import Clause
from briefing.analysis.stance.statement.own import OwnAttitude
from briefing.analysis.stance.statement.own_part import Aside
from briefing.analysis.stance.statement.wish import Wish
from briefing.analysis.stance.words.attitudes import Found
from briefing.analysis.stance.words.screened import words_of


@dataclass(slots=True)
class Reading:
    """What was read out of one statement."""

    cue: str
    content: str
    sentence: str
    """The sentence of the content without the content: source, cue and what stands around."""
    around: str
    """The same without what is quoted in it."""
    before: str
    """The sentence before, in the same block; empty where there is none."""
    label: LabelReading
    words: frozenset[str] = field(init=False)
    """The words of cue and content in lower case, among which a `Screened` expression looks for its own."""
    after: str = ""
    """What follows the content, up to a few words."""
    source: str = ""
    """The words of the source; empty where there is none."""
    tense: str = ""
    """Tags of the verbs of the cue, with its negation ("VBD", "MD RB VB")."""
    cue_attitude: Found | None = None
    opening_attitude: Found | None = None
    """Attitude that the content itself states near its start ("we oppose …")."""
    before_attitude: Found | None = None
    """Attitude of the sentence before, where the cue has no side of its own."""
    relation: Relation = NO_RELATION
    """How the content stands to the label."""
    aside: Aside | None = None
    """The part that alone names the matter, where the content denies it or only compares something with it."""
    pointing: bool = False
    """Whether the content only points to something named before ("it", "the proposal")."""
    clause: Clause | None = None
    """What the main clause says of the matter, where the cue is neutral."""
    denied: Clause | None = None
    """The same where the cue denies the content."""
    own: tuple[OwnAttitude, ...] = ()
    """Attitudes that the content states as the holder's own, in its order."""
    wish: Wish | None = None
    """What the statement binds something else to, where that is the matter."""
    missing: Wish | None = None
    """The same where the content tells what happens without the matter ("Without it")."""
    value: float = 0.0
    norm: float = 0.0
    value_words: tuple[str, ...] = ()
    norm_words: tuple[str, ...] = ()
    strong_condition: str = ""
    weak_condition: str = ""
    claim: bool = False
    """Whether the content is headed by a noun for somebody else's words ("the suggestion")."""
    holder_kinds: tuple[str, ...] = ()
    holder_in_label: str = ""
    """How the label names the holder: "owner" ("Vessby's plan"), "first", "inside", the preposition before, or ""."""
    dated: str = ""
    """A year gone by to which the clause of the cue is dated ("In *2013* he embraced"); empty where there is none."""
    latest_year: int = 0
    """The latest year that the text names; 0 where it names none."""
    former: str = ""
    """Words that hang on the cue and say that its deed or attitude is over ("*previously* sponsored")."""
    predicted: str = ""
    """The word outside the cue that makes its verb a prediction ("is *set* to oppose")."""
    supposed: str = ""
    """The conjunction that makes the cue's own clause a mere case ("*if* the mayor vetoes it")."""
    source_side: int = 0
    source_words: str = ""

    def __post_init__(self) -> None:
        """Take cue and content apart."""
        self.words = words_of(f"{self.cue} {self.content}")

    @property
    def is_about_something_else(self) -> bool:
        """Whether the content neither names the matter nor points back to it."""
        return not (self.relation.sign or self.relation.overlap or self.pointing)

    @property
    def is_anchored(self) -> bool:
        """Whether the words name the matter, point to it, or take a side by their cue."""
        if self.relation.overlap or self.pointing or (self.cue_attitude is not None and self.cue_attitude.sign):
            return True
        return any(own.pointing or own.relation for own in self.own)
