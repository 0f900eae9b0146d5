"""The step briefing_stakeholders.

In: `briefing_actors` with all their mentions, and `briefing_attributions` without holders. Out: the attributions with
their holders, and the actors with unnamed sources among them, those that belong on the list marked, in the order of
their weight in the document.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.entities.columns import Columns, columns_of
from briefing.analysis.entities.knowledge import Knowledge, load_knowledge
from briefing.analysis.layers import Actor, Attribution, register_layers
from briefing.analysis.stakeholders.listing import list_stakeholders
from briefing.analysis.stakeholders.reported import ReportedReader
from briefing.analysis.stakeholders.roster import Roster
from briefing.analysis.stakeholders.sources import FIRST_PLURAL, FIRST_SINGULAR, Holders, SourceReader
from briefing.analysis.stakeholders.unheld import is_unheld
from briefing.model import Mention, Span


@Language.factory(
    "briefing_stakeholders",
    assigns=["doc._.briefing_actors", "doc._.briefing_attributions"],
    requires=["doc._.briefing_actors", "doc._.briefing_attributions"],
)
def create_stakeholders(nlp: Language, name: str) -> StakeholdersStep:
    """Create the step."""
    register_layers()
    return StakeholdersStep()


class StakeholdersStep:
    """Finds the holder of each attribution and makes the list of stakeholders."""

    def __init__(self) -> None:
        self.knowledge = load_knowledge()

    def __call__(self, doc: Doc) -> Doc:
        """Run the step on a Doc and return it."""
        self.set_annotations(doc, *self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> tuple[tuple[Actor, ...], tuple[Attribution, ...]]:
        """The actors and the attributions after this step."""
        columns = columns_of(doc)
        resolver = HolderResolver(doc._.briefing_actors, doc._.briefing_attributions, columns, self.knowledge)
        attributions = resolver.resolve()
        actors = list_stakeholders(resolver.roster, attributions, columns)
        return actors, attributions

    def set_annotations(self, doc: Doc, actors: tuple[Actor, ...], attributions: tuple[Attribution, ...]) -> None:
        """Write both layers."""
        doc._.briefing_actors = actors
        doc._.briefing_attributions = attributions


class HolderResolver:
    """Resolves the holders of all attributions of a document, outer ones before those within them."""

    def __init__(
        self, actors: tuple[Actor, ...], attributions: tuple[Attribution, ...], columns: Columns, knowledge: Knowledge
    ) -> None:
        self.columns = columns
        self.roster = Roster(actors, columns, knowledge)
        self.reader = SourceReader(self.roster, columns, knowledge)
        self.reported = ReportedReader(self.roster, columns)
        self.attributions = {attribution.id: attribution for attribution in attributions}
        self.holders: dict[str, Holders] = {}
        self.of_label: dict[str, Holders] = {}
        """The unnamed speaker of the turns that one label in capitals opens: all through a transcript the same."""
        self.under_way: set[str] = set()
        self.cue_at: dict[int, str] = {}
        for attribution in attributions:
            if attribution.cue is not None:
                for token in columns.tokens_of(attribution.cue.start, attribution.cue.end):
                    self.cue_at.setdefault(token, attribution.id)
        self.contents_at: dict[int, list[tuple[Span, Attribution]]] = {}
        """The pieces of contents that a token lies in."""
        for attribution in attributions:
            for span in attribution.content:
                for token in columns.tokens_of(span.start, span.end):
                    self.contents_at.setdefault(token, []).append((span, attribution))

    def resolve(self) -> tuple[Attribution, ...]:
        """The attributions with their holders, in the order given."""
        for attribution_id in self.attributions:
            self.holders_of(attribution_id)
        self.first_persons()
        self.letters()
        result = []
        for attribution_id, attribution in self.attributions.items():
            found = self.holders[attribution_id]
            if is_unheld(self.columns, attribution, self.attributions.get(attribution.within or "")):
                continue
            reasons = (*attribution.reasons, f"holder: {found.reason}") if found.reason else attribution.reasons
            if not attribution.reported or self._is_kept(attribution):
                result.append(replace(attribution, holders=found.ids, reasons=reasons))
        return tuple(result)

    def _is_kept(self, attribution: Attribution) -> bool:
        """Whether what somebody tells of another one's plans is that one's position."""
        around = self.holders.get(attribution.within or "", Holders()).ids
        return self.reported.is_position(attribution, self.holders[attribution.id].ids, around)

    def holders_of(self, attribution_id: str) -> Holders:
        """The holders of one attribution; those it depends on are resolved first."""
        if attribution_id in self.holders:
            return self.holders[attribution_id]
        if attribution_id in self.under_way:
            return Holders()
        self.under_way.add(attribution_id)
        attribution = self.attributions[attribution_id]
        label = self._label_of(attribution)
        if label in self.of_label:
            found = self.of_label[label]
        elif attribution.source is not None:
            found = self.reader.read(attribution.source, self._speaker_around(attribution, attribution.source))
        else:
            found = self._shared(attribution)
        if label and found.ids and not self.roster[found.ids[0]].named:
            self.of_label.setdefault(label, found)
        self.holders[attribution_id] = found
        return found

    def _label_of(self, attribution: Attribution) -> str:
        """The label before a colon with which a turn of a transcript begins its block; empty where there is none."""
        if attribution.source is None or attribution.cue is None or attribution.within is not None:
            return ""
        columns = self.columns
        label = columns.tokens_of(attribution.source.start, attribution.source.end)
        cue = columns.tokens_of(attribution.cue.start, attribution.cue.end)
        is_alone = len(label) > 0 and all(columns.text[i].isupper() or not columns.text[i].isalnum() for i in label)
        begins = is_alone and (label.start == 0 or columns.block[label.start - 1] != columns.block[label.start])
        return columns.words(label.start, label.stop) if begins and [columns.text[i] for i in cue] == [":"] else ""

    def _speaker_around(self, attribution: Attribution, place: Span) -> tuple[str, ...]:
        """The holders of the innermost attribution in whose content a place lies."""
        parent = attribution.within
        if parent is None or parent not in self.attributions:
            parent = self._innermost(place, attribution.id)
        return self.holders_of(parent).ids if parent is not None else ()

    def _innermost(self, place: Span, but: str) -> str | None:
        around = [(span.end - span.start, other.id) for span, other in self._contents_around(place) if other.id != but]
        return min(around)[1] if around else None

    def _contents_around(self, place: Span) -> list[tuple[Span, Attribution]]:
        """The pieces of contents in which a place lies, with their attributions."""
        first = self.columns.tokens_of(place.start, place.end).start
        return [(span, other) for span, other in self.contents_at.get(first, ()) if span.contains(place)]

    def _shared(self, attribution: Attribution) -> Holders:
        """A cue without a source shares that of the verb it is coordinated with ("said … and warned …")."""
        if attribution.cue is None:
            return Holders()
        columns = self.columns
        for token in columns.tokens_of(attribution.cue.start, attribution.cue.end):
            current = token
            while columns.dep[current] in {"conj", "advcl", "xcomp"} and not self._has_subject(current):
                current = columns.head[current]
                other = self.cue_at.get(current)
                if other is not None and other != attribution.id:
                    found = self.holders_of(other)
                    return Holders(found.ids, "shares the subject of the verb before") if found.ids else Holders()
        return Holders()

    def _has_subject(self, verb: int) -> bool:
        return any(self.columns.dep[child] in {"nsubj", "nsubjpass"} for child in self.columns.children[verb])

    def first_persons(self) -> None:
        """ "I", "me", "my" inside quotations are mentions of the speaker, "we" of the speaker's side."""
        columns = self.columns
        for token in range(len(columns)):
            lower = columns.lower[token]
            if lower not in FIRST_SINGULAR and lower not in FIRST_PLURAL:
                continue
            if not columns.quotation[token]:
                continue
            place = Span(columns.start[token], columns.end[token])
            parent = self._speaking(place)
            if parent is None:
                continue
            for actor_id in self.holders_of(parent).ids[:1]:
                meant = actor_id if lower in FIRST_SINGULAR else self.reader.side_of(actor_id)
                self.roster.add_mention(meant, Mention(place.start, place.end, "pronoun"))

    def letters(self) -> None:
        """ "Q." and "A." at the head of a turn are mentions of whoever asks and answers."""
        columns = self.columns
        for attribution in self.attributions.values():
            cue, holders = attribution.cue, self.holders_of(attribution.id).ids
            if cue is None or not holders:
                continue
            tokens = columns.tokens_of(cue.start, cue.end)
            if tokens and columns.text[tokens.start].rstrip(".:") in {"Q", "A"} and len(tokens) < 3:
                self.roster.add_mention(
                    holders[0], Mention(columns.start[tokens.start], columns.end[tokens.start], "pronoun")
                )

    def _speaking(self, place: Span) -> str | None:
        """The outermost direct or mixed attribution whose content holds a place: whose voice it is."""
        around = [
            (span.start - span.end, other.id)
            for span, other in self._contents_around(place)
            if other.form in {"direct", "mixed"}
        ]
        return min(around)[1] if around else None
