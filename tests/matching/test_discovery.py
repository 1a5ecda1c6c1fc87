"""Optional matchers: there when their packages are, absent and not broken when they are not; costly ones have time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from beside.matching import Limits, MatcherSpec, Shelf, absent_matchers, find_matchers
from beside.model import Page, Passage, Release

OPENER = "beside.corpus:open_release"
PAGE = Page((Passage(0, 0, 0, 5, "Words"),), lang="en")
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Make a distribution that looks installed: its entry point, and what it requires."""

    def install(name: str, version: str, *requires: str, point: str = "") -> None:
        folder = tmp_path / f"{name}-{version}.dist-info"
        folder.mkdir()
        lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}"]
        lines += [f"Requires-Dist: {requirement}" for requirement in requires]
        (folder / "METADATA").write_text("\n".join(lines), "utf-8")
        if point:
            (folder / "entry_points.txt").write_text(f"[beside.matchers]\n{point}\n", "utf-8")

    monkeypatch.syspath_prepend(str(tmp_path))
    return install


def found(name: str) -> list[MatcherSpec]:
    return [spec for spec in find_matchers() if spec.name == name]


def absent(name: str) -> list[MatcherSpec]:
    return [spec for spec in absent_matchers() if spec.name == name]


def test_an_optional_matcher_is_found_when_its_packages_are_installed(install: Install) -> None:
    install("moody", "1", 'weights==2.0; extra == "mood"', point="mood = moody:matcher [mood]")
    install("weights", "2.0")

    assert found("mood") == [MatcherSpec("mood", "moody:matcher", "moody", "mood")]
    assert absent("mood") == []


@pytest.mark.parametrize("installed", [None, "2.1"])
def test_without_its_packages_or_with_other_versions_it_is_absent(installed: str | None, install: Install) -> None:
    install(
        "moody", "1", 'weights==2.0; python_version >= "3" and extra == "mood"', point="mood = moody:matcher [mood]"
    )
    if installed:
        install("weights", installed)

    assert found("mood") == []
    assert [spec.cure for spec in absent("mood")] == ['pip install "moody[mood]"']


def test_another_extra_does_not_matter(install: Install) -> None:
    install("moody", "1", 'weights==2.0; extra == "other"', point="mood = moody:matcher [mood]")

    assert len(found("mood")) == 1


def test_strangers_and_matchers_with_a_model_are_alone() -> None:
    alone = {spec.name for spec in find_matchers() if spec.alone}

    assert alone == {spec.name for spec in find_matchers() if spec.extra}
    assert MatcherSpec("x", "x:matcher", "stranger").alone


SPENDS = """
import time
BUDGET_MS = {budget}

def matcher(corpus):
    def match(page):
        until = time.process_time() + 0.4
        while time.process_time() < until:
            pass
        return []
    return match
"""


@pytest.mark.parametrize(("budget", "state"), [("0", "too_slow"), ("3000", "ok"), ("'much'", "too_slow")])
def test_a_costly_matcher_gets_the_time_it_declares(
    budget: str, state: str, tmp_path: Path, pow_accounts: Release
) -> None:
    (tmp_path / "spends.py").write_text(SPENDS.format(budget=budget), "utf-8")
    spec = MatcherSpec("spends", str(tmp_path / "spends.py"), "file")
    shelf = Shelf([spec], Limits(soft_ms=200, hard_ms=10_000, cap_ms=20_000), OPENER, tmp_path / "cache")
    shelf.prepare([pow_accounts])
    shelf.match(PAGE)
    shelf.close()

    assert [matcher.state for matcher in shelf.states] == [state]


def test_no_matcher_gets_more_than_the_cap(tmp_path: Path, pow_accounts: Release) -> None:
    (tmp_path / "spends.py").write_text(SPENDS.format(budget="60_000"), "utf-8")
    spec = MatcherSpec("spends", str(tmp_path / "spends.py"), "file")
    shelf = Shelf([spec], Limits(soft_ms=100, hard_ms=10_000, cap_ms=200), OPENER, tmp_path / "cache")
    shelf.prepare([pow_accounts])
    shelf.match(PAGE)
    shelf.close()

    assert [matcher.state for matcher in shelf.states] == ["too_slow"]
