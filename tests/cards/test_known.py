"""What was known when: said only where no day of either date says otherwise."""

from __future__ import annotations

import pytest

from beside.cards import deal
from beside.cards.known import known_at, said_after
from beside.model import IncidentMatch, KnownAt, Page, Release

HALL = "village-hall-yllverholt-2031-03"


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
    assert said_after(said, published) is after


def test_an_account_whose_date_does_not_tell_counts_on_neither_side() -> None:
    assert known_at("2022-11-21", [True, None, False, False]) == KnownAt("2022-11-21", 2, 1)


@pytest.mark.parametrize("published", [None, "", "yesterday"])
def test_without_a_date_of_the_page_nothing_is_said(published: str | None) -> None:
    assert known_at(published, [None]) is None


def test_a_card_tells_the_later_accounts_one_by_one(halven_strait: Release) -> None:
    found = IncidentMatch(HALL, "strong", 0.9, (), ())
    page = Page((), lang="en", published="2031-03-16")
    card = deal(halven_strait.corpus.incidents[HALL], halven_strait, found, page=page)

    assert card.known_at == KnownAt("2031-03-16", 9, 5)
    assert [a.statement.passage.document for a in card.accounts if a.after_page] == ["H4", "H4", "H4", "H5", "H6"]


def test_an_incident_without_a_page_knows_no_before_and_after(halven_strait: Release) -> None:
    card = deal(halven_strait.corpus.incidents[HALL], halven_strait)

    assert card.known_at is None
    assert {account.after_page for account in card.accounts} == {None}
