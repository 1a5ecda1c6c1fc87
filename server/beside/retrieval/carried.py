"""What of a page carries an incident. Comes in: a page, an incident's claims, weights. Goes out: Carried, one a word.

For the sentences that share most with a claim, each word, name and figure that they share, where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from ..language import numbers, words
from ..model import Page, Passage
from .index import Candidate
from .terms import terms

SENTENCES, LIKELY = 5, 8  # that are shown at most, that are looked at closely
WORTH = 0.34  # of what the best sentence shares: less is chance
LEAST = 0.1  # weight of a word worth showing
FIGURE_WEIGHT = 0.6
Weigh = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Carried:
    """A word, name or figure of a passage (code points of its text) that a claim has too; ``weight``: how telling.

    ``corpus_text``: as the claim has it. ``kind``: name, figure or wording.
    """

    passage: int
    start: int
    end: int
    kind: str
    corpus_text: str
    claim: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Known:
    """A claim as it is looked up: its words by stem, its figures by value, each as it is written."""

    claim: str
    words: Mapping[str, str]
    figures: Mapping[float, str]
    names: frozenset[str]


def carried(page: Page, lang: str, claims: Sequence[Candidate], weigh: Weigh) -> tuple[Carried, ...]:
    """In the order of the page; empty where nothing telling is shared."""
    known = [_known(claim) for claim in claims]
    likely = _likely(page, lang, frozenset(stem for one in known for stem in one.words), weigh)
    shared = [(passage.number, tuple(_best(passage, lang, known, weigh))) for passage in likely]
    worth = {number: sum(one.weight for one in found) for number, found in shared}
    most = max(worth.values(), default=0.0)
    chosen = nlargest(SENTENCES, worth, key=lambda number: (worth[number], -number))
    kept = {number for number in chosen if worth[number] and worth[number] >= WORTH * most}
    return tuple(one for number, found in shared if number in kept for one in found)


def _likely(page: Page, lang: str, stems: frozenset[str], weigh: Weigh) -> list[Passage]:
    """The passages worth a closer look, in their order: reading all of them closely would cost more than the rest."""
    worth = {p.number: sum(map(weigh, stems.intersection(terms(p.text, lang).stems))) for p in page.passages}
    best = frozenset(nlargest(LIKELY, worth, key=lambda number: (worth[number], -number)))
    return [passage for passage in page.passages if passage.number in best and worth[passage.number]]


def _known(claim: Candidate) -> _Known:
    text = f"{claim.text}\n{claim.title}" if claim.title else claim.text
    return _Known(
        claim.claim,
        {word.stem: text[word.start : word.end] for word in reversed(words(text, claim.lang))},
        {number.value: text[number.start : number.end] for number in reversed(numbers(text, claim.lang))},
        terms(text, claim.lang).names,
    )


def _best(passage: Passage, lang: str, known: Sequence[_Known], weigh: Weigh) -> list[Carried]:
    """What the passage shares with the claim that it shares most with; a word that is said twice counts once."""
    said = tuple((word.start, word.end, word.stem) for word in words(passage.text, lang))
    figures = tuple((n.start, n.end, n.value) for n in numbers(passage.text, lang))
    free = [word for word in said if not any(start <= word[0] < end for start, end, _ in figures)]
    names = terms(passage.text, lang).names
    best: list[Carried] = []
    for one in known:
        found = [*_figures(passage, figures, one)]
        found += _words(passage, free, names | one.names, one, weigh)
        if _worth(found) > _worth(best):
            best = found
    return sorted(best, key=lambda one: one.start)


def _worth(found: Sequence[Carried]) -> float:
    return sum(one.weight for one in found)


def _figures(passage: Passage, figures: Sequence[tuple[int, int, float]], known: _Known) -> Iterator[Carried]:
    for start, end, value in figures:
        if value in known.figures:
            yield Carried(passage.number, start, end, "figure", known.figures[value], known.claim, FIGURE_WEIGHT)


def _words(
    passage: Passage, said: Sequence[tuple[int, int, str]], names: frozenset[str], known: _Known, weigh: Weigh
) -> Iterator[Carried]:
    seen: set[str] = set()
    for start, end, stem in said:
        weight = weigh(stem) if stem in known.words and stem not in seen else 0.0
        if weight >= LEAST:
            seen.add(stem)
            kind = "name" if stem in names else "wording"
            yield Carried(passage.number, start, end, kind, known.words[stem], known.claim, weight)
