"""Whose word a word is."""

from __future__ import annotations

import pytest

from beside.language import Demonyms


@pytest.fixture
def demonyms() -> Demonyms:
    learnt = Demonyms()
    names = (
        ("qatar", "Катар", "ru"),
        ("russia", "Россия", "ru"),
        ("russia", "Росія", "uk"),
        ("russia", "Russie", "fr"),
    )
    for state, name, lang in (*names, ("qatar", "Qatar", "en"), ("poland", "Polen", "de"), ("poland", "Польща", "uk")):
        learnt.learn(state, name, lang)
    return learnt


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("российских", "russia"),
        ("росіян", "russia"),
        ("russe", "russia"),
        ("polnisch", None),
        ("polens", "poland"),
        ("польських", "poland"),
        ("катарский", "qatar"),
        ("qatari", "qatar"),
    ],
)
def test_a_word_that_begins_as_a_name_does_names_its_people(demonyms: Demonyms, word: str, state: str | None) -> None:
    assert demonyms.named(word) == state


@pytest.mark.parametrize("word", ["катастрофа", "каталог", "катать"])
def test_a_name_that_ends_in_a_consonant_keeps_it(demonyms: Demonyms, word: str) -> None:
    assert demonyms.named(word) is None


def test_a_name_of_a_state_names_no_people(demonyms: Demonyms) -> None:
    assert demonyms.people("россия") is None
    assert demonyms.state("россия") == "russia"
