"""Text -> words with their places. Comes in: any text. Goes out: Word(start, end, folded, stem), code points.

Folding makes spellings comparable and never moves an offset.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# A combining mark is part of its letter; an apostrophe or an invisible character inside a word does not end it.
WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f{INVISIBLE}]|['’ʼ](?=[^\W_]))*")
SNOWBALL = {"en": "english", "ru": "russian", "de": "german", "fr": "french", "pl": "polish", "es": "spanish"}
POSSESSIVE = re.compile(r"['’ʼ]s$")
ELISION = {"fr": re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’ʼ](?=\w)", re.I)}  # "l'explosion" is explosion


@dataclass(frozen=True, slots=True)
class Word:
    """A word: ``text[start:end]`` in code points, its folded spelling, and its stem."""

    start: int
    end: int
    folded: str
    stem: str


def fold(text: str) -> str:
    """One spelling for what reads alike: compatibility, case, marks on Latin letters, invisible characters, "'s"."""
    if not text.isascii():
        text = _plain("".join(c for c in text if c not in INVISIBLE))
    return POSSESSIVE.sub("", text.casefold())


def _plain(text: str) -> str:
    """Compatibility forms, apostrophes, and Latin letters without their marks: Makiïvka is Makiivka; й stays й."""
    plain: list[str] = []
    for character in unicodedata.normalize("NFKD", text.replace("’", "'").replace("ʼ", "'")):
        if not (unicodedata.combining(character) and plain and plain[-1].isascii()):
            plain.append(character)
    return unicodedata.normalize("NFC", "".join(plain))


def base_language(lang: str) -> str:
    """The language of a BCP 47 tag: "uk" of "uk-Latn", "en" of "en_GB"."""
    return re.split(r"[-_]", lang, maxsplit=1)[0].casefold()


@lru_cache(maxsize=200_000)
def stem(folded: str, lang: str) -> str:
    """The Snowball stem of a folded word; the word itself where there is no stemmer for its language."""
    # The script decides first: an English page names a Russian channel in Cyrillic, and the other way round.
    latin = folded.isascii() or "LATIN" in unicodedata.name(folded[0], "")
    if latin and lang in ("ru", "uk"):
        lang = "en"
    elif not latin and lang not in ("ru", "uk"):
        lang = "ru"
    name = SNOWBALL.get(lang)
    return str(snowballstemmer.stemmer(name).stemWord(folded)) if name else folded


def words(text: str, lang: str = "en") -> tuple[Word, ...]:
    """Every word of ``text`` in order; numbers count as words."""
    base = base_language(lang) or "en"
    elision = ELISION.get(base)
    found = []
    for match in WORD.finditer(text):
        elided = elision.match(match.group()) if elision else None
        start = match.start() + (elided.end() if elided else 0)
        found.append((start, match.end(), fold(text[start : match.end()])))
    return tuple(Word(start, end, folded, stem(folded, base)) for start, end, folded in found if folded)
