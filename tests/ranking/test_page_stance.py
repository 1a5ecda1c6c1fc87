from __future__ import annotations

import pytest

from beside.ranking.page_stance import STANCES, page_stance, sure_stance

CLAIM = "A ferry sank in the Halven strait"
HEADLINES = (
    ("Ferry sinks in Halven strait", "asserts"),
    ("No, a ferry did not sink in the Halven strait: the story is a hoax", "denies"),
    ("Ferry reportedly sank in the Halven strait, according to unconfirmed reports", "reports"),
)


@pytest.mark.parametrize(("headline", "stance"), HEADLINES)
def test_a_headline_takes_a_stance_on_a_known_claim(headline: str, stance: str) -> None:
    chances = page_stance([headline], CLAIM)

    assert max(chances, key=lambda stance: chances[stance]) == stance


@pytest.mark.parametrize("sentences", [["Ferry sinks."], ["A ferry sank.", "It was night.", "Nobody was hurt."]])
def test_the_chances_of_all_stances_add_up_to_one(sentences: list[str]) -> None:
    chances = page_stance(sentences, CLAIM)

    assert set(chances) == set(STANCES)
    assert sum(chances.values()) == pytest.approx(1)


def test_an_empty_page_takes_none() -> None:
    assert page_stance([], CLAIM) == {}


def test_a_debunking_page_denies_more_than_a_telling_one() -> None:
    told = ["A ferry sank in the Halven strait.", "The coast guard confirmed it.", "Officials said nobody was hurt."]
    debunked = [
        "A ferry sank in the Halven strait, a post says.",
        "The story is fake.",
        "The coast guard denied the hoax.",
    ]

    assert page_stance(debunked, CLAIM)["denies"] > page_stance(told, CLAIM)["denies"]


def test_a_page_that_speaks_against_a_claim_denies_it_more_than_one_that_speaks_against_what_the_claim_does() -> None:
    page = ["Posts say that a ferry sank in the Halven strait.", "The story is a hoax.", "All ferries are in harbour."]
    other = "That a ferry sank in the Halven strait is a hoax"

    assert page_stance(page, CLAIM)["denies"] > page_stance(page, other)["denies"]


def test_a_reader_is_told_a_denial_that_a_headline_words_as_one() -> None:
    assert sure_stance(["Ferry sinking in the Halven strait: the story is fake, a hoax"], CLAIM) == "denies"


def test_a_reader_is_told_no_stance_of_which_the_regression_was_seldom_right() -> None:
    article = [
        "A ferry sank in the Halven strait, a post says.",
        "The story is fake.",
        "The coast guard denied the hoax.",
    ]

    assert sure_stance([HEADLINES[0][0]], CLAIM) is None
    assert sure_stance(article, CLAIM) is None
    assert sure_stance([], CLAIM) is None
