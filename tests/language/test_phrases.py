from __future__ import annotations

from beside.language import Phrases


def stored(*phrases: str) -> Phrases[str]:
    book: Phrases[str] = Phrases()
    for phrase in phrases:
        book.add(phrase, "en", phrase)
    return book


def test_the_longest_name_wins() -> None:
    (found,) = stored("Institute", "Institute for the Study of War").find(
        "the Institute for the Study of War said", "en"
    )

    assert found.phrase == "Institute for the Study of War"


def test_an_acronym_must_stand_in_capitals() -> None:
    assert [found.start for found in stored("US").find("they told us, the US said", "en")] == [18]


def test_a_name_is_found_across_a_no_break_space() -> None:
    assert list(stored("Dmytro Lubinets").find("Dmytro\u00a0Lubinets’s office", "en"))


def test_a_common_word_is_no_name() -> None:
    assert list(stored("May").find("it may rain", "en")) == []
