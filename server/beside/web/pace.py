"""How often something may be tried. Comes in: tries. Goes out: nothing, or TooManyTries with when to come back."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from math import ceil

TRIES = 10
MINUTE = 60.0


class TooManyTries(Exception):
    """It was tried too often; try again in ``seconds``."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too many tries")
        self.seconds = seconds


class Pace:
    """So many tries a minute, whoever tries; safe to call from many threads."""

    def __init__(self, tries: int = TRIES, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._taken: deque[float] = deque(maxlen=tries)

    def take(self) -> None:
        """One try. Raises TooManyTries; a try that is refused does not count."""
        with self._lock:
            now = self._clock()
            if len(self._taken) == self._taken.maxlen and now - self._taken[0] < MINUTE:
                raise TooManyTries(ceil(MINUTE - (now - self._taken[0])))
            self._taken.append(now)
