"""Drafts in; the same with the sources out that the tagger missed or took from the wrong place, by the parse.

A source is filled in only where the language has one: passives without "by" and verbs like "seem" have none. Taken from
the wrong place are sources that leave out whom "by" names, or the subject right beside the verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.attribution.drafts import Draft
from briefing.analysis.attribution.parsing.labels import FINITE, NOMINALS, SUBJECTS
from briefing.analysis.attribution.parsing.subjects import agent_of, is_passive, participle_before, source_of_verb
from briefing.analysis.attribution.parsing.tokens import Tokens
from briefing.analysis.lexicon.cues import CueLexicon
from briefing.analysis.lexicon.words import load_word_lists

RAISING = frozenset({"seem", "appear", "look", "sound"})
PHRASE = frozenset({"compound", "nmod", "amod", "appos", "poss", "pobj", "prep", "nummod", "det", "conj", "flat"})
"""Relations inside a noun phrase, by which its last word leads to its head."""
PERSONS = frozenset({"he", "she", "they"})
EMPTY = frozenset({"it", "that", "this", "there", "what", "which", "who", "whom", "whose"})
"""Subjects that are nobody, or stand for somebody named before."""
STEPS = 6


def complete_sources(tokens: Tokens, drafts: Sequence[Draft], lexicon: CueLexicon) -> None:
    """Give each draft the source that the parse knows, where it has none or the words name another one beside the cue.

    A comma stays at the end of a source only where it closes an apposition ("Ana Ruiz, the president,").
    """
    for draft in drafts:
        if not draft.cue:
            continue
        _name_behind_participle(tokens, draft)
        _name_interrupting(tokens, draft)
        _name_of_participle(tokens, draft)
        _name_agent(tokens, draft)
        _name_subject_beside(tokens, draft)
        if not draft.source:
            source = _of_cue(tokens, lexicon, draft.cue) or _beside(tokens, draft)
            if source and set(source).isdisjoint((*draft.cue, *draft.content)):
                draft.source = source
        if sum(tokens.words[i] == "," for i in draft.source) == 1:
            draft.source = _trimmed(tokens, draft.source)


def _name_agent(tokens: Tokens, draft: Draft) -> None:
    """In "the plan was dismissed by the mayor as a joke" the mayor speaks, and is no part of what is said."""
    verb = _main_verb(tokens, draft.cue)
    agent = agent_of(tokens, verb) if verb is not None else None
    if verb is None or agent is None or not is_passive(tokens, verb) or agent in draft.source:
        return
    without = {c for c in tokens.children[agent] if tokens.lower[c] == "as"}
    named = _trimmed(tokens, [i for i in tokens.subtree(agent, without) if i not in draft.cue])
    inside = set(named)
    content = [i for i in draft.content if i not in inside]
    if named and tokens.quotation[agent] < 0 and any(tokens.is_word(i) for i in content):
        draft.source, draft.content = named, content


def _name_behind_participle(tokens: Tokens, draft: Draft) -> None:
    """In "pressed by reporters, the mayor, Ana Ruiz, admitted" the mayor does, and no reporter."""
    verb = _main_verb(tokens, draft.cue)
    if verb is None or any(tokens.relation[c] in SUBJECTS for c in tokens.children[verb]):
        return
    first = tokens.stretch(*tokens.sentences[tokens.sentence[verb]])[0]
    comma = next((i for i in range(first, draft.cue[0]) if tokens.words[i] == ","), None)
    if comma is None or tokens.tag[first] not in ("VBN", "VBG") or tokens.head[first] != verb:
        return
    named = _trimmed(tokens, range(comma + 1, draft.cue[0]))
    is_phrase = named and tokens.tag[named[0]] in ("DT", "NNP", "PRP$") and tokens.quotation[named[0]] < 0
    if is_phrase and not any(tokens.part[i] in ("VERB", "AUX", "ADP", "SCONJ") for i in named):
        draft.source = named


def _name_of_participle(tokens: Tokens, draft: Draft) -> None:
    """In "left, saying that the firm had lied and demanding talks" whoever left demands, and not the firm."""
    verb = _main_verb(tokens, draft.cue)
    if verb is None or not draft.source or participle_before(tokens, verb) is None:
        return
    source = _trimmed(tokens, source_of_verb(tokens, verb))
    if source and set(source).isdisjoint((*draft.cue, *draft.content)):
        draft.source = source


def _name_interrupting(tokens: Tokens, draft: Draft) -> None:
    """In "her critics, Ms Ruiz said, had never run a budget" she speaks, and the critics are part of what she says."""
    verb = _main_verb(tokens, draft.cue)
    if verb is None or tokens.relation[verb] != "parataxis" or not verb < tokens.head[verb]:
        return
    if any(tokens.relation[c] in SUBJECTS for c in tokens.children[tokens.head[verb]]):
        return
    for subject in (c for c in tokens.children[verb] if tokens.relation[c] == "nsubj" and c < verb):
        for name in (c for c in tokens.children[subject] if tokens.relation[c] == "appos"):
            speaker = tokens.phrase(name)
            told = [i for i in tokens.phrase(subject) if i < speaker[0] - 1]
            if speaker[-1] == draft.cue[0] - 1 and tokens.words[speaker[0] - 1] == "," and tokens.part[name] == "PROPN":
                draft.source = speaker
                draft.content = sorted({*told, *(i for i in draft.content if i not in speaker)})


def _name_subject_beside(tokens: Tokens, draft: Draft) -> None:
    """In "the port made a loss, the auditor found" the auditor is the source, who stands right before the verb."""
    verb = _main_verb(tokens, draft.cue)
    if verb is None or not draft.source or draft.content[-1] > draft.cue[0]:
        return
    for c in tokens.children[verb]:
        if tokens.relation[c] != "nsubj" or tokens.lower[c] in EMPTY or tokens.part[c] not in NOMINALS:
            continue
        subject = _trimmed(tokens, tokens.subtree(c))
        is_beside = subject[-1] + 1 == draft.cue[0] or subject[0] == draft.cue[-1] + 1
        if is_beside and set(subject).isdisjoint((*draft.source, *draft.cue, *draft.content)):
            draft.source = subject
            return


def _of_cue(tokens: Tokens, lexicon: CueLexicon, cue: Sequence[int]) -> list[int]:
    """The subject of the cue's verb; in "is said to favor" that of the passive, whose alleged view it is."""
    verb = _main_verb(tokens, cue)
    if verb is None or tokens.lemma[verb] in RAISING:
        return []
    if is_passive(tokens, verb) and agent_of(tokens, verb) is None:
        return _alleged(tokens, lexicon, verb)
    alleged = tokens.head[verb]
    if tokens.relation[verb] == "xcomp" and alleged in cue and is_passive(tokens, alleged):
        subject = next((c for c in tokens.children[alleged] if tokens.relation[c] == "nsubjpass"), None)
        return _trimmed(tokens, tokens.subtree(subject)) if subject is not None else []
    return _trimmed(tokens, source_of_verb(tokens, verb))


