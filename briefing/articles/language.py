"""Text in, its language out as a two-letter code, or None if there is too little to tell.

Scripts with one main language decide by themselves; Latin script is told apart by frequent function words, which is
nearly certain for texts of an article's length (Cavnar and Trenkle 1994 compare it with n-grams).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import tomli

from briefing.model import Article

_FILE = Path(__file__).with_name("languages.toml")
_SAMPLE = 20_000
_WORD = re.compile(r"(?<!['’])[^\W\d_]+")
"""A word; not the rest of one after an apostrophe, for the "s" of "it's" is a word in other languages."""
_FEWEST_WORDS = 12
_LEAST_SHARE = 0.08
_CLEAR_WORDS = 40
_SHORT_WORDS = 20
_SHORT_SHARE = 0.15
"""Words of a short text, and its share of function words, by which it is clear where not one of them is English."""
_CLEAR_LEAD = 2.0
"""How many times more function words than English has a text that is clearly in another language."""

_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", r"[\u4e00-\u9fff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("hi", r"[\u0900-\u097f]"),
    ("bn", r"[\u0980-\u09ff]"),
    ("ta", r"[\u0b80-\u0bff]"),
    ("th", r"[\u0e00-\u0e7f]"),
    ("ka", r"[\u10a0-\u10ff]"),
    ("hy", r"[\u0530-\u058f]"),
    ("ru", r"[\u0400-\u04ff]"),
)
_NOT_LATIN = (range(0x0370, 0x2000), range(0x3040, 0xD7B0))
"""The letters of all these scripts and more; expressions are compiled when they are needed, which is seldom."""
_LEAST_SCRIPT, _LEAST_KANA = 0.4, 0.1
"""Share of the letters that decides for a language by its script; Japanese is written in Chinese letters, too."""
_PERSIAN, _URDU = "[پچژگ]", "[ٹڈڑےہ]"
_UKRAINIAN, _BULGARIAN_OR_SERBIAN = "[іїєґІЇЄҐ]", "[ђћџљњјЂЋЏЉЊЈ]"

MOST_WORDS, MOST_CHARACTERS = 80_000, 600_000
"""Longest text that is analysed without being asked to: some 250 pages, for which it needs half a minute and 1.5 GB."""

NAMES = {
    "ar": "Arabic", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Filipino", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English name of each code that `detect_language` can give."""


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """The function words of each language in Latin script."""
    return {code: frozenset(words.split()) for code, words in tomli.loads(_FILE.read_text(encoding="utf-8")).items()}


def detect_language(text: str) -> str | None:
    """The language of most of the text, judged by its first 20,000 characters; None if it cannot be told."""
    sample = text[:_SAMPLE]
    letters = sum(1 for c in sample if c.isalpha())
    if letters < _FEWEST_WORDS:
        return None
    if script := _by_script(sample, letters):
        return script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    scores = {code: sum(counts[w] for w in known) / len(words) for code, known in function_words().items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= _LEAST_SHARE else None


def clearly_other_language(text: str) -> str | None:
    """The English name of the language of a text that is clearly not in English; None for English and in doubt.

    It asks for more than `detect_language`, because the analysis of the text depends on it: a text in Latin script
    needs 40 words, and twice as many function words of the other language as of English; or 20 words, many function
    words of the other language and none of English.
    """
    code = detect_language(text)
    if code is None or code == "en":
        return None
    if code in function_words():
        written = _WORD.findall(text[:_SAMPLE])
        words = [word.lower() for word in written]
        own, english = (sum(word in function_words()[one] for word in words) for one in (code, "en"))
        if len(words) < _CLEAR_WORDS:
            small = sum(word[0].islower() for word in written)  # a list of names is in no language
            is_told = len(words) >= _SHORT_WORDS and 2 * small >= len(words)
            is_clear = is_told and not english and own >= _SHORT_SHARE * len(words)
        else:
            is_clear = own >= _CLEAR_LEAD * english
        if not is_clear:
            return None
    return NAMES.get(code, code)


def refusal(article: Article) -> str | None:
    """Why an article is not analysed, in one line for the reader; None if nothing speaks against it."""
    if article.words > MOST_WORDS or len(article.text) > MOST_CHARACTERS:
        return (
            f"this text has {article.words:,} words, and the analysis takes at most {MOST_WORDS:,} "
            f"in {MOST_CHARACTERS:,} characters; split it, or try it all the same with --force"
        )
    # An article has the language of its words, where they tell it: asking them again would give the same answer.
    language = None if article.language == "en" else clearly_other_language(article.text)
    if language is None:
        return None
    return f"this text is in {language}, and the analysis knows only English; --any-language tries it all the same"


def _by_script(sample: str, letters: int) -> str | None:
    other = sum(number for c, number in Counter(sample).items() if any(ord(c) in script for script in _NOT_LATIN))
    if other <= _LEAST_KANA * letters:
        return None
    for code, expression in _SCRIPTS:
        share = len(re.findall(expression, sample)) / letters
        if share > (_LEAST_KANA if code == "ja" else _LEAST_SCRIPT):
            return _refine(code, sample)
    return None


def _refine(code: str, sample: str) -> str:
    if code == "ar" and re.search(_URDU, sample):
        return "ur"
    if code == "ar" and re.search(_PERSIAN, sample):
        return "fa"
    if code == "ru" and re.search(_UKRAINIAN, sample):
        return "uk"
    if code == "ru" and re.search(_BULGARIAN_OR_SERBIAN, sample):
        return "sr"
    return code
