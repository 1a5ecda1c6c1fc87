"""All matchers, contained. Comes in: a page and releases. Goes out: checked, stamped matches, and how each one fared.

Our own matchers share a worker with readability; every stranger's has one alone. A matcher that fails STRIKES times
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

from ..model import MatcherState, Page, Release, StampedMatch
from .checking import known_targets, sound_matches
from .discovery import MatcherSpec
from .process import WorkerDied, WorkerProcess, WorkerTooSlow
from .wire import page_to_wire

STRIKES = 3
QUARANTINE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Limits:
    """Per page: CPU milliseconds a matcher, wall-clock milliseconds a worker; seconds to prepare; memory."""

    soft_ms: int = 250
    hard_ms: int = 1000
    prepare_s: int = 120
    memory_mb: int = 1024


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

    def match(self, page: Page) -> dict[str, dict[str, Any]]:
        """What each matcher answered, by release and name, unchecked."""
        message = {"do": "match", "releases": sorted(self._releases), "soft_ms": self._limits.soft_ms}
        answer = self._ask({**message, "page": page_to_wire(page)}, self._limits.hard_ms / 1000 * self._share(page))
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
        return _Held(self._lock, self._limits.hard_ms / 1000 * 3)

    def _make_ready(self) -> None:
        if not self._process.running:
            self._prepared.clear()
            self._process.start()
        for sha256 in self._prepared - set(self._releases):
            self._process.ask({"do": "retire", "release": sha256}, self._limits.prepare_s)
        for sha256 in sorted(set(self._releases) - self._prepared):
            self._learn(self._process.ask(self._prepare_message(self._releases[sha256]), self._limits.prepare_s))
        self._prepared = set(self._releases)

    def _prepare_message(self, release: Release) -> dict[str, Any]:
        matchers = {spec.name: spec.where for spec in self.specs}
        return {
            "do": "prepare",
            "opener": self._opener,
            "release": str(release.path),
            "cache": str(self._cache),
            "matchers": matchers,
        }

    def _learn(self, answer: Mapping[str, Any]) -> None:
        for name, fact in answer["matchers"].items():
            state = "refused" if "error" in fact else "ok"
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
        own = [spec for spec in specs if spec.own]
        self._own = Bench(own, limits, opener, cache)
        self._benches = [self._own, *(Bench([spec], limits, opener, cache) for spec in specs if not spec.own)]
        self._targets: dict[str, frozenset[str]] = {}

    def prepare(self, releases: Iterable[Release]) -> None:
        """Hold exactly these releases ready in every worker."""
        releases = tuple(releases)
        self._targets = {release.sha256: known_targets(release.corpus) for release in releases}
        for bench in self._benches:
            bench.prepare(releases)

    def match(self, page: Page) -> dict[str, tuple[StampedMatch, ...]]:
        """The sound matches of all matchers, by release. Raises ShelfBusy."""
        stamped: dict[str, list[StampedMatch]] = {sha256: [] for sha256 in self._targets}
        for bench in self._benches:
            for sha256, by_name in bench.match(page).items():
                for name, wires in by_name.items():
                    sound, _ = sound_matches(wires, page, self._targets.get(sha256, frozenset()))
                    stamp = f"{name}@{bench.states[name].version}"
                    stamped[sha256].extend(StampedMatch(stamp, match) for match in sound)
        return {sha256: tuple(matches) for sha256, matches in stamped.items()}

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
