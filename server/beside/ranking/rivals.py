"""One sentence, several incidents. Comes in: what stronger incidents took. Goes out: what is left for the weaker.

Incidents of one war share their words. Words that a stronger incident already accounts for say little for a weaker one;
names, places, dates and figures are facts, and each may belong to several.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .signals import Signal

WORDS = frozenset(("wording", "meaning", "quotation"))


class Rivals:
    """The words that accepted incidents account for. ``share``: what such a word still says for another."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._taken: set[tuple[int, int, int]] = set()

    def explain(self, window: Iterable[Signal]) -> None:
        """An incident was accepted on these signals."""
        self._taken.update(_place(signal) for signal in window if signal.kind in WORDS)

    def unexplained(self, signals: Iterable[Signal]) -> tuple[Signal, ...]:
        """The signals, those on taken words with less weight."""
        return tuple(
            replace(s, weight=s.weight * self._share) if s.kind in WORDS and _place(s) in self._taken else s
            for s in signals
        )


def _place(signal: Signal) -> tuple[int, int, int]:
    return signal.passage, signal.reason.start, signal.reason.end
