"""Features -> a score. Comes in: what the page says of every incident. Goes out: Scored, one an incident, 0 to 1.

The score is the calibrated chance that the page speaks of that incident: a logistic regression, fitted on pages whose
incidents are known (``benchmarks/fit-ranking``), whose coefficients a person can read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .coefficients import Coefficients
from .features import Described, with_margins
from .signals import Signal


@dataclass(frozen=True, slots=True)
class Scored:
    """The best window: its middle passage, the signals in it, the score."""

    score: float
    centre: int
    window: tuple[Signal, ...]


def score_all(described: Sequence[Described], coefficients: Coefficients) -> list[Scored]:
    """The score of each, in the order given."""
    return [
        Scored(coefficients.regression.probability(features), one.window.centre, one.window.signals)
        for one, features in zip(described, with_margins(described), strict=True)
    ]
