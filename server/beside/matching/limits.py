"""How much processor time a matcher has for a page. Comes in: milliseconds. Goes out: TooSlow, in the running matcher.

A timer signal (POSIX) that comes again until the matcher gives way; one that catches it every time is ended by the
host, by the clock on the wall. Windows has no such timer: there only the wall holds.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

AGAIN = 0.02


class TooSlow(BaseException):
    """The matcher used up its CPU time for this page. No Exception: who catches those does not catch this."""


@contextmanager
def cpu_limit(milliseconds: int) -> Iterator[None]:
    """Raise TooSlow inside the block once it has used that much CPU time."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, milliseconds / 1000, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
