"""One sentence, several incidents. Comes in: what stronger incidents took. Goes out: what is left for the weaker.

Incidents of one war share their words. Words that a stronger incident already accounts for say little for a weaker one;
names, places, dates, figures and quotations may each belong to several.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from .signals import Signal

WORDS = frozenset(("wording", "meaning"))
STOCK_PHRASE = 0.6  # a quotation weaker than this may be any reporter's words


class Rivals:
    """The words that accepted incidents account for. ``share``: what such a word still says for another."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._taken: set[tuple[int, int, int]] = set()

    def explain(self, signals: Iterable[Signal], speaking: Collection[int]) -> None:
        """An incident was accepted: its words in the passages that speak of it are accounted for."""
        self._taken.update(_place(s) for s in signals if _words(s) and s.passage in speaking)

    def unexplained(self, signals: Iterable[Signal]) -> tuple[Signal, ...]:
        """The signals, those on taken words with less weight."""
        return tuple(
            replace(s, weight=s.weight * self._share) if _words(s) and _place(s) in self._taken else s for s in signals
        )


def _words(signal: Signal) -> bool:
    return signal.kind in WORDS or (signal.kind == "quotation" and signal.weight < STOCK_PHRASE)


def _place(signal: Signal) -> tuple[int, int, int]:
    return signal.passage, signal.reason.start, signal.reason.end
