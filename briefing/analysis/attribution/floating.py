"""Quotations that no attribution holds yet in; attributions for them out, where the text says who speaks.

A quotation that somebody signs ("“…” — Ana Ruiz") is that person's, whatever stands before it. Nearly every other
quotation of some length in the news is somebody's words, too. What the tagger left over gets, in this order: the
clause right behind it, however short it is ("“Why now?” asked the mayor"); the
attribution that the rules found for it; the one to whom the next paragraph gives it ("That was the view of Ana Ruiz");
the speaker of the quotation before it in the same paragraph; the one whom the sentence before it is about. In a
paragraph of its own it belongs to the speaker of the paragraph before only if that one's quotation was left open.
Otherwise it is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.constructions.introduced import colon_before, named_before_colon
from briefing.analysis.attribution.constructions.tag_clauses import find_tag_clause
from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.subjects import source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon
from briefing.analysis.lexicon.words import load_word_lists

FEWEST_WORDS = 6
"""Words that a quotation must have; shorter ones may be titles, mottos and scare quotes."""
FEWEST_SIGNED = 3
BEFORE_VIEW = (frozenset({"that", "this", "such"}), frozenset({"was", "is"}), frozenset({"the"}))
"""How a sentence begins that says whose the quotation before it is; a word for its view follows."""
BEHIND_VIEW = frozenset({"of", "from"})
COVERED = 0.3
"""Share of its words in a content above which a quotation is no longer floating."""
DASHES = frozenset({"—", "–", "―", "-", "--"})
FINAL = (".", "!", "?", "…")
PERSONAL = frozenset({"he", "she", "they", "i", "we"})
TO_COME = frozenset({"this", "it", "that", "thing", "following", "word", "sentence", "line"})
"""What somebody says whose words come only below ("said *the following*:")."""
POINTING = frozenset({"here", "this", "that", "these", "below"})
"""With what a sentence begins that points to the words below it."""


def attach_quotations(tokens: Tokens, drafts: list[Draft], ruled: Sequence[Draft], lexicon: CueLexicon) -> list[Draft]:
    """The drafts, some with a longer content, and new ones for floating quotations."""
    result = _signed_quotations(tokens, drafts)
    covered = {i for draft in result for i in draft.content}
    for number, quotation in enumerate(tokens.quotations):
        inside = [i for i in tokens.between(quotation.start, quotation.end) if tokens.quotation[i] == number]
        words = [i for i in inside if tokens.is_word(i)]
        if not words or sum(i in covered for i in words) > COVERED * len(words):
            continue
        tagged = find_tag_clause(tokens, inside, lexicon)
        tagged = tagged or _answered(tokens, inside)
        is_short = FEWEST_SIGNED <= len(words) < FEWEST_WORDS
        if tagged is None and is_short and any(tokens.words[i].endswith(FINAL) for i in inside[-2:]):
            tagged = _after_colon(tokens, inside)
        if tagged is None and len(words) < FEWEST_WORDS:
            continue
        draft = (
            tagged
            or _ruled(tokens, inside, ruled, covered)
            or _viewed(tokens, inside)
            or _after_colon(tokens, inside)
            or _after_colon_of_block(tokens, inside)
            or _continued(tokens, inside, result)
            or _spoken_before(tokens, inside, result)
            or _about_subject(tokens, inside)
        )
        if draft is not None:
            covered.update(draft.content)
            if draft not in result:
                result.append(draft)
    return result


def _signed_quotations(tokens: Tokens, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with all signed quotations given to those who sign them, and taken from others."""
    signed = []
    for number, quotation in enumerate(tokens.quotations):
        inside = [i for i in tokens.between(quotation.start, quotation.end) if tokens.quotation[i] == number]
        if sum(tokens.is_word(i) for i in inside) >= FEWEST_SIGNED:
            draft = _signed(tokens, inside)
            signed += [draft] if draft is not None else []
    if not signed:
        return list(drafts)
    taken = {i for draft in signed for i in (*draft.source, *draft.cue, *draft.content)}
    left = []
    for draft in drafts:
        draft.content = [i for i in draft.content if i not in taken]
        if any(tokens.is_word(i) for i in draft.content):
            left.append(draft)
    return [*left, *signed]


