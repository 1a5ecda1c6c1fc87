"""What was known when: said only where no day of either date says otherwise."""

from __future__ import annotations

import pytest

from beside.cards import deal
from beside.cards.known import known_at, page_place, said_after
from beside.model import IncidentMatch, KnownAt, Page, Release, When

MAKIIVKA = "makiivka-surrender-2022-11"
HALL = "village-hall-yllverholt-2031-03"
EXCHANGE = "crew-exchange-2031-04"


@pytest.mark.parametrize(
    ("said", "published", "after"),
    [
        ("2022-11-20", "2022-11-21", False), ("2022-11-21", "2022-11-21", False), ("2022-11-22", "2022-11-21", True),
        ("2022-11", "2022-11-21", None), ("2022", "2022-11-21", None), ("2022-10", "2022-11-21", False),
        ("2023", "2022-11-21", True), ("2022-11-13", "2022-11", None), ("2022-10-31", "2022-11", False),
        ("2022-12-01", "2022-11", True), ("2022-11-20~", "2022-11-21", False), ("2022-11-22?", "2022-11-21", None),
        ("2022-12~", "2022-11-21", None), ("2024%", "2022-11-21", True), ("2022-11-01/..", "2022-11-21", None),
        ("../2022-11-01", "2022-11-21", None), ("2022-10/2022-12", "2022-11-21", None), ("", "2022-11-21", None),
        ("2022-11-20", None, None), ("2022-11-20", "", None), ("2022-11-20", "no date", None),
    ],
)  # fmt: skip
def test_before_and_after_are_said_only_where_the_dates_tell(said: str, published: str | None, after: object) -> None:
    assert said_after(When(edtf=said, basis="named"), published) is after


@pytest.mark.parametrize("basis", ["document", "inferred", "unknown"])
def test_a_day_that_the_source_does_not_name_is_never_after(basis: str) -> None:
    later, earlier = When(edtf="2022-11-22", basis=basis), When(edtf="2022-11-20", basis=basis)

    assert said_after(later, "2022-11-21") is None
    assert said_after(earlier, "2022-11-21") is False


def test_what_the_page_carries_was_not_given_after_it() -> None:
    assert said_after(When(edtf="2022-11-22", basis="named"), "2022-11-21", on_page=True) is None


def test_of_accounts_that_were_only_printed_later_nothing_is_said(pow_accounts: Release) -> None:
    found = IncidentMatch(MAKIIVKA, "strong", 0.9, (), (), frozenset({"S3-07"}))
    page = Page((), lang="en", published="2022-11-19")
    card = deal(pow_accounts.corpus.incidents[MAKIIVKA], pow_accounts, found, page=page)
    bases = {account.statement.said.basis for account in card.accounts if account.after_page}

    assert {a.statement.said.basis for a in card.accounts} > bases
    assert bases <= {"named"}
    assert next(a for a in card.accounts if a.statement.id == "S3-07").after_page is None
    assert card.known_at
    assert card.known_at.before + card.known_at.after + card.known_at.untold == len(card.accounts)


@pytest.mark.parametrize(
    ("published", "place"), [("2022-11-21", 2), ("2022-11-30", 3), ("2022-11-01", 0), (None, 3), ("", 3)]
)
def test_the_pages_own_words_stand_by_the_dates_that_are_shown(published: str | None, place: int) -> None:
    assert page_place(["2022-11-20", "2022-11", "2022-11-22"], published) == place


def test_an_account_whose_date_does_not_tell_counts_on_neither_side() -> None:
    assert known_at("2022-11-21", [True, None, False, False]) == KnownAt("2022-11-21", 2, 1, 1)


@pytest.mark.parametrize("published", [None, "", "yesterday"])
def test_without_a_date_of_the_page_nothing_is_said(published: str | None) -> None:
    assert known_at(published, [None]) is None


def test_a_card_tells_the_later_accounts_one_by_one(halven_strait: Release) -> None:
    found = IncidentMatch(EXCHANGE, "strong", 0.9, (), ())
    page = Page((), lang="en", published="2031-03-30")
    card = deal(halven_strait.corpus.incidents[EXCHANGE], halven_strait, found, page=page)

    assert card.known_at == KnownAt("2031-03-30", 3, 1, 5)
    assert [a.statement.said.edtf for a in card.accounts if a.after_page] == ["2031-04-03"]


def test_an_incident_without_a_page_knows_no_before_and_after(halven_strait: Release) -> None:
    card = deal(halven_strait.corpus.incidents[HALL], halven_strait)

    assert card.known_at is None
    assert {account.after_page for account in card.accounts} == {None}
