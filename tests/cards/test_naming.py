"""The record's names in the words of the reader and of the page."""

from __future__ import annotations

import pytest

from beside.cards.naming import renamed
from beside.model import Alias, Because, Evidence, IncidentMatch, Proof

NAMES = {
    "Kvarnmoor": (Alias("Кварнмур", "uk"), Alias("Kvarnmur", "uk-Latn"), Alias("Квармур", "uk"), Alias("Кварнмор", "ru")),
    "Hoskmar region": (Alias("Hoskmar", "de"), Alias("Госкмар", "uk"), Alias("Госкмарська область", "uk")),
    "Security Council of Vessmark": (Alias("РБВ", "uk"),),
    "Orla Tenwick": (Alias("Тенвик", "ru"), Alias("Tenwick", "en"), Alias("Орла Тенвік", "uk")),
}  # fmt: skip


def shown(kind: str, words: str, reader: str, page: str) -> str:
    because = Because("m@1", kind, 0, 1, words, 1.0)
    evidence = Evidence(0, 0, 9, "a sentence", "", "", (), (because,))
    found = renamed(IncidentMatch("i", "strong", 0.9, (Proof(kind, "x", words),), (evidence,)), NAMES, {}, reader, page)

    assert found.proof[0].corpus == found.evidence[0].because[0].corpus
    return found.proof[0].corpus


@pytest.mark.parametrize(
    ("reader", "page", "words"),
    [
        ("en", "en", "Kvarnmoor"),
        ("en", "uk", "Kvarnmoor (Кварнмур)"),
        ("uk", "uk", "Кварнмур"),
        ("uk-UA", "ru", "Кварнмур (Кварнмор)"),
        ("ru", "en", "Кварнмор (Kvarnmoor)"),
        ("en", "fr", "Kvarnmoor"),
        ("fr", "", "Kvarnmoor"),
    ],
)
def test_a_name_is_shown_as_the_reader_and_the_page_know_it(reader: str, page: str, words: str) -> None:
    assert shown("place", "Kvarnmoor", reader, page) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [("wording", "Kvarnmoor"), ("quotation", "Kvarnmoor"), ("date", "2031-03"), ("name", "Nobody"), ("other", "")],
)
def test_nothing_but_names_is_renamed(kind: str, words: str) -> None:
    assert shown(kind, words, "uk", "uk") == words


def test_a_name_that_the_record_does_not_have_in_that_language_stays() -> None:
    assert shown("name", "Orla Tenwick", "ru", "ru") == "Orla Tenwick"
    assert shown("name", "Orla Tenwick", "uk", "ru") == "Орла Тенвік"


@pytest.mark.parametrize(
    ("kind", "name", "reader", "words"),
    [
        ("place", "Hoskmar region", "de", "Hoskmar region"),
        ("place", "Hoskmar region", "uk", "Госкмарська область"),
        ("name", "Orla Tenwick", "ru", "Orla Tenwick"),
        ("name", "Security Council of Vessmark", "uk", "РБВ"),
    ],
)
def test_a_city_is_no_name_of_a_region_nor_a_surname_of_a_person(kind: str, name: str, reader: str, words: str) -> None:
    assert shown(kind, name, reader, reader) == words


@pytest.mark.parametrize(("reader", "words"), [("en", "video"), ("uk", "відео"), ("ru", "видео"), ("pl", "video")])
def test_a_kind_of_media_is_named_in_the_readers_language(reader: str, words: str) -> None:
    assert shown("media", "video", reader, "de") == words


@pytest.mark.parametrize(
    ("words", "read"),
    [("58 number of the exchange", "58 (number of the exchange)"), ("~4,700 shells", "~4,700 (shells)"), ("12", "12")],
)
def test_a_figure_reads_as_a_number_and_what_it_counts(words: str, read: str) -> None:
    assert shown("figure", words, "uk", "uk") == read
