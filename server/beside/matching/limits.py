"""What a worker may use. Comes in: limits. Goes out: a process that keeps to them, as far as the system can.

Soft: CPU time, by a timer signal that raises in the running matcher (POSIX). Hard: the host kills the process.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

try:
    import resource
except ImportError:  # Windows has no rlimits; the host's kill still holds
    resource = None  # type: ignore[assignment]


class TooSlow(Exception):
    """The matcher used up its CPU time for this page."""


@contextmanager
def cpu_limit(milliseconds: int) -> Iterator[None]:
    """Raise TooSlow inside the block once it has used that much CPU time."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlow(f"over {milliseconds} ms of CPU time")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, milliseconds / 1000)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def confine(memory_mb: int) -> None:
    """Cap this process's memory and leave no core dump, which would hold page text."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    memory = memory_mb * 1024 * 1024
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most == resource.RLIM_INFINITY or memory < most:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
