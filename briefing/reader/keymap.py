"""The registry and her configuration in; which key does what out, and complaints where that cannot be.

Keys are written as Textual writes them ("J", "ctrl+d", "question_mark") or as the character itself ("?").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import Binding
from textual.keys import Keys

from briefing.nearest import hint
from briefing.reader.action import Action, Where

NAMES = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "backspace": "Backspace",
    "tab": "Tab",
    "shift+tab": "Shift-Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "comma": ",",
}
"""How keys are called on the screen."""
_SHOWN = {shown: key for key, shown in NAMES.items() if shown != ","}
_HELD = frozenset({"ctrl", "shift", "alt", "meta", "super", "hyper"})
"""Keys that are held down while another is pressed."""


class Keymap(Struct, frozen=True):
    """All actions with the keys that they really have."""

    actions: tuple[Action, ...]
    complaints: tuple[str, ...] = ()
    """Sentences on what of her configuration cannot be done."""

    def of(self, *places: Where) -> tuple[Action, ...]:
        """The actions of some panes."""
        return tuple(action for action in self.actions if action.where in places)

    def action_for(self, key: str, place: Where) -> Action | None:
        """What a key does in a pane; what the pane itself offers comes first."""
        candidates = [action for action in self.of(place, *_around(place)) if key in action.keys.split(",")]
        return min(candidates, key=lambda action: action.where == "everywhere", default=None)

    def key_of(self, action_id: str) -> str:
        """The first key of an action as the screen shows it; empty if it has none."""
        keys = next((action.keys for action in self.actions if action.id == action_id), "")
        return key_name(keys.split(",")[0]) if keys else ""

    def way_to(self, action_id: str) -> str:
        """What she presses for an action; without a key of its own she gives its name to the palette."""
        return self.key_of(action_id) or f"{self.key_of('palette') or ':'}{action_id.replace('-', ' ')}"

    def action(self, action_id: str) -> Action:
        """An action by its id."""
        return next(action for action in self.actions if action.id == action_id)


def make_keymap(actions: Iterable[Action], chosen: Mapping[str, str], written: str = "") -> Keymap:
    """Lay her keys over the defaults.

    A key that she gives to one action is taken from the others in the same pane. What she gives to two actions, or to
    an action that does not exist, is reported, as is a key that no keyboard has; the app starts all the same, and an
    action with no other key keeps its own.

    Args:
        actions: the registry.
        chosen: her keys by the action's name.
        written: the file and line where she wrote them, which complaints name; empty where nobody knows.
    """
    actions = list(actions)
    chosen = {name.replace("_", "-"): keys for name, keys in chosen.items()}
    complaints = [
        f"keys: there is no action {name!r}{hint(name, [action.id for action in actions])}"
        for name in chosen
        if name not in {action.id for action in actions}
    ]
    wanted = {}
    for action in actions:
        if action.id in chosen:
            keys = _normal(chosen[action.id])
            known = [key for key in keys if _exists(key)]
            complaints += [f"keys: there is no key {key!r} for {action.id!r}" for key in keys if key not in known]
            if known or not keys:
                wanted[action.id] = known
    given = [(action.where, key) for action in actions for key in wanted.get(action.id, ())]
    mapped = []
    for action in actions:
        if action.id in wanted:
            mapped.append(replace(action, keys=",".join(wanted[action.id])))
            for other in actions:
                shared = set(wanted[action.id]) & set(wanted.get(other.id, ()))
                if other.id > action.id and _meet(action.where, other.where) and shared:
                    named = ", ".join(sorted(map(key_name, shared)))
                    complaints.append(
                        f"keys: {named} is given to both {action.id!r} and {other.id!r}; {_winner(action, other)}"
                    )
            continue
        taken = {key for where, key in given if _meet(action.where, where)}
        before = _normal(action.keys)
        left = [key for key in before if key not in taken]
        if before and not left:
            complaints.append(f"keys: {action.id!r} has no key left; give it one in [keys], or use the palette")
        mapped.append(replace(action, keys=",".join(left)))
    return Keymap(tuple(mapped), tuple(f"{written}: {one}" if written else one for one in complaints))


def key_name(key: str) -> str:
    """A key as the screen shows it: "?", "Ctrl-d", "Space"."""
    if key in NAMES:
        return NAMES[key]
    if key.startswith("ctrl+"):
        return f"Ctrl-{key.removeprefix('ctrl+')}"
    return _CHARACTERS.get(key, key)


def _winner(one: Action, other: Action) -> str:
    """Which of two actions a key does that is given to both, as `Keymap.action_for` decides."""
    if one.where == other.where:
        return f"it does {one.id!r}"
    inner, outer = (one, other) if other.where == "everywhere" else (other, one)
    return f"in {_PLACES[inner.where]} it does {inner.id!r}, elsewhere {outer.id!r}"


_PLACES: dict[Where, str] = {
    "article": "the article",
    "stakeholders": "the stakeholders",
    "positions": "the positions",
    "list": "lists",
    "everywhere": "all panes",
}


def _normal(keys: str) -> list[str]:
    """Single keys in Textual's spelling."""
    parts = [","] if keys == "," else [key.strip() for key in keys.split(",") if key.strip()]
    return [_spelling(key) for key in parts]


@lru_cache(maxsize=1024)
def _spelling(key: str) -> str:
    """Textual's name of a key: "?" is "question_mark", and "Ctrl-d", as the screen shows it, "ctrl+d"."""
    key = _SHOWN.get(key, key)
    if key.startswith("Ctrl-") and len(key) > len("Ctrl-"):
        key = f"ctrl+{key.removeprefix('Ctrl-')}"
    return "comma" if key == "," else next(iter(Binding.make_bindings([(key, "")]))).key


def _exists(key: str) -> bool:
    """Whether a key in Textual's spelling is on any keyboard, alone or with others held down."""
    alone = key
    while (parts := alone.partition("+"))[0] in _HELD and parts[2]:
        alone = parts[2]
    if len(alone) == 1 or alone in _CHARACTERS or alone in {known.value for known in Keys}:
        return True
    with suppress(KeyError):
        return bool(unicodedata.lookup(alone.replace("_", " ")))
    return False


def _meet(one: Where, other: Where) -> bool:
    """Whether two actions can be meant by the same key press."""
    return one == other or one in _around(other) or other in _around(one)


def _around(place: Where) -> tuple[Where, ...]:
    """Where else the actions come from that work in a pane."""
    return () if place in ("list", "everywhere") else ("everywhere",)


_CHARACTERS = {_spelling(character): character for character in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
"""Textual's names of the signs on a keyboard, and the signs."""
