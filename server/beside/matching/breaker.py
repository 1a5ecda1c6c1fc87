"""When a matcher is asked. Comes in: how it fared. Goes out: ask it; ask it aside, where nobody waits; leave it out.

A failure puts a matcher on probation: the next pages are shown to it aside, until it answers one. STRIKES failures, of
which every FORGIVEN good answers wipe out one, put it in quarantine; after a pause, each time twice as long, it is
tried aside again. Reasons are kept, and nothing is ever deleted.
"""

from __future__ import annotations

import enum
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

STRIKES = 3
FORGIVEN = 10
PAUSE_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 3600.0


class Turn(enum.Enum):
    """How a page is given to a matcher."""

    NOW = "now"
    ASIDE = "aside"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Told:
    """A state and a reason, as a reader may see them."""

    state: str = "ok"
    reason: str = ""


class Breaker:
    """The record of one matcher. Safe to use from many threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._strikes, self._good, self._pause = 0, 0, PAUSE_SECONDS
        self._probation, self._trying = False, False
        self._off_until: float | None = None
        self.told = Told()

    @property
    def quarantined(self) -> bool:
        """Whether it is left out until a trial went well."""
        return self._off_until is not None

    def turn(self) -> Turn:
        """How the next page is given to it. Whoever is told ASIDE must report what came of it, or ``spare`` it."""
        with self._lock:
            if not self._probation:
                return Turn.NOW
            if self._trying or (self._off_until is not None and self._clock() < self._off_until):
                return Turn.NEVER
            self._trying = True
            return Turn.ASIDE

    def spare(self) -> None:
        """The trial did not take place."""
        with self._lock:
            self._trying = False

    def good(self, remark: str = "") -> bool:
        """It answered well, but for a remark perhaps. True if that ended a quarantine."""
        with self._lock:
            ended, self._off_until = self._off_until is not None, None
            self._probation, self._trying, self.told = False, False, Told(reason=remark)
            self._good += 1
            if self._good >= FORGIVEN:
                self._good, self._strikes, self._pause = 0, max(0, self._strikes - 1), PAUSE_SECONDS
            return ended

    def strike(self, state: str, reason: str) -> bool:
        """It failed. True if that puts it in quarantine."""
        with self._lock:
            self._probation, self._trying, self._good = True, False, 0
            self._strikes += 1
            self.told = Told(state, reason)
            if self._strikes < STRIKES and self._off_until is None:
                return False
            self._quarantine(reason)
            return True

    def note(self, state: str, reason: str) -> None:
        """It may have failed, or another beside it: that is told, and not held against it."""
        with self._lock:
            self.told = Told(state, reason)

    def quarantine(self, reason: str) -> None:
        """Leave it out, as it was left out before this service was started."""
        with self._lock:
            self._probation = True
            self._quarantine(reason)

    def release(self) -> None:
        """The admin takes it back: it begins anew, with a trial aside."""
        with self._lock:
            self._strikes, self._good, self._pause, self._off_until = 0, 0, PAUSE_SECONDS, None
            self._probation, self.told = True, Told("failed", "released from quarantine, on trial")

    def _quarantine(self, reason: str) -> None:
        self._off_until = self._clock() + self._pause
        self._pause = min(LONGEST_PAUSE_SECONDS, self._pause * 2)
        self._strikes = 0
        self.told = Told("quarantined", reason)
