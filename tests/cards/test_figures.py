"""Figures: all that were given, each with its speaker; the page's own where it is plain; sums that a source lays out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from beside.cards import deal
from beside.cards.figures import figures_of
from beside.cards.sums import sums_of
from beside.model import Because, Evidence, PageRequest, Quantity, Release, Selector, Statement, When
from beside.reader import Reader
from beside.web.answers import card_json

CASES = "pow-execution-case-count-2025-05"


def quantity(what: str, value: float, comparator: str = "=", unit: str = "case", as_of: str | None = None) -> Quantity:
    return Quantity(what=what, comparator=comparator, value=value, unit=unit, verbatim=f"{value:.0f}", as_of=as_of)


def statement(id_: str, *quantities: Quantity, speaker: str = "office", document: str = "D1") -> Statement:
    return Statement(
        id=id_, claim="C1", speaker=speaker, stance="asserts", act="report", hedge="flat", says="Counts", voice="direct",
        said=When(edtf="2025", basis="document"), quantities=quantities,
        passage=Selector(document=document, start=0, end=1, exact="a"),
    )  # fmt: skip


def evidence(exact: str, corpus: str, number: str, start: int | None = 0) -> Evidence:
    at = exact.index(number)
    because = Because("figures@1.0", "figure", at, at + len(number), corpus, 1.0)
    return Evidence(
        0 if start == 0 else None, start, None if start is None else len(exact), exact, "", "", (), (because,)
    )


SERIES = (
    quantity("cases in 2022", 8, as_of="2022"),
    quantity("cases in 2023", 8, as_of="2023"),
    quantity("cases in the running year", 20, as_of="2024-05-05"),
)
TOTAL = quantity("cases opened", 36, as_of="2024-05-05")


def test_all_numbers_for_one_quantity_stand_together_and_no_others(halven_strait: Release) -> None:
    card = deal(halven_strait.corpus.incidents["strait-mine-count-2031"], halven_strait)

    assert [(f.what, [(g.quantity.comparator, g.quantity.value) for g in f.given]) for f in card.figures] == [
        ("mines laid by Tesmarra", [("~", 140.0), ("=", 24.0)]),
        ("mines laid by Orvelland", [("=", 18.0), ("~", 90.0)]),
        ("mines found", [("=", 52.0), ("=", 61.0)]),
    ]


def test_the_injured_and_the_treated_are_not_one_quantity(halven_strait: Release) -> None:
    card = deal(halven_strait.corpus.incidents["village-hall-yllverholt-2031-03"], halven_strait)

    assert {"people injured", "people treated"} <= {figure.what for figure in card.figures}


def test_every_number_of_an_incident_is_given_in_the_order_of_accounts(pow_accounts: Release) -> None:
    for incident in pow_accounts.corpus.incidents.values():
        card = deal(incident, pow_accounts)
        order = {account.statement.id: number for number, account in enumerate(card.accounts)}
        places = [[order[given.statement] for given in figure.given] for figure in card.figures]

        assert sum(map(len, places)) == sum(len(s.quantities) for s in incident.statements)
        assert all(place == sorted(place) for place in places)


def test_the_yearly_figures_of_the_seeds_add_up_to_their_totals(pow_accounts: Release) -> None:
    figures = deal(pow_accounts.corpus.incidents[CASES], pow_accounts).figures
    sums = {
        f.what: [([p.quantity.value for p in s.parts], s.sum, s.adds_up) for s in f.sums] for f in figures if f.sums
    }

    assert sums == {
        "criminal cases opened": [([8, 8, 39, 20], 75, True)],
        "prisoners concerned": [([57, 11, 149, 51], 268, True)],
    }


def test_only_what_a_source_lays_out_is_summed(pow_accounts: Release, halven_strait: Release) -> None:
    summed = {
        incident.id
        for release in (pow_accounts, halven_strait)
        for incident in release.corpus.incidents.values()
        if sums_of(incident.statements)
    }

    assert summed == {CASES}  # not eleven sailors of one and three of another account, though they make fourteen


def test_a_total_that_is_not_the_sum_is_told_as_it_is() -> None:
    (found,) = sums_of([statement("S1", replace(TOTAL, value=75)), statement("S2", *SERIES)])

    assert (found.sum, found.total.quantity.value, found.adds_up) == (36, 75, False)


@pytest.mark.parametrize(
    "told",
    [
        [statement("S1", TOTAL, speaker="another office"), statement("S2", *SERIES)],
        [statement("S1", TOTAL, document="D2"), statement("S2", *SERIES)],
        [statement("S1", replace(TOTAL, unit="person")), statement("S2", *SERIES)],
        [statement("S1", replace(TOTAL, as_of="2024")), statement("S2", *SERIES)],
        [statement("S1", replace(TOTAL, comparator=">")), statement("S2", *SERIES)],
        [statement("S1", TOTAL, quantity("cases closed", 9, as_of="2024-05-05")), statement("S2", *SERIES)],
        [statement("S1", TOTAL), statement("S2", replace(SERIES[0], comparator="~"), *SERIES[1:])],
        [statement("S1", TOTAL), statement("S2", *reversed(SERIES))],
        [statement("S1", TOTAL), statement("S2", *(replace(part, as_of=None) for part in SERIES))],
        [statement("S1", TOTAL), statement("S2", SERIES[2])],
    ],
    ids="speaker document unit day open-total two-totals about backwards undated one-part".split(),
)
def test_where_anything_is_missing_nothing_is_summed(told: list[Statement]) -> None:
    assert sums_of(told) == ()


DEAD = quantity("dead soldiers", 10, ">", "person")
CAPTURED = quantity("captured soldiers", 10, "~", "person")


@pytest.mark.parametrize(
    ("sentence", "number", "what", "comparator"),
    [
        ("The troops had captured about ten soldiers there.", "ten", "captured soldiers", "~"),
        ("More than ten dead soldiers lie on the ground.", "ten", "dead soldiers", ">"),
    ],
)
def test_the_words_beside_a_number_tell_of_which_quantity_it_is(
    sentence: str, number: str, what: str, comparator: str
) -> None:
    told = [statement("S1", DEAD), statement("S2", CAPTURED)]
    figures = figures_of(told, [evidence(sentence, "~10 captured soldiers", number)], "en", [DEAD, CAPTURED])

    assert [(f.what, n.comparator, n.exact, n.evidence) for f in figures for n in f.page] == [
        (what, comparator, number, 0)
    ]


def test_a_number_that_may_be_of_either_quantity_is_put_to_neither() -> None:
    told = [statement("S1", DEAD), statement("S2", CAPTURED)]
    figures = figures_of(told, [evidence("Ten were named.", "~10 captured soldiers", "Ten")], "en", [DEAD, CAPTURED])

    assert not [number for figure in figures for number in figure.page]


def test_another_incidents_quantity_may_be_what_the_page_speaks_of() -> None:
    fishermen, sailors = (quantity(f"{who} struck", 2, unit="person") for who in ("fishermen", "sailors"))
    sentence = evidence("She insists that two of the sailors were struck.", "2 fishermen struck", "two")

    (figure,) = figures_of([statement("S1", fishermen)], [sentence], "en", [fishermen, sailors])

    assert figure.page == ()


@pytest.mark.parametrize(
    ("sentence", "number", "value"),
    [("It counts 630 prisoners.", "630", True), ("It counts 603 prisoners.", "603", False)],
)
def test_a_number_with_its_digits_exchanged_is_another(sentence: str, number: str, value: bool) -> None:
    offered = quantity("prisoners of war in the offer", 630, unit="person")
    told = evidence(sentence, "630 prisoners of war in the offer", number)

    (figure,) = figures_of([statement("S1", offered)], [told], "en", [offered])

    assert bool(figure.page) is value


def test_in_a_sentence_cut_from_html_the_number_is_found_by_its_value() -> None:
    houses = quantity("flooded houses", 310, unit="house")
    told = evidence("On 3 days it counted 310 flooded houses.", "310 flooded houses", "310", start=None)

    (figure,) = figures_of([statement("S1", houses)], [told], "en", [houses])

    assert [number.exact for number in figure.page] == ["310"]


def test_a_number_that_no_matcher_gave_as_a_reason_is_not_the_pages_own() -> None:
    houses = quantity("flooded houses", 310, unit="house")
    told = evidence("It counted 310 flooded houses.", "310 flooded houses", "310")
    silent = replace(told, because=(replace(told.because[0], kind="wording"),))

    (figure,) = figures_of([statement("S1", houses)], [silent], "en", [houses])

    assert figure.page == ()


@pytest.fixture
def mines(reader: Reader) -> dict[str, Any]:
    text = (
        "The Halven Strait Observer Mission had found 61 mines by 1 April 2031. The navy in Ebbrolt speaks of about 140 "
        "mines that Tesmarra has laid in the strait."
    )
    answer = reader.read(PageRequest(text=text, published="2031-04-02", lang="en", corpora=("halven-strait",)))
    return next(card_json(card) for card in answer.cards if card.incident.id == "strait-mine-count-2031")


def test_a_real_page_has_its_own_numbers_beside_the_others(mines: dict[str, Any]) -> None:
    own = {
        figure["what"]: [(n["comparator"], n["value"], n["exact"]) for n in figure["page"]]
        for figure in mines["figures"]
    }

    assert own["mines found"] == [("=", 61.0, "61")]
    assert own["mines laid by Tesmarra"] == [("~", 140.0, "140")]
    assert own["mines laid by Orvelland"] == []
    assert all("61" in mines["evidence"][n["evidence"]]["exact"] for n in mines["figures"][2]["page"])
