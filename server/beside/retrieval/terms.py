"""What a text is looked up by. Comes in: a text and its language. Goes out: Terms: stems, names, figures.

A page of a thousand words is read in about a millisecond, so the pass is one, and what is known of a word is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..language import base_language, fold, numbers, rarity
from ..language.number_words import says_number
from ..language.words import WORD, stem

LONGEST = 64  # of a word; what is longer was written to be a nuisance
SURELY_RARE = 0.9  # a word so rare is hardly ever a common word at the beginning of a sentence
TITLED = 0.6  # from this share of capitals on, a capital tells nothing ("$1 Any Size Fries")

ADDRESS = r"https?://\S+|www\.\S+|pic\.twitter\.com/\S+"
HANDLE = r"[@#]\w+"
GROUPED = r"(?<![\w.,])\d{1,3}(?:[,.'\u00a0\u202f]\d{3})+(?![\w])"
TOKEN = re.compile(rf"(?P<address>{ADDRESS})|(?P<handle>{HANDLE})|(?P<grouped>{GROUPED})|{WORD.pattern}", re.I)
HUMP = re.compile(r"_+|(?<=[a-zа-яіїєґ])(?=[A-ZА-ЯІЇЄҐ])|(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
SENTENCE_END = re.compile(r"[.!?:;\n•|\"“”«»]|^\s*$")


@dataclass(frozen=True, slots=True)
class Terms:
    """A text, as it is looked up."""

    stems: tuple[str, ...]
    """In order, with repetitions; words as common as "the" are left out."""
    names: frozenset[str]
    """Stems of words with a capital where a common word would have none, and the parts of @handles and #tags."""
    numbers: frozenset[str]
    """The figures, in digits: "4700" for 4,700 and for four thousand seven hundred."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What there is to know of a word as it is written. ``stem`` is empty where the word is too common."""

    stem: str
    capital: bool
    long: bool
    rarity: float
    figure: bool


def terms(text: str, lang: str) -> Terms:
    """What ``text`` is looked up by."""
    base = base_language(lang) or "en"
    reading = _Reading(text, base)
    end = 0
    for match in TOKEN.finditer(text):
        group = match.lastgroup
        if group is None or group == "grouped":
            reading.word(match.group(), match.start(), match.end(), end)
        elif group == "handle":
            reading.handle(match.group())
        end = match.end()
    return reading.terms()


class _Reading:
    """One pass along a text."""

    def __init__(self, text: str, lang: str) -> None:
        self._text, self._lang = text, lang
        self._stems: list[str] = []
        self._inside: set[str] = set()  # capitals within a sentence
        self._first: set[str] = set()  # rare words with a capital at its beginning
        self._handles: set[str] = set()
        self._words = self._capitals = 0
        self._figures: list[list[int]] = []

    def word(self, written: str, start: int, end: int, before: int) -> None:
        """A word that stands from ``start`` to ``end``; the one before it ends at ``before``."""
        known = _known(written[:LONGEST], self._lang)
        if known.stem:
            self._stems.append(known.stem)
        if known.long:
            self._words += 1
            self._capitals += known.capital
        if known.capital and known.stem:
            if not before or SENTENCE_END.search(self._text, before, start):
                if known.rarity >= SURELY_RARE:
                    self._first.add(known.stem)
            else:
                self._inside.add(known.stem)
        if known.figure:
            if self._figures and start - self._figures[-1][1] <= 1:
                self._figures[-1][1] = end
            else:
                self._figures.append([start, end])

    def handle(self, written: str) -> None:
        """A @handle or #tag, which is several words in one."""
        for part in HUMP.split(written[1 : 1 + LONGEST]):
            known = _known(part, self._lang) if part else None
            if known and known.stem:
                self._stems.append(known.stem)
                self._handles.add(known.stem)

    def terms(self) -> Terms:
        """What was found."""
        titled = self._capitals > TITLED * self._words
        inside = {stem for stem in self._inside if _rare(stem, self._lang)} if titled else self._inside
        spans = (_figures(self._text[start:end][:LONGEST], self._lang) for start, end in self._figures)
        figures = frozenset(figure for found in spans for figure in found)
        return Terms(tuple(self._stems), frozenset(inside | self._first | self._handles), figures)


@lru_cache(maxsize=300_000)
def _known(written: str, lang: str) -> _Known:
    folded = fold(written)
    digits = written[:1].isdecimal()
    if digits and not folded.isalnum():
        folded = re.sub(r"\D", "", folded)
    common = rarity(folded, lang) if folded else 0.0
    kept = bool(folded) and (digits or common > 0)
    return _Known(
        stem=stem(folded, lang) if kept else "",
        capital=written[:1].isupper(),
        long=len(written) > 3 and not digits,
        rarity=common,
        figure=digits or says_number(folded, lang),
    )


def _rare(stemmed: str, lang: str) -> bool:
    return rarity(stemmed, lang) >= SURELY_RARE


@lru_cache(maxsize=50_000)
def _figures(written: str, lang: str) -> tuple[str, ...]:
    return tuple(f"{number.value:.12g}" for number in numbers(written, lang))
