"""All matchers, contained. Comes in: a page and releases. Goes out: checked, stamped matches, and how each one fared.

Our own matchers share a worker with readability; every stranger's has one alone, and so have those of ours that bring a
model: such a one may declare that a page costs it more than others. A matcher that fails STRIKES times
in a row is quarantined for a while, with its reason in every answer; the others go on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beside import API

from ..model import Corpus, MatcherState, Page, Release, StampedMatch
from .checking import known_targets, led_targets, sound_matches
from .discovery import MatcherSpec
from .process import WorkerDied, WorkerProcess, WorkerTooSlow
from .wire import page_to_wire

Leads = Mapping[str, Sequence[str]]
"""Release -> the incidents that retrieval found in it for a page."""

STRIKES = 3
QUARANTINE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Per page: CPU milliseconds a matcher, wall-clock milliseconds a worker; seconds to prepare; memory.

    A matcher that is alone in its worker may declare more, ``BUDGET_MS``, up to ``cap_ms``.
    """

    soft_ms: int = 250
    hard_ms: int = 1000
    cap_ms: int = 5000
    prepare_s: int = 120
    memory_mb: int = 1024

    def granted(self, budget_ms: int) -> tuple[int, int]:
        """CPU and wall-clock milliseconds of one that declares so much: in the same proportion, up to the cap."""
        wall = self.hard_ms * budget_ms // self.soft_ms
        return max(self.soft_ms, min(budget_ms, self.cap_ms)), max(self.hard_ms, min(wall, self.cap_ms))


class ShelfBusy(Exception):
    """The worker is taken by other pages and did not come free in time."""


class Bench:
    """One worker and the matchers in it."""

    def __init__(self, specs: Sequence[MatcherSpec], limits: Limits, opener: str, cache: Path) -> None:
        self.specs = tuple(specs)
        self.states = {spec.name: MatcherState(spec.name, "", API, "ok") for spec in specs}
        self._limits, self._opener, self._cache = limits, opener, cache
        self._process = WorkerProcess(limits.memory_mb)
        self._releases: dict[str, Release] = {}
        self._prepared: set[str] = set()
        self._silent: set[str] = set()  # releases for which no matcher of this bench is ready
        self.reads_leads: set[str] = set()
        self._soft_ms, self._hard_ms = limits.soft_ms, limits.hard_ms
        self._strikes, self._off_until = 0, 0.0
        self._lock = threading.Lock()

    def prepare(self, releases: Iterable[Release]) -> None:
        """Hold exactly these releases ready."""
        with self._lock:
            self._releases = {release.sha256: release for release in releases}
            try:
                self._make_ready()
            except (WorkerDied, WorkerTooSlow) as error:
                self._fail(error)

    def match(self, page: Page, leads: Leads, led_only: bool) -> dict[str, dict[str, Any]]:
        """What each matcher answered, by release and name, unchecked. Nobody is asked who has nothing to say."""
        asked = {sha256: list(found) for sha256, found in leads.items() if sha256 not in self._silent}
        if not asked or (led_only and not self.reads_leads):
            return {}
        only = sorted(self.reads_leads) if led_only else None
        message = {"do": "match", "leads": asked, "only": only, "soft_ms": self._soft_ms}
        answer = self._ask({**message, "page": page_to_wire(page)}, self._hard_ms / 1000 * self._share(page))
        if answer is None:
            return {}
        for name, reason in answer["errors"].items():
            self._note(name, "too_slow" if reason == "TooSlow" else "failed", reason)
        return dict(answer["results"])

    def call(self, tool: str, argument: Any, seconds: float) -> Any:
        """Run a tool in the worker. Raises WorkerTooSlow, WorkerDied, ValueError (the tool refused)."""
        with self._acquired():
            self._make_ready()
            answer = self._process.ask({"do": "call", "tool": tool, "argument": argument}, seconds)
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer["value"]

    def close(self) -> None:
        """End the worker."""
        self._process.kill()

    def _share(self, page: Page) -> float:
        # A page of 200,000 code points is fifty ordinary ones: the wall grows with the text, within reason.
        return 1 + min(9.0, sum(len(passage.text) for passage in page.passages) / 20_000)

    def _ask(self, message: Any, seconds: float) -> Any:
        if not self.specs or time.monotonic() < self._off_until:
            return None
        with self._acquired():
            try:
                self._make_ready()
                answer = self._process.ask(message, seconds)
            except (WorkerDied, WorkerTooSlow) as error:
                self._fail(error)
                return None
        self._strikes = 0
        for name, state in self.states.items():
            if state.state in ("too_slow", "failed", "quarantined"):
                self._note(name, "ok", "")
        return answer

    def _acquired(self) -> _Held:
        return _Held(self._lock, self._hard_ms / 1000 * 3)

    def _make_ready(self) -> None:
        if not self._process.running:
            self._prepared.clear()
            self._process.start()
        for sha256 in self._prepared - set(self._releases):
            self._process.ask({"do": "retire", "release": sha256}, self._limits.prepare_s)
        for sha256 in sorted(set(self._releases) - self._prepared):
            answer = self._process.ask(self._prepare_message(self._releases[sha256]), self._limits.prepare_s)
            self._learn(answer["matchers"])
            (self._silent.discard if answer["ready"] else self._silent.add)(sha256)
        self._prepared = set(self._releases)

    def _prepare_message(self, release: Release) -> dict[str, Any]:
        matchers = {spec.name: spec.where for spec in self.specs}
        return {
            "do": "prepare",
            "opener": self._opener,
            "release": str(release.path),
            "plain": release.corpus.plain,
            "cache": str(self._cache),
            "matchers": matchers,
        }

    def _learn(self, facts: Mapping[str, Any]) -> None:
        for name, fact in facts.items():
            if len(self.specs) == 1:
                self._soft_ms, self._hard_ms = self._limits.granted(fact["budget_ms"])
            state = "refused" if "error" in fact else "ok"
            (self.reads_leads.add if fact["reads_leads"] else self.reads_leads.discard)(name)
            self.states[name] = MatcherState(name, fact["version"], API, state, fact.get("error", ""))

    def _fail(self, error: Exception) -> None:
        slow = isinstance(error, WorkerTooSlow)
        self._strikes += 1
        state, reason = ("too_slow", "over the time limit") if slow else ("failed", "its process ended")
        if self._strikes >= STRIKES:
            self._off_until = time.monotonic() + QUARANTINE_SECONDS
            self._strikes, state, reason = 0, "quarantined", f"{reason} {STRIKES} times"
        for name in self.states:
            self._note(name, state, reason)

    def _note(self, name: str, state: str, reason: str) -> None:
        version = self.states[name].version if name in self.states else ""
        self.states[name] = MatcherState(name, version, API, state, reason)


