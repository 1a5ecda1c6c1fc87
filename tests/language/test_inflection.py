from __future__ import annotations

import pytest

from beside.language import Phrases, words
from beside.language.inflection import forms


@pytest.mark.parametrize(
    ("name", "lang", "text"),
    [
        ("Макіївка", "uk", "у Макіївці на Луганщині"),
        ("Дмитро Лубінець", "uk", "за словами Дмитра Лубінця"),
        ("Ольга Стефанішина", "uk", "разом з Ольгою Стефанішиною"),
        ("Макеевка", "ru", "в Макеевке под Луганском"),
        ("Татьяна Москалькова", "ru", "по словам Татьяны Москальковой"),
        ("Марта Уртадо", "ru", "представитель Марта Уртадо"),
        ("Запорожская АЭС", "ru", "на Запорожской АЭС"),
        ("СБУ", "uk", "у СБУ"),
    ],
)
def test_a_name_is_found_in_its_cases(name: str, lang: str, text: str) -> None:
    book: Phrases[str] = Phrases()
    book.add(name, lang, name)

    assert [found.phrase for found in book.find(text, lang)] == [name]


def test_english_words_have_no_cases() -> None:
    assert forms("makiivka", "en") == {"makiivka"}


def test_marks_on_latin_letters_do_not_count_and_cyrillic_ones_do() -> None:
    assert words("Makiïvka")[0].folded == "makiivka"
    assert words("Київ")[0].folded != words("Киів")[0].folded
