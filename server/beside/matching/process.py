"""A worker process as the host holds it. Comes in: a message and a deadline. Goes out: its answer, or why not.

The deadline is wall-clock; past it the process is killed, and the next message starts another.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from typing import Any

from .frames import BadFrame, read_frame, write_frame

START_SECONDS = 60.0
KEPT_VARIABLES = ("PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV")


class WorkerDied(Exception):
    """The process ended or wrote garbage before it answered."""


class WorkerTooSlow(Exception):
    """The process was killed at its deadline."""


class WorkerProcess:
    """One process at a time; one message at a time. Not thread-safe: the shelf holds the lock."""

    def __init__(self, memory_mb: int) -> None:
        self._memory_mb = memory_mb
        self._process: subprocess.Popen[bytes] | None = None
        self._outbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()

    @property
    def running(self) -> bool:
        """Whether there is a live process."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start a process and wait until it is ready. Raises WorkerDied, WorkerTooSlow."""
        environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "beside.matching.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a matcher's prints may hold page text
            env=environment,
            # Ctrl-C in the terminal is the host's to handle; and a worker's children die with its group.
            start_new_session=True,
        )
        self._outbox, self._inbox = queue.SimpleQueue(), queue.SimpleQueue()
        threading.Thread(target=_pump, args=(self._process, self._outbox, self._inbox), daemon=True).start()
        self.ask({"memory_mb": self._memory_mb}, START_SECONDS)

    def ask(self, message: Any, seconds: float) -> Any:
        """Send a message and wait that long for its answer. Raises WorkerDied, WorkerTooSlow."""
        self._outbox.put(message)
        try:
            answer = self._inbox.get(timeout=seconds)
        except queue.Empty:
            self.kill()
            raise WorkerTooSlow from None
        if isinstance(answer, Exception):
            self.kill()
            raise WorkerDied from answer
        return answer

    def kill(self) -> None:
        """End the process and all it started, at once."""
        process, self._process = self._process, None
        if process is None:
            return
        self._outbox.put(None)
        _kill_group(process)
        process.wait()


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
    process.kill()


def _pump(process: subprocess.Popen[bytes], outbox: queue.SimpleQueue[Any], inbox: queue.SimpleQueue[Any]) -> None:
    # A thread of its own: neither a worker that does not read nor one that does not write can hold up the host.
    if process.stdin is None or process.stdout is None:
        return
    with process.stdin, process.stdout:
        while (message := outbox.get()) is not None:
            try:
                write_frame(process.stdin, message)
                answer = read_frame(process.stdout)
            except (OSError, BadFrame, ValueError) as error:
                inbox.put(error)
                return
            inbox.put(EOFError() if answer is None else answer)
