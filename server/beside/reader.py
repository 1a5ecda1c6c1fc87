"""Keeps releases open and matchers running between pages. Comes in: the home folder, settings. Goes out: a Reader.

A corpus that is published while the service runs is picked up by the next page.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from .cards import deal
from .corpus import open_release, published
from .home import Home
from .indexing import index_of
from .matching import Limits, Shelf, find_matchers
from .model import Answer, Card, MatcherState, PageRequest, Release
from .ranking import Ranker
from .reading import Busy, Ready, UnreadablePage, read_page
from .searching import FoundClaim, Query, search_claims
from .settings import Settings

OPENER = "beside.corpus:open_release"
LEAST_DIGITS = 8
LANGUAGES = ("en", "uk", "ru", "de", "fr")


class UnknownIncident(LookupError):
    """No published corpus (or not that release) holds the incident."""


class AmbiguousIncident(LookupError):
    """Several corpora hold an incident of that id; ``corpora`` names them."""

    def __init__(self, corpora: tuple[str, ...]) -> None:
        super().__init__(f"incident in several corpora: {', '.join(corpora)}")
        self.corpora = corpora


class UnknownCorpus(LookupError):
    """A request names a corpus that is not published."""


class Reader:
    """Safe to call from many threads."""

    def __init__(self, home: Home, shelf: Shelf, corpora: tuple[str, ...] | None = None) -> None:
        self._home, self._shelf, self._corpora = home, shelf, corpora
        self._releases: dict[str, Release] = {}
        self._ready: dict[str, Ready] = {}
        self._lock = threading.Lock()
        self._refresh()

    def read(self, request: PageRequest) -> Answer:
        """Read one page. Raises UnreadablePage, Busy, UnknownCorpus."""
        return read_page(request, self._chosen(request.corpora), self._shelf)

    def search(self, query: Query) -> tuple[FoundClaim, ...]:
        """The known claims that a short text speaks of, of all corpora chosen. Raises Busy, UnknownCorpus."""
        chosen = self._chosen(query.corpora)
        releases = {corpus: ready.release for corpus, ready in chosen.items()}
        indexes = {ready.release.sha256: ready.index for ready in chosen.values()}
        return search_claims(query, releases, self._shelf, indexes)

    def card(self, incident: str, corpus: str | None = None, release: str | None = None) -> Card:
        """One incident's card. ``release``: 8 or more hex digits. Raises UnknownIncident, AmbiguousIncident."""
        releases = self._refresh() if release is None else self._older(release)
        holding = [r for r in releases.values() if incident in r.corpus.incidents and corpus in (None, r.corpus.id)]
        if not holding:
            raise UnknownIncident
        if len(holding) > 1:
            raise AmbiguousIncident(tuple(r.corpus.id for r in holding))
        return deal(holding[0].corpus.incidents[incident], holding[0])

    @property
    def releases(self) -> Mapping[str, Release]:
        """The published release of every corpus that is served, by corpus id."""
        return self._refresh()

    @property
    def matchers(self) -> tuple[MatcherState, ...]:
        """How every matcher is."""
        return self._shelf.states

    def warm(self) -> None:
        """Read a few words in each language: their tables are made once, and no reader has to wait for them."""
        first = (islice(release.corpus.incidents.values(), 1) for release in self.releases.values())
        titles = [incident.title for incidents in first for incident in incidents]
        for lang in LANGUAGES:
            with suppress(Busy, UnreadablePage):
                self.read(PageRequest(text=f"{'. '.join(titles)}.", lang=lang))

    def close(self) -> None:
        """Stop the workers."""
        self._shelf.close()

    def _chosen(self, corpora: Collection[str] | None) -> dict[str, Ready]:
        """Every corpus, or those that are asked for, by id."""
        releases = self._refresh()
        if corpora is not None and set(corpora) - set(releases):
            raise UnknownCorpus
        return {
            corpus: self._made_ready(releases[corpus])
            for corpus in sorted(releases if corpora is None else set(corpora))
        }

    def _made_ready(self, release: Release) -> Ready:
        """The release with its index, built where it was sealed before there were any, and its decision."""
        with self._lock:
            if release.sha256 not in self._ready:
                ranker = None if release.corpus.plain else Ranker(release.corpus)
                self._ready[release.sha256] = Ready(release, index_of(release), ranker)
            return self._ready[release.sha256]

    def _refresh(self) -> dict[str, Release]:
        """The releases that the pointers name now; opened and given to the matchers if they are new."""
        wanted = {
            c: s for c, s in sorted(published(self._home.root).items()) if self._corpora is None or c in self._corpora
        }
        with self._lock:
            if wanted != {corpus: release.sha256 for corpus, release in self._releases.items()}:
                fresh = {corpus: self._open(corpus, sha256) for corpus, sha256 in wanted.items()}
                self._shelf.prepare(fresh.values())
                self._releases = fresh
                kept = {release.sha256 for release in fresh.values()}
                self._ready = {sha256: ready for sha256, ready in self._ready.items() if sha256 in kept}
            return dict(self._releases)

    def _open(self, corpus: str, sha256: str) -> Release:
        held = self._releases.get(corpus)
        return held if held and held.sha256 == sha256 else open_release(self._file(sha256))

    def _older(self, digits: str) -> dict[str, Release]:
        if len(digits) < LEAST_DIGITS or not all(digit in "0123456789abcdef" for digit in digits):
            return {}
        files = sorted(self._home.releases.glob(f"{digits}*.db"))
        held = {release.sha256: release for release in self._refresh().values()}
        opened = (held.get(file.stem) or open_release(file) for file in files)
        return {release.corpus.id: release for release in opened}

    def _file(self, sha256: str) -> Path:
        return self._home.releases / f"{sha256}.db"


def open_reader(home: Home, settings: Settings) -> Reader:
    """A reader for the corpora and matchers that home and settings name; close it when done."""
    chosen = settings.matchers
    folder = home.root / (chosen.folder or "matchers")
    limits = Limits(chosen.soft_ms, chosen.hard_ms, chosen.cap_ms, chosen.prepare_s, chosen.memory_mb)
    shelf = Shelf(find_matchers(folder, chosen.deny), limits, OPENER, home.cache)
    return Reader(home, shelf, settings.corpora)
