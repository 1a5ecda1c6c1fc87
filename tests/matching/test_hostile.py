"""Thirteen matchers that do the worst, each beside three sound ones: who reads loses nothing, and the reason is told.

A hundred pages each, from four readers at once. As an ordinary user too: see test_ordinary_user.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from beside.matching import Limits, MatcherSpec, Shelf
from beside.model import Page, Passage, Release

OPENER = "beside.corpus:open_release"
HERE = Path(__file__).parent
TEXT = "Videos from Makiivka were discussed."
PAGE = Page((Passage(0, 0, 0, len(TEXT), TEXT),), lang="en")
# By the clock enough for any busy machine; less only for those two that nothing else ends.
LIMITS = Limits(soft_ms=100, hard_ms=10_000, memory_mb=512)
BY_THE_CLOCK = replace(LIMITS, hard_ms=400)
SOUND = sorted(path.stem for path in (HERE / "sound").glob("*.py"))
REASONS = {
    "backtracks": "ms of processor time",
    "calls": "opens a socket, which is refused",
    "exits": "its process ended with exit code 3",
    "floods": "matches for a page",
    "forks": "starts a process, which is refused",
    "garbage": "1 of its answers for a page do not hold; one names a passage that is not there",
    "hogs": "over its memory limit",
    "loops": "ms of processor time",
    "segfaults": "its process was ended by SIGSEGV",
    "sleeps": "by the clock; its process was ended",
    "swallows": "by the clock; its process was ended",
    "wavers": "answered otherwise when asked the same again",
    "writes": "writes a file, which is refused",
}

Gather = Callable[[str], Shelf]


def spec(path: Path) -> MatcherSpec:
    return MatcherSpec(path.stem, str(path), "file")


@pytest.fixture
def gather(tmp_path: Path, pow_accounts: Release) -> Iterator[Gather]:
    """The three sound matchers and a hostile one, ready."""
    shelves = []

    def gather(name: str) -> Shelf:
        files = [*(HERE / "sound" / f"{stem}.py" for stem in SOUND), HERE / "hostile" / f"{name}.py"]
        limits = BY_THE_CLOCK if "by the clock" in REASONS[name] else LIMITS
        shelves.append(Shelf(map(spec, files), limits, OPENER, tmp_path / "cache", kept=tmp_path / "matchers.json"))
        shelves[-1].prepare([pow_accounts])
        return shelves[-1]

    yield gather
    for shelf in shelves:
        shelf.close()


def heard(shelf: Shelf, release: Release) -> list[str]:
    return sorted(stamped.matcher.partition("@")[0] for stamped in shelf.match(PAGE)[release.sha256])


def told(shelf: Shelf, name: str) -> tuple[str, str]:
    return next((state.state, state.reason) for state in shelf.states if state.name == name)


def quarantined(shelf: Shelf, name: str, seconds: float = 60.0) -> bool:
    """Whether it gets there: the last trials are made aside, after the answers."""
    until = time.monotonic() + seconds
    while told(shelf, name)[0] != "quarantined" and time.monotonic() < until:
        shelf.match(PAGE)
        time.sleep(0.02)
    return told(shelf, name)[0] == "quarantined"


def test_there_is_a_reason_for_everyone_who_is_hostile() -> None:
    assert sorted(REASONS) == sorted(path.stem for path in (HERE / "hostile").glob("*.py"))


@pytest.mark.parametrize("name", sorted(REASONS))
def test_a_hundred_pages_lose_nothing_and_the_culprit_is_named(
    name: str, gather: Gather, pow_accounts: Release
) -> None:
    shelf = gather(name)
    with ThreadPoolExecutor(4) as readers:
        answers = list(readers.map(lambda _: heard(shelf, pow_accounts), range(100)))

    assert [set(SOUND) - set(answer) for answer in answers] == [set()] * 100
    assert quarantined(shelf, name)
    assert REASONS[name] in told(shelf, name)[1]
    assert settles(lambda: shelf.running == len(SOUND))  # its own worker is gone


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no process groups")
@pytest.mark.parametrize("without", [(), ("seccomp",)])
def test_what_a_matcher_started_ends_with_it(without: tuple[str, ...], tmp_path: Path, pow_accounts: Release) -> None:
    source = (HERE / "hostile" / "forks.py").read_text("utf-8")
    file = tmp_path / "forks.py"
    # Past Python's own functions, which would refuse it everywhere.
    file.write_text(source.replace("os.fork()", "ctypes.CDLL(None).fork()").replace("import os", "import ctypes"))
    before = workers()
    shelf = Shelf([spec(file)], LIMITS, OPENER, tmp_path / "cache", without=without)
    shelf.prepare([pow_accounts])
    shelf.match(PAGE)
    started = workers() - before
    shelf.close()

    assert (len(started) > 1) == bool(without)
    assert settles(lambda: not workers() & started)


def workers() -> set[int]:
    """Our workers, and all that was started in their sessions, by number."""
    told = subprocess.run(["ps", "-eo", "pid=,ppid=,sid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 3) for line in told.splitlines()]
    ours = {int(pid) for pid, ppid, _, args in rows if int(ppid) == os.getpid() and "beside.matching.worker" in args}
    return {int(pid) for pid, _, sid, args in rows if int(sid) in ours and "defunct" not in args}


def settles(true: Callable[[], bool], seconds: float = 60.0) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return true()
