from __future__ import annotations

import pytest

from beside.model import Release
from beside.ranking.attribution import NAME, OFFICE, OFFICE_AND_SIDE, SIDE, Speakers, offices_in
from beside.ranking.spelling import skeleton, spells

HALL = "village-hall-yllverholt-2031-03"
SPELT = (
    ("Stefanishyna", "Stefanischyna"),
    ("Stefanishyna", "Стефанішиної"),
    ("Zakharova", "Sacharowa"),
    ("Zelensky", "Зеленського"),
    ("Lubinets", "Lubinez"),
    ("Lubinets", "Лубінця"),
    ("Morawiecki", "Моравецького"),
    ("Usov", "Ussow"),
)


@pytest.mark.parametrize(("name", "word"), SPELT)
def test_one_surname_is_known_in_its_spellings(name: str, word: str) -> None:
    assert spells(word, skeleton(name))


@pytest.mark.parametrize("word", ["Stefan", "Lublin", "the", "Usual"])
def test_another_word_is_not_the_surname(word: str) -> None:
    assert not any(spells(word, skeleton(name)) for name, _ in SPELT)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("the ombudsman", "ombudsman"),
        ("омбудсман", "ombudsman"),
        ("die Menschenrechtsbeauftragte", "ombudsman"),
        ("прокуратура", "prosecutor"),
        ("le porte-parole", "spokesperson"),
        ("Генеральний штаб", "general_staff"),
    ],
)
def test_an_office_is_known_in_five_languages(text: str, office: str) -> None:
    assert office in offices_in(text)


@pytest.mark.parametrize(
    ("text", "plainly"),
    [
        ("Orvelland's defence ministry said so.", NAME),
        ("The Orvellish military said so.", SIDE),
        ("The defence ministry said so.", OFFICE),
        ("The defence ministry of the Orvellish said so.", OFFICE_AND_SIDE),
        ("Somebody said so.", 0.0),
    ],
)
def test_a_speaker_is_named_more_or_less_plainly(halven_strait: Release, text: str, plainly: float) -> None:
    speakers = Speakers(halven_strait.corpus.incidents[HALL], halven_strait.corpus)

    assert speakers.plainly("orvelland-defence-ministry", speakers.named(text, "en")) == plainly


def test_names_of_sides_and_places_weigh_nothing(halven_strait: Release) -> None:
    speakers = Speakers(halven_strait.corpus.incidents[HALL], halven_strait.corpus)

    assert speakers.without_names("Tesmarran forces hit Yllverholt").split() == ["forces", "hit"]
