"""A score and where it comes from. Comes in: nothing. Goes out: Scored, one an incident.

The score is the calibrated chance that the page speaks of that incident: a logistic regression, fitted on pages whose
incidents are known (``benchmarks/fit-ranking``), whose coefficients a person can read.
"""

from __future__ import annotations

from dataclasses import dataclass

from .signals import Signal


@dataclass(frozen=True, slots=True)
class Scored:
    """The score, 0 to 1, and the best window: its middle passage, the signals in it."""

    score: float
    centre: int
    window: tuple[Signal, ...]
