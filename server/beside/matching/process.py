"""A worker process as the host holds it. Comes in: messages and deadlines. Goes out: each answer, or why not.

Any thread may ask; messages are answered one after the other. The deadline of a message is wall-clock and begins when
the worker gets it: past it the process is killed, with all that it started. A process that ended is not started again:
whoever held it starts another. Who asks writes the message itself, without ever waiting for the worker to read it; one
thread listens. So a page costs one change of threads, not two.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import Any

from .ending import LAST_WORDS_SECONDS, ended, in_words
from .frames import BadFrame, as_frame, read_frame
from .sending import Sender

START_SECONDS = 60.0
WHOLE_ANSWER = 1 << 16  # bytes that are read at once
LOWER = 10  # of the priorities 0 to 19: a tenth of the processor where others want it, all where nobody does
KEPT_VARIABLES = ("PATH", "PYTHONPATH", "PYTHONHOME", "SYSTEMROOT", "LANG", "LC_ALL", "TZ", "VIRTUAL_ENV")
WORKER = "beside.matching.worker"


class WorkerDied(Exception):
    """The process ended or wrote garbage before it answered; the message says how."""


class WorkerTooSlow(Exception):
    """The process was killed at its deadline."""


class WorkerBusy(Exception):
    """The worker was busy with other messages, or ended, before this one reached it."""


class Call:
    """One message on its way, and then its answer. One thread waits for it."""

    __slots__ = ("_lock", "answer", "finished", "frame", "given_up", "seconds", "started")

    def __init__(self, frame: bytes, seconds: float) -> None:
        self.frame, self.seconds = frame, seconds
        self.started: float | None = None
        self.answer: Any = None
        self.given_up = False
        self.finished = threading.Lock()  # held until it is finished: a lock costs half of what an Event does
        self.finished.acquire()
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
        self.finished.release()


class WorkerProcess:
    """One process, started at once. Safe to ask from many threads."""

    def __init__(self, module: str = WORKER) -> None:
        environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 (a module of ours)
            [sys.executable, "-P", "-m", module],
            bufsize=WHOLE_ANSWER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a matcher's prints may hold page text
            env=environment,
            # Ctrl-C in the terminal is the host's to handle; and a worker's children die with its group.
            start_new_session=True,
        )
        self.running = True
        self._ending, self._ended = threading.Lock(), False
        self._sender = Sender(self._process.stdin)
        self._turns = threading.Lock()
        self._current: Call | None = None
        self._waiting: deque[Call] = deque()
        self._epitaph: WorkerDied | WorkerTooSlow | None = None
        self._overdue = False
        threading.Thread(target=self._listen, daemon=True).start()

    def submit(self, message: Any, seconds: float) -> Call:
        """Give it a message, or put it in the queue; once the worker has it, it has so long to answer."""
        call = Call(as_frame(message), seconds)
        with self._turns:
            if not self.running or self._epitaph:
                self.running = False
                call.finish(self._epitaph or WorkerBusy())
                self._epitaph = None  # told once: it ended once
            elif self._current is None:
                self._hand_over(call)
            else:
                self._waiting.append(call)
        return call

    def wait(self, call: Call, patience: float) -> Any:
        """The answer. Raises WorkerDied, WorkerTooSlow; WorkerBusy if it was not even begun within ``patience``."""
        until = time.monotonic() + patience
        timeout = min(patience, call.seconds)
        while not call.finished.acquire(timeout=max(0.0, timeout)):
            now = time.monotonic()
            if call.started is not None:
                timeout = call.started + call.seconds - now
                if timeout <= 0:
                    self._overdue = True
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

    def refuse_waiting(self) -> None:
        """Have nobody wait any longer for a turn: whoever is not begun gets WorkerBusy."""
        with self._turns:
            waiting, self._waiting = self._waiting, deque()
        for call in waiting:
            if call.give_up():
                call.finish(WorkerBusy())

    def step_back(self) -> None:
        """From now on others go first. An ordinary user cannot undo it."""
        with self._ending, contextlib.suppress(OSError):
            if self.running and hasattr(os, "setpriority"):
                os.setpriority(os.PRIO_PGRP, self._process.pid, LOWER)
                # Where Linux shares out the processor by sessions, each has a priority of its own.
                Path(f"/proc/{self._process.pid}/autogroup").write_text(str(LOWER), "ascii")

    def kill(self) -> None:
        """End the process and all it started, at once."""
        self.running = False
        self._end()
        self.refuse_waiting()

    def _end(self) -> None:
        with self._ending:
            if self._ended:
                return
            self._ended = True
            # Before it is waited for: until then its number, which is its group's too, is nobody else's.
            if hasattr(os, "killpg"):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._process.pid, 9)
            self._process.kill()
            self._process.wait()

    def _hand_over(self, call: Call) -> None:
        """Let the worker have it; ``_turns`` is held."""
        if call.begin():
            self._current = call
            self._sender.send(call.frame)

    def _listen(self) -> None:
        error = self._heard()
        told = self._obituary(error)
        died = WorkerTooSlow() if self._overdue else WorkerDied(told)  # whose turn came just then hears the same
        with self._turns:
            call, self._current = self._current, None
            self._epitaph = None if call else died  # where nobody waited for it, who asks next is told
        self._sender.close()
        if call:
            self.kill()
            call.finish(died)
        self.refuse_waiting()

    def _heard(self) -> Exception | None:
        """Hear every answer, to the end of the stream; what was wrong with it, if anything was."""
        stream = self._process.stdout
        if stream is None:
            return None
        try:
            with stream:
                while (answer := read_frame(stream)) is not None:
                    self._answered(answer)
        except (OSError, BadFrame, ValueError) as error:
            return error
        return None

    def _answered(self, answer: Any) -> None:
        """Hand the answer to who waits for it, and the next message to the worker. Raises BadFrame."""
        with self._turns:
            call, self._current = self._current, None
            while self._waiting and self._current is None:
                self._hand_over(self._waiting.popleft())
        if call is None:
            raise BadFrame("an answer that nobody asked for")
        call.finish(answer)

    def _obituary(self, error: Exception | None) -> str:
        """How the process ended; if it has not, it wrote what is no answer."""
        if isinstance(error, BadFrame):
            self._end()
            return f"wrote what is no answer: {error}"
        alone = not ended(self._process, LAST_WORDS_SECONDS)
        # Its group first, while its number is still its own; then how it ended can be asked.
        self._end()
        return "closed its side of the pipe" if alone else in_words(self._process.returncode)
