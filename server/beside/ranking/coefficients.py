"""The decision's numbers. Comes in: coefficients.json. Goes out: Coefficients, frozen.

They stand in a file of their own so that a person can review them, and a changed one shows in a diff.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Coefficients:
    """A logistic regression over capped sums, one a kind: near (within ``window`` passages) and far (the page).

    explained: what a word still says that a stronger incident accounts for. strong, possible: from which score a card
    has that band.
    """

    bias: float
    near: Mapping[str, float]
    far: Mapping[str, float]
    cap: float
    window: int
    kinds_bonus: float
    conflict: Mapping[str, float]
    explained: float
    strong: float
    possible: float


@cache
def shipped_coefficients() -> Coefficients:
    """The coefficients this version was released with."""
    return Coefficients(**json.loads(files("beside.ranking").joinpath("coefficients.json").read_text("utf-8")))
