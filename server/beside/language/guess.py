"""Which language a text is in. Comes in: a declared tag and text. Goes out: the tag and its basis.

Ukrainian and Russian each have letters that the other lacks; languages in Latin letters are told by their most common
words. Source of the idea: short function words as the mark of a language (Ingle 1976; Grefenstette 1995).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from wordfreq import top_n_list

UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[^\W\d_\u0400-\u04ff]+")
LATIN_LETTER = re.compile(r"[A-Za-z]")
LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt")
COMMON = 60  # of each language's words: enough for a headline, too few for names
SAMPLE = 20_000


def guess_language(declared: str, text: str) -> tuple[str, str]:
    """(tag, "given" | "guessed" | "unknown"). A declared language wins unless its script is not the text's."""
    sample = text[:SAMPLE]
    cyrillic, latin = len(CYRILLIC.findall(sample)), len(LATIN_LETTER.findall(sample))
    if declared and (cyrillic > latin) == declared.casefold().startswith(("ru", "uk", "be", "bg", "sr", "mk")):
        return declared, "given"
    if cyrillic > latin:
        return ("uk", "guessed") if len(UKRAINIAN.findall(sample)) > len(RUSSIAN.findall(sample)) else ("ru", "guessed")
    if declared:
        return declared, "given"
    return (_of_latin(sample), "guessed") if latin else ("", "unknown")


def _of_latin(sample: str) -> str:
    """The language whose common words make up most of the text; English where none does."""
    said: Counter[str] = Counter()
    for word, times in Counter(LATIN.findall(sample.casefold())).items():
        for lang in _languages_of().get(word, ()):
            said[lang] += times
    return max(LANGUAGES, key=lambda lang: said[lang])


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Common word -> the languages it is common in."""
    table: dict[str, tuple[str, ...]] = {}
    for lang in LANGUAGES:
        for word in top_n_list(lang, COMMON, wordlist="small"):
            table[word] = (*table.get(word, ()), lang)
    return table
