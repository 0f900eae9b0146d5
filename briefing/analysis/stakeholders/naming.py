"""An actor whom the text only describes as somebody's in; the same under a name that a list can show out.

"Its commander" means nothing outside its sentence: on a list it is "NATO’s commander". Where nobody can tell whose it
is, and inside quotations ("our board"), the noun stands alone.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.analysis.coreference.anaphors import POSSESSIVE
from briefing.analysis.layers import Actor
from briefing.analysis.stakeholders.roster import Roster

SPEAKERS = {"my", "our", "your"}
LINKS = {"of", "for", "in", "at", "from", "and", "by"}
"""Words behind which a name only belongs to what stands before them ("board of …")."""
FEWEST_CAPITALS = 2
"""Words with a capital that make a name of a phrase."""
LONGEST_ACRONYM = 6
"""Letters of a word in capitals that may be an acronym; a longer one stands in a headline."""


def owned(actor: Actor, roster: Roster) -> Actor:
    """The actor with its owner's name in place of a possessive pronoun."""
    if not actor.named and actor.name.isupper() and len(actor.name) > LONGEST_ACRONYM:
        actor = replace(actor, name=actor.name.lower(), aliases=(actor.name, *actor.aliases))
    if actor.kind == "organization" and not actor.named and (name := _without_small_words(actor.name)) is not None:
        actor = replace(actor, name=name, aliases=(actor.name, *actor.aliases))
    pronoun, _, rest = actor.name.partition(" ")
    if actor.named or not rest or pronoun.lower() not in POSSESSIVE | SPEAKERS:
        return actor
    owner = _owner(actor, pronoun, roster) if pronoun.lower() in POSSESSIVE else None
    name = rest if owner is None else f"{_short_name(owner)}{_possessive(roster)} {rest.removeprefix('own ')}"
    aliases = dict.fromkeys((rest, actor.name, *actor.aliases))
    aliases.pop(name, None)
    reasons = actor.reasons if owner is None else (*actor.reasons, f"“{pronoun}” is {owner.name}")
    return replace(actor, name=name, aliases=tuple(aliases), reasons=reasons)


def _without_small_words(name: str) -> str | None:
    """A body's name behind what only tells it from others: "smaller Red River party" → "Red River party"."""
    words = name.split()
    small = next((n for n, word in enumerate(words) if word[0].isupper()), 0)
    capitals = sum(word[0].isupper() for word in words[small:])
    if not small or capitals < FEWEST_CAPITALS or any(word in POSSESSIVE | SPEAKERS | LINKS for word in words[:small]):
        return None
    return " ".join(words[small:]) if all(word.isalpha() for word in words[:small]) else None


def _owner(actor: Actor, pronoun: str, roster: Roster) -> Actor | None:
    """The named actor that the pronoun means where the description stands first."""
    columns = roster.columns
    for mention in actor.mentions:
        tokens = columns.tokens_of(mention.start, mention.end)
        if not tokens or columns.text[tokens.start] != pronoun:
            continue
        owner = roster.at.get(tokens.start)
        if owner is not None and owner != actor.id and roster[owner].named:
            return roster[owner]
    return None


def _short_name(actor: Actor) -> str:
    """The name by which the text goes on calling somebody: a person's surname."""
    short = [alias for alias in actor.aliases if actor.kind == "person" and actor.name.endswith(f" {alias}")]
    return min(short, key=len, default=actor.name)


def _possessive(roster: Roster) -> str:
    """The ending with the apostrophe that the text uses."""
    return "'s" if "'s" in roster.columns.text and "’s" not in roster.columns.text else "’s"
