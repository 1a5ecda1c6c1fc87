"""What a worker gives up before a stranger's code is read. Comes in: limits and places. Goes out: which fences stand.

Raised in two steps: ``confine`` before anything is imported, ``seal`` once the matchers are prepared. Everything works
without a privilege, and for root too; what a system does not have is left out and told by its absence in the answer.
"""

from __future__ import annotations

import importlib.util
import os
import site
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .forbidden import Belt
from .landlock import fence_files, fence_writing, landlock_version
from .seccomp import forbid_calls, give_up_privileges

try:
    import resource
except ImportError:  # Windows has no rlimits; the host's kill still holds
    resource = None  # type: ignore[assignment]

MOST_OPEN = 256
MOST_WRITTEN = 4 * 1024**3  # bytes of one file in the cache
SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/etc", "/nix/store", "/sys/devices/system")
PROC = ("/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/filesystems")


def confine(message: Mapping[str, Any], belt: Belt) -> dict[str, bool]:
    """Give up the network, other processes, other files, more memory. Says what the kernel took."""
    address, without = message.get("address"), set(message.get("without", ()))
    rlimits = resource is not None and _cap(message["memory_mb"])
    read = [*SYSTEM, *PROC, *code_folders(), *message["read"], *(_package(where) for where in message["code"])]
    belt.address = tuple(address) if address else None
    belt.allow_writing(message["write"])
    # In this order: the filter would refuse nothing that landlock needs, but says so of what it does not know.
    files = "landlock" not in without and fence_files(filter(None, read), message["write"], address and address[1])
    give_up_privileges()
    calls = "seccomp" not in without and forbid_calls(bool(address))
    if not calls:
        _no_more_processes()
    belt.fasten()
    return {"rlimits": rlimits, "files": files, "calls": calls, "ports": files and landlock_version() >= 4}


def seal(belt: Belt, without: Iterable[str] = ()) -> None:
    """From now on nothing is written any more."""
    belt.allow_writing(())
    if "landlock" not in without:
        fence_writing()
    if resource is not None:
        _limit("RLIMIT_FSIZE", 0)


def code_folders() -> list[str]:
    """Where Python and what is installed lie: what any import may need."""
    here = Path(__file__).resolve()
    installed = [*sys.path, *site.getsitepackages(), sys.prefix, sys.base_prefix, sys.exec_prefix]
    named = [os.path.abspath(folder) for folder in installed if folder]
    shelf = importlib.util.find_spec("beside.matchers")
    ours = [str(here.parents[1]), *(shelf.submodule_search_locations or [] if shelf else [])]
    return [folder for folder in dict.fromkeys([*named, *ours]) if folder != os.sep]


def _package(where: str) -> str | None:
    """The folder of an entry point's package, which may be anywhere; it is not imported for that."""
    try:
        spec = importlib.util.find_spec(where.partition(":")[0].partition(".")[0])
    except (ImportError, ValueError):
        return None
    if spec is None:
        return None
    return next(iter(spec.submodule_search_locations or ()), spec.origin)


def _cap(memory_mb: int) -> bool:
    # No core dump, which would hold page text; no memory without end; no file without end.
    capped = _limit("RLIMIT_AS", memory_mb * 1024 * 1024)
    _limit("RLIMIT_CORE", 0)
    _limit("RLIMIT_FSIZE", MOST_WRITTEN)
    _limit("RLIMIT_NOFILE", MOST_OPEN)
    return capped


def _no_more_processes() -> None:
    # Linux counts threads too, over all that a user runs, and exempts root: there it would hit the wrong ones.
    if resource is not None and sys.platform != "linux":
        _limit("RLIMIT_NPROC", 0)


def _limit(name: str, most: int) -> bool:
    which = getattr(resource, name, None)
    if which is None:
        return False
    try:
        _, hard = resource.getrlimit(which)
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(which, (most, most))
    except (OSError, ValueError):
        return False
    return True
