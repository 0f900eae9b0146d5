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
_CLEAR_LEAD = 2.0
"""How many times more function words than English has a text that is clearly in another language."""

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_PERSIAN, _URDU = re.compile(r"[پچژگ]"), re.compile(r"[ٹڈڑےہ]")
_UKRAINIAN, _BULGARIAN_OR_SERBIAN = re.compile(r"[іїєґ]", re.I), re.compile(r"[ђћџљњј]", re.I)

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
    needs 40 words, and twice as many function words of the other language as of English.
    """
    code = detect_language(text)
    if code is None or code == "en":
        return None
    if code in function_words():
        words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
        own, english = (sum(word in function_words()[one] for word in words) for one in (code, "en"))
        if len(words) < _CLEAR_WORDS or own < _CLEAR_LEAD * english:
            return None
    return NAMES.get(code, code)


def refusal(article: Article) -> str | None:
    """Why an article is not analysed, in one line for the reader; None if nothing speaks against it."""
    language = clearly_other_language(article.text)
    if language is None:
        return None
    return f"this text is in {language}, and the analysis knows only English; --any-language tries it all the same"


def _by_script(sample: str, letters: int) -> str | None:
    for code, expression in _SCRIPTS:
        share = len(expression.findall(sample)) / letters
        if share > (0.1 if code == "ja" else 0.4):
            return _refine(code, sample)
    return None


def _refine(code: str, sample: str) -> str:
    if code == "ar" and _URDU.search(sample):
        return "ur"
    if code == "ar" and _PERSIAN.search(sample):
        return "fa"
    if code == "ru" and _UKRAINIAN.search(sample):
        return "uk"
    if code == "ru" and _BULGARIAN_OR_SERBIAN.search(sample):
        return "sr"
    return code
