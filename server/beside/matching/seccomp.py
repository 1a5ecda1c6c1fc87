"""Which system calls a worker may make. Comes in: whether it may reach an address. Goes out: the kernel's own refusal.

Linux on x86-64 and arm64. No privilege is needed. Refused, with "not permitted": sockets, other processes (starting,
signalling, reading, tracing them), programs, namespaces. Threads may be started. What is not listed is allowed.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from dataclasses import dataclass

PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, FILTER_MODE = 22, 38, 2
LOAD, EQUALS, AT_LEAST, HAS_BITS, RETURN, AND = 0x20, 0x15, 0x35, 0x45, 0x06, 0x54
ALLOW, REFUSE, UNKNOWN = 0x7FFF0000, 0x00050001, 0x00050026  # EPERM, and ENOSYS: libc then asks for clone
NUMBER, ARCH, FIRST, SECOND = 0, 4, 16, 24  # offsets in seccomp_data; of an argument its low half
CLONE_THREAD, INET, INET6, STREAM, TYPE_MASK = 0x10000, 2, 10, 1, 0xF
LEAST_X32 = 0x40000000

Line = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Machine:
    """A processor's name for itself, and its numbers of the calls we speak of."""

    arch: int
    refused: tuple[int, ...]
    socket: int
    clone: int
    clone3: int
    kill: int
    tgkill: int
    prlimit: int


# fork vfork execve execveat ptrace tkill unshare setns process_vm_readv process_vm_writev io_uring_setup
# pidfd_send_signal pidfd_open pidfd_getfd rt_sigqueueinfo rt_tgsigqueueinfo bpf perf_event_open userfaultfd keyctl
# mount
_X86 = (57, 58, 59, 322, 101, 200, 272, 308, 310, 311, 425, 424, 434, 438, 129, 297, 321, 298, 323, 250, 165)
_ARM = (221, 281, 117, 130, 97, 268, 270, 271, 425, 424, 434, 438, 138, 240, 280, 241, 282, 219, 40)
MACHINES = {
    "x86_64": Machine(0xC000003E, _X86, 41, 56, 435, 62, 234, 302),
    "aarch64": Machine(0xC00000B7, _ARM, 198, 220, 435, 129, 131, 261),
}


def forbid_calls(reaches_network: bool) -> bool:
    """Put the filter on this process, for good. False where the system has none, or it was refused."""
    machine = MACHINES.get(platform.machine()) if sys.platform == "linux" and sys.maxsize > 2**32 else None
    if machine is None:
        return False
    lines = program(machine, os.getpid(), reaches_network)
    body = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in lines))
    header = ctypes.create_string_buffer(struct.pack("@HP", len(lines), ctypes.addressof(body)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return int(libc.prctl(PR_SET_SECCOMP, FILTER_MODE, ctypes.c_void_p(ctypes.addressof(header)), 0, 0)) == 0


def program(machine: Machine, pid: int, reaches_network: bool) -> list[Line]:
    """The filter's lines: (code, lines to skip if true, lines to skip if false, value)."""
    lines: list[Line] = [
        (LOAD, 0, 0, ARCH),
        (EQUALS, 1, 0, machine.arch),
        (RETURN, 0, 0, REFUSE),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, LEAST_X32),
        (RETURN, 0, 0, REFUSE),
    ]
    for number in machine.refused:
        lines += _when(number, [(RETURN, 0, 0, REFUSE)])
    lines += _when(machine.clone3, [(RETURN, 0, 0, UNKNOWN)])
    lines += _when(machine.clone, [(LOAD, 0, 0, FIRST), (HAS_BITS, 0, 1, CLONE_THREAD), *_either()])
    for number in (machine.kill, machine.tgkill):
        lines += _when(number, [(LOAD, 0, 0, FIRST), (EQUALS, 0, 1, pid), *_either()])
    lines += _when(machine.prlimit, [(LOAD, 0, 0, FIRST), (EQUALS, 1, 0, 0), (EQUALS, 0, 1, pid), *_either()])
    lines += _when(machine.socket, _stream() if reaches_network else [(RETURN, 0, 0, REFUSE)])
    return [*lines, (RETURN, 0, 0, ALLOW)]


def _when(number: int, then: list[Line]) -> list[Line]:
    return [(EQUALS, 0, len(then), number), *then]


def _either() -> list[Line]:
    return [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, REFUSE)]


def _stream() -> list[Line]:
    """Internet addresses by TCP alone: no datagram, no name service, no socket of this machine."""
    family: list[Line] = [(LOAD, 0, 0, FIRST), (EQUALS, 2, 0, INET), (EQUALS, 1, 0, INET6), (RETURN, 0, 0, REFUSE)]
    return [*family, (LOAD, 0, 0, SECOND), (AND, 0, 0, TYPE_MASK), (EQUALS, 0, 1, STREAM), *_either()]
