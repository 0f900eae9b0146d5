"""The step briefing_recognizer: spaCy's entity recogniser with the same weights and results in a fraction of the time.

In: a tokenised Doc. Out: `doc.ents`. spaCy walks through the text token by token, asks at each whether every one of its
seventy actions is allowed, and multiplies one vector with the output layer. But outside an entity the state of the
walk is the token alone (Kiperwasser and Goldberg's features; spaCy's "ner" state of three tokens), so that the scores
of all tokens come from one product; only inside an entity does the state depend on where the entity began, and there
two actions are left: go on, or end it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from briefing.analysis.one_thread import one_thread

Array = np.ndarray[Any, Any]

TOKEN, FIRST, LAST = range(3)
"""What the state of the recogniser consists of: the token, and inside an entity its first token and the last so far."""
OUTSIDE = "O"
NAME = "recognizer"
"""Name of the step in a pipeline: it stands for a component of the model, and is none of the analysis."""


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions of the recogniser, by number: begin, go on, end or be a whole entity of each label, or outside."""

    labels: list[str]
    """The label of each action; empty for outside."""
    begins: Array
    """Whether the action begins an entity that goes on."""
    whole: Array
    """Whether the action is an entity of one token."""
    outside: int
    inside: dict[str, tuple[int, int]]
    """For each label the actions that go on and that end; the first one first where scores are equal."""


@Language.factory(
    "briefing_recognizer",
    default_config={"recognizer": "ner"},
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
)
def create_recognizer(nlp: Language, name: str, recognizer: str) -> QuickRecognizer:
    """Create the step beside the recogniser of a trained pipeline, which must be one that `is_known` knows."""
    component: Any = nlp.get_pipe(recognizer)
    return QuickRecognizer(component)


def quicken_recognizer(nlp: Language) -> None:
    """Let our step find the entities in place of the model's own, where that is of the usual build."""
    if "ner" in nlp.pipe_names and is_known(nlp.get_pipe("ner")):
        nlp.add_pipe("briefing_recognizer", name=NAME, after="ner")
        nlp.disable_pipe("ner")


def is_known(component: Any) -> bool:
    """Whether a component is a recogniser that decides greedily by three tokens and a hidden layer, as spaCy trains."""
    if type(component) is not EntityRecognizer or component.cfg["beam_width"] != 1:
        return False
    model = component.model
    if not model.attrs.get("has_upper") or model.attrs.get("unseen_classes"):
        return False
    lower = model.get_ref("lower")
    return bool(lower.name == "precomputable_affine" and lower.get_dim("nF") == 3 and lower.get_dim("nP") > 1)


class QuickRecognizer:
    """Applies the network of a trained recogniser."""

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self.recognizer = recognizer
        self.actions = _read_actions(recognizer)

    def __call__(self, doc: Doc) -> Doc:
        """Write the entities; where some are given already, spaCy itself finds the others."""
        if not len(doc) or doc.has_annotation("ENT_IOB"):
            found: Doc = self.recognizer(doc)
            return found
        self.set_annotations(doc, self.predict(doc))
        return doc

    @one_thread()
    def predict(self, doc: Doc) -> list[tuple[int, int, str]]:
        """First token, one past the last token, and label of each entity."""
        model = self.recognizer.model
        vectors = model.get_ref("tok2vec").predict([doc])
        states = _States(model, vectors)
        edge = doc.to_array("SENT_START")[1:] == 1
        last_of_sentence = np.append(edge, True)
        decided = self._outside(states, doc.to_array("IS_SPACE").astype(bool), last_of_sentence).tolist()
        ends = last_of_sentence.tolist()
        found = []
        i = 0
        while i < len(doc):
            action = decided[i]
            first, label = i, self.actions.labels[action]
            if self.actions.begins[action]:
                go_on, end = self.actions.inside[label]
                i += 1
                while not ends[i] and states.prefers(go_on, end, i, first):
                    i += 1
            i += 1
            if action != self.actions.outside:
                found.append((first, i, label))
        return found

    def set_annotations(self, doc: Doc, entities: list[tuple[int, int, str]]) -> None:
        """Write the entities."""
        doc.set_ents([Span(doc, first, last, label=label) for first, last, label in entities], default="outside")

    def _outside(self, states: _States, space: Array, last_of_sentence: Array) -> Array:
        """The best allowed action of each token if no entity is open there.

        None begins on white space, and none that goes on begins at the end of a sentence.
        """
        allowed = np.zeros((len(space), len(self.actions.labels)), bool)
        allowed[:, self.actions.whole] = ~space[:, None]
        allowed[:, self.actions.begins] = ~(space | last_of_sentence)[:, None]
        allowed[:, self.actions.outside] = True
        best: Array = np.where(allowed, states.outside(), -np.inf).argmax(1)
        return best


class _States:
    """The states of the walk through one document, and what the network makes of them."""

    def __init__(self, model: Any, vectors: Array) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self.features: Array = lower.predict(vectors)
        """What each token (from 1; 0 stands for none) adds to a state in each of its three parts."""
        self.bias = lower.get_param("b")
        self.weights, self.output_bias = upper.get_param("W"), upper.get_param("b")

    def outside(self) -> Array:
        """Scores of all actions at each token, no entity being open."""
        features = self.features
        state = features[1:, TOKEN] + features[0, FIRST] + features[0, LAST] + self.bias
        scores: Array = state.max(2) @ self.weights.T + self.output_bias
        return scores

    def prefers(self, one: int, other: int, token: int, first: int) -> bool:
        """Whether an action is at least as good as another one at a token of an entity that began at `first`."""
        features = self.features
        state = features[token + 1, TOKEN] + features[first + 1, FIRST] + features[token, LAST] + self.bias
        hidden = state.max(1)
        scores = self.weights[[one, other]] @ hidden + self.output_bias[[one, other]]
        return bool(scores[0] >= scores[1])


def _read_actions(recognizer: EntityRecognizer) -> Actions:
    moves = recognizer.moves
    names = [moves.get_class_name(number) for number in range(moves.n_moves)]
    kinds, labels = zip(*(name.split("-", 1) if "-" in name else (name, "") for name in names), strict=True)
    number = {name: n for n, name in enumerate(names)}
    return Actions(
        labels=list(labels),
        begins=np.array([kind == "B" and label != "" for kind, label in zip(kinds, labels, strict=True)]),
        whole=np.array([kind == "U" and label != "" for kind, label in zip(kinds, labels, strict=True)]),
        outside=number[OUTSIDE],
        inside={label: (number[f"I-{label}"], number[f"L-{label}"]) for label in set(labels) if f"I-{label}" in number},
    )
