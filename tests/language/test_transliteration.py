from __future__ import annotations

import pytest

from beside.language.transliteration import skeleton


@pytest.mark.parametrize(
    ("english", "german", "french"),
    [
        ("zaporizhzhia", "saporischschja", "zaporijjia"),
        ("lubinets", "lubinez", "loubinets"),
        ("bakhmut", "bachmut", "bakhmout"),
        ("kherson", "cherson", "kherson"),
        ("zakharova", "sacharowa", "zakharova"),
        ("tykhyi", "tychyj", "tykhyi"),
        ("makiivka", "makijiwka", "makiivka"),
        ("chernihiv", "tschernihiw", "tchernihiv"),
    ],
)
def test_a_name_has_one_skeleton_in_three_languages(english: str, german: str, french: str) -> None:
    assert skeleton(english, "en") == skeleton(german, "de") == skeleton(french, "fr") is not None


@pytest.mark.parametrize(("one", "other"), [("kherson", "kharkiv"), ("usov", "orlov"), ("donetsk", "luhansk")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert skeleton(one, "en") != skeleton(other, "en")


@pytest.mark.parametrize("word", ["київ", "un", "2022", ""])
def test_what_is_short_or_not_in_latin_letters_has_none(word: str) -> None:
    assert skeleton(word, "en") is None
