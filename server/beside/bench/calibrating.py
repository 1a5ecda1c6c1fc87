"""What the candidate's weights are worth. Comes in: labelled pages, seen. Goes out: a Calibration, its gain.

The gain is told of pages that the table was not made from: the pages are dealt into two halves, and each half is
judged by the table of the other. The table that is kept is made from all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from ..calibration import Calibration, Kept, fit
from ..model import StampedMatch
from ..reading import Worth
from .measures import Counts, count
from .trial import TrialPage

FEWEST_PAIRS, FEWEST_PAGES = 12, 6  # of pages and incidents that it names; below that a table would be chance


@dataclass(frozen=True, slots=True)
class Tried:
    """A labelled page as it was seen: which set and corpus it is of, and ``corpus/id`` of what an editor would link."""

    group: str
    id: str
    lang: str
    page: TrialPage
    wanted: frozenset[str]

    @property
    def half(self) -> int:
        """0 or 1, by its name: pages often stand in pairs, one that matches and its look-alike."""
        return crc32(f"{self.group} {self.id}".encode()) & 1


@dataclass(frozen=True, slots=True)
class Gain:
    """``error``: the mean squared error of the weights (Brier), as they are and calibrated; cards without the
    candidate, with it as it is, and with it calibrated. ``pairs``: pages and incidents that it names."""

    pairs: int
    right: int
    error: float
    error_calibrated: float
    without: Counts
    as_it_is: Counts
    calibrated: Counts


def worth_of(calibration: Calibration, stamp: str) -> Worth:
    """What a table makes of matches."""
    kept = Kept(stamp, "", True, "", calibration)

    def weigh(matches: Iterable[StampedMatch]) -> tuple[StampedMatch, ...]:
        return tuple(kept.weighed(stamped) for stamped in matches)

    return weigh


def calibrated(tried: Sequence[Tried], stamp: str) -> tuple[Calibration, list[Worth]]:
    """The table of all pages; and for each page the worth by the table of the other half."""
    table = fit(_pairs(tried))
    other = [fit(_pairs(one for one in tried if one.half != half)) for half in (0, 1)]
    return table, [worth_of(other[one.half], stamp) for one in tried]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page: the cards without the candidate, with it as it is, and with it calibrated."""

    without: Counts
    as_it_is: Counts
    calibrated: Counts


def outcome_of(one: Tried, worth: Worth) -> Outcome:
    """Decide the page three times; once where the candidate says nothing."""
    without = count(one.page.cards(beside=False), one.wanted)
    if not one.page.named():
        return Outcome(without, without, without)
    return Outcome(without, count(one.page.cards(), one.wanted), count(one.page.cards(worth), one.wanted))


def gain_of(tried: Sequence[Tried], worths: Sequence[Worth], outcomes: Sequence[Outcome]) -> Gain:
    """What calibrating changes. ``outcomes``: what each page came to, judged by the half that it is not in."""
    before, after = (
        _pairs(tried),
        [pair for one, worth in zip(tried, worths, strict=True) for pair in _weighed(one, worth)],
    )
    return Gain(
        pairs=len(before),
        right=sum(truth for _, truth in before),
        error=_error(before),
        error_calibrated=_error(after),
        without=sum((o.without for o in outcomes), Counts()),
        as_it_is=sum((o.as_it_is for o in outcomes), Counts()),
        calibrated=sum((o.calibrated for o in outcomes), Counts()),
    )


def verdict_on(gain: Gain, own: bool, pages: int) -> tuple[bool, str]:
    """Whether the table is to be applied, and why or why not."""
    if own:
        return False, "it is of the shelf, whose weights are calibrated together (ranking/coefficients.json)"
    if gain.pairs < FEWEST_PAIRS or pages < FEWEST_PAGES:
        return False, f"too little to go by: it names {gain.pairs} incidents on {pages} labelled pages"
    if gain.error_calibrated >= gain.error:
        return False, "its own weights are no worse than the table's"
    if gain.calibrated.f1 < min(gain.as_it_is.f1, gain.without.f1):
        return False, "cards would be worse"
    return True, "the weights are nearer to the truth, on pages that the table has not seen"


def _pairs(tried: Iterable[Tried]) -> list[tuple[float, bool]]:
    """Every page and incident that the candidate names, with its highest weight, and whether it is right."""
    return [(weight, i in one.wanted) for one in tried for i, weight in sorted(one.page.named().items())]


def _weighed(one: Tried, worth: Worth) -> list[tuple[float, bool]]:
    return [(weight, i in one.wanted) for i, weight in sorted(one.page.named(worth).items())]


def _error(pairs: Sequence[tuple[float, bool]]) -> float:
    return round(sum((weight - truth) ** 2 for weight, truth in pairs) / len(pairs), 4) if pairs else 0.0
