from __future__ import annotations

import pytest

from beside.language import guess_language


@pytest.mark.parametrize(
    ("declared", "text", "answer"),
    [
        ("", "Полонених обміняли", ("uk", "guessed")),
        ("", "Їх обміняли", ("uk", "guessed")),
        ("", "Мы были пленными", ("ru", "guessed")),
        ("en", "Мы были пленными", ("ru", "guessed")),
        ("de-AT", "Die Gefangenen", ("de-AT", "given")),
        ("", "The prisoners", ("en", "guessed")),
        ("", "", ("", "unknown")),
    ],
)
def test_letters_tell_the_language_where_nothing_else_does(declared: str, text: str, answer: tuple[str, str]) -> None:
    assert guess_language(declared, text) == answer


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ein Sprecher sagte am Montag, dass die Fähre nicht angehalten wurde.", "de"),
        ("Un porte-parole a déclaré lundi que le ferry n'a pas été arrêté.", "fr"),
        ("Un portavoz dijo el lunes que el barco no fue detenido por la guardia.", "es"),
        ("A spokesman said on Monday that the ferry was not stopped.", "en"),
        ("Fähre angehalten", "en"),
    ],
)
def test_languages_in_latin_letters_are_told_by_their_common_words(text: str, lang: str) -> None:
    assert guess_language("", text) == (lang, "guessed")
