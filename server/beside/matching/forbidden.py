"""A seat belt inside Python, which also tells. Comes in: what a matcher tries. Goes out: a refusal, and its name.

The fences are the kernel's (seccomp, landlock); where a system has none, this hook still refuses what is done by
Python's own functions. Native code gets round it. A refused attempt is noted even if the matcher swallows the error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

OPEN_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
STARTS = "starts a process"
WRITES = "writes a file"
NETWORK = "opens a socket"
SIGNALS = "signals a process"
BY_EVENT = {
    **dict.fromkeys(
        ("os.fork", "os.forkpty", "os.posix_spawn", "os.exec", "os.spawn", "os.system", "subprocess.Popen"), STARTS
    ),
    **dict.fromkeys(("os.startfile", "_winapi.CreateProcess", "pty.spawn"), STARTS),
    **dict.fromkeys(("os.kill", "os.killpg"), SIGNALS),
    **dict.fromkeys(("socket.__new__", "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"), NETWORK),
    **dict.fromkeys(("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"), NETWORK),
}
ONE_PATH = frozenset(("os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod", "os.chown", "os.utime"))
ONE_PATH |= {"os.setxattr", "os.removexattr"}
TWO_PATHS = frozenset(("os.rename", "os.link"))
READ_ONLY = frozenset(("mode=ro", "mode=memory", "immutable=1"))


class Forbidden(PermissionError):
    """A matcher may not do this."""


class Belt:
    """What this process may do by Python's functions, and what it tried all the same."""

    def __init__(self) -> None:
        self.writable: tuple[str, ...] = ()
        self.address: tuple[str, int] | None = None
        self._tried: list[str] = []

    def fasten(self) -> None:
        """From now on, for good."""
        sys.addaudithook(self._seen)

    def tried(self) -> list[str]:
        """What was tried since this was last asked."""
        tried, self._tried = self._tried, []
        return sorted(set(tried))

    def allow_writing(self, folders: Iterable[str]) -> None:
        """Where files may be written: nowhere else."""
        self.writable = tuple(os.path.realpath(folder) + os.sep for folder in folders)

    def _seen(self, event: str, arguments: tuple[Any, ...]) -> None:
        if name := self._refused(event, arguments):
            self.note(name, event, arguments)
            raise Forbidden(f"a matcher that {name} is refused")

    def note(self, name: str, event: str, arguments: tuple[Any, ...]) -> None:
        """Remember what was tried; here its name alone, since the rest may hold words of a page."""
        self._tried.append(name)

    def _refused(self, event: str, arguments: tuple[Any, ...]) -> str:
        """What it is that is refused, if it is."""
        if event == "open":
            writes = isinstance(arguments[2], int) and bool(arguments[2] & OPEN_FOR_WRITING)
            return WRITES if writes and not self._writable(arguments[0]) else ""
        if name := BY_EVENT.get(event):
            return "" if name == NETWORK and self._reachable(event, arguments) else name
        return "" if all(map(self._writable, _paths(event, arguments))) else WRITES

    def _writable(self, path: Any) -> bool:
        if isinstance(path, int):
            return True  # a descriptor it already has
        try:
            real = os.path.realpath(os.fsdecode(path))
        except (TypeError, ValueError):
            return False
        return real == os.devnull or (real + os.sep).startswith(self.writable)

    def _reachable(self, event: str, arguments: tuple[Any, ...]) -> bool:
        if self.address is None:
            return False
        if event == "socket.connect":
            return tuple(arguments[1][:2]) == self.address
        # The library asks how to spell the address that it was given; no name is looked up.
        return event == "socket.__new__" or (event == "socket.getaddrinfo" and tuple(arguments[:2]) == self.address)


def _paths(event: str, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    """What an event makes, changes or takes away."""
    if event in ONE_PATH:
        return arguments[:1]
    if event in TWO_PATHS:
        return arguments[:2]
    if event == "os.symlink":
        return arguments[1:2]
    if event == "sqlite3.connect":
        stated = os.fsdecode(arguments[0])
        name, _, options = stated.removeprefix("file:").partition("?")
        if name in ("", ":memory:") or (stated.startswith("file:") and READ_ONLY.issuperset(options.split("&"))):
            return ()
        # Whether it is read as an address is not told here: it must be harmless as one, and as a file's name.
        return unquote(name), stated.removeprefix("file:")
    return ()
