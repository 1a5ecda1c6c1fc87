"""A matcher on trial. Comes in: a home, settings, the matcher. Goes out: Trial: pages seen with it and without it.

It stands beside those that are live, in a worker of its own as it would, over the corpora that are published, or, where
none is, those that ship. Nothing of a trial is kept: its caches lie in a folder that is gone afterwards.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ..calibration import Calibrations
from ..corpus import open_release, published, read_folder, seal
from ..home import Home
from ..indexing import index_of
from ..matching import Limits, MatcherSpec, Shelf, find_matchers
from ..model import IncidentMatch, MatcherState, PageRequest, Release, StampedMatch
from ..ranking import Ranker
from ..reading import Ready, Seen, Worth, ask, incidents_of, on_the_shelf, see
from ..settings import Settings
from .switch import ShadowSwitch

OPENER = "beside.corpus:open_release"
SHEETS = "bench"


class NoSuchMatcher(LookupError):
    """No matcher has the name, and no file; the message says which there are."""


@dataclass(frozen=True, slots=True)
class Trial:
    """``shelf`` holds the live matchers, ``alone`` the candidate: so that each is asked once a page."""

    candidate: MatcherSpec
    corpora: Mapping[str, Ready]
    shelf: Shelf
    alone: Shelf
    worth: Worth
    cache: Path

    @property
    def releases(self) -> dict[str, Release]:
        """By corpus id."""
        return {corpus: ready.release for corpus, ready in self.corpora.items()}

    @property
    def stamp(self) -> str:
        """The candidate's name and version."""
        return f"{self.candidate.name}@{self.state.version}"

    @property
    def state(self) -> MatcherState:
        """How the candidate is."""
        return next(state for state in self.alone.states if state.name == self.candidate.name)

    def see(self, request: PageRequest) -> TrialPage:
        """Read a page. Raises UnreadablePage, Busy."""
        chosen = {c: r for c, r in self.corpora.items() if request.corpora is None or c in request.corpora}
        seen = see(request, chosen, self.shelf, self.worth)
        return TrialPage(seen, ask(seen.page, seen.leads, self.alone), chosen)


@dataclass(frozen=True, slots=True)
class TrialPage:
    """What the live matchers said of a page, and, by release, what the candidate says, at its own weights."""

    seen: Seen
    added: Mapping[str, tuple[StampedMatch, ...]]
    corpora: Mapping[str, Ready]

    def cards(self, worth: Worth | None = None, beside: bool = True) -> dict[str, IncidentMatch]:
        """The incidents, ``corpus/id``, that get a card with the candidate, or without."""
        found = {}
        for corpus, ready in self.corpora.items():
            told, added = self.said(ready)
            matches = (*told, *(worth(added) if worth else added)) if beside else told
            for match, _ in incidents_of(ready, self.seen.page, self.seen.blocks, matches):
                found[f"{corpus}/{match.incident}"] = match
        return found

    def said(self, ready: Ready) -> tuple[tuple[StampedMatch, ...], tuple[StampedMatch, ...]]:
        """What the others and the candidate say of one release."""
        sha256 = ready.release.sha256
        return tuple(self.seen.matches.get(sha256, ())), tuple(self.added.get(sha256, ()))

    def named(self, worth: Worth | None = None) -> dict[str, float]:
        """Every incident that the candidate names, ``corpus/id``, with the highest weight that it gives."""
        highest: dict[str, float] = {}
        for corpus, ready in self.corpora.items():
            incident_of = incidents_by_target(ready, self.seen.leads.get(ready.release.sha256, ()))
            added = self.said(ready)[1]
            for stamped in worth(added) if worth else added:
                target = stamped.match.target
                incident = f"{corpus}/{incident_of.get(target, target.removeprefix('incident:'))}"
                highest[incident] = max(highest.get(incident, 0.0), stamped.match.weight)
        return highest


def incidents_by_target(ready: Ready, leads: Iterable[str]) -> dict[str, str]:
    """The incident of every claim that a matcher may name; of plain claims, of those it was led to."""
    corpus = ready.release.corpus
    led = (corpus.incidents[lead] for lead in leads if lead in corpus.incidents)
    incidents = led if corpus.plain else corpus.incidents.values()
    return {f"claim:{claim.id}": incident.id for incident in incidents for claim in incident.claims}


def find_candidate(name: str, folder: Path | None, remote: Mapping[str, str] | None = None) -> MatcherSpec:
    """The matcher of that name, or in that file. Raises NoSuchMatcher."""
    known = {spec.name: spec for spec in find_matchers(folder, remote=remote)}
    file = Path(name)
    if file.suffix == ".py":
        if not file.is_file():
            raise NoSuchMatcher(f"{name}: there is no such file")
        if file.stem in known and known[file.stem].own:
            raise NoSuchMatcher(f"{name}: a matcher of our own has that name; give the file another")
        return MatcherSpec(file.stem, str(file.resolve()), "file")
    if name not in known:
        raise NoSuchMatcher(f"No matcher is called {name}. There are: {', '.join(known)}; or name a file")
    return known[name]


@contextmanager
def open_trial(home: Home, settings: Settings, candidate: MatcherSpec) -> Iterator[Trial]:
    """A trial, over at the end of the block."""
    chosen = settings.matchers
    deny = (*chosen.deny, *ShadowSwitch(home.root, chosen.shadow).names, candidate.name)
    live = find_matchers(home.root / (chosen.folder or "matchers"), deny, chosen.allow, chosen.remote)
    limits = Limits(chosen.soft_ms, chosen.hard_ms, chosen.cap_ms, chosen.prepare_s, chosen.memory_mb)
    with tempfile.TemporaryDirectory(prefix="beside-trial-") as folder:
        cache = Path(folder) / "cache"
        releases = releases_at(home, settings, Path(folder))
        shelf = Shelf(live, limits, OPENER, cache, settings=chosen.settings)
        alone = Shelf([candidate], limits, OPENER, cache, settings=chosen.settings)
        with closing(shelf), closing(alone):
            shelf.prepare(releases)
            alone.prepare(releases)
            worth = Calibrations(home.root / SHEETS, (*live, candidate)).apply
            yield Trial(candidate, _ready(releases), shelf, alone, worth, cache)


def seeds_folder() -> Path | None:
    """Where the corpora that ship lie: in the package, or in the checkout that it runs from."""
    package = Path(str(files("beside")))
    return next((f for f in (package / "seeds", package.parents[1] / "seeds") if f.is_dir()), None)


def releases_at(home: Home, settings: Settings, folder: Path) -> list[Release]:
    """Those that are published, or else those that ship, sealed into a folder."""
    pointers = published(home.root)
    wanted = {c: s for c, s in sorted(pointers.items()) if settings.corpora is None or c in settings.corpora}
    if wanted:
        return [open_release(home.releases / f"{sha256}.db") for sha256 in wanted.values()]
    seeds = seeds_folder()
    found = sorted(seeds.glob("*/corpus.toml")) if seeds else []
    return [seal(folder, read_folder(file.parent).corpus) for file in found]


def _ready(releases: Iterable[Release]) -> dict[str, Ready]:
    own = on_the_shelf()
    return {
        r.corpus.id: Ready(r, index_of(r), None if r.corpus.plain else Ranker(r.corpus, shelf=own)) for r in releases
    }
