from __future__ import annotations

import pytest

from beside.retrieval import terms


def test_words_as_common_as_the_are_left_out() -> None:
    assert terms("The captain of the ferry", "en").stems == ("captain", "ferri")


def test_a_word_said_twice_stands_twice() -> None:
    assert terms("ferries and a ferry", "en").stems == ("ferri", "ferri")


def test_a_name_has_a_capital_within_a_sentence() -> None:
    assert terms("Soldiers left Makiivka. Families wait.", "en").names == {"makiivka"}


def test_a_rare_word_with_a_capital_is_a_name_at_the_beginning_too() -> None:
    assert "makiivka" in terms("Makiivka was quiet.", "en").names


def test_in_a_headline_of_capitals_a_common_word_is_no_name() -> None:
    assert "price" not in terms("New Price For Large Fries In Town", "en").names


def test_handles_and_tags_are_split_into_their_names() -> None:
    found = terms("seen by @halvenPort #FerryFire2024", "en")

    assert {"halven", "port", "ferri", "fire"} <= found.names
    assert "2024" in found.stems


def test_addresses_say_nothing() -> None:
    assert terms("ferries https://example.org/Makiivka-video pic.twitter.com/abcdef", "en").stems == ("ferri",)


@pytest.mark.parametrize(
    ("text", "lang", "figure"),
    [
        ("more than 4,700 missiles", "en", "4700"),
        ("four thousand seven hundred missiles", "en", "4700"),
        ("1.5 million people", "en", "1500000"),
        ("десять пленных", "ru", "10"),
    ],
)
def test_figures_are_one_however_they_are_written(text: str, lang: str, figure: str) -> None:
    assert figure in terms(text, lang).numbers


def test_a_figure_with_separators_is_one_word() -> None:
    assert "4700" in terms("4,700 missiles", "en").stems


def test_cyrillic_words_are_stemmed() -> None:
    assert set(terms("пленных пленные", "ru").stems) == {"плен"}


@pytest.mark.parametrize("text", ["", " \n", "\x00", "@ # @_ #1", "a" * 100_000, "'\"()[]{}^~*:+-AND OR NOT"])
def test_nothing_that_a_text_holds_is_an_error(text: str) -> None:
    assert all(len(stem) <= 64 for stem in terms(text, "").stems)