def _viewed(tokens: Tokens, inside: list[int]) -> Draft | None:
    """ "“…” That was the view of Ana Ruiz": the sentence after a quotation says whose it is."""
    last, sentence = tokens.quotations[tokens.quotation[inside[0]]].end, tokens.sentence[inside[-1]]
    following = next((s for s in tokens.sentences[sentence:] if tokens.starts[s[0]] >= last), None)
    if following is None:
        return None
    words = tokens.stretch(*following)
    viewed = (*BEFORE_VIEW, load_word_lists().views, BEHIND_VIEW)
    if len(words) < len(viewed) + 1 or not 0 <= tokens.block[words[0]] - tokens.block[inside[-1]] <= 1:
        return None
    if not all(tokens.lower[i] in allowed for i, allowed in zip(words, viewed, strict=False)):
        return None
    of = words[len(viewed) - 1]
    source = [i for c in tokens.children[of] if tokens.relation[c] == "pobj" for i in tokens.subtree(c)]
    while source and tokens.words[source[-1]] == ",":
        source.pop()
    cue = words[len(viewed) - 2 : len(viewed)]
    return Draft(source, cue, inside, "rule: quotation before a sentence that says whose it is") if source else None


def _ruled(tokens: Tokens, inside: list[int], ruled: Sequence[Draft], covered: set[int]) -> Draft | None:
    """What the rules found for the quotation, if it does not cut into another content.

    A quotation that is only the end of a later sentence ("Nothing in the law “suggests …”") says it with the words
    before it; alone it would say the opposite.
    """
    own = set(inside)
    for draft in ruled:
        shared = own.intersection(draft.content)
        if len(shared) > len(own) / 2 and covered.isdisjoint((*draft.cue, *draft.source)):
            content = [i for i in (*_lead(tokens, inside, draft), *draft.content) if i not in covered]
            return Draft(draft.source, draft.cue, sorted(set(content)), draft.rule)
    return None


def _lead(tokens: Tokens, inside: list[int], draft: Draft) -> list[int]:
    """The words of a sentence before the quotation that ends it, where the cue stands in another sentence."""
    number = tokens.sentence[inside[0]]
    if not draft.cue or tokens.sentence[draft.cue[0]] == number:
        return []
    lead = tokens.stretch(tokens.sentences[number][0], inside[0])
    return lead if any(tokens.is_word(i) for i in lead) else []


def _signed(tokens: Tokens, inside: list[int]) -> Draft | None:
    """ "“…” — Ana Ruiz, nurse": a dash and a name end the block."""
    end = tokens.blocks[tokens.block[inside[-1]]].end
    rest = tokens.between(tokens.ends[inside[-1]], end)
    if len(rest) < 2 or tokens.words[rest[0]] not in DASHES or len(rest) > 14 or tokens.words[rest[-1]] in FINAL[1:]:
        return None
    name = rest[1:]
    if not tokens.words[name[0]][0].isupper() or any(tokens.part[i] == "VERB" for i in name[:3]):
        return None
    while name and tokens.words[name[-1]] in FINAL:
        name.pop()
    return Draft(name, rest[:1], inside, "rule: signed quotation") if name else None


def _after_colon(tokens: Tokens, inside: list[int]) -> Draft | None:
    """ "The mayor was blunter: “…”": the subject of the clause before the colon."""
    colon = colon_before(tokens, inside[0])
    if colon is None:
        return None
    source = _subject_of_sentence(tokens, colon - 1) or named_before_colon(tokens, colon)
    return Draft(source, [colon], inside, "rule: quotation after a colon") if source else None


def _after_colon_of_block(tokens: Tokens, inside: list[int]) -> Draft | None:
    """ "Here's what she said:" above a paragraph that is a quotation: who said it there."""
    first = inside[0]
    before = first - 1
    while before >= 0 and tokens.space[before]:
        before -= 1
    is_below = before >= 0 and tokens.words[before] == ":" and tokens.block[before] == tokens.block[first] - 1
    if not is_below or not all(tokens.space[i] for i in range(tokens.block_ranges[tokens.block[first]][0], first)):
        return None
    speaking = load_word_lists().speaking
    for verb in reversed(range(tokens.sentences[tokens.sentence[before]][0], before)):
        if tokens.part[verb] != "VERB" or tokens.lemma[verb] not in speaking or tokens.quotation[verb] >= 0:
            continue
        if not _is_open(tokens, verb):
            return None
        source = [i for i in source_of_verb(tokens, verb) if not tokens.space[i]]
        is_somebody = any(tokens.part[i] == "PROPN" or tokens.lower[i] in PERSONAL for i in source)
        return Draft(source, [verb], inside, "rule: quotation after a colon") if is_somebody else None
    return None


def _is_open(tokens: Tokens, verb: int) -> bool:
    """Whether what is said is to come: "she *wrote*:", "here is what she *said*:", but not "she *said* he left:"."""
    said = {"ccomp"} if tokens.lemma[verb] == "tell" else {"ccomp", "dobj"}
    own = [child for child in tokens.children[verb] if tokens.relation[child] in said]
    is_to_come = all(tokens.lemma[child].lower() in TO_COME for child in own)
    if is_to_come and tokens.relation[verb] in {"ROOT", "relcl", "xcomp", "advcl", "conj"}:
        return True
    head = tokens.head[verb]
    opening = tokens.sentences[tokens.sentence[verb]][0]
    while tokens.space[opening]:
        opening += 1
    is_what = any(tokens.lower[child] == "what" for child in tokens.children[verb])
    return (
        is_what and tokens.lemma[head] == "be" and tokens.relation[head] == "ROOT" and tokens.lower[opening] in POINTING
    )


