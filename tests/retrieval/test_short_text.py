from __future__ import annotations

import pytest

from beside.retrieval.short_text import asked_text, claim_text, unglued, unsigned


@pytest.mark.parametrize(
    "signed",
    [
        "Lanterns at Dunmore! — Ann Other (@annother) January 1, 2020",
        "Lanterns at Dunmore! Ann Other (annother) September 21, 2016",
        "Lanterns at Dunmore! — The Dunmore Gazette, by A. Other (@gazette) May 3, 2018",
    ],
)
def test_the_line_that_signs_a_post_is_no_part_of_it(signed: str) -> None:
    assert unsigned(signed).strip() == "Lanterns at Dunmore!"


@pytest.mark.parametrize(
    "plain", ["It burned on January 1, 2020", "Ann (of Dunmore) sang", "The ferry — a new one — sank"]
)
def test_what_signs_nothing_stays(plain: str) -> None:
    assert unsigned(plain) == plain


def test_glued_words_are_looked_up_by_their_parts_too() -> None:
    assert {"dunmoregazett", "dunmor", "gazett"} <= asked_text("said DunmoreGazette", "en").words
    assert unglued("#DunmoreGazette and @DunmoreGazette are split elsewhere").startswith("#DunmoreGazette and")


def test_letters_run_over_the_gaps_between_words() -> None:
    assert {" fer", "ry b"} <= claim_text("Ferry burned", "en").letters


def test_an_address_gives_no_letters() -> None:
    assert claim_text("Ferry https://example.org/abc", "en").letters == claim_text("Ferry", "en").letters


def test_a_text_without_words_is_empty() -> None:
    assert asked_text("🙂 …", "en").words == frozenset()
