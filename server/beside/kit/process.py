"""The probe's process as the kit holds it. Comes in: a message, a deadline. Goes out: the answer, or why there is none.

Frames and groups as in the service's own workers; but what the matcher tries is told with its line, not only refused.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from typing import IO, Any

from ..matching import WorkerDied, WorkerTooSlow
from ..matching.frames import BadFrame, read_frame, write_frame

START_SECONDS = 60.0


class ProbeProcess:
    """One process at a time, started when it is first asked."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def ask(self, do: str, argument: Any, seconds: float) -> Any:
        """Send a message and wait that long. Raises WorkerDied, WorkerTooSlow."""
        process = self._process or self._start()
        try:
            write_frame(_open(process.stdin), {"do": do, "argument": argument})
            answer = self._inbox.get(timeout=seconds)
        except queue.Empty:
            self.close()
            raise WorkerTooSlow from None
        except OSError as error:
            self.close()
            raise WorkerDied from error
        if answer is None:
            self.close()
            raise WorkerDied
        return answer

    def close(self) -> None:
        """End the process and all it started."""
        process, self._process = self._process, None
        if process is None:
            return
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, 9)
        process.kill()
        process.wait()
        with contextlib.suppress(OSError):
            _open(process.stdin).close()

    def _start(self) -> subprocess.Popen[bytes]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("BESIDE_")}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "beside.kit.probe"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        self._inbox = queue.SimpleQueue()
        threading.Thread(target=_read, args=(_open(self._process.stdout), self._inbox), daemon=True).start()
        self.ask("ready", None, START_SECONDS)
        return self._process


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise WorkerDied
    return stream


def _read(stream: IO[bytes], inbox: queue.SimpleQueue[Any]) -> None:
    with stream:
        while True:
            try:
                answer = read_frame(stream)
            except (OSError, BadFrame, ValueError):
                answer = None
            inbox.put(answer)
            if answer is None:
                return
