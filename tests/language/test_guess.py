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
