"""The step briefing_entities.

In: a parsed Doc with `briefing_blocks`. Out: `briefing_actors`, one Actor for each person, body, state, bloc or place
that the document names, with all its mentions by name, its kind, role and affiliation, and the reasons for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from briefing.analysis.entities.actors import make_actors
from briefing.analysis.entities.columns import columns_of
from briefing.analysis.entities.knowledge import load_knowledge
from briefing.analysis.entities.merging import cluster_names
from briefing.analysis.entities.names import find_names
from briefing.analysis.layers import Actor, register_layers


@Language.factory(
    "briefing_entities",
    default_config={"dictionaries": []},
    assigns=["doc._.briefing_actors"],
    requires=["doc._.briefing_blocks", "doc.ents", "token.dep", "token.tag", "token.pos", "token.lemma"],
)
def create_entities(nlp: Language, name: str, dictionaries: list[str]) -> EntitiesStep:
    """Create the step; `dictionaries` are paths of TOML files (or of folders with them) that add to our knowledge.

    Raises:
        ConfigurationError: a dictionary cannot be read or is wrong; the message names file and line.
    """
    register_layers()
    return EntitiesStep(dictionaries)


class EntitiesStep:
    """Finds the named actors of a document."""

    def __init__(self, dictionaries: Sequence[str] = ()) -> None:
        paths = [
            str(path)
            for given in dictionaries
            for path in (sorted(Path(given).glob("*.toml")) if Path(given).is_dir() else [Path(given)])
        ]
        self.knowledge = load_knowledge(tuple(paths))

    def __call__(self, doc: Doc) -> Doc:
        """Run the step on a Doc and return it."""
        self.set_annotations(doc, self.predict(doc))
        return doc

    def predict(self, doc: Doc) -> tuple[Actor, ...]:
        """The named actors in the order of their first mention."""
        columns = columns_of(doc)
        clusters = cluster_names(find_names(columns, self.knowledge), columns, self.knowledge)
        return make_actors(clusters, columns, self.knowledge)

    def set_annotations(self, doc: Doc, actors: tuple[Actor, ...]) -> None:
        """Write the actors."""
        doc._.briefing_actors = actors
