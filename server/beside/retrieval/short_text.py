"""A text as it is compared with another. Comes in: a text and its language. Goes out: ShortText: words and letters.

What surrounds a post is no part of what it says: the line that signs an embedded post is taken out. Words that a post
has glued together ("RedCross") are looked up by their parts as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..language import fold
from ..language.words import WORD
from .terms import HUMP, TOKEN, terms

DAY = r"[^\W\d_]{3,9}\.? \d{1,2}, \d{4}"
SIGNER = r"[—–-]\s?[^—–\n]{1,60}?|(?:[A-Z][\w.'’-]*\s+(?:\(\w+\)\s+)?){1,4}"
SIGNATURE = re.compile(rf"(?<!\S)(?:{SIGNER})\s*\(@?\w{{1,30}}\)\s+{DAY}")
GLUED = re.compile(r"(?<![@#\w])\w*[a-z][A-Z]\w*")
LETTERS = 4  # in a piece of a word: finds typing errors and compounds
BEGINNING = 5  # letters by which "prosecutor" and "prosecution" are kin
CACHED = 4_000


@dataclass(frozen=True)
class ShortText:
    """A text, as it is compared. ``stems`` in order; ``spoken``: all words, folded, the common ones too."""

    stems: tuple[str, ...]
    names: frozenset[str]
    figures: frozenset[str]
    spoken: tuple[str, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """The different stems."""
        return frozenset(self.stems)

    @cached_property
    def letters(self) -> frozenset[str]:
        """All runs of four letters, over the gaps between words too."""
        line = f" {' '.join(self.spoken)} "
        return frozenset(line[i : i + LETTERS] for i in range(len(line) - LETTERS + 1))

    @cached_property
    def beginnings(self) -> dict[str, str]:
        """Beginning -> a stem that begins so."""
        return {stem[:BEGINNING]: stem for stem in sorted(self.words) if len(stem) >= BEGINNING}


@lru_cache(maxsize=CACHED)
def claim_text(text: str, lang: str) -> ShortText:
    """A claim's text or title."""
    return _read(text, lang)


def asked_text(text: str, lang: str) -> ShortText:
    """A text that somebody asks about."""
    return _read(unglued(unsigned(text)), lang)


def unsigned(text: str) -> str:
    """The text without the lines that sign embedded posts: "— A Name (@handle) January 1, 2020"."""
    return SIGNATURE.sub(" ", text)


def unglued(text: str) -> str:
    """The text with the parts of each glued word behind it."""
    return GLUED.sub(lambda match: f"{match.group()} {' '.join(HUMP.split(match.group()))}", text)


def _read(text: str, lang: str) -> ShortText:
    found = terms(text, lang)
    plain = TOKEN.sub(lambda match: " " if match.lastgroup == "address" else match.group(), text)
    spoken = tuple(folded for folded in (fold(match.group()) for match in WORD.finditer(plain)) if folded)
    return ShortText(found.stems, found.names, found.numbers, spoken)
