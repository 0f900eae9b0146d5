"""Parsed tokens in; all drafts of a document out: the steps of the attribution in their order.

rules → tagger, joining, linking (where weights are installed) → turns of transcripts → what the tagger missed, and
what is implied by deeds → quotations left to whom the words before or the clause behind them names, floating quotations
→ wrong and missing sources → what belongs to the clause beside, or to a further verb of the speaker, or stands on the
other side of "she said" or around it → what somebody's demand is, what polls show → repeats and titles dropped →
attributions inside contents, plans that they report, what relative clauses say → deeds without an object → what nobody
says, and silences, dropped → contents that say nothing alone widened, bare answers with their questions → what others
share by "as did", or do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.attribution.constructions.accounts import add_accounts
from briefing.analysis.attribution.constructions.addressees import leave_addressees
from briefing.analysis.attribution.constructions.among import name_those_among
from briefing.analysis.attribution.constructions.answers import add_questions
from briefing.analysis.attribution.constructions.clefts import add_clefts
from briefing.analysis.attribution.constructions.confidants import find_confided
from briefing.analysis.attribution.constructions.ellipsis import find_denied, find_shared
from briefing.analysis.attribution.constructions.enclosed import leave_enclosed
from briefing.analysis.attribution.constructions.far import without_far
from briefing.analysis.attribution.constructions.findings import add_findings
from briefing.analysis.attribution.constructions.gapped import add_gapped
from briefing.analysis.attribution.constructions.hearsay import name_alleged_by
from briefing.analysis.attribution.constructions.impersonal import without_impersonal, without_nothing
from briefing.analysis.attribution.constructions.inserted import add_inserted
from briefing.analysis.attribution.constructions.introduced import find_introductions, leave_introduced
from briefing.analysis.attribution.constructions.joined import add_joined
from briefing.analysis.attribution.constructions.labelled import name_labelled
from briefing.analysis.attribution.constructions.lead_clauses import add_led
from briefing.analysis.attribution.constructions.measures import without_measures
from briefing.analysis.attribution.constructions.neighbours import leave_neighbours
from briefing.analysis.attribution.constructions.nesting import find_nested
from briefing.analysis.attribution.constructions.opinions import add_opinions
from briefing.analysis.attribution.constructions.participles import add_participles
from briefing.analysis.attribution.constructions.predicative import add_predicative
from briefing.analysis.attribution.constructions.relatives import add_relatives
from briefing.analysis.attribution.constructions.reported import find_reported
from briefing.analysis.attribution.constructions.second_clauses import add_second_clauses
from briefing.analysis.attribution.constructions.silences import without_silences
from briefing.analysis.attribution.constructions.sources import complete_sources
from briefing.analysis.attribution.constructions.tag_clauses import leave_tagged
from briefing.analysis.attribution.constructions.titles import without_titles
from briefing.analysis.attribution.constructions.trailing import add_trailing
from briefing.analysis.attribution.constructions.vocatives import drop_vocatives
from briefing.analysis.attribution.constructions.whereas import part_contrasted
from briefing.analysis.attribution.constructions.wordings import add_wordings
from briefing.analysis.attribution.drafts import ContentIndex, Draft
from briefing.analysis.attribution.floating import attach_quotations
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.attribution.parsing.turns import ASKED, Turn, drafts_of_turn, find_turns
from briefing.analysis.attribution.repair import (
    balance_marks,
    bare_deeds,
    close_conjunctions,
    cut_foreign_ends,
    drop_repeats,
    end_with_quotation,
    move_negation,
    widen_contents,
)
from briefing.analysis.attribution.rules import find_by_rules
from briefing.analysis.attribution.tagging.learned import Found, LearnedExtractor
from briefing.analysis.attribution.tagging.rescuing import rescuable, rescue
from briefing.analysis.layers import Actor
from briefing.analysis.lexicon.cues import CueLexicon


@dataclass(frozen=True, slots=True)
class Extraction:
    """The result for a document."""

    drafts: list[Draft]
    """In the order of the text; those inside contents point to their parent."""
    ruled: list[Draft]
    """What the rules alone found, for comparison."""


def extract(
    tokens: Tokens, lexicon: CueLexicon, learned: LearnedExtractor | None, persons: Sequence[Actor] = ()
) -> Extraction:
    """All attributions of a document; `persons` are those whom it names, of whom one may answer questions."""
    ruled = find_by_rules(tokens, lexicon)
    found = learned.find(tokens, ruled) if learned is not None else Found(ruled, {})
    drafts = found.drafts
    turns = find_turns(tokens, persons)
    spoken = [draft for turn in turns for draft in drafts_of_turn(tokens, turn)]
    if turns:
        drafts = outside_turns(tokens, drafts, turns)
        ruled = outside_turns(tokens, ruled, turns)
    if learned is not None:
        free = rescuable(tokens, lexicon, drafts, ruled)
        drafts = [*drafts, *rescue(tokens, lexicon, free, found.certainty, learned.weights.rescued)]
    introductions = find_introductions(tokens)
    drafts, ruled = (leave_introduced(tokens, several, introductions) for several in (drafts, ruled))
    drafts = add_led(tokens, leave_tagged(tokens, drafts, lexicon), lexicon)
    drafts = attach_quotations(tokens, drafts, ruled, lexicon)
    move_negation(tokens, drafts)
    complete_sources(tokens, drafts, lexicon)
    name_those_among(tokens, drafts)
    leave_enclosed(tokens, drafts)
    cut_foreign_ends(tokens, drafts)
    drafts = leave_addressees(tokens, drafts)
    leave_neighbours(tokens, drafts, lexicon)
    drafts = add_joined(tokens, drafts, lexicon)
    drafts = add_clefts(tokens, add_wordings(tokens, drafts), lexicon)
    drafts = add_inserted(tokens, add_accounts(tokens, drafts), lexicon)
    drafts = add_predicative(tokens, add_trailing(tokens, drafts), lexicon)
    drafts = add_second_clauses(tokens, add_findings(tokens, drafts), lexicon)
    drafts = add_participles(tokens, add_gapped(tokens, drafts, lexicon), lexicon)
    drafts = without_far(tokens, part_contrasted(tokens, drafts, lexicon))
    drafts = name_alleged_by(tokens, without_titles(tokens, drop_repeats(drafts)), lexicon)
    drafts += spoken
    if learned is not None:
        known = {i for draft in drafts for i in draft.cue}
        nested = find_nested(tokens, lexicon, drafts, learned.weights.nested)
        nested = [draft for draft in nested if known.isdisjoint(draft.cue)]
        move_negation(tokens, nested)
        drafts += nested
        drafts += find_confided(tokens, lexicon, drafts)
        drafts += find_reported(tokens, lexicon, drafts)
    drafts = add_opinions(tokens, add_relatives(tokens, drafts, lexicon), lexicon)
    drafts += bare_deeds(tokens, drafts, lexicon)
    drafts = without_impersonal(tokens, without_nothing(tokens, drafts), lexicon)
    drafts = without_silences(tokens, without_measures(tokens, drafts))
    name_labelled(tokens, drafts)
    adopt(drafts)
    drop_vocatives(tokens, drafts)
    close_conjunctions(tokens, drafts)
    end_with_quotation(tokens, drafts)
    balance_marks(tokens, drafts)
    widen_contents(tokens, drafts, lexicon)
    add_questions(tokens, drafts)
    drafts += find_shared(tokens, drafts)
    drafts += find_denied(tokens, drafts)
    drafts = without_asked(tokens, drafts)
    return Extraction(sorted(drafts, key=lambda d: (d.content[0], -d.content[-1], d.cue)), ruled)


def outside_turns(tokens: Tokens, drafts: Sequence[Draft], turns: Sequence[Turn]) -> list[Draft]:
    """The drafts that do not touch the turns of a transcript; inside a turn only the speaker speaks."""
    blocks = {turn.block for turn in turns}
    return [draft for draft in drafts if not any(tokens.block[i] in blocks for i in (*draft.cue, *draft.content))]


def without_asked(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without what is asked inside an interviewer's question; what she tells there of others stays."""
    inside = ContentIndex(draft for draft in drafts if draft.rule == ASKED)
    kept = []
    for draft in drafts:
        ends = tokens.sentences[tokens.sentence[draft.content[-1]]][1]
        is_question = "?" in tokens.words[draft.content[-1] : ends] and bool(inside.touching(draft.content))
        if draft.rule == ASKED or not is_question:
            kept.append(draft)
    return kept


def adopt(drafts: Sequence[Draft]) -> None:
    """Point each draft that lies inside another's content to the smallest such other."""
    index = ContentIndex(drafts)
    for draft in drafts:
        if draft.parent is not None:
            continue
        inner = {*draft.cue, *draft.content}
        around = [
            other
            for other in index.touching(draft.content[:1])
            if other is not draft and len(other.content) > len(draft.content) and inner <= set(other.content)
        ]
        draft.parent = min(around, key=lambda d: len(d.content), default=None)
