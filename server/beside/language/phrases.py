"""Finding names in a text. Comes in: phrases with a value each. Goes out: where they stand, by stem, longest first.

An acronym ("UN", "СБУ") must stand in capitals: "us" is not the US.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from .words import Word, words

T = TypeVar("T")
LONGEST_ACRONYM = 5


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
        self._values: dict[tuple[str, ...], list[tuple[str, T]]] = defaultdict(list)
        self._longest = 0

    def add(self, phrase: str, lang: str, value: T) -> None:
        """Store a phrase; the same phrase may be stored with several values."""
        key = tuple(word.stem for word in words(phrase, lang))
        if key and (phrase, value) not in self._values[key]:
            self._values[key].append((phrase, value))
            self._longest = max(self._longest, len(key))

    def find(self, text: str, lang: str) -> Iterator[Found[T]]:
        """Every phrase in ``text``, from left to right, the longest at each place."""
        line = words(text, lang)
        position = 0
        while position < len(line):
            found = self._at(text, line, position)
            if found:
                yield found[0]
            position += found[1] if found else 1

    def _at(self, text: str, line: tuple[Word, ...], position: int) -> tuple[Found[T], int] | None:
        for length in range(min(self._longest, len(line) - position), 0, -1):
            run = line[position : position + length]
            stored = self._values.get(tuple(word.stem for word in run))
            said = text[run[0].start : run[-1].end]
            fitting = [(phrase, value) for phrase, value in stored or () if _fits(phrase, said)]
            if fitting:
                values = tuple(dict.fromkeys(value for _, value in fitting))
                return Found(run[0].start, run[-1].end, fitting[0][0], values), length
        return None


def _fits(phrase: str, said: str) -> bool:
    if phrase.isupper() and len(phrase) <= LONGEST_ACRONYM:
        return said[: len(phrase)] == phrase
    # A name is written with a capital somewhere; "may" is not May.
    return said != said.casefold() or phrase == phrase.casefold()
