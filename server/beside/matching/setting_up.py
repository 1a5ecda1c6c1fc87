"""Raising a worker. Comes in: matchers, releases, limits, places. Goes out: a worker, fenced in, prepared, sealed."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..model import Release
from .believing import believed_facts, believed_readiness
from .discovery import MatcherSpec
from .process import START_SECONDS, WorkerDied, WorkerProcess
from .sweeping import used


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


@dataclass(frozen=True, slots=True)
class Places:
    """What every worker of a shelf is told: limits, who opens releases, where the cache is, what the admin set.

    ``without``: fences that are left out, so that a test can see a weaker system.
    """

    limits: Limits
    opener: str
    cache: Path
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    without: tuple[str, ...] = ()


@dataclass(slots=True)
class Workbench:
    """A worker that is ready: what its matchers say of themselves, and who is ready for which release."""

    process: WorkerProcess
    fences: Mapping[str, bool]
    facts: Mapping[str, Mapping[str, Any]]
    ready: dict[str, set[str]]
    refused: dict[str, str]
    soft_ms: int
    hard_ms: int
    fresh: bool = True
    aside: bool = False  # whether it lets others go first
    dismissed: bool = False  # whether the host ended it

    def put_aside(self) -> None:
        """From now on it takes no reader's processor time."""
        if not self.aside:
            self.aside = True
            self.process.step_back()

    @property
    def reads_leads(self) -> set[str]:
        """Those that look at nothing but the incidents in question."""
        return {name for name, fact in self.facts.items() if fact["reads_leads"]}


def raise_worker(
    specs: Sequence[MatcherSpec], releases: Iterable[Release], places: Places, aside: bool = False
) -> Workbench:
    """Start a worker and make it ready. Raises WorkerDied, WorkerTooSlow; the process is then gone.

    ``aside``: it lets others go first from its beginning.
    """
    process = WorkerProcess()
    try:
        if aside:
            process.step_back()
        made = _made_ready(process, specs, tuple(releases), places)
        made.aside = aside
        return made
    except (KeyError, TypeError, ValueError, AttributeError) as error:  # a stranger may write to the pipe itself
        process.kill()
        raise WorkerDied("it wrote what is no answer") from error
    except BaseException:
        process.kill()
        raise


def _made_ready(
    process: WorkerProcess, specs: Sequence[MatcherSpec], releases: Sequence[Release], places: Places
) -> Workbench:
    seconds = places.limits.prepare_s
    fences = process.ask(confinement(specs, releases, places), START_SECONDS)["fences"]
    asked = {spec.name: {"where": spec.where, "settings": settings_of(spec, places)} for spec in specs}
    facts = believed_facts(process.ask({"do": "load", "matchers": asked}, seconds)["matchers"], asked)
    refused = {name: fact["error"] for name, fact in facts.items() if "error" in fact}
    ready: dict[str, set[str]] = {}
    for release in sorted(releases, key=lambda release: release.sha256):
        answer = process.ask(_preparation(specs, release, places), seconds)
        ready[release.sha256], errors = believed_readiness(answer, asked)
        for spec in specs:
            if spec.name in ready[release.sha256]:
                used(cache_of(spec, places) / facts[spec.name]["version"] / release.sha256)
        refused |= errors
    process.ask({"do": "seal", "without": list(places.without)}, seconds)
    soft, hard = places.limits.soft_ms, places.limits.hard_ms
    if len(specs) == 1:
        soft, hard = places.limits.granted(facts[specs[0].name]["budget_ms"])
    return Workbench(process, fences, facts, ready, refused, soft, hard)


def confinement(specs: Sequence[MatcherSpec], releases: Sequence[Release], places: Places) -> dict[str, Any]:
    """The message that raises the fences of a worker: before it, nothing of a stranger's is read."""
    files = [path for release in releases for path in (release.path, release.path.with_suffix(".index"))]
    plugins = [Path(spec.where) for spec in specs if spec.where.endswith(".py")]
    caches = [cache_of(spec, places) for spec in specs]
    for cache in caches:
        if cache.is_symlink():  # where there is no Landlock, a matcher may have laid it
            cache.unlink()
        cache.mkdir(parents=True, exist_ok=True, mode=0o700)
    read = [*files, *plugins, *(plugin.with_suffix("") for plugin in plugins), *caches]
    return {
        "do": "confine",
        "memory_mb": places.limits.memory_mb,
        "code": [spec.where for spec in specs if not spec.where.endswith(".py")],
        "read": list(map(str, read)),
        "write": list(map(str, caches)),
        "address": next((_address(spec) for spec in specs if spec.address), None),
        "without": list(places.without),
    }


def _preparation(specs: Sequence[MatcherSpec], release: Release, places: Places) -> dict[str, Any]:
    return {
        "do": "prepare",
        "opener": places.opener,
        "release": str(release.path),
        "plain": release.corpus.plain,
        "cache": {spec.name: str(cache_of(spec, places)) for spec in specs},
    }


def cache_of(spec: MatcherSpec, places: Places) -> Path:
    """The one folder that a matcher may write to. Other code is other work: a file that was edited begins anew."""
    return places.cache / f"{spec.name}@{spec.fingerprint}"


def settings_of(spec: MatcherSpec, places: Places) -> dict[str, Any]:
    """What is stated for it; of a remote one, where it is. Raises WorkerDied if it can't be found."""
    if spec.address:
        return {"url": spec.address, "address": _address(spec)}
    return dict(places.settings.get(spec.name, {}))


def _address(spec: MatcherSpec) -> tuple[str, int]:
    """Where a remote matcher is, as the number it has now: the worker may look up no name. Raises WorkerDied."""
    parts = urlsplit(spec.address)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise WorkerDied(f"{parts.hostname} can't be found") from error
    return str(found[0][4][0]), port
