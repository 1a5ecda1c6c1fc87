"""A small logistic regression that a person can read. Comes in: a JSON table. Goes out: features -> a probability.

The table is ``{"bias": number, "features": {name: {"weight": number, "centre": number, "scale": number}}}``; centre and
scale may be left out (0 and 1). A feature that a text does not have counts as 0. Fitted by the commands ``fit-*`` in
benchmarks/, never while the service runs. Source of the idea: Cox 1958; readable scoring tables of credit and medicine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp
from typing import Any

FARTHEST = 40.0  # beyond it the probability is 0 or 1 to any digit that counts, and exp() would overflow


@dataclass(frozen=True, slots=True)
class Feature:
    """How much one feature says: ``weight * (value - centre) / scale``."""

    weight: float
    centre: float = 0.0
    scale: float = 1.0

    def says(self, value: float) -> float:
        """Its part of the log-odds."""
        return self.weight * (value - self.centre) / self.scale


@dataclass(frozen=True, slots=True)
class Regression:
    """``log_odds`` and ``probability`` of a mapping of features; features without a weight are left aside."""

    bias: float
    features: Mapping[str, Feature]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Regression:
        """Read the JSON table. Raises KeyError or TypeError where it does not have the form above."""
        return cls(float(table["bias"]), {name: Feature(**fact) for name, fact in table["features"].items()})

    def log_odds(self, values: Mapping[str, float]) -> float:
        """The sum of what all features say."""
        return self.bias + sum(feature.says(values.get(name, 0.0)) for name, feature in self.features.items())

    def probability(self, values: Mapping[str, float]) -> float:
        """0 to 1."""
        return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, self.log_odds(values)))))
