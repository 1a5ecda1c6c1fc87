"""A short text's journey: which known claims it speaks of, over every corpus that is chosen.

Comes in: a Query. Goes out: FoundClaim(s), best first. What the journey uses is handed to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .language import guess_language
from .matching import Shelf, ShelfBusy
from .model import Block, Page, Release
from .passages import split_passages
from .plain_matches import told_of
from .reading import Busy
from .retrieval import LED, ClaimIndex, candidates, search

MOST = 1_000


@dataclass(frozen=True, slots=True)
class Query:
    """A short text; ``limit``: how many claims at most; ``corpora``: all, or these."""

    text: str
    lang: str = ""
    limit: int = 10
    corpora: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A known claim, and the chance that the text speaks of it."""

    corpus: str
    claim: str
    incident: str
    score: float


def search_claims(
    query: Query, releases: Mapping[str, Release], shelf: Shelf, indexes: Mapping[str, ClaimIndex]
) -> tuple[FoundClaim, ...]:
    """The best claims of all releases. Raises Busy."""
    lang, _ = guess_language(query.lang, query.text)
    limit = min(query.limit, MOST)
    meaning = _meaning(query.text, lang, releases, shelf, indexes) if shelf.reads_leads else {}
    found = [
        FoundClaim(corpus, hit.claim, hit.incident, hit.score)
        for corpus, release in releases.items()
        for hit in search(query.text, lang, indexes[release.sha256], limit, meaning.get(release.sha256))
    ]
    # Within a corpus the order is the search's own: scores are rounded.
    return tuple(sorted(found, key=lambda hit: -hit.score)[:limit])


def _meaning(
    text: str, lang: str, releases: Mapping[str, Release], shelf: Shelf, indexes: Mapping[str, ClaimIndex]
) -> dict[str, dict[str, dict[str, float]]]:
    """What matchers say that look at the few incidents in question: by release, matcher -> claim -> weight."""
    page = Page(split_passages((Block(0, text),)), lang=lang)
    near = {sha: candidates(text, lang, indexes[sha], LED) for sha in (r.sha256 for r in releases.values())}
    leads = {sha: tuple(dict.fromkeys(c.incident for c in found)) for sha, found in near.items()}
    try:
        told = shelf.match(page, leads, led_only=True)
    except ShelfBusy as error:
        raise Busy from error
    return {sha256: told_of(matches) for sha256, matches in told.items()}
