"""Matchers that run in the shadow. Comes in: pages that were read. Goes out: counts of the cards they would change.

They are asked after the answer was given, on a shelf and in a thread of their own, so that no reader waits for them
and no card is touched. Of a page nothing is kept: the counts say which incident's card would have been gained or lost,
how often, since the service started; they are in memory alone, and when too many pages come at once some are let pass.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..matching import MatcherSpec, Shelf
from ..model import IncidentMatch, MatcherState, Release, StampedMatch
from ..reading import Ready, Seen, Worth, ask, incidents_of
from .comparing import changes

WAITING = 4
Task = tuple[Seen, Mapping[str, Ready]]


@dataclass(frozen=True, slots=True)
class ShadowCounts:
    """Of one matcher: pages it was asked about, of them changed ones; (what would happen, to which card, how often)."""

    state: MatcherState
    pages: int
    changed: int
    changes: tuple[tuple[str, str, int], ...]


class Shadow:
    """Safe to call from many threads; close it when done."""

    def __init__(self, shelf: Shelf, worth: Worth | None = None) -> None:
        self._shelf, self._worth = shelf, worth
        self._names = tuple(state.name for state in shelf.states)
        self._tasks: queue.Queue[Task | None] = queue.Queue(WAITING)
        self._lock = threading.Lock()
        self._pages, self._changed, self._passed = Counter[str](), Counter[str](), 0
        self._changes: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._releases: tuple[Release, ...] | None = None
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def prepare(self, releases: Iterable[Release]) -> None:
        """Hold exactly these releases ready from the next page on; nobody waits for it."""
        with self._lock:
            self._releases = tuple(releases)

    def replace(self, specs: Iterable[MatcherSpec]) -> None:
        """Have exactly these in the shadow. Who comes begins to count anew; who is gone is forgotten."""
        self._shelf.replace(specs)
        names = tuple(state.name for state in self._shelf.states)
        with self._lock:
            for name in {*self._names} ^ {*names}:
                for count in (self._changes, self._pages, self._changed):
                    count.pop(name, None)
            self._names = names

    def offer(self, seen: Seen, corpora: Mapping[str, Ready]) -> None:
        """A page that was read; never waits."""
        if not self._names:
            return
        try:
            self._tasks.put_nowait((seen, dict(corpora)))
        except queue.Full:
            with self._lock:
                self._passed += 1

    @property
    def remote(self) -> dict[str, str]:
        """Where page text is sent, by the name of the matcher there."""
        return self._shelf.remote

    @property
    def passed(self) -> int:
        """How many pages were let pass, since too many came at once."""
        with self._lock:
            return self._passed

    @property
    def counts(self) -> tuple[ShadowCounts, ...]:
        """What each would change so far, most often first."""
        states = {state.name: state for state in self._shelf.states}
        with self._lock:
            return tuple(
                ShadowCounts(
                    states[name],
                    self._pages[name],
                    self._changed[name],
                    tuple((*key, n) for key, n in sorted(self._changes[name].items(), key=lambda c: (-c[1], c[0]))),
                )
                for name in self._names
                if name in states
            )

    def settle(self) -> None:
        """Wait until every page that was offered is counted."""
        self._tasks.join()

    def close(self) -> None:
        """End the workers, and the thread with the page it is at."""
        with contextlib.suppress(queue.Full):
            self._tasks.put_nowait(None)
        self._shelf.close()

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            try:
                self._count(*task)
            except Exception:  # a shadow that fails, whatever it is, is no reader's matter
                with self._lock:
                    self._passed += 1
            finally:
                del task  # the text of the page goes with it
                self._tasks.task_done()

    def _count(self, seen: Seen, corpora: Mapping[str, Ready]) -> None:
        with self._lock:
            releases, self._releases = self._releases, None
        if releases is not None:
            self._shelf.prepare(releases)
        said = ask(seen.page, seen.leads, self._shelf, self._worth)
        without = _cards(seen, corpora, {})
        for name in self._names:
            mine = {sha: [m for m in told if m.matcher.partition("@")[0] == name] for sha, told in said.items()}
            found = changes(without, _cards(seen, corpora, mine)) if any(mine.values()) else ()
            with self._lock:
                self._pages[name] += 1
                self._changed[name] += bool(found)
                self._changes[name].update((change.what, change.incident) for change in found)


def _cards(
    seen: Seen, corpora: Mapping[str, Ready], more: Mapping[str, Iterable[StampedMatch]]
) -> dict[str, IncidentMatch]:
    cards = {}
    for corpus, ready in corpora.items():
        sha256 = ready.release.sha256
        told = (*seen.matches.get(sha256, ()), *more.get(sha256, ()))
        for match, _ in incidents_of(ready, seen.page, seen.blocks, told):
            cards[f"{corpus}/{match.incident}"] = match
    return cards
