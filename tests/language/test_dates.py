from __future__ import annotations

from datetime import date

import pytest

from beside.language import Span, dates, edtf_span


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on November 27, 2024", (2024, 11, 27)),
        ("on 8 February 2023", (2023, 2, 8)),
        ("15 листопада 2022 року", (2022, 11, 15)),
        ("в ноябре 2024 года", (2024, 11, None)),
        ("am 15. November 2022", (2022, 11, 15)),
        ("le 15 novembre 2022", (2022, 11, 15)),
        ("12.11.2022", (2022, 11, 12)),
        ("2022-11-21", (2022, 11, 21)),
        ("in 2024", (2024, None, None)),
    ],
)
def test_dates_are_read_in_five_languages(text: str, found: tuple[int, int | None, int | None]) -> None:
    (mention,) = dates(text)

    assert (mention.year, mention.month, mention.day) == found


def test_a_day_without_a_year_stays_without_one() -> None:
    assert dates("on Nov. 13")[0].year is None


def test_the_pages_own_date_tells_the_year() -> None:
    assert dates("last November", published="2025-05-06")[0].year == 2024


def test_a_weekday_is_the_last_one_before_the_page() -> None:
    (mention,) = dates("said on Wednesday", published="2023-02-09")

    assert mention.span() == Span(date(2023, 2, 8), date(2023, 2, 8))


def test_may_is_a_month_only_where_it_is_one() -> None:
    assert dates("it may be so") == ()


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert [mention for mention in dates("on 45 November 2022") if mention.day == 45] == []


@pytest.mark.parametrize("text", ["on 31 February 2023", "2022-13-01"])
def test_a_date_that_the_calendar_lacks_has_no_span(text: str) -> None:
    assert all(mention.span() is None or mention.day is None for mention in dates(text))


def test_edtf_intervals_cover_both_ends() -> None:
    assert edtf_span("2024-11-27/2024-12-03") == Span(date(2024, 11, 27), date(2024, 12, 3))


@pytest.mark.parametrize("edtf", ["around then", "", "Y170000002", "9999-12-31", "../.."])
def test_what_is_not_edtf_or_out_of_reach_has_no_span(edtf: str) -> None:
    assert edtf_span(edtf) is None


def test_the_year_last_spoken_of_goes_before_the_pages_own() -> None:
    assert dates("in late March", published="2023-03-30", year=2022)[0].year == 2022


def test_yesterday_needs_the_pages_own_date() -> None:
    (mention,) = dates("twelve blasts yesterday", published="2022-11-21")

    assert (mention.day, dates("twelve blasts yesterday")) == (20, ())


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("It appeared last November.", "en"),
        ("Воно з'явилося минулого листопада.", "uk"),
        ("Она появилась в ноябре прошлого года.", "ru"),
        ("Es erschien im vergangenen November.", "de"),
        ("Elle est apparue en novembre dernier.", "fr"),
    ],
)
def test_last_november_is_the_one_before_the_page(text: str, lang: str) -> None:
    assert [mention.span() for mention in dates(text, lang, "2023-02-10")] == [edtf_span("2022-11")]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("жовтневий вечір 2024-го", "uk", (2024, 10)),
        ("в октябре 2024-го", "ru", (2024, 10)),
        ("листопадовий день", "uk", (2022, 11)),
        ("last month", "en", (2023, 1)),
        ("минулого місяця", "uk", (2023, 1)),
        ("im vergangenen Monat", "de", (2023, 1)),
        ("le mois dernier", "fr", (2023, 1)),
        ("earlier this month", "en", (2023, 2)),
        ("l'an dernier", "fr", (2022, None)),
        ("в прошлом году", "ru", (2022, None)),
    ],
)
def test_months_and_years_are_told_from_the_pages_own_date(text: str, lang: str, found: tuple[int, int | None]) -> None:
    (mention,) = dates(text, lang, "2023-02-08")

    assert (mention.year, mention.month) == found


def test_the_october_revolution_is_no_date() -> None:
    assert dates("Октябрьская революция", "ru", "2023-02-08") == ()
