"""Writing to a worker without waiting for it. Comes in: its stdin, frames. Goes out: what the pipe takes at once.

A worker that does not read must hold up nobody: what its pipe does not take at once is written by a thread of its own,
which ends with the pipe. Windows' pipes cannot be asked not to wait; there such a thread writes every frame.
"""

from __future__ import annotations

import contextlib
import os
import select
import threading
from typing import IO

POLL_MS = 1000


class Sender:
    """One end of a pipe. One frame at a time is under way: the caller sees to that."""

    def __init__(self, stream: IO[bytes] | None) -> None:
        self._stream = stream
        self._lock = threading.Lock()  # a number that was closed may be another file's
        self._patient = stream is None or not hasattr(select, "poll")
        if stream is not None and not self._patient:
            os.set_blocking(stream.fileno(), False)

    def send(self, frame: bytes) -> None:
        """Write what the pipe takes now, and have the rest written."""
        rest = frame if self._patient else self._written(frame)
        if rest:
            threading.Thread(target=self._send_slowly, args=(rest,), daemon=True).start()

    def close(self) -> None:
        """Write no more. The process has ended, or will for lack of messages."""
        with self._lock, contextlib.suppress(OSError):
            if self._stream is not None:
                self._stream.close()
                self._stream = None

    def _written(self, frame: bytes) -> bytes:
        """What could not be written yet; nothing once the pipe is broken: who listens notices that."""
        with self._lock:
            if self._stream is None:
                return b""
            try:
                return frame[os.write(self._stream.fileno(), frame) :]
            except BlockingIOError:
                return frame
            except OSError:
                return b""

    def _send_slowly(self, rest: bytes) -> None:
        if self._patient:
            with contextlib.suppress(OSError, ValueError):
                if (stream := self._stream) is not None:
                    stream.write(rest)
                    stream.flush()
            return
        while rest and (stream := self._stream) is not None:
            poll = select.poll()
            with contextlib.suppress(OSError, ValueError):
                poll.register(stream, select.POLLOUT)
                poll.poll(POLL_MS)
            rest = self._written(rest)
