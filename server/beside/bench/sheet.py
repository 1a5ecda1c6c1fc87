"""The data sheet of a matcher. Comes in: a trial and page sets. Goes out: DataSheet, and its calibration.

On every set, and there in every language: how often the candidate is right alone; and the cards of all others without
it, and with it. "Alone" takes whatever it names for said: it could make no card alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ..calibration import Kept
from ..matching import Limits
from ..reading import Worth
from .calibrating import Gain, Outcome, Tried, calibrated, gain_of, outcome_of, verdict_on
from .measures import Counts, count
from .pages import PageSet
from .trial import OPENER, Trial
from .usage import Usage, measure

ALL = "all"
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """One set in one language, or in all. ``sure``: alone, of what it gives SURE or more."""

    group: str
    lang: str
    pages: int
    alone: Counts
    sure: Counts
    without: Counts
    with_it: Counts

    @property
    def gain(self) -> float:
        """What it adds to the F1 of the cards."""
        return round(self.with_it.f1 - self.without.f1, 4)


@dataclass(frozen=True, slots=True)
class DataSheet:
    """``lines``: with the candidate as the host would now weigh it. ``day``: when it was made."""

    name: str
    version: str
    own: bool
    day: str
    releases: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    gain: Gain
    usage: Usage


def data_sheet(trial: Trial, sets: Sequence[PageSet], limits: Limits) -> tuple[DataSheet, Kept]:
    """Read every page once, with and without. Raises UnreadablePage, Busy."""
    tried = [one for pages in sets for one in _tried(trial, pages)]
    table, worths = calibrated(tried, trial.stamp)
    outcomes = [outcome_of(one, worth) for one, worth in zip(tried, worths, strict=True)]
    gain = gain_of(tried, worths, outcomes)
    naming = sum(bool(one.page.named()) for one in tried)
    applied, reason = verdict_on(gain, trial.candidate.own, naming)
    kept = Kept(trial.stamp, trial.candidate.fingerprint, applied, reason, table)
    pages = [(one.page.seen.page, one.page.seen.leads) for one in tried]
    releases = tuple(trial.releases.values())
    sheet = DataSheet(
        name=trial.candidate.name,
        version=trial.state.version,
        own=trial.candidate.own,
        day=datetime.now(UTC).date().isoformat(),
        releases=tuple((r.corpus.id, r.sha256) for r in releases),
        lines=tuple(_lines(tried, outcomes, worths if applied else [None] * len(tried))),
        gain=gain,
        usage=measure(trial.candidate, limits, OPENER, trial.cache.with_name("usage"), releases, pages),
    )
    return sheet, kept


def _tried(trial: Trial, pages: PageSet) -> Iterable[Tried]:
    for labelled in pages.pages:
        page = trial.see(labelled.request)
        wanted = frozenset(f"{pages.corpus}/{incident}" for incident in labelled.incidents)
        yield Tried(pages.name, labelled.id, page.seen.page.lang, page, wanted)


def _lines(tried: Sequence[Tried], outcomes: Sequence[Outcome], worths: Sequence[Worth | None]) -> Iterable[Line]:
    counted = [(one, _counts(one, o, worth)) for one, o, worth in zip(tried, outcomes, worths, strict=True)]
    for group in dict.fromkeys(one.group for one in tried):
        among = [(one.lang, counts) for one, counts in counted if one.group == group]
        languages = sorted({lang for lang, _ in among})
        for lang in (ALL, *languages) if len(languages) > 1 else languages:
            part = [counts for of, counts in among if lang in (ALL, of)]
            alone, sure, without, with_it = (sum(column, Counts()) for column in zip(*part, strict=True))
            yield Line(group, lang, len(part), alone, sure, without, with_it)


def _counts(one: Tried, outcome: Outcome, worth: Worth | None) -> tuple[Counts, Counts, Counts, Counts]:
    named = one.page.named(worth)
    sure = [incident for incident, weight in named.items() if weight >= SURE]
    with_it = outcome.calibrated if worth else outcome.as_it_is
    return count(named, one.wanted), count(sure, one.wanted), outcome.without, with_it


def sheet_table(sheet: DataSheet) -> dict[str, Any]:
    """As JSON has it: docs/writing-a-matcher.md tells the keys."""
    gain, usage = sheet.gain, sheet.usage
    return {
        "matcher": sheet.name,
        "version": sheet.version,
        "own": sheet.own,
        "day": sheet.day,
        "releases": dict(sheet.releases),
        "pages": [
            {
                **{"set": line.group, "lang": line.lang, "pages": line.pages, "gain": line.gain},
                **{"alone": line.alone.table(), "alone_sure": line.sure.table()},
                **{"without": line.without.table(), "with": line.with_it.table()},
            }
            for line in sheet.lines
        ],
        "weights": {
            **{"named": gain.pairs, "right": gain.right, "error": gain.error, "calibrated": gain.error_calibrated},
            "cards": {
                "without": gain.without.table(),
                "as_it_is": gain.as_it_is.table(),
                "calibrated": gain.calibrated.table(),
            },
        },
        "cost": {
            **{"page_ms": usage.page_ms, "page_ms_p95": usage.page_ms_p95, "long_page_ms": usage.long_page_ms},
            **{"prepare_s": usage.prepare_s, "memory_mb": usage.memory_mb, "index_bytes": usage.index_bytes},
        },
    }
