"""What changes while pages are read: releases, files of matchers, who is in quarantine. No page fails for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from beside.corpus import publish, read_folder, seal
from beside.home import Home
from beside.matching import Limits, MatcherSpec, Reloading, Shelf, find_matchers, release_matcher
from beside.model import Page, PageRequest, Release
from beside.reader import open_reader
from beside.settings import load_settings

Alone = Callable[..., Shelf]
Eventually = Callable[..., bool]
SEEDS = Path(__file__).parents[2] / "seeds"
SOURCE = """
from beside import Match
def matcher(corpus):
    return lambda page: [Match(0, "incident:" + min(corpus.incidents), {weight})]
"""
FAILS = "def matcher(corpus):\n    def match(page):\n        raise ValueError\n    return match\n"

FAILS_IN_ITS_FIRST_PROCESS = """
from beside import Match
def matcher(corpus):
    begun = corpus.cache_dir / "begun"
    again = begun.exists()
    begun.write_text("")
    def match(page):
        if not again:
            raise ValueError
        return [Match(0, "incident:" + min(corpus.incidents), 0.5)]
    return match
"""


def weights(shelf: Shelf, page: Page, release: Release) -> list[float]:
    return [stamped.match.weight for stamped in shelf.match(page)[release.sha256]]


def test_a_change_of_releases_fails_no_page(
    alone: Alone, page: Page, pow_accounts: Release, halven_strait: Release
) -> None:
    shelf, ended = alone(SOURCE.format(weight=0.5)), threading.Event()

    def read(_: int) -> set[bool]:
        heard = set()
        while not ended.is_set():
            heard.add(weights(shelf, page, pow_accounts) == [0.5])
        return heard

    with ThreadPoolExecutor(3) as readers:
        told = readers.map(read, range(3))
        for _ in range(2):
            shelf.prepare([pow_accounts, halven_strait])
            shelf.prepare([pow_accounts])
        ended.set()

    assert list(told) == [{True}] * 3


def test_a_new_release_is_made_ready_while_the_old_one_answers(home: Home) -> None:
    corpus = read_folder(SEEDS / "halven-strait").corpus
    releases = [seal(home.root, replace(corpus, title=title)) for title in ("The first", "The second")]
    publish(home.root, corpus.id, releases[0].sha256)
    reader = open_reader(home, load_settings(home.settings, {}, deny=["e5", "minilm"]))
    request = PageRequest(text="A rocket hit the village hall of Yllverholt on 14 March 2031.", lang="en")
    try:
        reader.read(request)
        publish(home.root, corpus.id, releases[1].sha256)
        with ThreadPoolExecutor(4) as readers:
            answers = list(readers.map(lambda _: reader.read(request), range(12)))
        last = reader.read(request)
    finally:
        reader.close()

    assert {len(answer.cards) for answer in (*answers, last)} == {1}
    assert last.releases == {corpus.id: releases[1].sha256}


def test_a_file_that_is_edited_added_or_taken_away_is_picked_up(
    tmp_path: Path, page: Page, pow_accounts: Release, eventually: Eventually
) -> None:
    file = tmp_path / "stranger.py"
    find = lambda: [spec for spec in find_matchers(tmp_path) if not spec.own]  # noqa: E731
    shelf = Shelf((), Limits(hard_ms=10_000), "beside.corpus:open_release", tmp_path / "cache")
    shelf.prepare([pow_accounts])
    reloading = Reloading(shelf, find, 0.1)
    try:
        file.write_text(SOURCE.format(weight=0.25))
        assert eventually(lambda: weights(shelf, page, pow_accounts) == [0.25])
        file.write_text(SOURCE.format(weight=0.75))
        assert eventually(lambda: weights(shelf, page, pow_accounts) == [0.75])
        file.unlink()
        assert eventually(lambda: weights(shelf, page, pow_accounts) == [])
    finally:
        reloading.close()
        shelf.close()


@pytest.fixture
def failed(alone: Alone, page: Page, tmp_path: Path, eventually: Eventually) -> Shelf:
    """A shelf whose one matcher got itself into quarantine."""
    shelf = alone(FAILS, kept=tmp_path / "matchers.json")

    def quarantined() -> bool:
        shelf.match(page)
        return shelf.states[0].state == "quarantined"

    assert eventually(quarantined)
    return shelf


def test_quarantine_outlives_the_service_with_its_reason(failed: Shelf, alone: Alone, tmp_path: Path) -> None:
    failed.close()
    shelf = alone(FAILS, kept=tmp_path / "matchers.json")
    (state,) = shelf.states

    assert (state.state, state.reason) == ("quarantined", "raised ValueError in line 3")
    assert shelf.running == 0


def test_who_is_released_is_tried_in_a_new_process_and_heard_again(
    alone: Alone, page: Page, pow_accounts: Release, tmp_path: Path, eventually: Eventually
) -> None:
    shelf = alone(FAILS_IN_ITS_FIRST_PROCESS, kept=tmp_path / "matchers.json")
    assert eventually(lambda: weights(shelf, page, pow_accounts) == [] and shelf.states[0].state == "quarantined")
    assert eventually(lambda: shelf.running == 0)
    release_matcher(tmp_path / "matchers.json", "stranger")

    assert eventually(lambda: weights(shelf, page, pow_accounts) == [0.5])
    assert shelf.states[0].state == "ok"


def test_other_code_under_the_same_name_is_asked(
    failed: Shelf, alone: Alone, page: Page, pow_accounts: Release, tmp_path: Path
) -> None:
    mended = alone(SOURCE.format(weight=0.5), kept=tmp_path / "matchers.json")

    assert weights(mended, page, pow_accounts) == [0.5]


def test_who_is_released_is_asked_again_aside(failed: Shelf, page: Page, tmp_path: Path) -> None:
    release_matcher(tmp_path / "matchers.json", "stranger")

    assert failed.states[0].reason == "released from quarantine, on trial"


def test_the_cache_of_other_code_is_not_found(alone: Alone, tmp_path: Path) -> None:
    keeps = "def matcher(corpus):\n    (corpus.cache_dir / 'index').write_text('x')\n    return lambda page: []\n"
    alone(keeps)
    alone(keeps + "# edited\n")

    assert len(list((tmp_path / "cache").glob("stranger@*/0/*/index"))) == 2
    assert MatcherSpec("stranger", str(tmp_path / "stranger.py"), "file").fingerprint in "".join(
        path.name for path in (tmp_path / "cache").iterdir()
    )


ONE_CORPUS = """
from beside import Match
def matcher(corpus):
    if corpus.id == "pow-accounts":
        raise ValueError
    return lambda page: [Match(0, "incident:" + min(corpus.incidents), 0.5)]
"""


def test_one_that_cannot_be_used_for_one_corpus_is_heard_for_another(
    alone: Alone, page: Page, pow_accounts: Release, halven_strait: Release
) -> None:
    shelf = alone(ONE_CORPUS)
    assert shelf.states[0].state == "refused"
    shelf.prepare([pow_accounts, halven_strait])

    assert weights(shelf, page, halven_strait) == [0.5]
    assert shelf.states[0].state == "ok"
    assert shelf.states[0].reason.startswith("not for every corpus: raised ValueError in line 5")
