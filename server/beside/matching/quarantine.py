"""Who is in quarantine, kept. Comes in: a file in the data folder. Goes out: names with reasons, a way back.

``matchers.json`` holds an object by name: ``reason``, ``since`` (a moment in UTC), ``code`` (which code it was: other
code under that name is another matcher, and is asked). It holds nothing of a page. A service notices changes.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class Quarantine:
    """A matcher that is left out: why, since when, and which code it was."""

    name: str
    reason: str
    since: str
    code: str


class QuarantineFile:
    """The file, read again when it has changed. None: nothing is kept. Safe to use from many threads."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._seen: tuple[int, int] | None = None
        self._held: dict[str, Quarantine] = {}

    def all(self) -> Mapping[str, Quarantine]:
        """Everybody in quarantine, by name. A file that can't be read holds nobody."""
        with self._lock:
            return dict(self._read())

    def add(self, name: str, reason: str, code: str) -> None:
        """Note one; a file that can't be written costs the note, and no answer."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._lock:
            self._write({**self._read(), name: Quarantine(name, reason, now, code)})

    def remove(self, name: str) -> bool:
        """Take one out; False if it was not there."""
        with self._lock:
            held = dict(self._read())
            there = held.pop(name, None) is not None
            if there:
                self._write(held)
            return there

    def _read(self) -> dict[str, Quarantine]:
        if self._path is None:
            return self._held
        try:
            stat = self._path.stat()
            if (stat.st_mtime_ns, stat.st_size) != self._seen:
                told = orjson.loads(self._path.read_bytes())
                self._held = {name: _record(name, one) for name, one in told.items()}
                self._seen = stat.st_mtime_ns, stat.st_size
        except FileNotFoundError:
            self._held, self._seen = {}, None
        except (OSError, ValueError, TypeError, AttributeError, KeyError):
            self._held = {}
        return self._held

    def _write(self, held: dict[str, Quarantine]) -> None:
        self._held = held
        if self._path is None:
            return
        told = {name: {k: v for k, v in asdict(one).items() if k != "name"} for name, one in sorted(held.items())}
        beside = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            beside.write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))
            os.replace(beside, self._path)
        except OSError:
            self._path = None  # it can't be kept: it holds for as long as this service runs


def quarantined_matchers(path: Path) -> tuple[Quarantine, ...]:
    """Everybody in quarantine, by name: for ``beside matcher list``."""
    return tuple(one for _, one in sorted(QuarantineFile(path).all().items()))


def release_matcher(path: Path, name: str) -> bool:
    """The way back: a running service asks it again with the next page, aside first. False if it was not there."""
    return QuarantineFile(path).remove(name)


def _record(name: str, one: dict[str, Any]) -> Quarantine:
    return Quarantine(name, str(one["reason"]), str(one["since"]), str(one["code"]))
