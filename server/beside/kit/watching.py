"""Sees what a matcher tries beyond its page. Comes in: what the worker's belt refuses. Goes out: lines, by kind.

The belt is the service's own (``matching/forbidden``), so what is refused here is what is refused there; but here no
text is a reader's, so what was tried is told, with the author's line. What native code tries is refused by the kernel,
as it is in the service, and told nowhere.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..matching.forbidden import Belt


class Watch(Belt):
    """The belt, with its eyes open."""

    def __init__(self) -> None:
        super().__init__()
        self._phase, self._file = "was loaded", ""
        self._seen_so_far: list[list[str]] = []

    @contextmanager
    def phase(self, name: str, file: str) -> Iterator[None]:
        """What is tried in the block is told as tried while it did that; ``file``: the author's, for the line."""
        before, self._phase, self._file = self._phase, name, file
        try:
            yield
        finally:
            self._phase = before

    def take(self) -> list[list[str]]:
        """Everything tried since the last time: [kind, what, line]."""
        taken, self._seen_so_far = self._seen_so_far, []
        return taken

    def note(self, name: str, event: str, arguments: tuple[Any, ...]) -> None:
        """Remember what was tried: where, and on what."""
        parts = [str(part) for part in arguments[:2] if isinstance(part, (str, bytes, tuple))]
        what = f"{' '.join([event, *parts]):.160} while it {self._phase}"
        self._seen_so_far.append([name, what, self._line()])

    def _line(self) -> str:
        frame = sys._getframe()
        while frame is not None:
            if frame.f_code.co_filename == self._file:
                return f"{Path(self._file).name}:{frame.f_lineno}"
            frame = frame.f_back  # type: ignore[assignment]
        return ""
