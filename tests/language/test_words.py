from __future__ import annotations

from beside.language import fold, words


def test_offsets_are_code_points_of_the_text_as_it_stands() -> None:
    text = "🛰 Moscow’s men, caf\u0065\u0301"

    assert [text[word.start : word.end] for word in words(text)] == ["Moscow’s", "men", "caf\u0065\u0301"]


def test_invisible_characters_do_not_hide_a_word() -> None:
    assert [word.folded for word in words("pris\u00ado\u200bners")] == ["prisoners"]


def test_possessive_and_case_do_not_count() -> None:
    assert fold("Moskalkova’s") == fold("moskalkova")


def test_stems_follow_the_script_not_the_page() -> None:
    assert words("Макеевке", "en")[0].stem == words("Макеевка", "ru")[0].stem


def test_an_empty_text_has_no_words() -> None:
    assert words(" \u00a0\n—") == ()


def test_a_french_word_is_found_without_what_is_elided_before_it() -> None:
    text = "L’explosion d'un dépôt, aujourd'hui"

    assert [(text[w.start : w.end], w.folded) for w in words(text, "fr")] == [
        ("explosion", "explosion"),
        ("un", "un"),
        ("dépôt", "depot"),
        ("aujourd'hui", "aujourd'hui"),
    ]
