"""What a matcher kept for a release goes when the release has gone, when its file was edited, or after a month."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from beside.matching import MatcherSpec, Shelf
from beside.matching.sweeping import KEPT_SECONDS, sweep, used
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


@pytest.mark.parametrize("link", ["ships@13", "ships@12/0.2"])
def test_a_link_that_a_matcher_laid_is_never_followed(cache: Path, tmp_path: Path, link: str) -> None:
    kept = tmp_path / "home" / "aa" / "aa"
    kept.mkdir(parents=True)
    (cache / link).symlink_to(tmp_path / "home")
    sweep(cache, {"aa"}, now=time.time() + KEPT_SECONDS + 60)

    assert kept.is_dir()


def test_what_a_link_leads_to_is_not_noted_as_used(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "aa").mkdir(parents=True)
    os.utime(tmp_path / "home" / "aa", (1, 1))
    (cache / "ships@12" / "0.2").symlink_to(tmp_path / "home")
    used(cache / "ships@12" / "0.2" / "aa")

    assert (tmp_path / "home" / "aa").stat().st_mtime == 1


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


def test_a_release_that_is_back_keeps_its_cache(
    alone: Alone,
    pow_accounts: Release,
    halven_strait: Release,
    tmp_path: Path,
    eventually: Eventually,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("beside.matching.shelf.GRACE_SECONDS", 3.0)
    shelf = alone(KEEPS)
    shelf.prepare([halven_strait])
    shelf.prepare([pow_accounts])

    assert eventually(lambda: left(tmp_path / "cache") == [pow_accounts.sha256])


def test_an_edit_that_is_undone_keeps_its_cache(
    alone: Alone, tmp_path: Path, eventually: Eventually, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("beside.matching.shelf.GRACE_SECONDS", 3.0)
    shelf = alone(KEEPS)
    first = MatcherSpec("stranger", str(tmp_path / "stranger.py"), "file").fingerprint
    for source in (KEEPS + "# edited\n", KEEPS):
        (tmp_path / "stranger.py").write_text(source)
        shelf.replace([MatcherSpec("stranger", str(tmp_path / "stranger.py"), "file")])

    assert eventually(lambda: [p.name for p in (tmp_path / "cache").iterdir()] == [f"stranger@{first}"])


LAYS = """
import os
def matcher(corpus):
    folder = corpus.cache_dir.parent.parent
    (corpus.cache_dir / "kept").write_text("x")
    if not folder.is_symlink():
        (corpus.cache_dir / "kept").unlink()
        for path in (corpus.cache_dir, corpus.cache_dir.parent, folder):
            path.rmdir()
        os.symlink({elsewhere!r}, folder)
    return lambda page: []
"""


def test_a_link_in_the_place_of_its_cache_leads_it_nowhere(alone: Alone, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for _ in range(2):
        alone(LAYS.format(elsewhere=str(tmp_path / "elsewhere")), without=("landlock",)).close()

    assert list((tmp_path / "elsewhere").iterdir()) == []
