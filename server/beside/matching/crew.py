"""One worker at a time, replaced when it ends or when releases change. Comes in: releases. Goes out: a worker to ask.

The one before answers until the next is ready, and for a moment longer: a page that was begun with it is finished.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence

from ..model import Release
from .discovery import MatcherSpec
from .process import WorkerBusy, WorkerDied, WorkerTooSlow
from .setting_up import Places, Workbench, raise_worker

GRACE_SECONDS = 15.0
PAUSE_SECONDS = 1.0  # before a stranger's worker is started again: that holds up whoever reads just then


class Crew:
    """The workers of a bench. Safe to use from many threads. ``failed`` is told when none could be raised."""

    def __init__(self, specs: Sequence[MatcherSpec], places: Places, failed: Callable[[Exception], None]) -> None:
        self._specs, self._places, self._failed = tuple(specs), places, failed
        self._releases: tuple[Release, ...] = ()
        self._live: Workbench | None = None
        self._known: Workbench | None = None
        self._older: list[Workbench] = []
        self._guard = threading.Lock()
        self._raising = threading.Lock()
        self._slow, self._resting = False, False
        self._not_before = 0.0
        self.closed = False

    @property
    def known(self) -> Workbench | None:
        """The worker that answers, or the last that did: for what its matchers say of themselves."""
        return self._known

    def prepare(self, releases: Iterable[Release], gate: threading.Event, done: Callable[[], None]) -> None:
        """Raise a worker for exactly these releases, say so, and put it to work once ``gate`` is open.

        A crew that rests stays at rest: it is raised for them when it is asked for.
        """
        with self._raising:
            releases = tuple(releases)
            fresh = None if self._resting else self._raised(releases)
            done()
            gate.wait()
            self._releases = releases
            self._put_to_work(fresh)

    def worker(self, shas: Iterable[str], patience: float) -> Workbench | None:
        """Who holds these releases ready; waited for so long where a worker has ended. None: nobody, yet."""
        shas = set(shas)
        with self._guard:
            standing = [w for w in (self._live, *reversed(self._older)) if w is not None and w.process.running]
        for worker in standing:
            if shas <= set(worker.ready):
                return worker
        if standing and standing[0] is self._live:
            return standing[0]
        if patience:
            return self._replaced(patience)
        self._replace_aside()
        return None

    def lost(self, worker: Workbench, slow: bool = False) -> bool:
        """A worker ended: another is raised aside. False if we ended it ourselves: it is not to blame.

        ``slow``: it did not come to an end; the next one lets others go first, until it is renewed.
        """
        with self._guard:
            if self.closed or worker.dismissed:
                return False
            self._slow |= slow
            if any(spec.alone for spec in self._specs):
                self._not_before = time.monotonic() + PAUSE_SECONDS
            if self._live is worker:
                self._live = None
        self._replace_aside()
        return True

    def rest(self) -> None:
        """End every worker, and raise none until ``wake``: who is left out takes nothing of the machine."""
        with self._guard:
            self._resting = True
            workers = [worker for worker in (self._live, *self._older) if worker]
            self._live, self._older = None, []
        for worker in workers:
            self._end(worker)

    def wake(self) -> None:
        """From now on a worker is raised again where one is asked for."""
        with self._guard:
            self._resting = False

    def renew(self, worker: Workbench) -> None:
        """Raise another in the place of this one, aside; it answers until then."""
        threading.Thread(target=self._renewed, args=(worker,), daemon=True).start()

    @property
    def running(self) -> int:
        """How many processes there are."""
        with self._guard:
            return sum(1 for worker in (self._live, *self._older) if worker and worker.process.running)

    def close(self) -> None:
        """End every worker, for good."""
        with self._guard:
            self.closed = True
            workers = [worker for worker in (self._live, *self._older) if worker]
        for worker in workers:
            self._end(worker)

    def let_go(self) -> None:
        """The same, once what was begun is done."""
        timer = threading.Timer(GRACE_SECONDS, self.close)
        timer.daemon = True
        timer.start()

    def _replace_aside(self) -> None:
        if not self.closed and not self._resting and not self._raising.locked():
            threading.Thread(target=self._replaced, args=(0.0,), daemon=True).start()

    def _replaced(self, patience: float) -> Workbench | None:
        if not self._raising.acquire(timeout=max(0.0, patience)):
            return None
        try:
            time.sleep(max(0.0, self._not_before - time.monotonic()))
            if not self._resting and (self._live is None or not self._live.process.running):
                self._put_to_work(self._raised(self._releases))
            return self._live
        finally:
            self._raising.release()

    def _renewed(self, worker: Workbench) -> None:
        with self._raising:
            self._slow = False
            if self._live is worker and (fresh := self._raised(self._releases)):
                self._put_to_work(fresh)

    def _raised(self, releases: Iterable[Release]) -> Workbench | None:
        if self.closed:
            return None
        try:
            made = raise_worker(self._specs, releases, self._places, self._slow)
            if made.ready and not any(made.ready.values()) and all(spec.alone for spec in self._specs):
                self._end(made)  # refused: it is never asked, and what it started may go on
            return made
        except (WorkerDied, WorkerTooSlow, WorkerBusy) as error:
            if not self.closed:
                self._failed(error)
            return None

    def _put_to_work(self, fresh: Workbench | None) -> None:
        with self._guard:
            over = self.closed or self._resting
            before, self._live = self._live, None if over else fresh
            self._known = fresh or self._known
            if before:
                self._older.append(before)
        if over and fresh:
            self._end(fresh)
        if before:
            timer = threading.Timer(GRACE_SECONDS, self._dismiss, (before,))
            timer.daemon = True
            timer.start()

    def _dismiss(self, worker: Workbench) -> None:
        with self._guard:
            self._older = [older for older in self._older if older is not worker]
        self._end(worker)

    @staticmethod
    def _end(worker: Workbench) -> None:
        worker.dismissed = True
        worker.process.kill()
