"""Does the system refuse what a matcher must not do? Comes in: a file outside. Goes out: what was refused.

Asked of the C library, so that Python's own hook has no say: it is the kernel's answer that counts.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable

INET, STREAM = 2, 1


def _c() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _network(_path: str) -> bool:
    handle = int(_c().socket(INET, STREAM, 0))
    if handle >= 0:
        os.close(handle)
    return handle < 0


def _processes(_path: str) -> bool:
    child = int(_c().fork())
    if child == 0:
        os._exit(0)
    if child > 0:
        os.waitpid(child, 0)
    return child < 0


def _reading(path: str) -> bool:
    return _opened(path, os.O_RDONLY)


def _writing(path: str) -> bool:
    return _opened(path + ".tried", os.O_WRONLY | os.O_CREAT)


def _opened(path: str, flags: int) -> bool:
    handle = int(_c().open(os.fsencode(path), flags, 0o600))
    if handle >= 0:
        os.close(handle)
    return handle < 0


def _memory(_path: str) -> bool:
    try:
        bytearray(1 << 40)
    except MemoryError:
        return True
    return False


def _guarded(attempt: Callable[[str], bool]) -> Callable[[str], bool]:
    def tried(path: str) -> bool:
        try:
            return attempt(path)
        except (AttributeError, OSError, TypeError):
            return False  # no such call here: nothing that could refuse it was seen

    return tried


TRIES = {
    name: _guarded(attempt)
    for name, attempt in {
        "network": _network,
        "processes": _processes,
        "reading": _reading,
        "writing": _writing,
        "memory": _memory,
    }.items()
}
