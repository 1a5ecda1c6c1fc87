from __future__ import annotations

import pytest

from beside.retrieval.context import CARRIED, COMPARED, FAR, LEADS, among_rivals, first_of

NAMES = {*CARRIED, *COMPARED, *LEADS, "bm25"}


def candidate(value: float, **told: float) -> dict[str, float]:
    return dict.fromkeys(NAMES, value) | told


def test_each_candidate_knows_how_far_it_stands_behind_the_best() -> None:
    rivals = [candidate(0.2), candidate(0.5)]
    among_rivals(rivals)

    assert rivals[0]["text cosine behind"] == pytest.approx(-0.3)
    assert rivals[1]["text cosine behind"] == 0


def test_bm25_counts_as_a_share_and_a_place() -> None:
    rivals = [candidate(0.5, bm25=8.0), candidate(0.5, bm25=2.0)]
    among_rivals(rivals)

    assert [rival["bm25 share"] for rival in rivals] == [1, 0.25]
    assert rivals[0]["place"] == 0 < rivals[1]["place"]
    assert "bm25" not in rivals[0]  # as a number it says nothing in another corpus


def test_what_a_matcher_told_is_compared_too() -> None:
    rivals = [candidate(0.2, e5=0.4), candidate(0.5, e5=0.1)]
    among_rivals(rivals, ["e5"])

    assert rivals[1]["e5 behind"] == pytest.approx(-0.3)
    assert rivals[0]["e5 squared"] == pytest.approx(0.16)


def test_a_lone_candidate_is_far_before_all_others() -> None:
    features = first_of([candidate(0.3)], [1.0], [0], {})

    assert features["before second"] == features["before fifth"] == FAR
    assert (features["company"], features["odds"], features["shared ahead"]) == (0, 1, 0.3)


def test_a_close_second_is_company() -> None:
    near = first_of([candidate(0.3), candidate(0.3)], [1.0, 0.9], [0, 1], {})
    far = first_of([candidate(0.3), candidate(0.3)], [1.0, -4.0], [0, 1], {})

    assert near["company"] > far["company"]
    assert near["before second"] == pytest.approx(0.1)


def test_the_first_may_be_another_than_the_first_by_bm25() -> None:
    features = first_of([candidate(0.3, e5=0.9), candidate(0.6, e5=0.2)], [0.0, 1.0], [1, 0], {}, ["e5"])

    assert features["first by BM25"] == features["first by e5"] == 0
    assert features["e5 ahead"] == pytest.approx(-0.7)


def test_differences_stand_beside_the_rest() -> None:
    assert first_of([candidate(0.1)], [1.0], [0], {"denied": 0.9})["denied"] == 0.9
