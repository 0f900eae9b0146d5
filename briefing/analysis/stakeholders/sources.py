"""The source of an attribution in; the actors who hold what it says out.

A source is read from its head noun: a mention stands for its actor, coordinated heads for several, a spokesman or a
report for the body behind it, a pronoun for what coreference found, "I" for the speaker of the quotation around it.
Where nothing is sure, there is no holder.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.analysis.entities.columns import Columns
from briefing.analysis.entities.knowledge import Knowledge
from briefing.analysis.stakeholders.authors import author_of
from briefing.analysis.stakeholders.members import EXAMPLES, is_only_who_leads, named_as_examples
from briefing.analysis.stakeholders.pairs import PairReader
from briefing.analysis.stakeholders.roster import Roster
from briefing.analysis.stakeholders.voices import VoiceReader
from briefing.model import Mention, Span

FIRST_SINGULAR = {"i", "me", "my", "mine", "myself"}
FIRST_PLURAL = {"we", "us", "our", "ours", "ourselves"}
SECOND = {"you", "your", "yours"}
NEGATIVE = {"no", "nobody", "none", "neither", "nothing"}
LONGEST_NAME = 8
LONGEST_CLAUSE = 8
"""Words of a clause that names an unnamed source ("who have seen the draft")."""
ENDS_PHRASE = {",", ";", ":", "(", "–", "—"}
PREFIXES = {"co", "vice", "ex", "deputy"}
"""What the tokenizer parts from the noun that it belongs to ("co-leader")."""
NO_NOUNS = {"VERB", "AUX", "ADP", "SCONJ", "CCONJ", "INTJ", "PART", "PUNCT"}
"""Parts of speech of words that name no source, where the parser made one of them its head."""


@dataclass(frozen=True, slots=True)
class Holders:
    """Ids of actors, and why."""

    ids: tuple[str, ...] = ()
    reason: str = ""


class SourceReader:
    """Reads the sources of one document."""

    def __init__(self, roster: Roster, columns: Columns, knowledge: Knowledge) -> None:
        self.roster = roster
        self.columns = columns
        self.knowledge = knowledge
        self.pairs = PairReader(roster, columns, knowledge)
        self.voices = VoiceReader(roster, columns, knowledge)
        self.found_author: tuple[str, ...] | None = None

    def read(self, source: Span, speaker: tuple[str, ...]) -> Holders:
        """The holders of a source; `speaker` are the holders of the quotation around it."""
        tokens = self.columns.tokens_of(source.start, source.end)
        if not tokens:
            return Holders()
        columns = self.columns
        found: list[str] = []
        reasons: list[str] = []
        for head in self.heads(tokens):
            for actor_id, reason in (
                *self._read_head(head, tokens, speaker),
                *named_as_examples(head, columns, self.roster.names),
            ):
                if actor_id not in found:
                    found.append(actor_id)
                if reason not in reasons:
                    reasons.append(reason)
        self.roster.spoken.update(found)
        return Holders(tuple(found), "; ".join(reasons))

    def heads(self, tokens: range) -> list[int]:
        """The head noun of the phrase and the heads coordinated with it."""
        columns = self.columns
        if columns.lower[tokens.start] in {"who", "which"}:
            return [tokens.start]
        if not any(columns.text[i][0].isalnum() for i in tokens):
            beside = [
                i
                for i in (*range(tokens.start - 1, max(tokens.start - 6, -1), -1), tokens.stop)
                if i in self.roster.names
            ]
            return beside[:1]
        roots = [i for i in tokens if columns.head[i] not in tokens or columns.head[i] == i]
        nouns = [i for i in roots if columns.pos[i] in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}] or roots
        root = next((i for i in nouns if i in self.roster.names), nouns[0] if nouns else tokens[-1])
        if nouns and root != nouns[0] and is_only_who_leads(root, nouns[0], columns):
            root = nouns[0]
        if root not in self.roster.names and (name := self._leading_name(tokens)) is not None:
            root = name
        if root == tokens.start and columns.pos[root] == "VERB":
            root = next((c for c in columns.children[root] if c < root and columns.dep[c] == "nsubj"), root)
        if columns.pos[root] in {"VERB", "AUX", "ADP"} or not columns.text[root][0].isalnum():
            root = self._first_noun(tokens, root)
        if columns.lower[root] in PREFIXES and root + 2 in tokens and columns.text[root + 1] == "-":
            root += 2
        heads = [root]
        stack = [root]
        while stack:
            for child in columns.children[stack.pop()]:
                if columns.dep[child] == "conj" and child in tokens and columns.pos[child] in {"NOUN", "PROPN", "PRON"}:
                    if self._is_apposition_of(child, root):
                        continue
                    heads.append(child)
                    stack.append(child)
        owners = [head for head in heads if self._is_owner(head)]
        return [head for head in heads if head not in owners] if len(owners) < len(heads) else heads

    def _is_owner(self, head: int) -> bool:
        """Whether it only owns what the next one names: "Norway's and Denmark's unions"."""
        return any(self.columns.tag[child] == "POS" and child > head for child in self.columns.children[head])

    def _leading_name(self, tokens: range) -> int | None:
        """The name that a source begins with, up to a comma ("The Growers’ Union, at first an opponent,")."""
        columns, names = self.columns, self.roster.names
        first = tokens.start + (columns.lower[tokens.start] == "the")
        last = first
        while last in tokens and last in names and names[last] == names.get(first):
            last += 1
        return last - 1 if last > first and last in tokens and columns.text[last] == "," else None

    def _first_noun(self, tokens: range, root: int) -> int:
        """Where the parser made a clause of the source: its first name, or its first noun that is no modifier."""
        columns = self.columns
        for i in tokens:
            if columns.pos[i] in {"ADP", "SCONJ"} or columns.lower[i] in {"who", "which", "that"}:
                break
            if i in self.roster.names:
                actor_id = self.roster.names[i]
                return max(t for t in tokens if self.roster.names.get(t) == actor_id and t - i < 4)
            if columns.pos[i] in {"NOUN", "PRON"} and columns.dep[i] not in {"compound", "amod", "poss", "nmod"}:
                return i
        return next((i for i in tokens if i in self.roster.names), root)

    def _is_apposition_of(self, head: int, root: int) -> bool:
        """A second noun inside one title or one name is no second source ("president and chief executive")."""
        columns = self.columns
        if self.roster.names.get(head) is not None:
            return self.roster.names.get(head) == self.roster.names.get(root)
        parent = columns.head[head]
        return (
            self.knowledge.is_person_noun(columns.lemma[head].lower())
            and columns.tag[head] == "NN"
            and not any(columns.dep[child] in {"det", "poss"} for child in columns.children[head])
            and columns.tag[parent] == "NN"
        )

    def _read_head(self, head: int, tokens: range, speaker: tuple[str, ...]) -> list[tuple[str, str]]:
        columns, roster, words = self.columns, self.roster, self.knowledge.sources
        lower = columns.lower[head]
        if head in roster.names:
            beside = self._person_beside(head, tokens)
            return self._named(beside if beside is not None else roster.names[head])
        if lower in FIRST_SINGULAR:
            if not speaker and not columns.quotation[head]:
                return [(actor_id, "“I” is who wrote this") for actor_id in self.author()]
            return [(actor_id, "“I” is the speaker") for actor_id in speaker[:1]]
        if lower in FIRST_PLURAL:
            if not speaker and not columns.quotation[head]:
                return [(self.side_of(actor_id), "“we” is who wrote this") for actor_id in self.author()]
            return [(self.side_of(actor_id), "“we” is the speaker's side") for actor_id in speaker[:1]]
        if lower in SECOND:
            return []
        if self.pairs.is_pair(head):
            return self._pair(head, tokens)
        if self._is_negative(head):
            return []
        linked = roster.at.get(head)
        if columns.pos[head] == "PRON" and lower not in words["parts"] | words["quantities"]:
            if linked is None and lower == "who":
                linked = self._one_of_few(head)
            if linked is None and lower in {"who", "which"} and columns.text[head - 1] == ",":
                linked = roster.names.get(head - 2) or roster.at.get(head - 2)
            if linked is not None:
                return [(linked, f"“{columns.text[head]}” is {roster[linked].name}")]
            return []
        if named := self._names_in_apposition(head, tokens):
            return [(actor_id, f"named beside the description: {roster[actor_id].name}") for actor_id in named]
        lemma = columns.lemma[head].lower()
        if (behind := self.voices.read(head, linked)) is not None:
            if self.voices.is_paper(head):
                return [(behind, f"“{columns.text[head]}” gives the words of {roster[behind].name}")]
            self._mark(behind, head, tokens)
            return [(behind, f"“{columns.text[head]}” speaks for {roster[behind].name}")]
        if lower in words["parts"]:
            whole = self._whole(head, tokens)
            if whole is not None:
                self._mark(whole, head, tokens)
                return [(whole, f"part of {roster[whole].name}")]
        if lower == "other" and columns.lower[tokens.start] == "the":
            pair = self.roster.latest_plural(head)
            if pair is not None:
                self._mark(pair, head, tokens)
            return [(pair, f"the other of {self.roster[pair].name}")] if pair is not None else []
        if linked is not None:
            self.roster.widen(linked, *self.phrase(head, tokens), head)
            return [
                (linked, f"description of {roster[linked].name}" if roster[linked].named else "the source as described")
            ]
        if lower in words["generic"] or columns.pos[head] in NO_NOUNS:
            return []
        if lower == "few" and not columns.children[head]:
            return []
        if lemma in self.knowledge.papers | words["lifeless"] or self._is_bare_share(head):
            return []
        return [(self._new(head, tokens), "an unnamed source of its own")]

    def _one_of_few(self, who: int) -> str | None:
        """Who "is one of the few who would pay": the subject of the sentence that says so."""
        columns = self.columns
        above = columns.head[columns.head[who]]
        for _ in range(LONGEST_NAME):
            if columns.dep[above] not in {"pobj", "prep"}:
                break
            above = columns.head[above]
        if columns.dep[above] != "attr" or columns.lower[above] not in {"one", "among", "those"}:
            return None
        copula = columns.head[above]
        subjects = (child for child in columns.children[copula] if columns.dep[child] == "nsubj")
        return next((self.roster.at[subject] for subject in subjects if subject in self.roster.at), None)

    def _is_negative(self, head: int) -> bool:
        """ "no expert", "no one’s mother": a phrase that says there is nobody."""
        columns = self.columns
        phrase = range(columns.subtree(head).start, head + 1)
        # "Neither the mayor nor the council" are two who hold the opposite of what is said.
        return any(columns.lower[i] in NEGATIVE and columns.dep[i] != "preconj" for i in phrase)

    def _pair(self, head: int, tokens: range) -> list[tuple[str, str]]:
        """The two actors of "both leaders", or the group of two that the text last spoke of, or a group of its own."""
        columns = self.columns
        words = columns.words(*self.phrase(head, tokens))
        pair = self.pairs.read(head)
        for actor_id in pair:
            self._mark(actor_id, head, tokens)
        if pair:
            first, second = (self.roster[actor_id].name for actor_id in pair)
            return [(actor_id, f"“{words}” are {first} and {second}") for actor_id in pair]
        if self._is_negative(head):
            return []
        if columns.pos[head] in {"PRON", "DET"}:
            whole = self._whole(head, tokens)
            return [(whole, f"part of {self.roster[whole].name}")] if whole is not None else []
        return [(self._new(head, tokens), "two at once, a source of their own")]

    def _is_bare_share(self, head: int) -> bool:
        """ "41 per cent", "the present one": a share of whom, or one of what, the source does not say."""
        columns = self.columns
        if any(columns.lower[child] == "of" for child in columns.children[head]):
            return False
        is_stand_in = columns.lower[head] == "one" and any(columns.dep[c] == "amod" for c in columns.children[head])
        return is_stand_in or columns.lower[head] in self.knowledge.sources["shares"]

    def _mark(self, actor_id: str, head: int, tokens: range) -> None:
        """Count the source as a mention of the actor."""
        self.roster.add_mention(actor_id, self.mention_of(head, tokens))

    def _named(self, actor_id: str) -> list[tuple[str, str]]:
        return [(actor_id, f"named {self.roster[actor_id].name}")]

    def author(self) -> tuple[str, ...]:
        """Whoever wrote the document, looked up once; empty where it does not say."""
        if self.found_author is None:
            author = author_of(self.columns, self.roster)
            self.found_author = () if author is None else (author,)
        return self.found_author

    def side_of(self, actor_id: str) -> str:
        """The body or state a person speaks for with "we"; the person alone where none is known."""
        affiliation = self.roster[actor_id].affiliation
        return affiliation if affiliation in self.roster.actors else actor_id

    def _names_in_apposition(self, head: int, tokens: range) -> list[str]:
        """A person named beside her description where the parser attached the name in another way.

        Beside a plural ("two members, Ana Ruiz and Li Wei, voted against") all who are named together.
        """
        columns = self.columns
        if (body := self._body_beside(head, tokens)) is not None:
            return [body]
        for token in tokens:
            inner = columns.head[token]
            beside = (
                inner == head and (columns.dep[token] == "appos" or (token > head and columns.dep[token] == "nmod"))
            ) or self._is_behind_body(token, head)
            if not beside or not self._is_person(token):
                continue
            together = [token]
            if columns.tag[head] in {"NNS", "NNPS"}:
                for name in together:
                    further = (c for c in columns.children[name] if columns.dep[c] == "conj" and c in tokens)
                    together += [c for c in further if self._is_person(c)]
                if len(together) == 1:
                    continue  # "allies of the governor, Ana Ruiz,": one name is not that of several
            return list(dict.fromkeys(self.roster.names[name] for name in together))
        return []

    def _person_beside(self, head: int, tokens: range) -> str | None:
        """The person named in apposition to what the parser took for a body: "its Thai envoy, Ana Ruiz,"."""
        columns = self.columns
        if self._is_person(head):
            return None
        beside, below = [], [head]
        while below:
            next_to = [t for t in columns.children[below.pop()] if t in tokens and columns.dep[t] == "appos"]
            beside += next_to
            below += next_to
        return next((self.roster.names[t] for t in beside if self._is_person(t)), None)

    def _is_behind_body(self, token: int, head: int) -> bool:
        """Whether a name seems to be another one of whom it stands behind ("a spokesman for the league, Ana Ruiz,")."""
        columns, names = self.columns, self.roster.names
        body = columns.head[token]
        if columns.dep[token] != "appos" or columns.dep[body] != "pobj" or columns.head[columns.head[body]] != head:
            return False
        return body in names and names[body] != names.get(token)

    def _body_beside(self, head: int, tokens: range) -> str | None:
        """The body named right after a description: "the helpline Lifelight", "a second bidder, the Harbour Trust".

        Behind a plural only after a comma: "its partners, the Greens,".
        """
        columns, names = self.columns, self.roster.names
        first = head + 1
        if columns.lower[head] in self.knowledge.offices:
            return None
        if columns.tag[head] not in {"NN", "NNP"} and columns.text[first : first + 1] != [","]:
            return None
        if first in tokens and columns.text[first] == ",":
            first += 2 if columns.lower[first + 1 : first + 2] == ["the"] else 1
        actor_id = names.get(first) if first in tokens else None
        if actor_id is None or self.roster[actor_id].kind != "organization" or self.roster.is_place(actor_id):
            return None
        last = max(i for i in range(first, tokens.stop) if names.get(i) == actor_id and i - first < LONGEST_NAME)
        return actor_id if columns.head[last] == head or first == head + 1 else None

    def _is_person(self, token: int) -> bool:
        actor_id = self.roster.names.get(token)
        return actor_id is not None and self.roster[actor_id].kind == "person"

    def _whole(self, head: int, tokens: range) -> str | None:
        """The group in "one of the diplomats", if it was mentioned before."""
        columns = self.columns
        start = columns.start[tokens.start]
        for child in columns.children[head]:
            if columns.lower[child] == "of":
                for inner in columns.children[child]:
                    actor_id = self.roster.at.get(inner)
                    if actor_id is None and columns.lower[inner] in {"them", "those", "these"}:
                        actor_id = self.roster.latest_plural(head)
                    if (
                        columns.dep[inner] == "pobj"
                        and actor_id is not None
                        and not self._is_owned(inner)
                        and self.roster[actor_id].number == "plural"
                        and min(mention.start for mention in self.roster[actor_id].mentions) < start
                    ):
                        return actor_id
        return None

    def _is_owned(self, noun: int) -> bool:
        """Whether a noun is "its 17 members": of a body already named, and no group that was."""
        columns = self.columns
        return any(columns.dep[c] == "poss" and columns.pos[c] == "PRON" for c in columns.children[noun])

    def _new(self, head: int, tokens: range) -> str:
        first, last = self.phrase(head, tokens)
        return self.roster.add_group(first, last, head)

    def phrase(self, head: int, tokens: range) -> tuple[int, int]:
        """The noun phrase around a head inside the source, without its relative clause and appositions."""
        columns = self.columns
        subtree = columns.subtree(head)
        first, last = max(subtree.start, tokens.start), min(subtree.stop, tokens.stop)
        first += columns.dep[first] == "preconj"
        first += 2 * (columns.lower[first : first + 2] == ["not", "even"])
        if columns.dep[head] == "conj" and self._is_owner(columns.head[head]):
            first = max(columns.subtree(columns.head[head]).start, tokens.start)
        for child in columns.children[head]:
            if child > head and columns.dep[child] in {"relcl", "appos", "cc", "conj", "punct"}:
                last = min(last, max(head + 1, min(columns.subtree(child).start, child)))
            if child < head and columns.dep[child] in {"cc", "punct"}:
                first = max(first, child + 1) if child < head - 1 else first
        for token in range(head + 1, last):
            is_example = columns.lower[token] in EXAMPLES or columns.lower[token : token + 2] == ["such", "as"]
            if columns.text[token] in ENDS_PHRASE or columns.tag[token] in {"WDT", "WP", "WP$"} or is_example:
                last = token
                break
        last = self._end_of_telling_clause(head, last, tokens)
        while last > head + 1 and (not columns.text[last - 1][-1].isalnum() or columns.pos[last - 1] == "ADP"):
            last -= 1
        return first, last

    def _end_of_telling_clause(self, head: int, last: int, tokens: range) -> int:
        """Behind "a person", "two people" the clause "who saw the list" is all that tells them from others."""
        columns = self.columns
        if last not in tokens or last != head + 1 or columns.lower[last] not in {"who", "that"}:
            return last
        if columns.lower[head] not in self.knowledge.sources["anybody"]:
            return last
        for token in range(last, min(last + LONGEST_CLAUSE, tokens.stop)):
            if not columns.text[token][0].isalnum():
                return token
        return tokens.stop if 2 <= tokens.stop - last <= LONGEST_CLAUSE else last

    def mention_of(self, head: int, tokens: range) -> Mention:
        """The source as a mention."""
        first, last = self.phrase(head, tokens)
        return Mention(self.columns.start[first], self.columns.end[last - 1], "nominal")
