"""Which known claims a short text speaks of. Comes in: a text, an index, what matchers of meaning told. Goes out: Hits.

BM25 finds candidates, ``overlap`` compares each with the text, ``context`` with its rivals, and two small
regressions (search.json, fitted by benchmarks/fit-search) decide: "order" which claim is best, "first" whether the
best is what the text speaks of at all, to which ``differences`` have a say: another figure, exchanged sides, a denial
make another claim. ``score`` is that chance, learned from as many texts without a known claim as with one, in corpora
of some hundred to some ten thousand claims.

What a matcher of meaning hands over (``MEANINGS`` has the names): for each claim a weight, logistic in the cosine
``(3 * max(a, b) + min(a, b)) / 4``, where a and b are the cosines of the whole text (not of its sentences) with the
claim's text and with its title; without a title, b = a. ``as_fitted`` takes the cosine back out. It is asked about
``candidates(..., LED)``. Of a claim that it leaves out, what another matcher told lets expect what it would have told;
where there is no other, it counts as little as the least it told of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from importlib.resources import files
from math import exp, log
from statistics import linear_regression

from ..regression import Regression
from .context import among_rivals, first_of
from .differences import differences
from .index import Candidate, ClaimIndex
from .overlap import StemWeights, overlap
from .query import telling
from .short_text import asked_text

MEANINGS = ("e5", "minilm")
# Each matcher's weight is logistic in the cosine: its centre and slope; and the cosine below which nothing is said.
COSINES = {"minilm": (0.70, 20.0, 0.0), "e5": (0.90, 95.0, 0.7)}
NEARLY_NOTHING = 1e-6
LOOKED_AT = 100  # candidates that are compared; among a thousand texts one in twenty has its claim farther down
LED = 500  # candidates that matchers of meaning are asked about
LOOKED_AT_FOR_MEANING = 50  # candidates that are compared because a matcher put them first
MOST_WORDS = 64
FEWEST_TO_COMPARE = 4  # claims that two matchers told of, before the one stands in for the other

Told = Mapping[str, Mapping[str, float]]
"""Matcher -> claim -> how near in meaning."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A claim that is found; ``score``: the chance that the text speaks of it."""

    claim: str
    incident: str
    score: float


@dataclass(frozen=True, slots=True)
class Decision:
    """The regressions for one choice of matchers."""

    order: Regression
    first: Regression


@cache
def shipped_decisions() -> Mapping[tuple[str, ...], Decision]:
    """By the matchers of meaning that told something, in the order of their names."""
    table = json.loads(files("beside.retrieval").joinpath("search.json").read_text("utf-8"))
    return {
        tuple(section["meaning"]): Decision(*(Regression.from_table(section[name]) for name in ("order", "first")))
        for section in table["sections"]
    }


def candidates(text: str, lang: str, index: ClaimIndex, limit: int = LOOKED_AT) -> tuple[Candidate, ...]:
    """The claims worth a closer look."""
    stems = telling(asked_text(text, lang).words, index, MOST_WORDS)
    return index.find(stems, limit)


def search(text: str, lang: str, index: ClaimIndex, limit: int, meaning: Told | None = None) -> tuple[Hit, ...]:
    """The best ``limit`` claims. ``meaning``: what matchers told; others than ``MEANINGS`` are left out."""
    told = {
        name: {claim: as_fitted(name, weight) for claim, weight in weights.items()}
        for name in MEANINGS
        if (weights := (meaning or {}).get(name))
    }
    found = candidates(text, lang, index, max(limit, LED if told else LOOKED_AT))
    chosen = worth_a_look(found, told)
    if not chosen:
        return ()
    hits = Comparison(text, lang, index).ranked(chosen, told, shipped_decisions()[tuple(told)])
    looked_at = {hit.claim for hit in hits}
    rest = (Hit(c.claim, c.incident, hits[-1].score) for c in found if c.claim not in looked_at)
    return (*hits, *rest)[:limit]


def as_fitted(name: str, weight: float) -> float:
    """What the regressions were fitted on: the cosine that a matcher made its weight of, from its floor to 1."""
    centre, slope, floor = COSINES[name]
    known = min(1 - NEARLY_NOTHING, max(NEARLY_NOTHING, weight))
    return max(0.0, (centre + log(known / (1 - known)) / slope - floor) / (1 - floor))


def worth_a_look(found: Sequence[Candidate], told: Told) -> tuple[Candidate, ...]:
    """The first by BM25, and the first by every matcher; in the order of BM25."""
    chosen = {candidate.claim for candidate in found[:LOOKED_AT]}
    for weights in told.values():
        known = (c.claim for c in found if c.claim in weights)
        chosen.update(nlargest(LOOKED_AT_FOR_MEANING, known, key=lambda claim: (weights[claim], claim)))
    return tuple(candidate for candidate in found if candidate.claim in chosen)


class Comparison:
    """A text that is compared with claims; each pair is compared once."""

    def __init__(self, text: str, lang: str, index: ClaimIndex) -> None:
        self._text, self._lang = text, lang
        self._asked, self._weights = asked_text(text, lang), StemWeights(index)
        self._pairs: dict[str, dict[str, float]] = {}

    def features(self, chosen: Iterable[Candidate], told: Told) -> list[dict[str, float]]:
        """The features of each, its rivals and what matchers told considered."""
        whole = expected(told)
        described = [{**self._pair(candidate), **meaning_of(candidate.claim, whole)} for candidate in chosen]
        among_rivals(described, told)
        return described

    def differences(self, first: Candidate) -> dict[str, float]:
        """In what the claim that comes first is another than the text speaks of."""
        return differences(self._text, first.text, first.title, self._lang, first.lang)

    def ranked(self, chosen: Sequence[Candidate], told: Told, decision: Decision) -> tuple[Hit, ...]:
        """Best first. The first has the chance that it is right; the others, as much less as their odds are smaller."""
        described = self.features(chosen, told)
        odds = [decision.order.log_odds(values) for values in described]
        order = sorted(range(len(chosen)), key=lambda n: (-odds[n], chosen[n].claim))
        first = first_of(described, odds, order, self.differences(chosen[order[0]]), tuple(told))
        chance, best = decision.first.probability(first), odds[order[0]]
        return tuple(Hit(chosen[n].claim, chosen[n].incident, round(chance * exp(odds[n] - best), 4)) for n in order)

    def _pair(self, candidate: Candidate) -> dict[str, float]:
        if candidate.claim not in self._pairs:
            self._pairs[candidate.claim] = overlap(self._asked, candidate, self._weights)
        return self._pairs[candidate.claim]


def expected(told: Told) -> Told:
    """What was told, and for a claim that one matcher left out, what the other's word for it lets expect."""
    whole = {}
    for name, weights in told.items():
        other = next((told[n] for n in told if n != name), {})
        both = [claim for claim in other if claim in weights]
        whole[name] = dict(weights)
        if len({other[claim] for claim in both}) >= FEWEST_TO_COMPARE:
            line = linear_regression([other[claim] for claim in both], [weights[claim] for claim in both])
            most = max(weights.values())
            for claim in other.keys() - weights.keys():
                whole[name][claim] = min(most, max(0.0, line.intercept + line.slope * other[claim]))
    return whole


def meaning_of(claim: str, told: Told) -> dict[str, float]:
    """What each matcher told of a claim; the least it told of any where it left the claim out."""
    return {name: weights.get(claim, min(weights.values())) for name, weights in told.items()}
