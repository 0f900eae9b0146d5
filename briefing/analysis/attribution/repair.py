"""Drafts in; the same made presentable out.

Negations are moved, ends cut, quotation marks balanced, bare contents widened, repeats dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis.attribution.describe import describe_cue, has_deed, is_deed
from briefing.analysis.attribution.drafts import PARTICIPLE, ContentIndex, Draft
from briefing.analysis.attribution.implied import is_implied
from briefing.analysis.attribution.parsing.labels import HELPERS, SUBJECTS
from briefing.analysis.attribution.parsing.subjects import is_nobody, is_passive, source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import ATTITUDES, CueLexicon, Sense
from briefing.analysis.lexicon.words import load_word_lists

NEGATIONS = frozenset({"never", "not", "n't", "n’t", "no", "neither"})
EMPTY = frozenset({"it", "that", "this", "them", "so", "him", "her", "one", "these", "those", "me", "us", "you"})
DEEDS = frozenset({"deed", "decision"})
SHORT_OBJECT, SHORT_NEGATED = 3, 4
"""Words up to which the object of an attitude, or of a negated cue, does not stand alone."""
GOVERNORS = 6
"""Governors of a cue that are looked at."""
ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "advcl", "prt"})
"""Relations of phrases that say how, when or why something was done."""
LONGEST_ADJUNCT = 10
LONGEST_GAP = 6
PARTING = frozenset({":", ";"})
OBJECTS = frozenset({"pobj", "pcomp", "dobj", "ccomp", "xcomp"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
SHORTEST_JOINED = 2
SAME = 0.5
"""Share of the smaller content in the bigger one above which two attributions of one source are one."""


def move_negation(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Put a negation between source and cue ("the mayor never promised") into the cue, where it belongs."""
    for draft in drafts:
        if not draft.cue:
            continue
        before = draft.cue[0] - 1
        if len(draft.source) > 1 and tokens.lower[draft.source[-1]] in NEGATIONS:
            last, draft.source = draft.source[-1], draft.source[:-1]
            if last == before:
                draft.cue = [last, *draft.cue]
        if before < 0 or before in (*draft.source, *draft.content, *draft.cue):
            continue
        of_cue = tokens.lower[before] in NEGATIONS and tokens.head[before] in draft.cue
        if of_cue or tokens.lower[before] == "nor":
            draft.cue = [before, *draft.cue]


def drop_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    """Of two drafts with the same source and mostly the same content, the one that says more."""
    kept: list[Draft] = []
    index = ContentIndex()
    for draft in sorted(drafts, key=lambda d: (-len(d.content), d.content)):
        own = set(draft.content)
        repeated = any(
            len(own.intersection(other.content)) > SAME * len(own)
            and other.source == draft.source
            and len(own) > SAME * len(other.content)
            for other in index.touching(draft.content)
        )
        if not repeated:
            kept.append(draft)
            index.add(draft)
    return kept


