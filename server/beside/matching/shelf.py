"""All matchers, contained. Comes in: a page and releases. Goes out: checked, stamped matches, and how each one fared.

Our own matchers share a worker with readability; every stranger's has one alone, and so have those of ours that bring a
model: such a one may declare that a page costs it more than others. All workers are asked at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..model import Corpus, Match, MatcherState, Page, Release, StampedMatch
from .asking import Asked, Question, ShelfBusy, Sound, shares
from .bench import Bench
from .checking import judged, known_targets, led_targets
from .crew import GRACE_SECONDS
from .discovery import MatcherSpec
from .quarantine import QuarantineFile
from .setting_up import Limits, Places
from .sweeping import forget, sweep
from .wire import page_as_json

Leads = Mapping[str, Sequence[str]]
"""Release -> the incidents that retrieval found in it for a page."""

FIRST_SECONDS, LATECOMER_SECONDS = 30.0, 10.0


class Shelf:
    """Every bench. Safe to use from many threads.

    ``kept``: where quarantines are noted, if anywhere. ``settings``: what the admin set, by matcher.
    """

    def __init__(
        self,
        specs: Iterable[MatcherSpec],
        limits: Limits,
        opener: str,
        cache: Path,
        *,
        kept: Path | None = None,
        settings: Mapping[str, Mapping[str, Any]] | None = None,
        without: Iterable[str] = (),
    ) -> None:
        self._places = Places(limits, opener, cache, settings or {}, tuple(without))
        self._kept = QuarantineFile(kept)
        specs = tuple(specs)
        self._own = self._bench(spec for spec in specs if not spec.alone)
        self._strangers = {_code(spec): self._bench([spec]) for spec in specs if spec.alone}
        self._changing = threading.Lock()
        self._releases: tuple[Release, ...] = ()
        self._corpora: dict[str, Corpus] = {}
        self._targets: dict[str, frozenset[str]] = {}

    def prepare(self, releases: Iterable[Release]) -> None:
        """Hold exactly these releases ready in every worker. Pages are answered meanwhile, from those before.

        Strangers are waited for, longer at the start; one that takes longer still joins when it is ready.
        """
        with self._changing:
            self._prepare(tuple(releases))

    def _prepare(self, releases: tuple[Release, ...]) -> None:
        first = not self._releases
        # What is held already stays known: pages that were begun with it are finished.
        self._corpora |= {release.sha256: release.corpus for release in releases}
        self._targets |= {r.sha256: known_targets(r.corpus) for r in releases if not r.corpus.plain}
        self._made_ready(self._benches, releases, FIRST_SECONDS if first else LATECOMER_SECONDS)
        held = {release.sha256 for release in (*self._releases, *releases)}
        gone = held - {release.sha256 for release in releases}
        aside(0.0 if first else GRACE_SECONDS + 1, self._sweep, gone)
        self._releases = releases
        self._corpora = {sha256: corpus for sha256, corpus in self._corpora.items() if sha256 in held}
        self._targets = {sha256: targets for sha256, targets in self._targets.items() if sha256 in held}

    def replace(self, specs: Iterable[MatcherSpec]) -> None:
        """Have exactly these strangers: new and edited ones are made ready first, who is gone is let go."""
        wanted = {_code(spec): spec for spec in specs if spec.alone}
        with self._changing:
            before = self._strangers
            fresh = {code: self._bench([spec]) for code, spec in wanted.items() if code not in before}
            if not fresh and len(wanted) == len(before):
                return
            self._made_ready(list(fresh.values()), self._releases, None)
            self._strangers = {code: fresh.get(code) or before[code] for code in wanted}
        edited = {spec.name for spec, _ in wanted}
        for spec, code in set(before) - set(wanted):
            before[spec, code].let_go()
            if spec.name in edited:
                aside(GRACE_SECONDS + 1, self._forget, spec, code)

    def _sweep(self, gone: set[str]) -> None:
        sweep(self._places.cache, gone - {release.sha256 for release in self._releases})  # one may be back

    def _forget(self, spec: MatcherSpec, code: str) -> None:
        if (spec, code) not in self._strangers:  # an edit may have been undone
            forget(self._places.cache / f"{spec.name}@{code}")

    def match(
        self, page: Page, leads: Leads | None = None, led_only: bool = False
    ) -> dict[str, tuple[StampedMatch, ...]]:
        """The sound matches of all matchers, by release. Raises ShelfBusy.

        ``leads`` names the releases that are asked (default: all); ``led_only``: only matchers that read leads alone.
        """
        corpora = self._corpora
        leads = dict.fromkeys((release.sha256 for release in self._releases), ()) if leads is None else leads
        leads = {sha256: found for sha256, found in leads.items() if sha256 in corpora}
        targets = {sha: self._targets.get(sha) or led_targets(corpora[sha], found) for sha, found in leads.items()}
        share = shares(page)
        question = Question(page_as_json(page), leads, led_only, share, lambda told: judged(told, page, targets))
        asked = [(bench, bench.begin(question)) for bench in self._benches]
        stamped: dict[str, list[StampedMatch]] = {sha256: [] for sha256 in leads}
        for bench, found in _answers(asked):
            for sha256, by_name in found.items():
                for name, matches in by_name.items():
                    stamped[sha256].extend(_stamped(f"{name}@{bench.facts[name]['version']}", matches))
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

    @property
    def remote(self) -> dict[str, str]:
        """Where text of pages is sent to, by the name of the matcher there."""
        return {spec.name: spec.address for spec, _ in self._strangers if spec.address}

    @property
    def running(self) -> int:
        """How many worker processes there are."""
        return sum(bench.running for bench in self._benches)

    def close(self) -> None:
        """End every worker."""
        for bench in self._benches:
            bench.close()

    @property
    def _benches(self) -> list[Bench]:
        return [self._own, *self._strangers.values()]

    def _bench(self, specs: Iterable[MatcherSpec]) -> Bench:
        return Bench(tuple(specs), self._places, self._kept)

    def _made_ready(self, benches: Sequence[Bench], releases: Sequence[Release], patience: float | None) -> None:
        """Have all benches make ready at once, and change over together; ours is waited for in any case."""
        gate, ready = threading.Event(), [threading.Semaphore(0) for _ in benches]
        threads = [
            threading.Thread(target=bench.prepare, args=(releases, gate, done.release), daemon=True)
            for bench, done in zip(benches, ready, strict=True)
        ]
        for thread in threads:
            thread.start()
        until = None if patience is None else time.monotonic() + patience
        in_time = []
        for bench, thread, done in zip(benches, threads, ready, strict=True):
            patient = until is None or bench is self._own
            if done.acquire(timeout=None if patient else max(0.0, (until or 0.0) - time.monotonic())):
                in_time.append(thread)
        gate.set()
        for thread in in_time:
            thread.join()


def aside(seconds: float, do: Callable[..., None], *arguments: Any) -> None:
    """Do it later, where nobody waits; not at all if the service ends before."""
    timer = threading.Timer(seconds, do, arguments)
    timer.daemon = True
    timer.start()


def _code(spec: MatcherSpec) -> tuple[MatcherSpec, str]:
    return spec, spec.fingerprint


def _answers(asked: Sequence[tuple[Bench, Asked | None]]) -> list[tuple[Bench, Sound]]:
    """Every answer, in the order of the benches; a worker of ours that is busy is told once all have been heard."""
    answers, busy = [], None
    for bench, one in asked:
        try:
            if one is not None:
                answers.append((bench, bench.finish(one)))
        except ShelfBusy as error:
            busy = error
    if busy:
        raise busy
    return answers


def _stamped(stamp: str, matches: Iterable[Match]) -> list[StampedMatch]:
    return [StampedMatch(stamp, match) for match in matches]
