"""Edited matchers, picked up while the service runs. Comes in: how matchers are found. Goes out: the shelf, up to date.

For whoever writes one: ``beside serve --reload``. A file is read again once it has changed; until its new code is
ready, the old one answers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from .discovery import MatcherSpec
from .shelf import Shelf

EVERY_SECONDS = 0.5


class Reloading:
    """A thread that looks for changes; close it when done."""

    def __init__(self, shelf: Shelf, find: Callable[[], Iterable[MatcherSpec]], seconds: float = EVERY_SECONDS) -> None:
        self._shelf, self._find, self._seconds = shelf, find, seconds
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Look no more."""
        self._ended.set()

    def _look(self) -> None:
        while not self._ended.wait(self._seconds):
            self._shelf.replace(self._find())
