"""The known incidents that a page may speak of, each described. Comes in: a page, an index. Goes out: Described(s).

One query of the page's telling stems finds claims; the incidents of the best of them are looked at closely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nlargest, nsmallest

from ..language import base_language
from ..model import Page
from .index import Candidate, ClaimIndex
from .likeness import add_margins, likeness, nearness
from .profile import Profile, profile
from .query import telling
from .terms import Terms, terms
from .weights import Weights

CLAIMS = 120  # that one query finds
INCIDENTS = 10  # that are looked at closely
BEST = 3  # claims of an incident that decide whether it is

Told = Mapping[str, Mapping[str, float]]
"""Matcher -> claim -> how near in meaning, as a probability."""


@dataclass(frozen=True, slots=True)
class Described:
    """An incident, its claims, and how alike page and incident are."""

    incident: str
    claims: tuple[Candidate, ...]
    features: Mapping[str, float]


def describe(page: Page, index: ClaimIndex, told: Told) -> tuple[Described, ...]:
    """The incidents to decide on. ``told``: what matchers of meaning say."""
    lang = base_language(page.lang) or "en"
    read = read_page(page, lang)
    said = [stem for part in read for stem in part.stems]
    found = _incidents(index.find(telling(said, index), CLAIMS))
    if not found:
        return ()
    weights = Weights(index, lang)
    own = profile(read, weights)
    known = {incident: _profile(index, incident, claims, weights) for incident, claims in found.items()}
    features = [likeness(own, one) for one in known.values()]
    for matcher, said_of in told.items():
        for one, claims in zip(features, found.values(), strict=True):
            one[matcher] = nearness((claim.claim for claim in claims), said_of)
    add_margins(features, list(known.values()), tuple(told))
    return tuple(Described(i, claims, one) for (i, claims), one in zip(found.items(), features, strict=True))


def read_page(page: Page, lang: str) -> list[Terms]:
    """The title, unless the text begins with it, and the passages."""
    texts = [passage.text for passage in page.passages]
    titled = page.title and page.title not in texts[:1]
    return [terms(text, lang) for text in ([page.title, *texts] if titled else texts)]


def _incidents(found: tuple[Candidate, ...]) -> dict[str, tuple[Candidate, ...]]:
    """The incidents whose best claims share most with the page, with the claims that were found."""
    claims: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        claims[candidate.incident].append(candidate)
    worth = {incident: sum(nlargest(BEST, (c.bm25 for c in held))) for incident, held in claims.items()}
    best = nsmallest(INCIDENTS, claims, key=lambda incident: (-worth[incident], incident))
    return {incident: tuple(claims[incident]) for incident in best}


def _profile(index: ClaimIndex, incident: str, claims: tuple[Candidate, ...], weights: Weights) -> Profile:
    return profile([terms(text, c.lang) for c in claims for text in (c.title, c.text) if text], weights)
