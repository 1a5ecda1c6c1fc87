"""The decision's numbers. Comes in: coefficients.json. Goes out: Coefficients, frozen.

They stand in a file of their own so that a person can review them, and a changed one shows in a diff.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..regression import Regression


@dataclass(frozen=True, slots=True)
class Coefficients:
    """A regression over the features, and from which score a card has the band ``strong`` or ``possible``."""

    regression: Regression
    strong: float
    possible: float


@cache
def shipped_coefficients() -> Coefficients:
    """The coefficients this version was released with."""
    table = json.loads(files("beside.ranking").joinpath("coefficients.json").read_text("utf-8"))
    return Coefficients(Regression.from_table(table["regression"]), table["strong"], table["possible"])
