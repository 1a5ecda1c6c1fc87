"""A worker process: ``python -m beside.matching.worker``. Comes in: frames on stdin. Goes out: frames on stdout.

It holds matchers and the tools it is told of (readability is one), so that the host can kill them. What it runs is
named as "module:attribute" by the host: the worker itself imports no other room, and never Flask.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from beside import API
from beside.model import Corpus, MatchPage

from .frames import read_frame, write_frame
from .limits import confine, cpu_limit
from .wire import match_to_wire, page_from_wire


class Worker:
    """The matchers of one process, prepared for each release."""

    def __init__(self) -> None:
        self._matchers: dict[str, dict[str, MatchPage]] = {}

    def handle(self, message: dict[str, Any]) -> dict[str, Any]:
        """Do what the message asks for. Its "do" is one of prepare, match, call, retire."""
        return dict(getattr(self, "do_" + message["do"])(message))

    def do_prepare(self, message: dict[str, Any]) -> dict[str, Any]:
        """Open a release and prepare every matcher for it; a matcher that fails is named with its reason.

        For a release of plain claims only those are prepared that look at leads alone.
        """
        loaded, facts = self._load(message["matchers"])
        if message["plain"]:
            loaded = {name: matcher for name, matcher in loaded.items() if facts[name]["reads_leads"]}
        ready = {}
        if loaded or not message["plain"]:
            release = load(message["opener"])(Path(message["release"]))
            for name, factory in loaded.items():
                stamp = f"{name}@{facts[name]['version']}"
                try:
                    ready[name] = factory(with_cache(release.corpus, Path(message["cache"]), stamp, release.sha256))
                except Exception as error:
                    facts[name] = refused(error)
        self._matchers[Path(message["release"]).stem] = ready
        return {"matchers": facts, "ready": sorted(ready)}

    def _load(self, matchers: dict[str, str]) -> tuple[dict[str, Callable[[Corpus], MatchPage]], dict[str, Any]]:
        loaded, facts = {}, {}
        for name, where in matchers.items():
            try:
                module, loaded[name] = load_matcher(where)
                facts[name] = describe(module)
            except Exception as error:
                loaded.pop(name, None)
                facts[name] = refused(error)
        return loaded, facts

    def do_match(self, message: dict[str, Any]) -> dict[str, Any]:
        """Ask every matcher about the page, for each release; one that fails costs nobody else's answer.

        "leads" names the releases, each with the incidents that retrieval found in it; "only", the matchers, or none.
        """
        page = page_from_wire(message["page"])
        results: dict[str, dict[str, Any]] = {}
        errors: dict[str, str] = {}
        for sha256, leads in message["leads"].items():
            results[sha256] = {}
            led = replace(page, leads=tuple(leads))
            for name, match in self._matchers.get(sha256, {}).items():
                if message["only"] is not None and name not in message["only"]:
                    continue
                try:
                    with cpu_limit(message["soft_ms"]):
                        results[sha256][name] = [match_to_wire(m) for m in match(led)]
                except Exception as error:
                    errors[name] = plain(error)
        return {"results": results, "errors": errors}

    def do_call(self, message: dict[str, Any]) -> dict[str, Any]:
        """Run a tool on plain values; what it refuses comes back as a message."""
        try:
            return {"value": load(message["tool"])(message["argument"])}
        except Exception as error:
            return {"error": plain(error)}

    def do_retire(self, message: dict[str, Any]) -> dict[str, Any]:
        """Forget a release."""
        self._matchers.pop(message["release"], None)
        return {}


def plain(error: Exception) -> str:
    """An error's kind. Not its message: that may quote the page."""
    return type(error).__name__


def load(where: str) -> Callable[..., Any]:
    """The attribute that "module:attribute" names."""
    module, _, attribute = where.partition(":")
    return getattr(importlib.import_module(module), attribute)  # type: ignore[no-any-return]


def load_matcher(where: str) -> tuple[Any, Callable[[Corpus], MatchPage]]:
    """The module and the ``matcher`` callable of an entry point or of a file."""
    if not where.endswith(".py"):
        factory = load(where)
        return sys.modules[where.partition(":")[0]], factory
    spec = importlib.util.spec_from_file_location("beside_plugin_" + Path(where).stem, where)
    if spec is None or spec.loader is None:
        raise ImportError(where)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, module.matcher


def describe(module: Any) -> dict[str, Any]:
    """A matcher's version; refused if it was made for another version of the contract."""
    if getattr(module, "REQUIRES_API", API) != API:
        raise ImportError(f"made for version {module.REQUIRES_API} of the matcher contract, this is {API}")
    leads, budget = getattr(module, "READS_LEADS", False) is True, getattr(module, "BUDGET_MS", 0)
    return {
        "version": str(getattr(module, "VERSION", "0")),
        "reads_leads": leads,
        "budget_ms": budget if type(budget) is int else 0,
    }


def refused(error: Exception) -> dict[str, Any]:
    """What is told of a matcher that could not be made ready."""
    return {"version": "", "reads_leads": False, "budget_ms": 0, "error": plain(error)}


def with_cache(corpus: Corpus, cache: Path, stamp: str, sha256: str) -> Corpus:
    """The corpus with the one folder that this matcher may write to while it prepares."""
    folder = cache / stamp / sha256
    folder.mkdir(parents=True, exist_ok=True)
    return replace(corpus, cache_dir=folder)


def private_streams() -> tuple[BinaryIO, BinaryIO]:
    """Keep the frames' streams to ourselves: what a matcher prints goes to stderr, what it reads is empty."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return incoming, outgoing


def main() -> None:
    """Answer frames until the host closes the stream."""
    incoming, outgoing = private_streams()
    worker = Worker()
    first = read_frame(incoming)
    if first is None:
        return
    confine(first["memory_mb"])
    write_frame(outgoing, {"ready": True, "api": API})
    while (message := read_frame(incoming)) is not None:
        write_frame(outgoing, worker.handle(message))


if __name__ == "__main__":
    main()