class _Held:
    """A lock that is waited for so long and no longer."""

    def __init__(self, lock: threading.Lock, seconds: float) -> None:
        self._lock, self._seconds = lock, seconds

    def __enter__(self) -> None:
        if not self._lock.acquire(timeout=self._seconds):
            raise ShelfBusy

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class Shelf:
    """Every bench; asked one after the other, ours first."""

    def __init__(self, specs: Iterable[MatcherSpec], limits: Limits, opener: str, cache: Path) -> None:
        specs = tuple(specs)
        own = [spec for spec in specs if not spec.alone]
        self._own = Bench(own, limits, opener, cache)
        self._benches = [self._own, *(Bench([spec], limits, opener, cache) for spec in specs if spec.alone)]
        self._corpora: dict[str, Corpus] = {}
        self._targets: dict[str, frozenset[str]] = {}

    def prepare(self, releases: Iterable[Release]) -> None:
        """Hold exactly these releases ready in every worker."""
        releases = tuple(releases)
        self._corpora = {release.sha256: release.corpus for release in releases}
        self._targets = {sha: known_targets(corpus) for sha, corpus in self._corpora.items() if not corpus.plain}
        for bench in self._benches:
            bench.prepare(releases)

    def match(
        self, page: Page, leads: Leads | None = None, led_only: bool = False
    ) -> dict[str, tuple[StampedMatch, ...]]:
        """The sound matches of all matchers, by release. Raises ShelfBusy.

        ``leads`` names the releases that are asked (default: all); ``led_only``: only matchers that read leads alone.
        """
        corpora = self._corpora
        leads = dict.fromkeys(corpora, ()) if leads is None else leads
        targets = {
            sha256: self._targets.get(sha256) or led_targets(corpora[sha256], found)
            for sha256, found in leads.items()
            if sha256 in corpora
        }
        stamped: dict[str, list[StampedMatch]] = {sha256: [] for sha256 in targets}
        for bench in self._benches:
            for sha256, by_name in bench.match(page, {sha: leads[sha] for sha in targets}, led_only).items():
                for name, wires in by_name.items():
                    sound, _ = sound_matches(wires, page, targets.get(sha256, frozenset()))
                    stamp = f"{name}@{bench.states[name].version}"
                    stamped[sha256].extend(StampedMatch(stamp, match) for match in sound)
        return {sha256: tuple(matches) for sha256, matches in stamped.items()}

    @property
    def reads_leads(self) -> bool:
        """Whether there is a matcher that looks at leads alone, and so can be asked about plain claims."""
        return any(bench.reads_leads for bench in self._benches)

    def call(self, tool: str, argument: Any, seconds: float) -> Any:
        """Run a tool in our own worker. Raises WorkerTooSlow, WorkerDied, ValueError, ShelfBusy."""
        return self._own.call(tool, argument, seconds)

    @property
    def states(self) -> tuple[MatcherState, ...]:
        """How every matcher is, by name."""
        return tuple(sorted((s for bench in self._benches for s in bench.states.values()), key=lambda s: s.name))

    def close(self) -> None:
        """End every worker."""
        for bench in self._benches:
            bench.close()
