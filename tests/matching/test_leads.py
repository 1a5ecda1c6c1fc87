"""Matchers of plain claims look at leads alone, and nobody is asked who has nothing to say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from beside.corpus import open_release, seal_claims
from beside.home import Home
from beside.matching import Limits, Shelf, find_matchers
from beside.model import Page, Passage, Release

PAGE = Page((Passage(0, 0, 0, 14, "A ferry burned"),), lang="en")
READER = """
from beside import Match
READS_LEADS = True
def matcher(corpus):
    def match(page):
        for lead in page.leads:
            for claim in corpus.incidents[lead].claims:
                yield Match(0, "claim:" + claim.id, 0.5)
        yield Match(0, "claim:c", 0.9)
    return match
"""
STRANGER = READER.replace("READS_LEADS = True", "")

MakeShelf = Callable[..., Shelf]


@pytest.fixture
def release(tmp_path: Path, home: Home) -> Release:
    file = tmp_path / "claims.jsonl"
    file.write_text("".join(json.dumps({"id": id, "text": f"Claim {id}"}) + "\n" for id in "abc"))
    path = seal_claims(home.root, file, "harbour").path
    assert path
    return open_release(path)


@pytest.fixture
def make_shelf(tmp_path: Path, release: Release) -> Iterator[MakeShelf]:
    shelves = []

    def make(*releases: Release, **sources: str) -> Shelf:
        (tmp_path / "matchers").mkdir()
        for name, source in sources.items():
            (tmp_path / "matchers" / f"{name}.py").write_text(source)
        specs = [s for s in find_matchers(tmp_path / "matchers") if not s.own or s.name == "places"]
        shelves.append(Shelf(specs, Limits(hard_ms=10_000), "beside.corpus:open_release", tmp_path / "cache"))
        shelves[-1].prepare([release, *releases])
        return shelves[-1]

    yield make
    for shelf in shelves:
        shelf.close()


def targets(shelf: Shelf, release: Release, *leads: str) -> list[str]:
    return [stamped.match.target for stamped in shelf.match(PAGE, {release.sha256: leads})[release.sha256]]


def test_a_matcher_that_reads_leads_gets_them_and_may_name_nothing_else(
    make_shelf: MakeShelf, release: Release
) -> None:
    shelf = make_shelf(led=READER)

    assert shelf.reads_leads
    assert targets(shelf, release, "b", "a") == ["claim:b", "claim:a"]


def test_other_matchers_are_not_asked_about_plain_claims(make_shelf: MakeShelf, release: Release) -> None:
    shelf = make_shelf(stranger=STRANGER)

    assert not shelf.reads_leads
    assert targets(shelf, release, "a") == []
    assert {state.state for state in shelf.states} == {"ok"}


def test_no_worker_is_called_that_has_nothing_to_say(make_shelf: MakeShelf, release: Release) -> None:
    shelf = make_shelf()
    shelf.close()

    assert shelf.match(PAGE) == {release.sha256: ()}
    assert {state.state for state in shelf.states} == {"ok"}
    assert shelf.running == 0


def test_leads_differ_by_release(make_shelf: MakeShelf, release: Release, pow_accounts: Release) -> None:
    shelf = make_shelf(pow_accounts, led=READER)
    incident = "makiivka-surrender-2022-11"
    told = shelf.match(PAGE, {release.sha256: ("a",), pow_accounts.sha256: (incident,)}, led_only=True)

    claims = [f"claim:{claim.id}" for claim in pow_accounts.corpus.incidents[incident].claims]
    assert [stamped.match.target for stamped in told[release.sha256]] == ["claim:a"]
    assert [stamped.match.target for stamped in told[pow_accounts.sha256]] == claims


def test_only_the_releases_that_are_named_are_asked(
    make_shelf: MakeShelf, release: Release, pow_accounts: Release
) -> None:
    assert set(make_shelf(pow_accounts, led=READER).match(PAGE, {release.sha256: ("a",)})) == {release.sha256}
