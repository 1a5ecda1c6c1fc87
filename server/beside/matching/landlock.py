"""Which files a worker may touch. Comes in: folders to read, folders to write, a port. Goes out: the kernel's refusal.

Linux 5.13 and newer, where Landlock is on. No privilege is needed, what is given up can't be had back, and fences add
up: a second one, with nothing to write, takes away what the first still allowed.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

CREATE, ADD, RESTRICT = 444, 445, 446  # the same on every processor we know numbers of
VERSION_ASKED, PATH_RULE, PORT_RULE = 1, 1, 2
PR_SET_NO_NEW_PRIVS = 38
WRITE_FILE, READ_FILE, READ_DIR, TRUNCATE = 1 << 1, 1 << 2, 1 << 3, 1 << 14
READING = READ_FILE | READ_DIR
OF_A_FILE = 1 | WRITE_FILE | READ_FILE | TRUNCATE | 1 << 15
CONNECT = 1 << 1
BITS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many rights to files each version of Landlock knows; later ones: 16
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


def landlock_version() -> int:
    """Which version this kernel has; 0: none."""
    return max(0, _call(CREATE, None, ctypes.c_size_t(0), ctypes.c_uint(VERSION_ASKED))) if _known() else 0


def fence_files(read: Iterable[str | Path], write: Iterable[str | Path], port: int | None = None) -> bool:
    """From now on read and write only there, and connect by TCP to that port alone. False where it can't be had."""
    version = landlock_version()
    rights = (1 << BITS.get(version, 16)) - 1
    return version > 0 and _fence(version, rights, [(READING, read), (rights, write)], port)


def fence_writing() -> bool:
    """From now on write nowhere."""
    version = landlock_version()
    return version > 0 and _fence(version, (1 << BITS.get(version, 16)) - 1 & ~READING & ~1, [], None, again=True)


def _fence(
    version: int, rights: int, rules: list[tuple[int, Iterable[str | Path]]], port: int | None, again: bool = False
) -> bool:
    net = 0 if version < 4 or again else 3  # bind and connect
    scoped = 0 if version < 6 or again else 3  # abstract sockets and signals
    header = struct.pack("=QQQ", rights, net, scoped)[: 8 if version < 4 else 16 if version < 6 else 24]
    ruleset = _call(CREATE, header, ctypes.c_size_t(len(header)), ctypes.c_uint(0))
    if ruleset < 0:
        return False
    try:
        for granted, paths in [*rules, (READING | WRITE_FILE | TRUNCATE | 1 << 15, DEVICES)]:
            for path in paths:
                _allow(ruleset, granted & rights, path)
        if port is not None and net:
            _call(ADD, ctypes.c_int(ruleset), ctypes.c_int(PORT_RULE), struct.pack("=QQ", CONNECT, port), 0)
        ctypes.CDLL(None).prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return _call(RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint(0)) == 0
    finally:
        os.close(ruleset)


def _allow(ruleset: int, rights: int, path: str | Path) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # what is not there need not be allowed
    try:
        granted = rights if os.path.isdir(path) else rights & OF_A_FILE
        if granted:
            rule = struct.pack("=Qi", granted, handle)
            _call(ADD, ctypes.c_int(ruleset), ctypes.c_int(PATH_RULE), rule, ctypes.c_uint(0))
    finally:
        os.close(handle)


def _known() -> bool:
    return sys.platform == "linux"


def _call(*arguments: object) -> int:
    return int(ctypes.CDLL(None, use_errno=True).syscall(*arguments))
