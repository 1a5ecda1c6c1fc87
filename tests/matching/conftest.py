"""What these tests share: shelves over one-file matchers, closed at the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from beside.matching import Limits, MatcherSpec, Shelf
from beside.model import MatcherState, Page, Passage, Release

OPENER = "beside.corpus:open_release"
TEXT = "Videos from Makiivka were discussed."


@pytest.fixture
def page() -> Page:
    """One sentence that names a place on record."""
    return Page((Passage(0, 0, 0, len(TEXT), TEXT),), lang="en")


@pytest.fixture
def alone(tmp_path: Path, pow_accounts: Release) -> Iterator[Callable[..., Shelf]]:
    """A shelf with one stranger's matcher, ready; its source is given."""
    shelves = []

    def alone(source: str, name: str = "stranger", **more: Any) -> Shelf:
        (tmp_path / f"{name}.py").write_text(source, "utf-8")
        spec = MatcherSpec(name, str(tmp_path / f"{name}.py"), "file")
        shelves.append(Shelf([spec], Limits(hard_ms=10_000), OPENER, tmp_path / "cache", **more))
        shelves[-1].prepare([pow_accounts])
        return shelves[-1]

    yield alone
    for shelf in shelves:
        shelf.close()


@pytest.fixture
def eventually() -> Callable[..., bool]:
    """Whether something comes true within some seconds."""

    def eventually(true: Callable[[], bool], seconds: float = 60.0) -> bool:
        until = time.monotonic() + seconds
        while not true() and time.monotonic() < until:
            time.sleep(0.05)
        return true()

    return eventually


@dataclass(frozen=True)
class Pair:
    """A shelf with one sound matcher and a stranger beside it."""

    shelf: Shelf
    release: Release

    @property
    def stranger(self) -> MatcherState:
        return next(state for state in self.shelf.states if state.name == "stranger")

    def heard(self, page: Page) -> set[str]:
        return {stamped.matcher.partition("@")[0] for stamped in self.shelf.match(page)[self.release.sha256]}


@pytest.fixture
def beside_sound(tmp_path: Path, pow_accounts: Release) -> Iterator[Callable[[str], Pair]]:
    """One sound matcher and a stranger beside it, ready; its source is given."""
    pairs = []

    def beside_sound(source: str) -> Pair:
        (tmp_path / "stranger.py").write_text(source)
        files = (tmp_path / "stranger.py", sorted((Path(__file__).parent / "sound").glob("*.py"))[0])
        specs = [MatcherSpec(file.stem, str(file), "file") for file in files]
        limits = Limits(soft_ms=100, hard_ms=10_000)
        pairs.append(Pair(Shelf(specs, limits, OPENER, tmp_path / "cache"), pow_accounts))
        pairs[-1].shelf.prepare([pow_accounts])
        return pairs[-1]

    yield beside_sound
    for pair in pairs:
        pair.shelf.close()
