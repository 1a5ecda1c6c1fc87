"""Keeps releases open and matchers running between pages. Comes in: the home folder, settings. Goes out: a Reader.

A corpus that is published while the service runs is picked up by the next page.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from itertools import islice

from .bench import SHEETS, Desk, Shadow, ShadowSwitch, Why, explain
from .calibration import Calibrations
from .cards import deal
from .corpus import open_release, published
from .home import Home
from .indexing import index_of
from .matching import Limits, MatcherSpec, Reloading, Shelf, always, capabilities, find_matchers
from .model import Answer, Card, MatcherState, PageRequest, Release
from .ranking import Ranker
from .reading import Busy, Ready, UnreadablePage, Worth, answer, on_the_shelf, see
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

    def __init__(
        self,
        home: Home,
        shelf: Shelf,
        corpora: tuple[str, ...] | None = None,
        worth: Worth | None = None,
        shadow: Shadow | None = None,
    ) -> None:
        """``worth``: what the weights of matchers are worth; ``shadow``: who is asked and not heard."""
        self._home, self._shelf, self._corpora = home, shelf, corpora
        self._worth, self._shadow, self._own = worth, shadow, on_the_shelf()
        self._explaining = threading.Lock()
        self._releases: dict[str, Release] = {}
        self._ready: dict[str, Ready] = {}
        self._lock, self._changing = threading.Lock(), threading.Lock()
        self._following: list[Reloading] = []
        self._refresh()

    def read(self, request: PageRequest) -> Answer:
        """Read one page. Raises UnreadablePage, Busy, UnknownCorpus."""
        chosen = self._chosen(request.corpora)
        seen = see(request, chosen, self._shelf, self._worth)
        answered = answer(seen, request, chosen, self._shelf)
        if self._shadow:
            self._shadow.offer(seen, chosen)
        return answered

    def why(self, request: PageRequest, matcher: str | None = None, incident: str | None = None) -> tuple[Why, ...]:
        """Which words its cards hang on, or what a matcher says; one page at a time, since it is read many times.

        Raises UnreadablePage, Busy, UnknownCorpus.
        """
        desk = Desk(self._chosen(request.corpora), self._shelf, self._worth)
        if not self._explaining.acquire(blocking=False):
            raise Busy
        try:
            return explain(request, desk, matcher, incident)
        finally:
            self._explaining.release()

    def search(self, query: Query) -> tuple[FoundClaim, ...]:
        """The known claims that a short text speaks of, of all corpora chosen. Raises Busy, UnknownCorpus."""
        chosen = self._chosen(query.corpora)
        releases = {corpus: ready.release for corpus, ready in chosen.items()}
        indexes = {ready.release.sha256: ready.index for ready in chosen.values()}
        return search_claims(query, releases, self._shelf, indexes)

    def card(self, incident: str, corpus: str | None = None, release: str | None = None, ui: str = "en") -> Card:
        """One incident's card. ``release``: 8 or more hex digits. Raises UnknownIncident, AmbiguousIncident."""
        releases = self.held(release)
        holding = [r for r in releases.values() if incident in r.corpus.incidents and corpus in (None, r.corpus.id)]
        if not holding:
            raise UnknownIncident
        if len(holding) > 1:
            raise AmbiguousIncident(tuple(r.corpus.id for r in holding))
        return deal(holding[0].corpus.incidents[incident], holding[0], reader=ui)

    def held(self, release: str | None = None) -> Mapping[str, Release]:
        """What is served, or the release of those digits, served or older; by corpus id."""
        return self._refresh() if release is None else self._older(release)

    @property
    def releases(self) -> Mapping[str, Release]:
        """The published release of every corpus that is served, by corpus id."""
        return self._refresh()

    @property
    def matchers(self) -> tuple[MatcherState, ...]:
        """How every matcher is."""
        return self._shelf.states

    @cached_property
    def weaker(self) -> tuple[str, ...]:
        """What this system does not keep matchers from by itself, in words; tried once."""
        return tuple(fence.words for fence in capabilities() if not fence.holds)

    def warm(self) -> None:
        """Read a few words in each language: their tables are made once, and no reader has to wait for them."""
        titles = [i.title for release in self.releases.values() for i in islice(release.corpus.incidents.values(), 1)]
        for lang in LANGUAGES:
            with suppress(Busy, UnreadablePage):
                self.read(PageRequest(text=f"{'. '.join(titles)}.", lang=lang))

    @property
    def remote_matchers(self) -> Mapping[str, str]:
        """Where page text is sent, by the name of the matcher there; one in the shadow is sent it too."""
        return {**self._shelf.remote, **(self._shadow.remote if self._shadow else {})}

    def follow(self, found: Callable[[bool], Iterable[MatcherSpec]], when: Callable[[], Hashable]) -> None:
        """Have exactly those strangers heard (False), and in the shadow (True); look once ``when`` is another."""
        self._following.append(Reloading(self._shelf, lambda: found(False), when=when))
        if self._shadow:
            self._following.append(Reloading(self._shadow, lambda: found(True), when=when))

    @property
    def shadow(self) -> Shadow | None:
        """Who is asked and not heard, if anybody is."""
        return self._shadow

    def close(self) -> None:
        """Stop the workers."""
        for following in self._following:
            following.close()
        self._shelf.close()
        if self._shadow:
            self._shadow.close()

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
                self._ready[release.sha256] = self._made(release)
            return self._ready[release.sha256]

    def _made(self, release: Release) -> Ready:
        if held := self._ready.get(release.sha256):
            return held
        ranker = None if release.corpus.plain else Ranker(release.corpus, shelf=self._own)
        return Ready(release, index_of(release), ranker)

    def _refresh(self) -> dict[str, Release]:
        """The releases that the pointers name now; opened and given to the matchers if they are new."""
        found = sorted(published(self._home.root).items())
        wanted = {corpus: sha for corpus, sha in found if self._corpora is None or corpus in self._corpora}
        # One request brings the change about; the others are answered from the releases of a moment ago.
        if wanted != self._held() and self._changing.acquire(blocking=not self._releases):
            try:
                if wanted != self._held():
                    self._change({corpus: self._open(corpus, sha256) for corpus, sha256 in wanted.items()})
            finally:
                self._changing.release()
        with self._lock:
            return dict(self._releases)

    def _held(self) -> dict[str, str]:
        with self._lock:
            return {corpus: release.sha256 for corpus, release in self._releases.items()}

    def _change(self, fresh: dict[str, Release]) -> None:
        """Make everything ready for these releases, then change over."""
        later = {} if not self._releases else {r.sha256: self._made(r) for r in fresh.values()}
        self._shelf.prepare(fresh.values())
        if self._shadow:
            self._shadow.prepare(fresh.values())
        with self._lock:
            self._releases = fresh
            kept = {release.sha256 for release in fresh.values()}
            self._ready = later | {sha256: ready for sha256, ready in self._ready.items() if sha256 in kept}

    def _open(self, corpus: str, sha256: str) -> Release:
        held = self._releases.get(corpus)
        return held if held and held.sha256 == sha256 else open_release(self._home.releases / f"{sha256}.db")

    def _older(self, digits: str) -> dict[str, Release]:
        if len(digits) < LEAST_DIGITS or not all(digit in "0123456789abcdef" for digit in digits):
            return {}
        files = sorted(self._home.releases.glob(f"{digits}*.db"))
        held = {release.sha256: release for release in self._refresh().values()}
        opened = (held.get(file.stem) or open_release(file) for file in files)
        return {release.corpus.id: release for release in opened}


