"""The text fragment of an account, in the words of the URL Fragment Text Directives specification."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from beside.cards import text_fragment
from beside.cards.links import landing
from beside.model import Selector


def selector(exact: str, prefix: str = "", suffix: str = "", start: int = 500) -> Selector:
    return Selector(document="H1", start=start, end=start + len(exact), exact=exact, prefix=prefix, suffix=suffix)


def test_a_directive_is_prefix_start_suffix() -> None:
    told = text_fragment(selector("we saw nothing", "At noon, he said: ", " of it all"))

    assert told == "noon%2C%20he%20said%3A-,we%20saw%20nothing,-of%20it"


@pytest.mark.parametrize(
    ("character", "encoded"), [("-", "%2D"), (",", "%2C"), ("&", "%26"), ("%", "%25"), ("’", "%E2%80%99")]
)
def test_what_is_syntax_in_a_directive_is_percent_encoded(character: str, encoded: str) -> None:
    assert text_fragment(selector(f"a{character}b")) == f"a{encoded}b"


def test_a_long_quote_is_named_by_its_first_and_last_words() -> None:
    words = [f"word{number}" for number in range(40)]

    assert text_fragment(selector(" ".join(words))) == (
        "word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39"
    )


def test_the_two_ends_of_a_quote_of_few_long_words_do_not_overlap() -> None:
    words = [letter * 50 for letter in "abc"]

    assert text_fragment(selector(" ".join(words))) == f"{words[0]},{words[2]}"


def test_no_part_runs_over_a_line_since_a_browser_looks_inside_one_block() -> None:
    told = text_fragment(selector("ends here.\nBegins there", "above\nin its line ", ", so it goes\nbelow"))

    assert unquote(told).split(",", 1)[0] == "in its line-"
    assert "ends%20here.,Begins%20there" in told
    assert "above" not in told
    assert "below" not in told


def test_a_quote_that_begins_its_line_has_no_prefix_and_one_that_ends_it_no_suffix() -> None:
    assert text_fragment(selector("the whole line", "the line above\n", "\n\nthe line below")) == "the%20whole%20line"


def test_a_word_that_was_cut_is_not_taken_for_a_whole_one() -> None:
    told = text_fragment(selector("24", "uarter of the ship he had found ", " crates of radio par"))

    assert told == "ship%20he%20had%20found-,24,-crates%20of%20radio"


def test_the_first_word_of_a_document_is_whole() -> None:
    assert text_fragment(selector("said", "Ebbrolt ", start=8)) == "Ebbrolt-,said"


def test_a_space_that_does_not_break_stays_one() -> None:
    assert text_fragment(selector("24\u00a0crates")) == "24%C2%A0crates"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        (None, None),
        ("https://example.org/a", "https://example.org/a#:~:text=staged"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c#:~:text=staged"),
        ("https://example.org/a#part", "https://example.org/a#part:~:text=staged"),
    ],
)
def test_the_directive_comes_after_a_fragment_that_is_there(url: str | None, address: str | None) -> None:
    assert landing(url, selector("staged")) == address


def test_where_nothing_is_quoted_the_document_itself_is_the_address() -> None:
    assert landing("https://example.org/a", selector("")) == "https://example.org/a"
