"""What contains a matcher on this system. Comes in: nothing. Goes out: each fence, whether it holds, what if not.

Tried, not guessed: a worker with its fences up is told to break out, past Python's own functions.
"""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .process import WorkerBusy, WorkerDied, WorkerTooSlow
from .setting_up import Limits, Places, raise_worker

SECONDS = 20.0
WORDS = {
    "network": ("opens no socket", "only Python's own functions refuse it: native code could reach the network"),
    "processes": ("starts no process", "only Python's own functions refuse it: native code could start a process"),
    "writing": (
        "writes no file",
        "only Python's own functions refuse it: SQL (ATTACH) and native code, a library's too, could make files, "
        "and native code delete them",
    ),
    "reading": ("reads its own code and corpus only", "it can read what you can read, the local token among it"),
    "memory": ("has a memory limit", "no memory limit: it can use up what the machine has"),
}
CPU = ("has a limit of processor time", "no such limit: only the clock stops it, with its process")
WALL = "is ended by the clock, with all that it started"
WALL_ALONE = "is ended by the clock; what it started may go on"


@dataclass(frozen=True, slots=True)
class Capability:
    """One fence: ``holds`` if the system itself refuses; ``words`` says it for an admin, either way."""

    name: str
    holds: bool
    words: str


def capabilities(without: Iterable[str] = ()) -> tuple[Capability, ...]:
    """Every fence as it stands here. ``without``: leave fences out, as a weaker system would."""
    refused = _tried(tuple(without))
    tried = [Capability(name, refused.get(name, False), WORDS[name][not refused.get(name, False)]) for name in WORDS]
    timer, group = hasattr(signal, "setitimer"), hasattr(signal, "SIGKILL")
    own = [Capability("cpu", timer, CPU[not timer]), Capability("wall", group, WALL if group else WALL_ALONE)]
    return (*own, *tried)


def _tried(without: tuple[str, ...]) -> dict[str, bool]:
    with tempfile.TemporaryDirectory() as folder:
        outside = Path(folder, "outside")
        outside.write_text("", "utf-8")
        try:
            bench = raise_worker((), (), Places(Limits(), "", Path(folder), without=without))
        except (WorkerDied, WorkerTooSlow, WorkerBusy):
            return {}
        try:
            return dict(bench.process.ask({"do": "try", "path": str(outside)}, SECONDS))
        except (WorkerDied, WorkerTooSlow, WorkerBusy):
            return {}
        finally:
            bench.process.kill()
