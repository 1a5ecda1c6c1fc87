"""Pairing: Connect in the extension, Allow on our page, one token. Comes in: hashes, secrets. Goes out: stages.

The address shows only the hash of the extension's secret; the secret itself comes once, to be redeemed. In memory only.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from .pace import Pace

WAITS = 600.0
LASTS = 120.0
REMEMBERED = 64


class Stage(Enum):
    """Where a pairing stands."""

    UNKNOWN = "unknown"
    WAITING = "waiting"
    ALLOWED = "allowed"
    DONE = "done"
    OVER = "over"


@dataclass(slots=True)
class _Pair:
    stage: Stage
    until: float


def digits(hash_: str) -> str:
    """The six digits that the panel shows too, so that a person sees that both mean one pairing."""
    return f"{int(hash_[:8], 16) % 1_000_000:06d}"


class Pairings:
    """The pairings of this run, at most REMEMBERED of them; safe to call from many threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._pairs: OrderedDict[str, _Pair] = OrderedDict()
        self._failures = Pace(clock=clock)

    def open(self, hash_: str) -> Stage:
        """The page of a pairing is shown: from now on it may be allowed."""
        with self._lock:
            if hash_ not in self._pairs:
                self._pairs[hash_] = _Pair(Stage.WAITING, self._clock() + WAITS)
                while len(self._pairs) > REMEMBERED:
                    self._pairs.popitem(last=False)
            return self._stage(hash_)

    def decide(self, hash_: str, allow: bool) -> Stage:
        """The person pressed Allow (or not); only what waits can be allowed."""
        with self._lock:
            if self._stage(hash_) is Stage.WAITING:
                self._pairs[hash_] = _Pair(Stage.ALLOWED if allow else Stage.OVER, self._clock() + LASTS)
            return self._stage(hash_)

    def redeem(self, secret: str) -> Stage:
        """One try. ALLOWED is answered once: then the pairing is done. Raises TooManyTries."""
        hash_ = sha256(secret.encode()).hexdigest()
        with self._lock:
            stage = self._stage(hash_)
            if stage is Stage.UNKNOWN:
                self._failures.take()
            elif stage is Stage.ALLOWED:
                self._pairs[hash_].stage = Stage.DONE
            return stage

    def _stage(self, hash_: str) -> Stage:
        pair = self._pairs.get(hash_)
        if pair is None:
            return Stage.UNKNOWN
        if pair.stage in (Stage.WAITING, Stage.ALLOWED) and self._clock() > pair.until:
            pair.stage = Stage.OVER
        return pair.stage
