"""Drafts in; the same made presentable out: missing sources filled in, bare contents widened, repeats dropped."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.describe import describe_cue
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.subjects import is_passive, source_of_verb
from briefing.analysis.attribution.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon

RAISING = frozenset({"seem", "appear", "be", "look", "sound"})
EMPTY = frozenset({"it", "that", "this", "them", "so", "him", "her", "one", "these", "those", "me", "us", "you"})
DEEDS = frozenset({"deed", "decision"})
ATTITUDES = frozenset({"support", "opposition", "criticism", "refusal"})
SHORT_OBJECT, SHORT_NEGATED = 3, 4
"""Words up to which the object of an attitude, or of a negated cue, does not stand alone."""
SAME = 0.5
"""Share of the smaller content in the bigger one above which two attributions of one source are one."""


def complete_sources(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Give a draft without a source the one that the parse knows: the subject of its cue's verb.

    Passives without "by", and verbs like "seem", have no source in the language either; they stay without.
    """
    for draft in drafts:
        if draft.source or not draft.cue:
            continue
        verb = next((i for i in reversed(draft.cue) if tokens.part[i] == "VERB"), None)
        if verb is None or is_passive(tokens, verb) or tokens.lemma[verb] in RAISING:
            continue
        source = [i for i in source_of_verb(tokens, verb) if not tokens.space[i]]
        while source and tokens.words[source[-1]] == ",":
            source.pop()
        if source and not set(source) & {*draft.cue, *draft.content}:
            draft.source = source


def drop_repeats(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """Of two drafts with the same source and mostly the same content, the one that says more."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-len(d.content), d.content)):
        own = set(draft.content)
        repeated = any(
            len(own.intersection(other.content)) > SAME * len(own)
            and other.source == draft.source
            and len(own) > SAME * len(other.content)
            for other in kept
        )
        if not repeated:
            kept.append(draft)
    return kept


def widen_contents(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> None:
    """Let a content that says nothing alone begin with its cue.

    "It", "that", a single word; what somebody did ("vetoed the bill"), what somebody did not do ("did not condemn the
    strike"), and the short object of an attitude ("backs patrols"): there the verb is what is held, not the noun.
    """
    for draft in drafts:
        if not draft.cue or any(tokens.quotation[i] >= 0 for i in draft.content):
            continue
        if not any(tokens.part[i] in ("VERB", "AUX") for i in draft.cue):
            continue
        words = [i for i in draft.content if tokens.words[i][0].isalnum()]
        bare = len(words) <= 1 or (len(words) == 2 and all(_says_nothing(tokens, i) for i in words))
        if bare or _is_deed_or_attitude(tokens, draft, words, lexicon):
            draft.content = sorted({*draft.cue, *draft.content})


def _says_nothing(tokens: Tokens, i: int) -> bool:
    return tokens.lower[i] in EMPTY or tokens.part[i] in ("PRON", "DET")


def _is_deed_or_attitude(tokens: Tokens, draft: Draft, words: list[int], lexicon: CueLexicon) -> bool:
    cue = set(draft.cue)
    if any(tokens.tag[i].startswith(("VB", "MD")) and i not in cue for i in draft.content):
        return False
    described = describe_cue(tokens, draft.cue, lexicon)
    if described.cue_class in DEEDS:
        return True
    if described.negated:
        return len(words) <= SHORT_NEGATED
    return described.cue_class in ATTITUDES and len(words) <= SHORT_OBJECT


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
            if tuple(words) != sense.particles:
                continue
            source = [] if is_passive(tokens, v) else source_of_verb(tokens, v)
            source = [i for i in source if not tokens.space[i] and tokens.words[i] != ","]
            cue = list(range(v, v + 1 + len(sense.particles)))
            if source and taken.isdisjoint(cue) and not set(cue) & set(source):
                found.append(Draft(source, cue, cue, f"rule: {sense.words}"))
                taken.update(cue)
            break
    return found
