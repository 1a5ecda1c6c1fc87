"""Which system calls a worker may make. Comes in: whether it may reach an address. Goes out: the kernel's own refusal.

Linux on x86-64 and arm64. No privilege is needed. Refused, with "not permitted": sockets, other processes (starting,
signalling, reading, tracing them, changing their priority), programs, namespaces, memory and queues of the whole
machine, attributes beside a file. Rights, owners and times of files, which Landlock leaves free, stay as they are, and
the caller is told that all went well: who copies a file asks for them. Threads may be started. What is not listed is
allowed.
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
PRETEND = 0x00050000  # no error, and nothing done
OWNS, SIGNALS, OWNS_EX = 8, 10, 15  # of fcntl: who is signalled when a pipe is written to, and by what
NUMBER, ARCH, FIRST, SECOND = 0, 4, 16, 24  # offsets in seccomp_data; of an argument its low half
CAPABILITIES_3, DAC_OVERRIDE, DAC_READ_SEARCH = 0x20080522, 1 << 1, 1 << 2
CLONE_THREAD, INET, INET6, STREAM, TYPE_MASK = 0x10000, 2, 10, 1, 0xF
LEAST_X32 = 0x40000000

Line = tuple[int, int, int, int]
Calls = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Machine:
    """A processor's name for itself, and its numbers of the calls we speak of."""

    arch: int
    refused: Calls
    pretended: Calls
    fcntl: int
    socket: int
    clone: int
    clone3: int
    kill: int
    tgkill: int
    prlimit: int


# fork vfork execve execveat ptrace tkill unshare setns process_vm_readv process_vm_writev io_uring_setup
# pidfd_send_signal pidfd_open pidfd_getfd rt_sigqueueinfo rt_tgsigqueueinfo bpf perf_event_open userfaultfd
_X86: Calls = (57, 58, 59, 322, 101, 200, 272, 308, 310, 311, 425, 424, 434, 438, 129, 297, 321, 298, 323)
_ARM: Calls = (221, 281, 117, 130, 97, 268, 270, 271, 425, 424, 434, 438, 138, 240, 280, 241, 282)
# setpriority ioprio_set sched_setparam sched_setscheduler sched_setaffinity sched_setattr
_X86 += (141, 251, 142, 144, 203, 314)
_ARM += (140, 30, 118, 119, 122, 274)
# setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr setxattrat removexattrat file_setattr
_X86 += (188, 189, 190, 197, 198, 199, 463, 466, 469)
_ARM += (5, 6, 7, 14, 15, 16, 463, 466, 469)
# shmget shmat shmctl semget semop semctl semtimedop msgget msgsnd msgrcv msgctl mq_open mq_unlink
_X86 += (29, 30, 31, 64, 65, 66, 220, 68, 69, 70, 71, 240, 241)
_ARM += (194, 196, 195, 190, 193, 191, 192, 186, 189, 188, 187, 180, 181)
# add_key request_key keyctl mount
_X86 += (248, 249, 250, 165)
_ARM += (217, 218, 219, 40)
# fchmod fchmodat fchmodat2 fchown fchownat utimensat; and the older chmod chown lchown utime utimes futimesat
_X86_PRETENDED = (91, 268, 452, 93, 260, 280, 90, 92, 94, 132, 235, 261)
_ARM_PRETENDED = (52, 53, 452, 55, 54, 88)
MACHINES = {
    "x86_64": Machine(0xC000003E, _X86, _X86_PRETENDED, 72, 41, 56, 435, 62, 234, 302),
    "aarch64": Machine(0xC00000B7, _ARM, _ARM_PRETENDED, 25, 198, 220, 435, 129, 131, 261),
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


def give_up_privileges() -> None:
    """Of what root may do, keep at most the reading and writing of others' files: Landlock says which."""
    if sys.platform == "linux":
        header = struct.pack("=Ii", CAPABILITIES_3, 0)
        for kept in (DAC_OVERRIDE | DAC_READ_SEARCH, DAC_READ_SEARCH, 0):  # more than it has is refused
            if ctypes.CDLL(None).capset(header, struct.pack("=6I", kept, kept, 0, 0, 0, 0)) == 0:
                return


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
    for number in machine.pretended:
        lines += _when(number, [(RETURN, 0, 0, PRETEND)])
    lines += _when(machine.fcntl, _no_signals())
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


def _no_signals() -> list[Line]:
    """A pipe signals nobody: before Landlock 6, it might end the host."""
    asked: list[Line] = [(EQUALS, 2, 0, OWNS), (EQUALS, 1, 0, SIGNALS), (EQUALS, 0, 1, OWNS_EX)]
    return [(LOAD, 0, 0, SECOND), *asked, (RETURN, 0, 0, REFUSE), (RETURN, 0, 0, ALLOW)]


def _stream() -> list[Line]:
    """Internet addresses by TCP alone: no datagram, no name service, no socket of this machine."""
    family: list[Line] = [(LOAD, 0, 0, FIRST), (EQUALS, 2, 0, INET), (EQUALS, 1, 0, INET6), (RETURN, 0, 0, REFUSE)]
    return [*family, (LOAD, 0, 0, SECOND), (AND, 0, 0, TYPE_MASK), (EQUALS, 0, 1, STREAM), *_either()]
