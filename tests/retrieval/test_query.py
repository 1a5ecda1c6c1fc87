from __future__ import annotations

from pathlib import Path

import pytest

from beside.model import Page, Passage
from beside.retrieval import ClaimIndex, IndexedClaim, build_index, open_index, page_leads, telling


@pytest.fixture
def index(tmp_path: Path) -> ClaimIndex:
    claims = [IndexedClaim(f"c{n}", f"i{n % 5}", f"harbour news of pier {n}") for n in range(20)]
    build_index([*claims, IndexedClaim("ferry", "fire", "harbour ferry Larkspur")], tmp_path / "x.index")
    return open_index(tmp_path / "x.index")


def test_words_that_no_claim_has_are_left_out(index: ClaimIndex) -> None:
    assert set(telling(("ferri", "zeppelin"), index)) == {"ferri"}


def test_of_many_words_the_rarest_are_kept(index: ClaimIndex) -> None:
    assert set(telling(("harbour", "news", "ferri", "pier"), index, most=1)) == {"ferri"}


def test_a_word_said_often_weighs_more(index: ClaimIndex) -> None:
    weights = telling(("ferri", "larkspur", "larkspur"), index)

    assert weights["larkspur"] > weights["ferri"] == 1.0


def test_leads_are_incidents_best_first_and_each_once(index: ClaimIndex) -> None:
    text = "The ferry Larkspur came into the harbour with news."
    leads = page_leads(Page((Passage(0, 0, 0, len(text), text),), lang="en"), index)

    assert leads[0] == "fire"
    assert len(leads) == len(set(leads)) == 6


def test_an_empty_page_has_no_leads(index: ClaimIndex) -> None:
    assert page_leads(Page(()), index) == ()