def _answered(tokens: Tokens, inside: list[int]) -> Draft | None:
    """ "The mayor's answer was short: “No.”": whose answer it is, however short."""
    colon = colon_before(tokens, inside[0])
    subject = _subject_of_sentence(tokens, colon - 1) if colon is not None else []
    answers = load_word_lists().answers
    noun = next((i for i in subject if tokens.lower[i] in answers), None)
    if colon is None or noun is None:
        return None
    owner = next((c for c in tokens.children[noun] if tokens.relation[c] == "poss"), None)
    source = [i for i in tokens.subtree(owner) if tokens.tag[i] != "POS"] if owner is not None else []
    return Draft(source, [colon], inside, "rule: quotation after a colon") if source else None


def _spoken_before(tokens: Tokens, inside: list[int], drafts: Sequence[Draft]) -> Draft | None:
    """ "It would take years, he said. “…”": who speaks in the sentence before, in words that are no quotation."""
    before = inside[0] - 1
    while before >= 0 and tokens.space[before]:
        before -= 1
    if before < 0 or not _starts_sentence(tokens, inside) or tokens.block[before] != tokens.block[inside[0]]:
        return None
    sentence = tokens.sentence[before]
    spoken = [d for d in drafts if d.cue and d.source and tokens.sentence[d.cue[0]] == sentence]
    last = max(spoken, key=lambda d: d.cue[0], default=None)
    if last is None or len(spoken) > 1 or any(tokens.quotation[i] >= 0 for i in (*last.cue, *last.source)):
        return None
    is_person = any(tokens.entity[i] == "PERSON" or tokens.lower[i] in PERSONAL for i in last.source)
    speaking = load_word_lists().speaking
    says = any(tokens.lemma[i] in speaking for i in last.cue)
    return (
        Draft(last.source, [], inside, "rule: quotation behind its speaker's sentence") if is_person and says else None
    )


def _continued(tokens: Tokens, inside: list[int], drafts: Sequence[Draft]) -> Draft | None:
    """The draft whose quotation this one goes on with, made longer."""
    block, first = tokens.block[inside[0]], inside[0]
    before = [d for d in drafts if d.content[-1] < first and tokens.quotation[d.content[-1]] >= 0]
    if not before:
        return None
    last = max(before, key=lambda d: d.content[-1])
    number = tokens.quotation[last.content[-1]]
    left_open = not tokens.quotations[number].closed and tokens.block[last.content[-1]] == block - 1
    same_block = tokens.block[last.content[-1]] == block and _starts_sentence(tokens, inside)
    if same_block:
        between = range(max(last.content[-1], *(last.cue or [0])) + 1, first)
        same_block = not any(tokens.part[i] == "VERB" for i in between)
    if not (left_open or same_block):
        return None
    last.content = sorted({*last.content, *inside})
    return last


def _about_subject(tokens: Tokens, inside: list[int]) -> Draft | None:
    """ "He rejects any talk of bad faith. “…”": the person who is the subject of the sentence before."""
    if not _starts_sentence(tokens, inside):
        return None
    before = inside[0] - 1
    while before >= 0 and tokens.space[before]:
        before -= 1
    if before < 0 or tokens.block[before] != tokens.block[inside[0]] or tokens.quotation[before] >= 0:
        return None
    source = _subject_of_sentence(tokens, before)
    if not source:
        return None
    person = any(tokens.entity[i] == "PERSON" for i in source)
    if not person and not (len(source) == 1 and tokens.lower[source[0]] in PERSONAL):
        return None
    return Draft(source, [], inside, "rule: quotation after a sentence about its speaker")


def _starts_sentence(tokens: Tokens, inside: list[int]) -> bool:
    """Whether a quotation is a sentence of its own: capital first, full stop last."""
    words = [i for i in inside if tokens.is_word(i)]
    return tokens.words[words[0]][0].isupper() and any(tokens.words[i].endswith(FINAL) for i in inside[-2:])


def _subject_of_sentence(tokens: Tokens, i: int) -> list[int]:
    first, last = tokens.sentences[tokens.sentence[i]]
    root = next((k for k in range(first, last) if tokens.head[k] == k and tokens.part[k] in ("VERB", "AUX")), None)
    source = source_of_verb(tokens, root) if root is not None else []
    return [k for k in source if not tokens.space[k]] if all(tokens.quotation[k] < 0 for k in source) else []
