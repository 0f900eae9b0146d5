"""words.toml in; the `WordLists` by which the rules of the attribution know one construction each, out.

The file's head describes its format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

from briefing.analysis.lexicon.lexicon_file import LexiconFile

FILE = Path(__file__).with_name("words.toml")


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists, each under its name in the file."""

    interviewing: frozenset[str]
    """Words by which a head says that somebody answers below."""
    answering: frozenset[str]
    """Verbs of what somebody who is presented in a head does there."""
    telling: frozenset[str]
    """The same where the name itself is the subject."""
    journalists: frozenset[str]
    """Nouns for those who ask, and for where they do."""
    no_speakers: frozenset[str]
    """Labels before a colon that are nobody's, as whole labels."""
    speakers: frozenset[str]
    """With what a label before a colon begins that somebody speaks behind, however it is written."""
    questioning: frozenset[str]
    """Verbs of who asks whom, in the sentence that introduces questions."""
    greetings: frozenset[str]
    """With what a sentence begins that only greets, thanks or calls to order, in words."""
    column_names: frozenset[str]
    """What names a column, a photo or a note before a colon, as whole labels: nobody speaks there."""
    distancing: frozenset[str]
    """What stands before a scare quote, in the words of the tokenizer."""
    replying: frozenset[str]
    """Verbs of what somebody did not do who gave no comment."""
    inquiring: frozenset[str]
    """What was left without an answer."""
    scales: frozenset[str]
    """By what something happens "according to" which nobody says anything."""
    polls: frozenset[str]
    """Documents that show what people think."""
    showing: frozenset[str]
    """Verbs by which they show it."""
    wordings: frozenset[str]
    """Nouns of phrases that say whose words those beside them are ("in her view"); not lemmas."""
    backing: frozenset[str]
    """What a plan has that somebody is for ("has the backing of the union")."""
    having: frozenset[str]
    """Verbs of having it."""
    arguing: frozenset[str]
    """Verbs of what somebody "is understood to" do who takes a side."""
    amounting: frozenset[str]
    """Verbs of sentences that judge something, "for" whom it is so."""
    calling: frozenset[str]
    """Verbs that say what somebody takes a thing for; with a mere object they do not ("called a taxi")."""
    describing: frozenset[str]
    """The same, where what it is taken for stands behind "as"."""
    views: frozenset[str]
    """Nouns of a sentence that says whose the quotation before it is ("that was the view of"); not lemmas."""
    answers: frozenset[str]
    """Nouns before the colon of a quotation that say whose it is; not lemmas."""
    speaking: frozenset[str]
    """Verbs of who speaks, and goes on in a quotation of its own."""
    voting: frozenset[str]
    """Verbs that are deeds whatever class they have as cues."""
    mere_words: frozenset[str]
    """What can be done to a law by saying no more than that."""
    rallies: frozenset[str]
    """What is got up for or against something."""
    authoring: frozenset[str]
    """Verbs that make a measure somebody's own ("Ana Ruiz, who drafted it")."""
    occasions: frozenset[str]
    """What begins, ends or is put off without a side being taken."""
    sides: frozenset[str]
    """What somebody takes or does not take: without its verb it says nothing; not lemmas."""
    lemmas: Mapping[str, str]
    """Lemmas of the forms that the small English model gets wrong."""


@lru_cache(maxsize=2)
def load_word_lists(path: Path = FILE) -> WordLists:
    """Read and check the file.

    Raises:
        ConfigurationError: the file cannot be read, is no TOML, lacks a list, or holds one that does not exist.
    """
    names = {field.name for field in fields(WordLists)}
    file = LexiconFile.read(path, names)
    lists = {name: frozenset(file.words(file.data, name)) for name in names - {"lemmas"}}
    lemmas = file.data["lemmas"]
    return WordLists(**lists, lemmas={form: str(file.choice(lemmas, form, None)) for form in lemmas})
