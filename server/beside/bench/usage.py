"""What a matcher costs. Comes in: the matcher, releases, pages. Goes out: Usage: time, memory, size of its index.

Measured from outside, on a shelf of its own, through the same pipes as in the service. Memory is read from the system
where it tells of its processes (Linux); elsewhere it is None.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from ..matching import Limits, MatcherSpec, Shelf
from ..model import Page, Passage, Release

PAGES = 60
LONG = 20_000  # code points
PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Usage:
    """Milliseconds a page (median and 95th percentile) and a long page; seconds to prepare; megabytes; bytes."""

    page_ms: float
    page_ms_p95: float
    long_page_ms: float
    prepare_s: float
    memory_mb: float | None
    index_bytes: int


def measure(
    spec: MatcherSpec,
    limits: Limits,
    opener: str,
    cache: Path,
    releases: Sequence[Release],
    pages: Sequence[tuple[Page, Mapping[str, Sequence[str]]]],
) -> Usage:
    """Time and weigh it on these pages, each with its leads."""
    chosen = pages[:: max(1, len(pages) // PAGES)][:PAGES]
    nobody, before = _memory_of_children(), time.perf_counter()
    with closing(Shelf([spec], limits, opener, cache)) as shelf:
        shelf.prepare(releases)
        prepared = time.perf_counter() - before
        took = sorted(_timed(shelf, page, leads) for page, leads in chosen)
        long = [_timed(shelf, _long(page), leads) for page, leads in chosen[:5]]
        grown = _heaviest(_memory_of_children(), nobody)
    size = sum(file.stat().st_size for file in cache.rglob("*") if file.is_file())
    p95 = took[min(len(took) - 1, int(len(took) * 0.95))] if took else 0.0
    middle = median(took) if took else 0.0
    return Usage(round(middle, 2), round(p95, 2), round(median(long or [0.0]), 2), round(prepared, 2), grown, size)


def _timed(shelf: Shelf, page: Page, leads: Mapping[str, Sequence[str]]) -> float:
    before = time.perf_counter()
    shelf.match(page, leads)
    return (time.perf_counter() - before) * 1000


def _long(page: Page) -> Page:
    """The page over and over, until it is as long as a long one."""
    passages: list[Passage] = []
    length = 0
    while page.passages and length < LONG:
        again = page.passages[len(passages) % len(page.passages)]
        passages.append(replace(again, number=len(passages)))
        length += len(again.text)
    return replace(page, passages=tuple(passages))


def _heaviest(after: Mapping[int, float], before: Iterable[int]) -> float | None:
    """The peak of the heaviest process that was not there before: the one that holds the matcher."""
    new = [peak for process, peak in after.items() if process not in before]
    return round(max(new), 1) if new else None


def _memory_of_children() -> dict[int, float]:
    """Process -> its peak in megabytes, for all processes below this one."""
    status = {int(f.name): _status(f / "status") for f in PROCESSES.glob("[0-9]*")} if PROCESSES.is_dir() else {}
    below = {os.getpid()}
    while found := {process for process, (parent, _) in status.items() if parent in below} - below:
        below |= found
    return {process: status[process][1] for process in below - {os.getpid()} if process in status}


def _status(file: Path) -> tuple[int, float]:
    try:
        facts = dict(line.split(":", 1) for line in file.read_text("ascii", "replace").splitlines() if ":" in line)
    except OSError:
        return 0, 0.0
    return int(facts.get("PPid", "0")), int(facts.get("VmHWM", "0 kB").split()[0]) / 1024
