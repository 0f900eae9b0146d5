"""The attitude of a cue with its reading in; the side of what is wanted, planned or threatened beside the matter out.

Who wants nothing of it, asks for a No, sends strikers back to work, asks for more time, plans a lawsuit or threatens to
resign over it is against the matter, though nothing of what he wants is named by the label.
"""

from __future__ import annotations

import re

from briefing.analysis.issues.words import stem
from briefing.analysis.stance.direction.labels import names_core
from briefing.analysis.stance.rules.decision import Decision
from briefing.analysis.stance.statement.reading import Reading
from briefing.analysis.stance.words.attitudes import Found
from briefing.model import Stance

_SAYING_NO = re.compile(
    r"\b(?<!\bagainst )(?<!\bnot to )"
    r"(?:vot(?:e|es|ing) (?:it )?(?:no|against|down)|say(?:s|ing)? no|an? no(?: vote)?(?!-)|think again)\b"
    r"(?P<object> (?:on|to) (?!it\b|this\b|that\b|the (?:bill|plan|proposal|measure|question)\b)[^,.;]*)?",
    re.IGNORECASE,
)
_NONE = re.compile(
    r" (?:that )?(no|none|nothing|neither)\b(?! (?:more|less|fewer|later|doubt|one|longer)\b)", re.IGNORECASE
)
_PREFERRING = re.compile(r"\b(?:prefer|rather)", re.IGNORECASE)
_STRIKES = frozenset(stem(word) for word in ("strike", "walkout", "stoppage"))
_BACK = re.compile(
    r"\b(?:back|returns?|resume\w*|normal\w*|as usual|negotiat\w+|talks?|the table|"
    r"arbitration|work|injunction)\b",
    re.IGNORECASE,
)
"""What is wanted of those on strike ("to go *back* to *work*")."""
_DELAYS = frozenset(
    stem(word)
    for word in (
        "ceasefire", "deadline", "deferral", "deferring", "delay", "delaying", "extending", "extension", "grace",
        "halt", "lease", "longer", "moratorium", "more", "pause", "postpone", "postponement", "postponing", "putting",
        "renewal", "renewing", "stay", "suspending", "suspension", "time", "truce", "wait", "waiting",
    )
)  # fmt: skip
"""Words of labels that themselves want time."""
_TIME = re.compile(
    r"\W*(?:for |to (?:give|allow|have) )?(?:[\w'’]+ |the \w+ )?"
    r"(?:more time\b|(?:another|a further|an extra) [\w-]+ (?:month|year|week)s?\W*$|"
    r"(?:[\w-]+ )(?:more|extra|further) (?:year|month|week)s\b|[\w-]+ (?:year|month|week)s (?:more|longer)\b|"
    r"patience\b|restraint\b|(?:breathing space|a pause|a rethink|a stay|a delay|a postponement|a reprieve)\b)",
    re.IGNORECASE,
)
"""Time that is asked for before a matter comes."""
_HARM_OVER = re.compile(
    r"\b(?:sue|resign|quit|leave|strike|walk out|withdraw|boycott|veto|block|close|retaliat\w+)\b[^.;]{0,40}? (over)\b",
    re.IGNORECASE,
)
"""Harm that is threatened because of a matter ("to sue *over* the ban")."""
_IF = re.compile(r"(?<!even )\bif\b", re.IGNORECASE)
_DENIAL = frozenset({"not", "n't", "n’t", "never", "no"})
_OF_DEEDS = frozenset({"commitment", "demand"})
_FIGHTS = frozenset(
    stem(word)
    for word in (
        "lawsuit", "suit", "court", "action", "review", "claim", "case", "strike", "walkout", "protest", "march",
        "rally", "blockade", "injunction", "challenge", "appeal", "demonstration",
    )
)  # fmt: skip
"""What a label may name itself of what is done against other matters."""
_FIGHTING = re.compile(
    r"[^.;,]{0,50}?\b(lawsuits?|legal (?:action|challenge)|court challenge|judicial review|injunction|blockades?|"
    r"rall(?:y|ies)|demonstrations?|sit-ins?|general strike|picket(?:s|ing)?|the matter to court|"
    r"to the (?:high|supreme|constitutional) court|the (?:high|supreme|constitutional) court for)\b"
    r"(?! (?:was|were|is|are)\b)",
    re.IGNORECASE,
)
"""What is planned or asked for against a matter ("plans *a demonstration*")."""
_NOT_TO = re.compile(r"\W*(?:[\w’'.-]+ ){0,4}?(not to)\b")


