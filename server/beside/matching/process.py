"""A worker process as the host holds it. Comes in: messages and deadlines. Goes out: each answer, or why not.

Any thread may ask; messages are answered one after the other. The deadline of a message is wall-clock and begins when
the worker gets it: past it the process is killed, with all that it started. A process that ended is not started again:
whoever held it starts another.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from typing import Any

from .frames import BadFrame, read_frame, write_frame

START_SECONDS = 60.0
LAST_WORDS_SECONDS = 1.0
KEPT_VARIABLES = ("PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV")


class WorkerDied(Exception):
    """The process ended or wrote garbage before it answered; the message says how."""


class WorkerTooSlow(Exception):
    """The process was killed at its deadline."""


class WorkerBusy(Exception):
    """The worker was busy with other messages, or ended, before this one reached it."""


class Call:
    """One message on its way, and then its answer."""

    __slots__ = ("_lock", "answer", "finished", "given_up", "message", "seconds", "started")

    def __init__(self, message: Any, seconds: float) -> None:
        self.message, self.seconds = message, seconds
        self.started: float | None = None
        self.answer: Any = None
        self.given_up = False
        self.finished = threading.Event()
        self._lock = threading.Lock()

    def begin(self) -> bool:
        """Its turn has come; False if nobody waits any more."""
        with self._lock:
            if not self.given_up:
                self.started = time.monotonic()
        return not self.given_up

    def give_up(self) -> bool:
        """Wait no longer; False if its turn has come just now."""
        with self._lock:
            self.given_up = self.started is None
        return self.given_up

    def finish(self, answer: Any) -> None:
        """The answer, or the exception that stands for it."""
        self.answer = answer
        self.finished.set()


class WorkerProcess:
    """One process, started at once. Safe to ask from many threads."""

    def __init__(self) -> None:
        environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "beside.matching.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a matcher's prints may hold page text
            env=environment,
            # Ctrl-C in the terminal is the host's to handle; and a worker's children die with its group.
            start_new_session=True,
        )
        self.running = True
        self._ending = threading.Lock()
        self._calls: queue.SimpleQueue[Call | None] = queue.SimpleQueue()
        threading.Thread(target=self._pump, daemon=True).start()

    def submit(self, message: Any, seconds: float) -> Call:
        """Put a message in the queue; once the worker has it, it has so long to answer."""
        call = Call(message, seconds)
        self._calls.put(call)
        if not self.running:
            self._refuse_waiting()
        return call

    def wait(self, call: Call, patience: float) -> Any:
        """The answer. Raises WorkerDied, WorkerTooSlow; WorkerBusy if it was not even begun within ``patience``."""
        until = time.monotonic() + patience
        timeout = min(patience, call.seconds)
        while not call.finished.wait(max(0.0, timeout)):
            now = time.monotonic()
            if call.started is not None:
                timeout = call.started + call.seconds - now
                if timeout <= 0:
                    self.kill()
                    raise WorkerTooSlow
            elif now < until:
                timeout = min(until - now, call.seconds)
            elif call.give_up():
                raise WorkerBusy
        if isinstance(call.answer, Exception):
            raise call.answer
        return call.answer

    def ask(self, message: Any, seconds: float) -> Any:
        """Send a message and wait for its answer. Raises as ``wait``."""
        return self.wait(self.submit(message, seconds), seconds)

    def kill(self) -> None:
        """End the process and all it started, at once."""
        with self._ending:
            if not self.running:
                return
            self.running = False
            # Before it is waited for: until then its number, which is its group's too, is nobody else's.
            if hasattr(os, "killpg"):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, 9)
            self._process.kill()
            self._process.wait()
        self._calls.put(None)

    def _pump(self) -> None:
        # A thread of its own: neither a worker that does not read nor one that does not write can hold up the host.
        process = self._process
        if process.stdin is None or process.stdout is None:
            return
        with contextlib.suppress(OSError), process.stdin, process.stdout:
            while (call := self._calls.get()) is not None:
                if not call.begin():
                    continue
                try:
                    write_frame(process.stdin, call.message)
                    answer = read_frame(process.stdout)
                except (OSError, BadFrame, ValueError) as error:
                    call.finish(self._obituary(error))
                    break
                if answer is None:
                    call.finish(self._obituary(None))
                    break
                call.finish(answer)
        self.kill()
        self._refuse_waiting()

    def _refuse_waiting(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                if call := self._calls.get_nowait():
                    call.finish(WorkerBusy())

    def _obituary(self, error: Exception | None) -> WorkerDied:
        """How the process ended; if it has not, it wrote what is no answer."""
        if isinstance(error, BadFrame):
            return WorkerDied(f"wrote what is no answer: {error}")
        if not _ended(self._process):
            return WorkerDied("closed its side of the pipe")
        # Its group first, while its number is still its own; then how it ended can be asked.
        self.kill()
        return WorkerDied(_ending(self._process.returncode))


def _ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether it ends within the moment that this takes; a process that ended is not yet taken from the list."""
    if not hasattr(os, "waitid"):
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(LAST_WORDS_SECONDS)
        return process.returncode is not None
    until = time.monotonic() + LAST_WORDS_SECONDS
    while time.monotonic() < until:
        with contextlib.suppress(ChildProcessError):
            if os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
                time.sleep(0.005)
                continue
        return True
    return False


def _ending(code: int) -> str:
    if code >= 0:
        return f"its process ended with exit code {code}"
    try:
        return f"its process was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"its process was ended by signal {-code}"
