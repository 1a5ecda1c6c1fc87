from __future__ import annotations

from pathlib import Path

import pytest

from beside.retrieval import Candidate, IndexedClaim, build_index, open_index
from beside.retrieval.overlap import StemWeights, heaviest_run, kin, overlap
from beside.retrieval.short_text import asked_text, claim_text

CLAIMS = (
    "A ferry burned off Halven Point",
    "Two hundred lanterns were lit at Dunmore",
    "A ferry to Dunmore was renamed",
    "The prosecutor of Halven was dismissed",
)


@pytest.fixture
def weights(tmp_path: Path) -> StemWeights:
    build_index((IndexedClaim(text, text, text) for text in CLAIMS), tmp_path / "x.index")
    return StemWeights(open_index(tmp_path / "x.index"))


def compared(text: str, claim: str, weights: StemWeights, title: str = "") -> dict[str, float]:
    return overlap(asked_text(text, "en"), Candidate("c", "c", claim, title, "en", 1.0), weights)


def test_a_word_of_few_claims_weighs_more(weights: StemWeights) -> None:
    assert weights["lantern"] > weights["ferri"] > 0


def test_a_word_that_no_claim_has_weighs_most_and_is_not_known(weights: StemWeights) -> None:
    assert weights["walrus"] >= weights["lantern"]
    assert weights.known(["walrus", "lantern"]) == {"lantern"}


def test_the_same_words_cover_and_are_found_wholly(weights: StemWeights) -> None:
    features = compared(CLAIMS[0], CLAIMS[0], weights)

    assert features["covered"] == pytest.approx(1)
    assert features["found"] == features["text cosine"] == features["text letters"] == pytest.approx(1)


def test_nothing_in_common_is_nothing(weights: StemWeights) -> None:
    features = compared("Snow fell", CLAIMS[1], weights)

    assert features["shared"] == features["covered"] == features["text run"] == features["rarest"] == 0


def test_a_claim_without_a_title_is_compared_by_its_text_twice(weights: StemWeights) -> None:
    features = compared("the ferry burned", CLAIMS[0], weights)

    assert features["title cosine"] == features["text cosine"]
    assert features["title length"] == features["text length"]


def test_figures_are_counted_however_they_are_written(weights: StemWeights) -> None:
    features = compared("200 lanterns, 4,700 guests", CLAIMS[1], weights, title="Lanterns of 1999")

    assert (features["figures shared"], features["figures missed"]) == (1, 1)


def test_words_that_begin_alike_are_kin(weights: StemWeights) -> None:
    claim = claim_text(CLAIMS[3], "en")

    assert kin(asked_text("a prosecution", "en"), claim, weights) > 0
    assert kin(asked_text("a prosecutor", "en"), claim, weights) == 0


def test_a_run_is_broken_by_another_word(weights: StemWeights) -> None:
    asked = ("ferri", "burn", "halven", "point")

    assert heaviest_run(asked, asked, weights) == pytest.approx(weights.sum(asked))
    assert heaviest_run(asked, ("ferri", "burn", "x", "halven"), weights) == pytest.approx(weights.sum(asked[:2]))


def test_the_count_of_claims_does_not_change_what_a_lone_word_weighs(tmp_path: Path, weights: StemWeights) -> None:
    many = [*CLAIMS, *(f"walrus number {n}" for n in range(500))]
    build_index((IndexedClaim(text, text, text) for text in many), tmp_path / "y.index")

    assert StemWeights(open_index(tmp_path / "y.index"))["lantern"] == pytest.approx(weights["lantern"], abs=0.4)
