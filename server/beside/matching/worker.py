"""A worker process: ``python -m beside.matching.worker``. Comes in: frames on stdin. Goes out: frames on stdout.

It holds matchers and the tools it is told of (readability is one), so that the host can kill them. What it runs is
named as "module:attribute" by the host: the worker itself imports no other room, and never Flask. Its fences stand
before a stranger's code is read, and nothing can be written any more once its matchers are prepared.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from beside import API
from beside.model import Corpus, MatchPage, Page

from .declared import NOTHING_DECLARED, checked_settings, describe
from .fences import confine, seal
from .forbidden import Belt
from .frames import read_frame, write_frame
from .limits import TooSlow, cpu_limit
from .loading import load, load_matcher, raised, with_cache
from .tries import TRIES
from .wire import NotAMatch, match_to_wire, matches_as_json, page_from_columns

MOST_MATCHES = 20_000
ORPHAN_SECONDS = 2.0
BETWEEN, FOR_A_PAGE = 0.1, 0.02  # of the time between two pages, and of what a page may cost: to read and to write it
COLLECTED_EVERY = 20_000
WHOLE_PAGE = 1 << 17  # bytes that are read at once


class Worker:
    """The matchers of one process, prepared for each release."""

    def __init__(self, belt: Belt) -> None:
        self._belt = belt
        self._loaded: dict[str, tuple[Any, Callable[[Corpus], MatchPage]]] = {}
        self._facts: dict[str, dict[str, Any]] = {}
        self._stated: dict[str, dict[str, Any]] = {}
        self._matchers: dict[str, dict[str, MatchPage]] = {}
        self._left = time.process_time(), time.monotonic()  # when the last message was answered
        self._owed = 0.0  # seconds of processor time that went between pages

    def handle(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the message asks for. Its "do" is one of load, prepare, seal, match, call, try."""
        answer = dict(getattr(self, "do_" + message["do"])(message))
        self._left = time.process_time(), time.monotonic()
        return answer

    def do_load(self, message: dict[str, Any]) -> dict[str, Any]:
        """Import every matcher; one that can't be used is named with its reason."""
        for name, asked in message["matchers"].items():
            self._stated[name] = asked["settings"]
            try:
                module, factory = load_matcher(asked["where"])
                self._facts[name] = describe(module, asked["settings"])
                self._loaded[name] = module, factory
            except (Exception, SystemExit) as error:
                self._facts[name] = {**NOTHING_DECLARED, "error": raised(error, asked["where"], whole=True)}
        return {"matchers": self._facts}

    def do_prepare(self, message: dict[str, Any]) -> dict[str, Any]:
        """Open a release and prepare every matcher for it; a matcher that fails is named with its reason.

        For a release of plain claims only those are prepared that look at leads alone.
        """
        path, ready, errors = Path(message["release"]), {}, {}
        asked = {n: m for n, m in self._loaded.items() if self._facts[n]["reads_leads"] or not message["plain"]}
        release: Any = load(message["opener"])(path) if asked else None
        for name, (module, factory) in asked.items():
            cache, version = Path(message["cache"][name]), self._facts[name]["version"]
            try:
                own = checked_settings(module, self._stated[name], release.corpus.id)
                ready[name] = factory(with_cache(release.corpus, cache, version, path.stem, own))
            except (Exception, SystemExit) as error:
                errors[name] = raised(error, str(module.__file__), whole=True)
        self._matchers[path.stem] = ready
        return {"ready": sorted(ready), "errors": errors}

    def do_seal(self, message: dict[str, Any]) -> dict[str, Any]:
        """Take away the right to write, and say what was tried so far that is refused."""
        seal(self._belt, message["without"])
        gc.collect()
        # A page is not held up by looking through the corpus for what could be thrown away, nor through half a page.
        gc.freeze()
        gc.set_threshold(COLLECTED_EVERY)
        return {"tried": self._belt.tried()}

    def do_match(self, message: dict[str, Any]) -> dict[str, Any]:
        """Ask every matcher about the page, for each release; one that fails costs nobody else's answer.

        "leads" names the releases, each with the incidents that retrieval found in it; "names", the matchers.
        """
        results: dict[str, dict[str, Any]] = {}
        errors = self._between(message["names"], message["soft_ms"])
        page = page_from_columns(message["page"], [])
        for sha256, leads in message["leads"].items():
            led = replace(page, leads=tuple(leads))
            results[sha256] = {}
            for name, match in self._matchers.get(sha256, {}).items():
                if name in message["names"]:
                    answer = self._answer(name, match, led, message["soft_ms"])
                    (errors if isinstance(answer, tuple) else results[sha256])[name] = answer
        return {"results": results, "errors": errors}

    def _between(self, names: list[str], soft_ms: int) -> dict[str, tuple[str, str]]:
        """A matcher that is alone here and went on, in a thread, when it had answered: what it did, by its name."""
        spent, passed = time.process_time() - self._left[0], time.monotonic() - self._left[1]
        self._owed = max(0.0, self._owed + spent - BETWEEN * passed - FOR_A_PAGE * soft_ms / 1000)
        if len(self._loaded) > 1 or self._owed < soft_ms / 1000:
            return {}
        self._owed = 0.0
        return dict.fromkeys(names, ("too_slow", f"over {soft_ms} ms of processor time between pages"))

    def _answer(self, name: str, match: MatchPage, page: Page, soft_ms: int) -> Any:
        """What a matcher says, as JSON; or how it failed, and why: a tuple."""
        try:
            with cpu_limit(soft_ms):
                found = list(islice(match(page), MOST_MATCHES + 1))
                # What is given in place of reasons may be made only now, and without end.
                wires = [match_to_wire(one) for one in found] if len(found) <= MOST_MATCHES else []
            if len(found) > MOST_MATCHES:
                return "flooded", f"gave more than {MOST_MATCHES:,} matches for a page"
            answer: Any = matches_as_json(wires)
        except TooSlow:
            return "too_slow", f"over {soft_ms} ms of processor time for a page"
        except MemoryError:
            return "failed", "over its memory limit"
        except NotAMatch as error:
            return "failed", str(error)
        except (Exception, SystemExit) as error:
            answer = "failed", raised(error, str(self._loaded[name][0].__file__))
        if tried := self._belt.tried():
            return "failed", f"{' and '.join(tried)}, which is refused"
        return answer

    def do_call(self, message: dict[str, Any]) -> dict[str, Any]:
        """Run a tool on plain values; what it refuses comes back as a message."""
        try:
            return {"value": load(message["tool"])(message["argument"])}
        except Exception as error:
            return {"error": type(error).__name__}

    def do_try(self, message: dict[str, Any]) -> dict[str, Any]:
        """Try what a matcher must not be able to do, past Python's own functions: does the system refuse it?"""
        return {name: attempt(message["path"]) for name, attempt in TRIES.items()}


def private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the frames' streams to ourselves: what a matcher prints goes to stderr, what it reads is empty."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb", WHOLE_PAGE), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return incoming, outgoing


def end_with(parent: int) -> None:
    """End this process once its host is gone, even while a matcher runs."""
    while os.getppid() == parent:
        time.sleep(ORPHAN_SECONDS)
    os._exit(0)


def messages(incoming: BinaryIO) -> Iterator[dict[str, Any]]:
    """What the host asks, until it closes the stream."""
    while (message := read_frame(incoming)) is not None:
        yield message


def main() -> None:
    """Answer frames until the host closes the stream."""
    incoming, outgoing = private_streams()
    sys.dont_write_bytecode = True
    belt = Belt()
    worker = Worker(belt)
    parent = os.getppid()
    for message in messages(incoming):
        if message["do"] == "confine":
            write_frame(outgoing, {"api": API, "fences": confine(message, belt)})
            threading.Thread(target=end_with, args=(parent,), daemon=True).start()
        else:
            write_frame(outgoing, worker.handle(message))


if __name__ == "__main__":
    main()
