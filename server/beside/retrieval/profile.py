"""What a page, or a known incident, speaks of. Comes in: its sentences or claims as Terms. Goes out: a Profile.

A page and an incident have the same shape, so whatever is asked of the one can be asked of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log, sqrt

from .terms import Terms
from .weights import Weights

LEAD = 4  # a title and three sentences: where news says what it is about
CORE, MAIN_NAMES = 12, 3


@dataclass(frozen=True, slots=True)
class Profile:
    """``salience``: stem -> how much the text speaks of it: its weight, and more where it is said again."""

    salience: dict[str, float]
    squares: dict[str, float]
    """Stem -> its squared weight: what shares of a text are counted in."""
    first: dict[str, int]
    """Stem -> the number of the first part that has it."""
    length: float
    lead: frozenset[str]
    core: tuple[str, ...]
    names: frozenset[str]
    main_names: tuple[str, ...]
    numbers: frozenset[str]


def profile(parts: Sequence[Terms], weights: Weights) -> Profile:
    """The profile of a text in parts: the title and the sentences of a page, the claims of an incident."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, part in enumerate(parts):
        counts.update(part.stems)
        for stem in part.stems:
            first.setdefault(stem, number)
    salience = {stem: (1 + log(said)) * weights[stem] for stem, said in counts.items()}
    names = frozenset().union(*(part.names for part in parts)) & salience.keys()
    return Profile(
        salience=salience,
        squares={stem: weights[stem] ** 2 for stem in counts},
        first=first,
        length=sqrt(sum(value * value for value in salience.values())) or 1.0,
        lead=frozenset(stem for stem, number in first.items() if number < LEAD),
        core=_strongest(CORE, salience, salience),
        names=names,
        main_names=_strongest(MAIN_NAMES, names, salience),
        numbers=frozenset().union(*(part.numbers for part in parts)),
    )


def _strongest(most: int, stems: Iterable[str], salience: dict[str, float]) -> tuple[str, ...]:
    return tuple(nsmallest(most, stems, key=lambda stem: (-salience[stem], stem)))
