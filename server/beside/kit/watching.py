"""Sees what a matcher tries beyond its page, and stops it. Comes in: Python's audit events. Goes out: lines, by kind.

Python's own audit hook: it sees what goes through the interpreter, also what a matcher then swallows. Native code is
not seen; that is what the worker's limits are for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WRITES = "writes"
NETWORK = "network"
PROCESSES = "processes"
REACHES = (
    "socket.connect socket.bind socket.sendto socket.sendmsg socket.getaddrinfo socket.gethostbyname "
    "socket.gethostbyaddr urllib.Request ftplib.connect smtplib.connect"
).split()
STARTS = "subprocess.Popen os.system os.fork os.forkpty os.exec os.posix_spawn os.spawn os.startfile pty.spawn".split()
CHANGES = (
    "os.mkdir os.rename os.remove os.rmdir os.link os.symlink os.truncate os.chmod os.chown os.utime "
    "shutil.rmtree shutil.move shutil.copyfile sqlite3.connect"
).split()
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
IN_MEMORY = ("", ":memory:")


class Watch:
    """One hook for the life of the process; it looks only while a matcher's code runs."""

    def __init__(self) -> None:
        self._on = False
        self._phase, self._file = "", ""
        self._may_write: str | None = None
        self._tried: list[list[str]] = []
        self._hooked = False

    @contextmanager
    def phase(self, name: str, may_write: Path | None, file: str) -> Iterator[None]:
        """Watch the block. ``may_write``: the one folder it may write to; ``file``: the author's, for the line."""
        if not self._hooked:
            sys.addaudithook(self._hear)
            self._hooked = True
        self._phase, self._file = name, file
        self._may_write = None if may_write is None else str(may_write.resolve())
        self._on = True
        try:
            yield
        finally:
            self._on = False

    def take(self) -> list[list[str]]:
        """Everything tried since the last time: [kind, what, line]."""
        taken, self._tried = self._tried, []
        return taken

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._on:
            return
        kind = self._kind(event, arguments)
        if kind:
            self._on = False  # what is done here must not be heard again
            try:
                parts = [str(part) for part in arguments[:2] if isinstance(part, (str, bytes, tuple))]
                what = f"{' '.join([event, *parts]):.160} while it {self._phase}"
                self._tried.append([kind, what, self._line()])
            finally:
                self._on = True
            raise PermissionError(f"a matcher may not: {event}")

    def _kind(self, event: str, arguments: tuple[Any, ...]) -> str:
        if event in REACHES:
            return NETWORK
        if event in STARTS:
            return PROCESSES
        if event == "open" and not _writing(*arguments[:3]):
            return ""
        if event == "open" or event in CHANGES:
            return "" if all(self._allowed(path) for path in _paths(event, arguments)) else WRITES
        return ""

    def _allowed(self, path: str) -> bool:
        if path in (os.devnull, *IN_MEMORY):
            return True
        inside = self._may_write
        return inside is not None and f"{os.path.realpath(path)}{os.sep}".startswith(inside + os.sep)

    def _line(self) -> str:
        frame = sys._getframe()
        while frame is not None:
            if frame.f_code.co_filename == self._file:
                return f"{Path(self._file).name}:{frame.f_lineno}"
            frame = frame.f_back  # type: ignore[assignment]
        return ""


def _writing(path: Any, mode: Any, flags: Any) -> bool:
    if isinstance(path, int):
        return False
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & WRITING)


def _paths(event: str, arguments: tuple[Any, ...]) -> Iterator[str]:
    """The paths of an event: the first, and of a rename or a link the second too."""
    many = 2 if event in ("os.rename", "os.link", "shutil.move", "shutil.copyfile") else 1
    for path in arguments[:many] if event != "os.symlink" else arguments[1:2]:
        if isinstance(path, (str, bytes, os.PathLike)):
            name = os.fsdecode(path)
            if event == "sqlite3.connect" and ("mode=ro" in name or "mode=memory" in name):
                continue
            yield name.removeprefix("file:").partition("?")[0] if event == "sqlite3.connect" else name
