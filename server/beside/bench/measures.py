"""Right and wrong, counted. Comes in: what was said of a page, and what is true. Goes out: Counts, which add up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Incidents said, of them right, wanted; pages that have none, of them with something said (alarms)."""

    right: int = 0
    said: int = 0
    wanted: int = 0
    quiet: int = 0
    alarms: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(
            self.right + other.right,
            self.said + other.said,
            self.wanted + other.wanted,
            self.quiet + other.quiet,
            self.alarms + other.alarms,
        )

    @property
    def precision(self) -> float | None:
        """Of what was said, how much is right; None where nothing was said."""
        return round(self.right / self.said, 4) if self.said else None

    @property
    def recall(self) -> float | None:
        """Of what there is, how much was said; None where there is nothing."""
        return round(self.right / self.wanted, 4) if self.wanted else None

    @property
    def f1(self) -> float:
        """Both in one figure; nothing said where there is nothing is as good as can be."""
        return round(2 * self.right / (self.said + self.wanted), 4) if self.said + self.wanted else 1.0

    def table(self) -> dict[str, float | int | None]:
        """As a data sheet has it."""
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "right": self.right,
            "said": self.said,
            "wanted": self.wanted,
            "pages_without": self.quiet,
            "alarms": self.alarms,
        }


def count(said: Collection[str], wanted: Collection[str]) -> Counts:
    """One page."""
    right = len(set(said) & set(wanted))
    return Counts(right, len(set(said)), len(set(wanted)), int(not wanted), int(not wanted and bool(said)))
