"""What a matcher's weight is worth. Comes in: weights beside the truth, or a folder of tables. Goes out: chances.

A table is a handful of knots a person can read, {"weight", "chance", "seen"}: of all labelled pages and incidents that
this matcher named at about that weight, so large a share was right. Between knots a straight line; it never turns the
order of two weights around. Source of the idea: isotonic regression by pooling adjacent violators (Ayer et al. 1955),
Zadrozny and Elkan 2002.
"""

from __future__ import annotations

import contextlib
import threading
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import orjson

from .model import StampedMatch

BINS = 8
FEWEST = 12  # pairs of page and incident in a bin, or else the bins are fewer


@dataclass(frozen=True, slots=True)
class Knot:
    """About this weight, this share was right, of so many that were seen."""

    weight: float
    chance: float
    seen: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """From a matcher's own weight to a chance. Without knots a weight stays what it is."""

    knots: tuple[Knot, ...] = ()

    def chance(self, weight: float) -> float:
        """The chance, 0 to 1; beyond the outermost knots theirs. Nothing at all (0) stays nothing."""
        if not self.knots or weight <= 0:
            return weight
        after = bisect_right([knot.weight for knot in self.knots], weight)
        if after in (0, len(self.knots)):
            return self.knots[min(after, len(self.knots) - 1)].chance
        low, high = self.knots[after - 1], self.knots[after]
        return low.chance + (high.chance - low.chance) * (weight - low.weight) / (high.weight - low.weight)


def fit(said: Iterable[tuple[float, bool]]) -> Calibration:
    """The table of these weights, each with whether it was right."""
    by_weight: dict[float, list[bool]] = defaultdict(list)
    for weight, truth in said:
        by_weight[round(weight, 4)].append(truth)
    least = max(FEWEST, sum(map(len, by_weight.values())) // BINS)
    bins: list[list[tuple[float, bool]]] = []
    for weight in sorted(by_weight):  # what stands at one weight is never parted
        if not bins or len(bins[-1]) >= least:
            bins.append([])
        bins[-1] += [(weight, truth) for truth in by_weight[weight]]
    if len(bins) > 1 and len(bins[-1]) < FEWEST:
        few = bins.pop()
        bins[-1] += few
    return Calibration(tuple(_rising([_knot(part) for part in bins])))


def _knot(part: Sequence[tuple[float, bool]]) -> Knot:
    right, seen = sum(right for _, right in part), len(part)
    # One page more on either side: a dozen pages never make a certainty.
    return Knot(sum(weight for weight, _ in part) / seen, (right + 1) / (seen + 2), seen)


def _rising(knots: Sequence[Knot]) -> list[Knot]:
    """Neighbours that fall, or that stand at one weight, become one."""
    pooled: list[Knot] = []
    for knot in knots:
        pooled.append(knot)
        while len(pooled) > 1 and (pooled[-2].chance > pooled[-1].chance or pooled[-2].weight >= pooled[-1].weight):
            low, high = pooled[-2], pooled[-1]
            seen = low.seen + high.seen
            weight = (low.weight * low.seen + high.weight * high.seen) / seen
            pooled[-2:] = [Knot(weight, (low.chance * low.seen + high.chance * high.seen) / seen, seen)]
    return [Knot(round(knot.weight, 4), round(knot.chance, 4), knot.seen) for knot in pooled]


@dataclass(frozen=True, slots=True)
class Kept:
    """A calibration as it is kept: of which matcher and which code, whether it is applied, and why or why not."""

    stamp: str
    code: str
    applied: bool
    reason: str
    calibration: Calibration

    def weighed(self, stamped: StampedMatch) -> StampedMatch:
        """A match with the weight that is true of its matcher; those of other matchers stay."""
        if stamped.matcher != self.stamp:
            return stamped
        return replace(stamped, match=replace(stamped.match, weight=self.calibration.chance(stamped.match.weight)))


def to_table(kept: Kept) -> dict[str, Any]:
    """As JSON has it."""
    return {**asdict(kept), "calibration": [asdict(knot) for knot in kept.calibration.knots]}


def from_table(table: Mapping[str, Any]) -> Kept:
    """Raises KeyError, TypeError or ValueError where the table does not have the form."""
    knots = tuple(Knot(float(k["weight"]), float(k["chance"]), int(k["seen"])) for k in table["calibration"])
    if any(not 0 <= k.chance <= 1 for k in knots) or any(a.weight >= b.weight for a, b in pairwise(knots)):
        raise ValueError("chances are 0 to 1, weights rise")
    return Kept(
        str(table["stamp"]), str(table["code"]), table["applied"] is True, str(table["reason"]), Calibration(knots)
    )


class Coded(Protocol):
    """A matcher, and which edition of its code it is now; ``where``: a file, or the name of a module."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def where(self) -> str:
        """Where its code is."""

    @property
    def fingerprint(self) -> str:
        """Other code, another fingerprint."""


class Calibrations:
    """Those that a folder keeps, ``<matcher>@<version>.json``; a changed one is used from the next page on."""

    def __init__(self, folder: Path, matchers: Iterable[Coded] = ()) -> None:
        """``matchers``: those that are asked; the table of one whose code is another now is left aside."""
        self._folder, self._matchers = folder, {matcher.name: matcher for matcher in matchers}
        self._seen: tuple[tuple[str, int], ...] = ()
        self._tables: dict[str, Kept] = {}
        self._lock = threading.Lock()

    def know(self, matchers: Iterable[Coded]) -> None:
        """From now on these are asked."""
        now = {matcher.name: matcher for matcher in matchers}
        with self._lock:
            if now != self._matchers:
                self._matchers, self._seen = now, ()

    def apply(self, matches: Iterable[StampedMatch]) -> tuple[StampedMatch, ...]:
        """The same matches with the weights that are known to be true of their matchers."""
        tables = self._current()
        return tuple(tables[s.matcher].weighed(s) if s.matcher in tables else s for s in matches)

    def _current(self) -> Mapping[str, Kept]:
        files = [Path(matcher.where) for matcher in self._matchers.values() if matcher.where.endswith(".py")]
        seen = (*_edited(sorted(self._folder.glob("*.json"))), *_edited(files))
        with self._lock:
            if seen != self._seen:
                self._seen = seen
                kept = (read_kept(file) for file in sorted(self._folder.glob("*.json")))
                self._tables = {k.stamp: k for k in kept if k and k.applied and self._same_code(k)}
            return self._tables

    def _same_code(self, kept: Kept) -> bool:
        matcher = self._matchers.get(kept.stamp.partition("@")[0])
        return matcher is None or matcher.fingerprint == kept.code


def read_kept(file: Path) -> Kept | None:
    """The calibration that a data sheet of the folder holds; None if it holds none that can be used."""
    try:
        return from_table(orjson.loads(file.read_bytes())["kept"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _edited(files: Iterable[Path]) -> Iterator[tuple[str, int]]:
    for file in files:
        with contextlib.suppress(OSError):
            yield str(file), file.stat().st_mtime_ns
