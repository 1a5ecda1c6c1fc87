"""The process a matcher is tried in: ``python -m beside.kit.probe``. Comes in: frames. Goes out: what it said, tried.

Its fences are those of the service's worker, raised by the same functions: memory, files, network, processes, and the
processor time of a page. The corpus and the pages are the kit's own, so errors may quote them here; in the service they
never do.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import Any

import orjson

from ..matching.declared import checked_settings, describe
from ..matching.fences import confine, seal
from ..matching.frames import read_frame, write_frame
from ..matching.limits import TooSlow, cpu_limit
from ..matching.loading import load, load_matcher, with_cache
from ..matching.wire import match_to_wire
from ..matching.worker import private_streams
from ..model import Match, MatchPage, Page, Passage
from .watching import Watch

try:
    import resource
except ImportError:  # Windows does not count a process's memory this way
    resource = None  # type: ignore[assignment]

MOST = 20_001  # one more match than the host takes
DECLARED = ("EXAMPLES", "BLIND_TO")


class NotAMatch(TypeError):
    """What was yielded is no Match, or holds values that are not plain."""


@dataclass(frozen=True, slots=True)
class Held:
    """The matcher of this process, ready, with what is known of it."""

    where: str
    match: MatchPage
    module: ModuleType
    facts: dict[str, Any]


WATCH = Watch()
HELD: list[Held] = []


def do_confine(message: dict[str, Any]) -> dict[str, Any]:
    """Raise the fences, before anything of the author's is read."""
    return {"fences": confine(message, WATCH)}


def do_prepare(asked: dict[str, Any]) -> dict[str, Any]:
    """Load a matcher and prepare it for a release. ``asked``: where, opener, release, cache, settings."""
    module: ModuleType | None = None
    release: Any = load(asked["opener"])(Path(asked["release"]))
    before, started = held_mb(), time.process_time()
    try:
        with WATCH.phase("prepares", asked["where"]):
            module, factory = load_matcher(asked["where"])
            facts = describe(module, asked["settings"])
            own = checked_settings(module, asked["settings"], release.corpus.id)
        corpus = with_cache(release.corpus, Path(asked["cache"]), facts["version"], release.sha256, own)
        with WATCH.phase("prepares", str(module.__file__)):
            match = factory(corpus)
        if not callable(match):
            raise NotAMatch(f"matcher(corpus) must return a function, not {type(match).__name__}")
    except BaseException as error:
        return {"error": told(error, asked["where"], module), "tried": WATCH.take()}
    HELD[:] = [Held(asked["where"], match, module, facts)]
    spent = {"cpu_ms": (time.process_time() - started) * 1000, "memory_mb": held_mb() - before, **most_mb()}
    declared = {name.lower(): plain(getattr(module, name, None)) for name in DECLARED}
    has_version = hasattr(module, "VERSION")
    return {**facts, **spent, **declared, "doc": module.__doc__, "has_version": has_version, "tried": WATCH.take()}


def do_seal(message: dict[str, Any]) -> dict[str, Any]:
    """Take away the right to write, as the service does before the first page."""
    seal(WATCH, message["without"])
    return {}


def do_match(asked: dict[str, Any]) -> dict[str, Any]:
    """Ask the matcher that was prepared about a page. ``asked``: page, soft_ms."""
    held, page = HELD[0], page_of(asked["page"])
    before, started = held_mb(), time.process_time()
    said: list[Any] = []
    error = ""
    try:
        with WATCH.phase("matches", str(held.module.__file__)), cpu_limit(asked["soft_ms"]):
            for found in islice(held.match(page), MOST):
                said.append(wire(found))
    except TooSlow as stopped:
        error = f"{place(stopped, held.where, held.module)}over {asked['soft_ms']} ms of processor time for a page"
    except BaseException as stopped:
        error = told(stopped, held.where, held.module)
    spent = {"cpu_ms": (time.process_time() - started) * 1000, "memory_mb": held_mb() - before, **most_mb()}
    return {"matches": said, "error": error, "tried": WATCH.take(), **spent}


def page_of(given: dict[str, Any]) -> Page:
    """The page again; the kit wrote it."""
    passages = tuple(Passage(**passage) for passage in given["passages"])
    return Page(passages, given["title"], given["lang"], given["published"], tuple(given["leads"]))


def wire(found: Any) -> list[Any]:
    """A match as plain values. Raises NotAMatch."""
    if not isinstance(found, Match):
        raise NotAMatch(f"a matcher yields Match(...), not {found!r:.80}")
    try:
        values = match_to_wire(found)
        orjson.dumps(values)
    except (TypeError, ValueError, AttributeError) as error:
        raise NotAMatch(f"{found!r:.200} does not hold plain values: {error}") from error
    return values


def plain(value: Any) -> Any:
    """A declaration as JSON values; what is none is told as text."""
    try:
        return orjson.loads(orjson.dumps(value))
    except TypeError:
        return repr(value)


def told(error: BaseException, where: str, module: ModuleType | None) -> str:
    """An error with the author's own line, if it came from there."""
    if isinstance(error, SyntaxError) and error.filename == str(getattr(module, "__file__", None) or where):
        return f"{Path(where).name}:{error.lineno}: {type(error).__name__}: {error}"
    return f"{place(error, where, module)}{type(error).__name__}: {error}"


def place(error: BaseException, where: str, module: ModuleType | None) -> str:
    """The author's line that it came from, or nothing."""
    file = str(getattr(module, "__file__", None) or where)
    own = [frame for frame in extract_tb(error.__traceback__) if frame.filename == file]
    return f"{Path(file).name}:{own[-1].lineno}: " if own else ""


def held_mb() -> float:
    """The memory that this process holds now, in MB; where the system tells only the most it ever held, that."""
    return _of_status("VmRSS") or _peak_mb()


def most_mb() -> dict[str, float]:
    """What the limit is set on, at its most: addresses, which Linux counts; elsewhere the memory held."""
    return {"most_mb": _of_status("VmPeak") or _peak_mb()}


def _of_status(name: str) -> float:
    try:
        lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:")), 0.0)


def _peak_mb() -> float:
    if resource is None:
        return 0.0
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / (2**20 if sys.platform == "darwin" else 2**10)


TOOLS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "confine": do_confine,
    "prepare": do_prepare,
    "seal": do_seal,
    "match": do_match,
}


def main() -> None:
    """Answer frames until the kit closes the stream; what a matcher prints goes nowhere."""
    incoming, outgoing = private_streams()
    sys.dont_write_bytecode = True
    while (message := read_frame(incoming)) is not None:
        write_frame(outgoing, TOOLS[message["do"]](message))


if __name__ == "__main__":
    main()
