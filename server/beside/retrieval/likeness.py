"""How alike a page and a known incident are. Comes in: their profiles. Goes out: features by name, for a regression.

    alike                 cosine of the two
    covered               what share of the incident is on the page (names covered, others covered: likewise)
    core in lead          what share of its weightiest stems stands where the page begins
    missing               the weightiest stem that the page does not have: a look-alike differs in it
    names shared, figures shared: how many, in logarithms
    lead names known      what share of the names where the page begins the incident has
    main names on page    how much the page speaks of the incident's main names
    ... ahead             by how much the next incident is less alike, or shares less
    early share           how early the incident's stems stand, as a part of this and the next incident's

An incident that is itself hardly another one (``TWINS``) is not counted as the next: the same thing, recorded twice,
must not silence both. Where there is no next, one that is alike by chance (``BY_CHANCE``) stands for it: to be alone in
a small corpus proves nothing. For each matcher that told of meaning: by its name, the mean of the three claims nearest
to the page, and how far that is ahead.
Source of the idea: Salton's vector space; the pair features of the CheckThat! labs (Nakov et al. 2021).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nlargest
from math import log, log1p, sqrt

from .profile import Profile

TWINS = 0.6  # cosine of two incidents from which on they tell of one thing
BY_CHANCE = {"alike": 0.05, "shared": 0.6, "early": 0.08}  # of 30 incidents with a headline each, the next has this
NEAR_BY_CHANCE = 0.2  # of a matcher of meaning
NEAREST_CLAIMS = 3
FARTHEST = 0.01  # the weight of a claim that a matcher did not tell of


def likeness(page: Profile, incident: Profile) -> dict[str, float]:
    """Every feature but the margins."""
    shared = page.salience.keys() & incident.salience.keys()
    top = max(page.salience.values(), default=0.0) or 1.0
    named = (page.names | incident.names) & shared
    whole = _sum(incident.salience, incident.salience) or 1.0
    return {
        "alike": alike(page, incident),
        "covered": _share(incident.salience, incident.squares, shared),
        "core in lead": _share(incident.core, incident.salience, page.lead),
        "missing": max((value for stem, value in incident.salience.items() if stem not in shared), default=0.0),
        "names covered": _share(incident.names, incident.squares, shared),
        "others covered": _share(incident.salience.keys() - incident.names, incident.squares, shared),
        "names shared": log1p(sum(sqrt(page.squares[stem]) for stem in named)),
        "figures shared": log1p(len(page.numbers & incident.numbers)),
        "shared": log1p(sum(sqrt(incident.squares[stem]) for stem in shared)),
        "lead names known": _share(page.names & page.lead, page.salience, shared),
        "main names on page": _mean(page.salience.get(name, 0.0) / top for name in incident.main_names),
        "early": sum(incident.salience[stem] / (1 + page.first[stem]) for stem in shared) / whole,
    }


def alike(one: Profile, other: Profile) -> float:
    """The cosine of two profiles."""
    shared = one.salience.keys() & other.salience.keys()
    return sum(one.salience[stem] * other.salience[stem] for stem in shared) / (one.length * other.length)


def nearness(claims: Iterable[str], told: Mapping[str, float]) -> float:
    """How near in meaning: 0 to 1, linear in the cosine; the mean of the three nearest claims, or of all."""
    return _mean(nlargest(NEAREST_CLAIMS, (_linear(told.get(claim, FARTHEST)) for claim in claims)))


def _linear(weight: float) -> float:
    """The log-odds of a weight, so scaled that ``FARTHEST`` is 0 and its opposite 1."""
    kept = min(1 - FARTHEST, max(FARTHEST, weight))
    return 0.5 + 0.5 * log(kept / (1 - kept)) / log((1 - FARTHEST) / FARTHEST)


def add_margins(features: Sequence[dict[str, float]], profiles: Sequence[Profile], matchers: Sequence[str]) -> None:
    """Add to each incident's features how far ahead of the others it is."""
    for number, own in enumerate(features):
        others = [
            other
            for place, other in enumerate(features)
            if place != number and alike(profiles[number], profiles[place]) < TWINS
        ]
        for name in ("alike", "shared", *matchers):
            own[f"{name} ahead"] = own[name] - _next(name, others)
        own["early share"] = own["early"] / (own["early"] + _next("early", others))


def _next(name: str, others: Iterable[Mapping[str, float]]) -> float:
    return max([BY_CHANCE.get(name, NEAR_BY_CHANCE), *(other[name] for other in others)])


def _share(stems: Collection[str], worth: Mapping[str, float], held: Collection[str]) -> float:
    whole = _sum(worth, stems)
    return sum(worth[stem] for stem in stems if stem in held) / whole if whole else 0.0


def _sum(worth: Mapping[str, float], stems: Iterable[str]) -> float:
    return sum(worth[stem] for stem in stems)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