def open_reader(home: Home, settings: Settings, reload: bool = False) -> Reader:
    """A reader for the corpora and matchers that home and settings name; close it when done.

    ``reload``: strangers' matchers are picked up as they are edited.
    """
    chosen = settings.matchers
    limits = Limits(chosen.soft_ms, chosen.hard_ms, chosen.cap_ms, chosen.prepare_s, chosen.memory_mb)
    switch = ShadowSwitch(home.root, chosen.shadow)
    tables = Calibrations(home.root / SHEETS)

    def found(shadowed: bool) -> list[MatcherSpec]:
        # Looked for anew with each change of the switch: one may have been dropped in for it.
        names, now = switch.names, matchers_of(home, settings)
        tables.know(now)
        return [spec for spec in now if (spec.name in names) == shadowed]

    shadow = Shadow(Shelf(found(True), limits, OPENER, home.cache, settings=chosen.settings), tables.apply)
    shelf = Shelf(found(False), limits, OPENER, home.cache, kept=home.quarantine, settings=chosen.settings)
    reader = Reader(home, shelf, settings.corpora, tables.apply, shadow)
    reader.follow(found, always if reload else lambda: switch.names)
    return reader


def matchers_of(home: Home, settings: Settings) -> tuple[MatcherSpec, ...]:
    """Every matcher that may be used here."""
    chosen = settings.matchers
    return find_matchers(home.root / (chosen.folder or "matchers"), chosen.deny, chosen.allow, chosen.remote)
