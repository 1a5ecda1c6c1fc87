"""Counterfactual reasons: for any matcher, without its help, within so many readings."""

from __future__ import annotations

import pytest

from beside.bench import Desk, Trial, Why, explain
from beside.bench.telling import number_in_words, why_in_words
from beside.bench.why import MOST_READINGS, without
from beside.model import PageRequest
from beside.ranking import shipped_coefficients
from beside.reading import see

TEXT = (
    "Selquara says that a rocket hit the village hall of Yllverholt on 14 March 2031, and nine were hurt.\n"
    "The hall had been rented to a choir."
)
PAGE = PageRequest(text=TEXT, lang="en", corpora=("halven-strait",))
HALL = "village-hall-yllverholt-2031-03"


@pytest.fixture(scope="module")
def desk(trial: Trial) -> Desk:
    return Desk({"halven-strait": trial.corpora["halven-strait"]}, trial.shelf)


def cards(desk: Desk, text: str) -> set[str]:
    return {why.incident for why in explain(PageRequest(text=text, lang="en"), desk, most=0)}


def test_without_the_words_it_names_there_is_no_card(desk: Desk) -> None:
    (why,) = explain(PAGE, desk)
    page, _ = without(see(PAGE, desk.corpora, desk.shelf), why.words)

    assert why.incident == HALL
    assert why.words
    assert HALL not in cards(desk, "\n".join(passage.text for passage in page.passages))


def test_no_word_of_it_can_be_spared(desk: Desk) -> None:
    (why,) = explain(PAGE, desk, most=200)
    seen = see(PAGE, desk.corpora, desk.shelf)
    for word in why.words:
        page, _ = without(seen, [other for other in why.words if other != word]) if len(why.words) > 1 else (None, ())
        assert page is None or HALL in cards(desk, "\n".join(passage.text for passage in page.passages))


def test_a_match_of_one_matcher_hangs_on_its_own_words(trial: Trial) -> None:
    desk = Desk({"halven-strait": trial.corpora["halven-strait"]}, trial.alone)
    (why,) = explain(PAGE, desk, "gates")

    assert (why.matcher, why.incident, why.words, why.how) == ("gates", HALL, ("hall",), "smallest")


@pytest.mark.parametrize("most", [0, 1, 3, MOST_READINGS])
def test_it_never_reads_more_often_than_it_may(most: int, desk: Desk) -> None:
    assert sum(why.readings for why in explain(PAGE, desk, most=most)) <= most


def test_where_the_search_is_cut_short_that_is_said(desk: Desk) -> None:
    assert {why.how for why in explain(PAGE, desk, most=2)} == {"enough"}
    assert {why.how for why in explain(PAGE, desk, most=0)} == {"none"}


def test_only_the_incident_that_is_asked_for_is_explained(desk: Desk) -> None:
    assert explain(PAGE, desk, incident="no-such") == ()


def test_the_nearest_without_a_card_is_told_with_what_told_it_apart(desk: Desk) -> None:
    (why,) = explain(PAGE, desk)

    assert why.refused
    assert why.refused.incident != HALL
    assert why.refused.score < shipped_coefficients().possible
    assert why.refused.apart or why.refused.barred or not why.refused.proven


def test_a_page_of_nothing_on_record_has_nothing_to_explain(desk: Desk) -> None:
    assert explain(PageRequest(text="Boil the rice.", lang="en"), desk) == ()


def test_words_are_blanked_out_and_all_others_keep_their_place(desk: Desk) -> None:
    seen = see(PAGE, desk.corpora, desk.shelf)
    _, (block,) = without(seen, ["hall"])

    assert len(block.text) == len(TEXT)
    assert block.text == TEXT.replace("hall", "    ")


def test_in_words_it_says_without_what(desk: Desk) -> None:
    told = "\n".join(why_in_words(Why("c", "i", None, ("Makiivka", "13 November"), "smallest", 7, None)))

    assert "Without “Makiivka” and “13 November” there is no card." in told


def test_every_number_of_the_decision_has_plain_words() -> None:
    names = shipped_coefficients().regression.features

    assert [name for name in names if number_in_words(name) == name and " " in name] == []
