"""What a matcher kept for a release goes when the release has gone, when its file was edited, or after a month."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from beside.matching import MatcherSpec, Shelf
from beside.matching.sweeping import KEPT_SECONDS, sweep
from beside.model import Release

KEEPS = "def matcher(corpus):\n    (corpus.cache_dir / 'index').write_text('x')\n    return lambda page: []\n"
Alone = Callable[..., Shelf]
Eventually = Callable[..., bool]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A cache for two releases."""
    for sha256 in ("aa", "bb"):
        (tmp_path / "cache" / "ships@12" / "0.1" / sha256).mkdir(parents=True)
        (tmp_path / "cache" / "ships@12" / "0.1" / sha256 / "index").write_text("x")
    return tmp_path / "cache"


def left(cache: Path) -> list[str]:
    return sorted(path.parent.name for path in cache.rglob("index"))


def test_the_cache_of_a_release_that_has_gone_goes(cache: Path) -> None:
    sweep(cache, {"aa"})

    assert left(cache) == ["bb"]


def test_what_was_not_used_for_a_month_goes_with_its_folders(cache: Path) -> None:
    sweep(cache, now=time.time() + KEPT_SECONDS + 60)

    assert list(cache.iterdir()) == []


def test_nothing_else_goes(cache: Path) -> None:
    sweep(cache, now=time.time() + KEPT_SECONDS - 60)

    assert left(cache) == ["aa", "bb"]


def test_a_change_of_releases_sweeps_and_keeps_what_is_used(
    alone: Alone,
    pow_accounts: Release,
    halven_strait: Release,
    tmp_path: Path,
    eventually: Eventually,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("beside.matching.shelf.GRACE_SECONDS", 0.0)
    shelf = alone(KEEPS)
    assert left(tmp_path / "cache") == [pow_accounts.sha256]
    shelf.prepare([halven_strait])

    assert eventually(lambda: left(tmp_path / "cache") == [halven_strait.sha256])


def test_an_edited_file_sweeps_what_the_one_before_kept(
    alone: Alone, tmp_path: Path, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("beside.matching.shelf.GRACE_SECONDS", 0.0)
    shelf = alone(KEEPS)
    (tmp_path / "stranger.py").write_text(KEEPS + "# edited\n")
    edited = MatcherSpec("stranger", str(tmp_path / "stranger.py"), "file")
    shelf.replace([edited])

    assert eventually(lambda: [p.name for p in (tmp_path / "cache").iterdir()] == [f"stranger@{edited.fingerprint}"])
