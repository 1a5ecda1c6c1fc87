"""Finding names in a text. Comes in: phrases with a value each. Goes out: where they stand, longest first.

A word is found by its stem, in Ukrainian and Russian in all its cases, and a rare name in Latin letters in the other
ways to write it ("Saporischschja"). An acronym ("UN", "СБУ") must stand in capitals: "us" is not the US.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from .inflection import forms
from .rarity import rarity
from .transliteration import skeleton
from .words import Word, base_language, words

T = TypeVar("T")
LONGEST_ACRONYM = 5
A_NAME = 0.75  # rarity from which a word may be a name that is written in several ways
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """``text[start:end]`` says ``phrase``; ``values``: what it was stored with."""

    start: int
    end: int
    phrase: str
    values: tuple[T, ...]


class Phrases(Generic[T]):
    """A dictionary of phrases that is looked up along a text."""

    def __init__(self) -> None:
        self._values: dict[Key, list[tuple[str, T]]] = defaultdict(list)
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._skeletons: dict[str, set[str]] = defaultdict(set)
        self._longest = 0

    def add(self, phrase: str, lang: str, value: T) -> None:
        """Store a phrase; the same phrase may be stored with several values."""
        line = words(phrase, lang)
        key = tuple(word.stem for word in line)
        if key and (phrase, value) not in self._values[key]:
            self._values[key].append((phrase, value))
            self._longest = max(self._longest, len(key))
            for word in line:
                for form in forms(word.folded, base_language(lang)):
                    self._stems[form].add(word.stem)
                bones = skeleton(word.folded, base_language(lang))
                if bones and rarity(word.folded, base_language(lang)) >= A_NAME:
                    self._skeletons[bones].add(word.stem)

    def find(self, text: str, lang: str) -> Iterator[Found[T]]:
        """Every phrase in ``text``, from left to right, the longest at each place."""
        line = words(text, lang)
        readings = [self._readings(word, text, base_language(lang)) for word in line]
        position = 0
        while position < len(line):
            found = self._at(text, line, readings, position)
            if found:
                yield found[0]
            position += found[1] if found else 1

    def _readings(self, word: Word, text: str, lang: str) -> set[str]:
        """The stems that a word may stand for."""
        stems = self._stems.get(word.folded, set()) | {word.stem}
        if not text[word.start].isupper() or (word.stem,) in self._values or rarity(word.folded, lang) < A_NAME:
            return stems
        return stems | self._skeletons.get(skeleton(word.folded, lang) or "", set())

    def _at(
        self, text: str, line: tuple[Word, ...], readings: list[set[str]], position: int
    ) -> tuple[Found[T], int] | None:
        for length in range(min(self._longest, len(line) - position), 0, -1):
            run = line[position : position + length]
            said = text[run[0].start : run[-1].end]
            keys = product(*readings[position : position + length])
            stored = [pair for key in keys for pair in self._values.get(key, ())]
            fitting = [(phrase, value) for phrase, value in stored if _fits(phrase, said)]
            if fitting:
                values = tuple(dict.fromkeys(value for _, value in fitting))
                return Found(run[0].start, run[-1].end, fitting[0][0], values), length
        return None


def _fits(phrase: str, said: str) -> bool:
    if phrase.isupper() and len(phrase) <= LONGEST_ACRONYM:
        return said[: len(phrase)] == phrase
    # A name is written with a capital somewhere; "may" is not May.
    return said != said.casefold() or phrase == phrase.casefold()
