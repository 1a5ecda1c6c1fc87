from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from beside.retrieval import ClaimIndex, IndexedClaim, UnreadableIndex, build_index, open_index, terms

CLAIMS = (
    IndexedClaim("0", "0", "A ferry burned off Halven Point", "Ferry Fire"),
    IndexedClaim("b", "storm", "Two hundred lanterns were lit at Dunmore", "Lanterns"),
    IndexedClaim("c", "storm", "Пленных вернули через пролив", "", "ru"),
)


@pytest.fixture
def index(tmp_path: Path) -> ClaimIndex:
    build_index(CLAIMS, tmp_path / "x.index")
    return open_index(tmp_path / "x.index")


def asked(text: str, lang: str = "en") -> dict[str, float]:
    return dict.fromkeys(terms(text, lang).stems, 1.0)


def test_the_claim_that_shares_the_words_comes_first(index: ClaimIndex) -> None:
    found = index.find(asked("the fire on a ferry"), 10)

    assert (found[0].claim, found[0].incident, found[0].title) == ("0", "0", "Ferry Fire")
    assert found[0].bm25 > 0


def test_words_are_found_in_their_own_language(index: ClaimIndex) -> None:
    assert [c.claim for c in index.find(asked("пленные", "ru"), 10)] == ["c"]


def test_a_title_is_looked_up_as_well(index: ClaimIndex) -> None:
    assert index.frequency("fire") == 1
    assert index.frequency("ferri") == 1
    assert index.frequency("nothing") == 0


def test_a_weight_counts(index: ClaimIndex) -> None:
    assert [c.claim for c in index.find({"ferri": 1.0, "dunmor": 9.0}, 1)] == ["b"]


@pytest.mark.parametrize("stem", ["", '"', "+stems:*", "a AND", "\x00", "x" * 100_000, "[a TO z]"])
def test_hostile_words_find_nothing(index: ClaimIndex, stem: str) -> None:
    assert index.find({stem: 1.0}, 10) == ()


def test_no_words_no_claims_and_no_limit_find_nothing(index: ClaimIndex, tmp_path: Path) -> None:
    build_index((), tmp_path / "empty.index")

    assert index.find({}, 10) == index.find({"ferri": 1.0}, 0) == ()
    assert open_index(tmp_path / "empty.index").find({"ferri": 1.0}, 10) == ()


def test_claims_of_one_score_stand_in_order_of_their_ids(tmp_path: Path) -> None:
    build_index((IndexedClaim(id, id, "a ferry") for id in "cab"), tmp_path / "x.index")

    assert [c.claim for c in open_index(tmp_path / "x.index").find({"ferri": 1.0}, 10)] == ["a", "b", "c"]


def test_an_index_that_is_there_stays(index: ClaimIndex, tmp_path: Path) -> None:
    build_index(CLAIMS[:1], tmp_path / "x.index")

    assert open_index(tmp_path / "x.index").count == 3


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def failing() -> Iterator[IndexedClaim]:
        yield CLAIMS[0]
        raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        build_index(failing(), tmp_path / "x.index")

    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == []


def test_what_a_killed_build_has_left_is_cleared(tmp_path: Path) -> None:
    left, at_work = tmp_path / ".a.building", tmp_path / ".b.building"
    left.mkdir()
    at_work.mkdir()
    os.utime(left, (0, 0))
    build_index(CLAIMS, tmp_path / "x.index")

    assert (left.exists(), at_work.exists()) == (False, True)


def test_what_is_damaged_is_unreadable_and_can_be_built_again(tmp_path: Path) -> None:
    folder = tmp_path / "x.index"
    folder.mkdir()
    (folder / "meta.json").write_text("{")

    with pytest.raises(UnreadableIndex):
        open_index(folder)
    build_index(CLAIMS, folder)

    assert open_index(folder).count == 3


def test_many_threads_get_the_same_answer(index: ClaimIndex) -> None:
    answers: list[object] = []
    threads = [threading.Thread(target=lambda: answers.append(index.find(asked("ferry"), 5))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(answers) == 16
    assert all(answer == answers[0] for answer in answers)
