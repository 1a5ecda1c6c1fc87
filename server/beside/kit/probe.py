"""The process a matcher is tried in: ``python -m beside.kit.probe``. Comes in: frames. Goes out: what it said, tried.

The corpus and the pages are the kit's own, so errors may quote them here; in the service they never do. What a matcher
tries to write, to reach or to start is stopped, and told with its line.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import Any

import orjson

from ..matching import Limits
from ..matching.declared import checked_settings, describe
from ..matching.frames import read_frame, write_frame
from ..matching.loading import load, load_matcher
from ..matching.wire import match_to_wire
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
HELD: dict[str, Held] = {}


def prepare(asked: dict[str, str]) -> dict[str, Any]:
    """Load a matcher and prepare it for a release. ``asked``: where, name, opener, release, cache."""
    sys.dont_write_bytecode = True
    before, started = peak_mb(), time.process_time()
    module: ModuleType | None = None
    release = load(asked["opener"])(Path(asked["release"]))
    try:
        with WATCH.phase("prepares", Path(asked["cache"]), asked["where"]):
            module, factory = load_matcher(asked["where"])
        facts = describe(module, {})
        folder = Path(asked["cache"]) / asked["name"] / facts["version"]
        folder.mkdir(parents=True, exist_ok=True)
        own = checked_settings(module, {}, release.corpus.id)
        with WATCH.phase("prepares", folder, str(module.__file__)):
            match = factory(replace(release.corpus, cache_dir=folder, settings=own))
        if not callable(match):
            raise NotAMatch(f"matcher(corpus) must return a function, not {type(match).__name__}")
    except BaseException as error:
        return {"error": told(error, asked["where"], module), "tried": WATCH.take()}
    HELD[asked["where"]] = Held(asked["where"], match, module, facts)
    spent = {"cpu_ms": (time.process_time() - started) * 1000, "memory_mb": peak_mb() - before}
    declared = {name.lower(): plain(getattr(module, name, None)) for name in DECLARED}
    has_version = hasattr(module, "VERSION")
    return {**facts, **spent, **declared, "doc": module.__doc__, "has_version": has_version, "tried": WATCH.take()}


def match(asked: dict[str, Any]) -> dict[str, Any]:
    """Ask the matcher that was prepared about a page. ``asked``: where, page."""
    held, page = HELD[asked["where"]], page_of(asked["page"])
    before, started = peak_mb(), time.process_time()
    said: list[Any] = []
    error = ""
    try:
        with WATCH.phase("matches", None, str(held.module.__file__)):
            for found in islice(held.match(page), MOST):
                said.append(wire(found))
    except BaseException as stopped:
        error = told(stopped, held.where, held.module)
    spent = {"cpu_ms": (time.process_time() - started) * 1000, "memory_mb": peak_mb() - before}
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
    file = str(getattr(module, "__file__", None) or where)
    own = [frame for frame in extract_tb(error.__traceback__) if frame.filename == file]
    line = f"{Path(file).name}:{own[-1].lineno}: " if own else ""
    if isinstance(error, SyntaxError) and error.filename == file:
        line = f"{Path(file).name}:{error.lineno}: "
    return f"{line}{type(error).__name__}: {error}"


def peak_mb() -> float:
    """The most memory that this process has held, in MB; 0 where the system does not say."""
    if resource is None:
        return 0.0
    unit: Callable[[float], float] = (lambda n: n / 2**20) if sys.platform == "darwin" else (lambda n: n / 2**10)
    return unit(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> None:
    """Answer frames until the kit closes the stream; what a matcher prints goes nowhere."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    if resource is not None:
        memory = Limits().memory_mb * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    tools: dict[str, Callable[[Any], Any]] = {"ready": lambda _: True, "prepare": prepare, "match": match}
    while (message := read_frame(incoming)) is not None:
        write_frame(outgoing, tools[message["do"]](message["argument"]))


if __name__ == "__main__":
    main()