def wants_none(found: Found, reading: Reading) -> Decision | None:
    """ "They want none of it", "she voted for no change": nothing is wanted of what the label names."""
    if found.sign <= 0 or reading.relation.sign or reading.label.sign < 0:
        return None
    text = f"{reading.cue} {reading.content}"
    match = _NONE.match(text, text.find(found.words) + len(found.words)) if found.words in text else None
    if match is None:
        return None
    why = f"{found.words} {match.group(1)}"
    return Decision("opposes", why, f"“{why}” wants nothing of it", explicit=True, construction=True)


def wanted_elsewhere(found: Found, reading: Reading) -> Decision | None:
    """The side of who wants something else than what the label names, if it shows one."""
    if decision := _asks_for_no(found, reading) or _sends_back_to_work(found, reading):
        return decision
    if reading.relation.sign or reading.pointing:
        return None
    if decision := _plans_a_fight(found, reading) or _asks_for_time(found, reading):
        return decision
    if _PREFERRING.search(found.words):
        return Decision("opposes", found.words, f"“{found.words}” puts something else first")
    if not_to := _NOT_TO.match(reading.content):
        why = f"{found.words} … {not_to.group(1)}"
        return Decision("unclear", why, f"“{why}” asks to leave something else")
    return None


def _asks_for_no(found: Found, reading: Reading) -> Decision | None:
    no = _SAYING_NO.search(reading.content)
    named = no is not None and (no["object"] is None or names_core(reading.label, no["object"]))
    if no is None or not named or (no["object"] and reading.label.sign < 0):
        return None
    if reading.label.sign < 0 and reading.relation.overlap:
        return None  # "to vote against the exemption" where the label ends it
    why = f"{found.words} … {no.group()}"
    return Decision("opposes", why, f"“{why}” asks for a No", explicit=True)


def _sends_back_to_work(found: Found, reading: Reading) -> Decision | None:
    back = _BACK.search(reading.content) if reading.label.stems & _STRIKES else None
    if back is None or reading.relation.overlap:
        return None
    why = f"{found.words} … {back.group()}"
    return Decision("opposes", why, f"“{why}” wants the work to go on", explicit=True)


def _plans_a_fight(found: Found, reading: Reading) -> Decision | None:
    fight = _FIGHTING.match(reading.content) if found.name in _OF_DEEDS else None
    if fight is None or reading.label.stems & _FIGHTS:
        return None
    why = f"{found.words} … {fight.group(1)}"
    return Decision("opposes", why, f"“{why}” announces a fight", explicit=True)


def _asks_for_time(found: Found, reading: Reading) -> Decision | None:
    time = _TIME.match(reading.content) if found.name == "demand" else None
    if time is None or reading.label.stems & _DELAYS:
        return None
    why = f"{found.words} … {time.group().strip()}"
    return Decision("opposes", why, f"“{why}” wants to put it off", explicit=True)


def judge_threat(found: Found, reading: Reading) -> Decision:
    """What is threatened is a plan where it is the matter itself, else the price of it ("threatened to sue")."""
    over = _HARM_OVER.search(reading.content)
    if over is not None and not reading.label.stems & _FIGHTS:
        why = f"{found.words} … {over.group(1)}"
        return Decision("opposes", why, f"“{why}” answers the matter with harm")
    relation = reading.relation
    if _IF.search(reading.content) and relation.overlap and relation.origin in {"", "head", "path"}:
        ended = relation.sign < 0 and not _DENIAL & {word.casefold() for word in relation.words}
        stance: Stance = "supports" if ended else "opposes"
        rule = f"“{found.words} … if” answers with harm what would come"
        return Decision(stance, f"{found.words} … if", rule, ended, ended)
    named = bool(relation.overlap or relation.words)
    side = (relation.sign or 1) if named else -1
    told = "plans the matter itself" if named else "answers the matter with harm"
    undone = side < 0 and relation.origin == "head" and relation.overlap > 0
    return Decision("supports" if side > 0 else "opposes", found.words, f"“{found.words}” {told}", explicit=undone)
