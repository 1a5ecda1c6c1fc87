"""Changes among matchers, while the service runs. Comes in: how they are found. Goes out: a shelf that is up to date.

For whoever writes one: ``beside serve --reload`` reads a file again once it has changed; until its new code is ready,
the old one answers. And for an admin who puts one into the shadow or takes it out.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from typing import Protocol

from .discovery import MatcherSpec

EVERY_SECONDS = 0.5


class Replaceable(Protocol):
    """A shelf, or what holds one."""

    def replace(self, specs: Iterable[MatcherSpec]) -> None:
        """Have exactly these strangers."""


def always() -> Hashable:
    """Something that is never as it was."""
    return object()


class Reloading:
    """A thread that looks for changes; close it when done. ``when``: it looks only once this has become another."""

    def __init__(
        self,
        shelf: Replaceable,
        find: Callable[[], Iterable[MatcherSpec]],
        seconds: float = EVERY_SECONDS,
        when: Callable[[], Hashable] = always,
    ) -> None:
        self._shelf, self._find, self._seconds, self._when = shelf, find, seconds, when
        self._before = when()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._ended.set()

    def _look(self) -> None:
        while not self._ended.wait(self._seconds):
            if (now := self._when()) != self._before:
                self._before = now
                self._shelf.replace(self._find())
