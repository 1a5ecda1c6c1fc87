"""Signals -> a score. Comes in: the signals of one incident. Goes out: Scored(score, centre), 0 to 1.

The page is looked at through a window of a few passages, since an article may speak of an incident in one paragraph of
twenty; what stands elsewhere on the page counts for little. Sums are capped by kind: no kind carries a card alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from .coefficients import Coefficients
from .signals import Signal

IDENTITY = frozenset(("place", "date", "name", "figure", "media", "quotation"))
NOTABLE = 0.2


@dataclass(frozen=True, slots=True)
class Scored:
    """The best window: its middle passage, the signals in it, the score."""

    score: float
    centre: int
    window: tuple[Signal, ...]


def score_signals(
    signals: Sequence[Signal], conflicts: Iterable[str], coefficients: Coefficients, everywhere: Sequence[Signal] = ()
) -> Scored:
    """The best window of the page and the score that page and window come to. ``everywhere``: true of every window."""
    far = _sums(signals)
    by_passage: dict[int, list[Signal]] = defaultdict(list)
    for signal in signals:
        by_passage[signal.passage].append(signal)
    best: tuple[float, int, tuple[Signal, ...]] | None = None
    for centre in by_passage:
        window = tuple(
            signal
            for passage in range(centre - coefficients.window, centre + coefficients.window + 1)
            for signal in by_passage.get(passage, ())
        ) + tuple(everywhere)
        value = _near(window, coefficients)
        if best is None or value > best[0]:
            best = (value, centre, window)
    if best is None:
        return Scored(0.0, 0, ())
    value, centre, window = best
    value += coefficients.bias + _weighted(far, coefficients.far, coefficients.cap)
    value += sum(coefficients.conflict[name] for name in conflicts)
    return Scored(1 / (1 + exp(-value)), centre, window)


def _near(window: Iterable[Signal], coefficients: Coefficients) -> float:
    sums = _sums(window)
    kinds = sum(1 for kind, value in sums.items() if kind in IDENTITY and value >= NOTABLE)
    return _weighted(sums, coefficients.near, coefficients.cap) + coefficients.kinds_bonus * max(0, kinds - 1)


def _sums(signals: Iterable[Signal]) -> dict[str, float]:
    """Per kind, the weights of all different things, each at its strongest."""
    things: dict[tuple[str, str], float] = {}
    for signal in signals:
        key = (signal.kind, signal.thing)
        things[key] = max(things.get(key, 0.0), signal.weight)
    sums: dict[str, float] = defaultdict(float)
    for (kind, _), weight in things.items():
        sums[kind] += weight
    return sums


def _weighted(sums: Mapping[str, float], coefficients: Mapping[str, float], cap: float) -> float:
    return sum(coefficients.get(kind, 0.0) * min(cap, value) for kind, value in sums.items())