def cut_foreign_ends(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Cut a content where the sentence goes on that the cue is only a part of.

    In "her promise to lower taxes won the election" the promise is the subject of "won", and in "the senator, who
    opposes the dam, left" the cue stands in a relative clause: what governs the cue is no part of what follows it.
    """
    for draft in drafts:
        if not draft.cue or draft.content[0] < draft.cue[-1]:
            continue
        above = _governor_of_phrase(tokens, draft.cue)
        if above is None:
            above = _back_to_antecedent(tokens, draft)
        if above is None or above not in draft.content:
            continue
        kept = [i for i in draft.content if i < above]
        while kept and (tokens.head[kept[-1]] == above or tokens.words[kept[-1]] == ","):
            kept.pop()
        if any(tokens.is_word(i) for i in kept) and not any(tokens.quotation[i] >= 0 for i in draft.content):
            draft.content = kept


def _governor_of_phrase(tokens: Tokens, cue: list[int]) -> int | None:
    """The verb, after the cue, of which the noun phrase around the cue is a part; None if there is none."""
    i, inside = cue[0], set(cue)
    through_phrase = False
    for _ in range(GOVERNORS):
        if tokens.head[i] == i:
            return None
        is_subject = tokens.relation[i] in SUBJECTS
        through_phrase = through_phrase or (is_subject and (i not in inside or tokens.part[i] == "NOUN"))
        i = tokens.head[i]
        if through_phrase and i > cue[-1] and tokens.part[i] in ("VERB", "AUX"):
            return i
    return None


def _back_to_antecedent(tokens: Tokens, draft: Draft) -> int | None:
    """What follows a relative clause, after its comma, and hangs on the noun that the clause describes."""
    verb = next((i for i in draft.cue if tokens.relation[i] == "relcl"), None)
    if verb is None:
        return None
    described = tokens.head[verb]
    after = (i for i in draft.content if tokens.head[i] == described and tokens.part[i] in ("VERB", "AUX"))
    return next((i for i in after if tokens.words[i - 1] == ","), None)


def end_with_quotation(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Cut what the newspaper goes on with after a quotation that ends a sentence ("wrote that “… network.” Nobody …").

    Where the parser sees no new sentence after the mark, the next one seems to be part of what was said.
    """
    for draft in drafts:
        if draft.content[0] < max(draft.cue, default=0) or not any(tokens.part[i] == "VERB" for i in draft.cue):
            continue
        for before, after in pairwise(draft.content):
            number = tokens.quotation[before]
            if (
                number >= 0
                and number not in (tokens.quotation[after], tokens.quotation[draft.cue[0]])
                and _ends_sentence(tokens, before)
                and tokens.words[after][0].isupper()
                and all(tokens.quotation[i] < 0 for i in draft.content if i >= after)
            ):
                draft.content = [i for i in draft.content if i <= before]
                break


def _ends_sentence(tokens: Tokens, last: int) -> bool:
    """Whether a token is the last of a closed quotation, behind a full stop."""
    quotation = tokens.quotations[tokens.quotation[last]]
    words = [i for i in tokens.between(quotation.start, quotation.end) if i <= last]
    return (
        quotation.closed
        and tokens.ends[last] >= quotation.end
        and any(tokens.words[i][-1] in ".!?" for i in words[-2:])
    )


def balance_marks(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Give a content that has one mark of a quotation the other one, too, if it holds all its words; else take it."""
    for draft in drafts:
        content = set(draft.content)
        for number in {tokens.quotation[i] for i in draft.content} - {-1}:
            quotation = tokens.quotations[number]
            inside = tokens.between(quotation.start, quotation.end)
            words = [i for i in inside if tokens.is_word(i)]
            if not words or not quotation.closed or (inside[0] in content) == (inside[-1] in content):
                continue
            if words[0] in content and words[-1] in content:
                content |= {i for i in inside if not words[0] <= i <= words[-1]}
            else:
                content -= {inside[0], inside[-1]} - set(words)
        draft.content = sorted(content)


def close_conjunctions(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Let a content that ends with "and" go on with what is joined there; where that is another's, end before it."""
    taken = {i for draft in drafts for i in (*draft.source, *draft.cue)}
    for draft in drafts:
        last = draft.content[-1]
        if tokens.tag[last] != "CC" or tokens.quotation[last] >= 0 or len(draft.content) < SHORTEST_JOINED:
            continue
        joined = next(
            (c for c in tokens.children[tokens.head[last]] if c > last and tokens.relation[c] == "conj"), None
        )
        phrase = tokens.phrase(joined) if joined is not None else []
        if phrase and phrase[0] == last + 1 and tokens.part[joined or last] in NOMINAL and taken.isdisjoint(phrase):
            draft.content = [*draft.content, *phrase]
        else:
            draft.content = draft.content[:-1]


def widen_contents(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> None:
    """Let a content that says nothing alone begin with its cue.

    "It", "that", a single word; what somebody did ("vetoed the bill"), what somebody did not do ("did not condemn the
    strike"), and the short object of an attitude ("backs patrols"): there the verb is what is held, not the noun. The
    corpus marks contents without their cues, so that training and the figures of the model card take the cue out again.
    "A bill opposed by the union" stays the bill.
    Such a content also goes on to how, when and why it was done ("backed the fee by four votes to three").
    """
    taken = {i for draft in drafts for i in (*draft.source, *draft.cue, *draft.content)}
    for draft in drafts:
        if not draft.cue or draft.rule == PARTICIPLE or any(tokens.quotation[i] >= 0 for i in draft.content):
            continue
        if not any(tokens.part[i] in ("VERB", "AUX") for i in draft.cue):
            continue
        words = [i for i in draft.content if tokens.is_word(i)]
        bare = len(words) <= 1 or (len(words) == 2 and all(_says_nothing(tokens, i) for i in words))
        if bare or is_implied(draft) or _is_deed_or_attitude(tokens, draft, words, lexicon):
            agent = {i for i in draft.cue if tokens.relation[i] == "agent"}
            further = {*_between(tokens, draft, taken)}
            if not is_implied(draft):
                further.update(_adjuncts(tokens, draft, taken))
            draft.content = sorted({*draft.cue, *draft.content, *further} - agent)


def _goes_on(tokens: Tokens, last: int) -> bool:
    """Whether the last word of a cue has an object: "is against" is all there is, "is against the levy" is not.

    What stands on the other side of a colon or a semicolon is none ("Oslo abstained: its unions are split").
    """
    objects = (c for c in tokens.children[last] if tokens.relation[c] in OBJECTS)
    return any(PARTING.isdisjoint(tokens.words[min(last, c) : max(last, c)]) for c in objects)


def _between(tokens: Tokens, draft: Draft, taken: set[int]) -> list[int]:
    """What stands between cue and content ("voted *by five to four* to sell the pier"), if it is short and nobody's."""
    gap = tokens.stretch(draft.cue[-1] + 1, draft.content[0])
    return gap if len(gap) <= LONGEST_GAP and taken.isdisjoint(gap) else []


def _adjuncts(tokens: Tokens, draft: Draft, taken: set[int]) -> list[int]:
    """What the sentence says, right after the content, of how, when and why the cue's verb did it."""
    last = max(*draft.cue, *draft.content)
    inside = {*draft.cue, *draft.content}
    found: list[int] = []
    for verb in draft.cue:
        if tokens.part[verb] not in ("VERB", "AUX"):
            continue
        for c in tokens.children[verb]:
            if c <= last or c in inside or tokens.relation[c] not in ADJUNCTS:
                continue
            phrase = tokens.phrase(c)
            gap = range(max([last, *found]) + 1, phrase[0])
            if all(tokens.space[i] for i in gap) and taken.isdisjoint(phrase) and len(phrase) <= LONGEST_ADJUNCT:
                found += phrase
    return found


def _says_nothing(tokens: Tokens, i: int) -> bool:
    return tokens.lower[i] in EMPTY | load_word_lists().sides or tokens.part[i] in ("PRON", "DET")


def _is_deed_or_attitude(tokens: Tokens, draft: Draft, words: list[int], lexicon: CueLexicon) -> bool:
    cue = set(draft.cue)
    is_done = has_deed(tokens, draft, lexicon)
    has_verb = any(tokens.tag[i].startswith(("VB", "MD")) and i not in cue for i in draft.content)
    if has_verb and not is_done:
        return False
    described = describe_cue(tokens, draft.cue, draft.content, lexicon)
    if is_done and is_deed(tokens, draft, described.cue_class, lexicon):
        return True
    if has_verb:
        return False
    if described.cue_class in DEEDS:
        return True
    if described.negated:
        return len(words) <= SHORT_NEGATED
    is_adjective = described.sense is not None and described.sense.part_of_speech == "adjective"
    return (described.cue_class in ATTITUDES or is_adjective) and len(words) <= SHORT_OBJECT


def _is_done_to(tokens: Tokens, verb: int, sense: Sense) -> bool:
    """Whether a verb is a passive; one that has no object is none, though the parser takes it for a mere participle."""
    has_no_passive = not sense.particles and len(sense.frames) == 1
    return not has_no_passive and is_passive(tokens, verb)


def bare_deeds(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """Deeds that take a side without an object: "abstained", "voted no", "remains opposed"; the cue is the content."""
    taken = {i for draft in drafts for i in (*draft.cue, *draft.content)}
    found = []
    for v in range(len(tokens)):
        if v in taken or tokens.part[v] not in ("VERB", "AUX") or tokens.quotation[v] >= 0:
            continue
        for sense in lexicon.of("verb", tokens.lemma[v]):
            if "none" not in sense.frames:
                continue
            words = tokens.lower[v + 1 : v + 1 + len(sense.particles)]
            if tuple(words) != sense.particles or _goes_on(tokens, v + len(sense.particles)):
                continue
            source = [] if _is_done_to(tokens, v, sense) else source_of_verb(tokens, v)
            source = [i for i in source if not tokens.space[i] and tokens.words[i] != ","]
            helpers = [c for c in tokens.children[v] if tokens.relation[c] in HELPERS and c < v]
            first = v if set(helpers) & set(source) else min([v, *helpers])
            if tokens.tag[v] in ("VB", "VBG") and (not helpers or tokens.lower[first] == "to"):
                break
            cue = list(range(first, v + 1 + len(sense.particles)))
            if source and not is_nobody(tokens, source) and taken.isdisjoint(cue) and not set(cue) & set(source):
                is_sure = sense.cue_class == "deed"
                found.append(Draft(source, cue, cue, f"rule: {sense.words}", is_sure=is_sure))
                taken.update(cue)
            break
    return found