def _alleged(tokens: Tokens, lexicon: CueLexicon, verb: int) -> list[int]:
    """Whose view it is that she "is understood to have argued for a delay": the subject of the passive, if a person."""
    if tokens.lemma[verb] not in lexicon.alleging:
        return []
    subject = next((c for c in tokens.children[verb] if tokens.relation[c] == "nsubjpass"), None)
    arguing = load_word_lists().arguing
    below = [c for c in tokens.children[verb] if tokens.relation[c] == "xcomp" and tokens.lemma[c] in arguing]
    if subject is None or not below or (tokens.entity[subject] != "PERSON" and tokens.lower[subject] not in PERSONS):
        return []
    return _trimmed(tokens, tokens.subtree(subject))


def _beside(tokens: Tokens, draft: Draft) -> list[int]:
    """The noun phrase beside a finite cue, where the parse does not make it the subject."""
    cue, verb = draft.cue, _main_verb(tokens, draft.cue)
    if tokens.tag[cue[0]] not in FINITE or (verb is not None and tokens.lemma[verb] in RAISING):
        return []
    if verb is not None and verb != cue[0] and tokens.tag[verb] == "VBN" and not _is_perfect(tokens, cue):
        return []
    return _just_before(tokens, cue) or _just_after(tokens, cue)


def _just_before(tokens: Tokens, cue: Sequence[int]) -> list[int]:
    """ "X, who left, told": what ends right before the cue, or before a comma where the sentence begins with it."""
    last = cue[0] - 1
    after_comma = last > 0 and tokens.words[last] == ","
    last -= after_comma
    if last < 0 or tokens.sentence[last] != tokens.sentence[cue[0]] or tokens.quotation[last] >= 0:
        return []
    if not after_comma and tokens.part[last] not in NOMINALS:
        return []
    top = last
    for _ in range(STEPS):
        if not tokens.head[top] < cue[0] or not (after_comma or tokens.relation[top] in PHRASE):
            break
        top = tokens.head[top]
    source = [i for i in tokens.subtree(top) if i < cue[0]]
    if tokens.part[top] not in NOMINALS or tokens.quotation[top] >= 0:
        return []
    opens = all(not tokens.is_word(i) for i in range(tokens.sentences[tokens.sentence[top]][0], source[0]))
    return _trimmed(tokens, source) if opens or not after_comma else []


def _just_after(tokens: Tokens, cue: Sequence[int]) -> list[int]:
    """ "“…,” asked the builders": after a quotation the subject may follow its verb and looks like an object."""
    before = next((i for i in range(cue[0] - 1, -1, -1) if tokens.words[i] not in {",", " "}), -1)
    if before < 0 or tokens.quotation[before] < 0 or tokens.block[before] != tokens.block[cue[0]]:
        return []
    for c in tokens.children[cue[-1]]:
        if tokens.relation[c] in ("dobj", "nsubj") and tokens.part[c] in NOMINALS and tokens.quotation[c] < 0:
            source = tokens.subtree(c)
            return _trimmed(tokens, source) if source[0] == cue[-1] + 1 else []
    return []


def _main_verb(tokens: Tokens, cue: Sequence[int]) -> int | None:
    """The last full verb of a cue; an auxiliary where there is none ("is ashamed of")."""
    for part in ("VERB", "AUX"):
        verb = next((i for i in reversed(cue) if tokens.part[i] == part and tokens.tag[i] != "MD"), None)
        if verb is not None:
            return verb
    return None


def _is_perfect(tokens: Tokens, cue: Sequence[int]) -> bool:
    """Whether the cue is a perfect ("has refused"), which is no passive."""
    return any(tokens.lemma[i] == "have" for i in cue)


def _trimmed(tokens: Tokens, span: Sequence[int]) -> list[int]:
    """Without white space and without a comma at its end."""
    kept = [i for i in span if not tokens.space[i]]
    while kept and tokens.words[kept[-1]] == ",":
        kept.pop()
    return kept
