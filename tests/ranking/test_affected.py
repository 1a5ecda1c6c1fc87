"""To whom it was done, read from plain phrases; the same for either side."""

from __future__ import annotations

import pytest

from beside.model import Passage, Release
from beside.ranking.affected import Sides

RUSSIA, UKRAINE = frozenset(("russia",)), frozenset(("ukraine",))


@pytest.fixture(scope="module")
def sides(pow_accounts: Release) -> Sides:
    return Sides(pow_accounts.corpus)


@pytest.mark.parametrize(
    ("text", "lang", "harmed"),
    [
        ("Captured Russian soldiers were in the yard.", "en", RUSSIA),
        ("Captured Ukrainian soldiers were in the yard.", "en", UKRAINE),
        ("the killing of Russian soldiers by Ukrainian troops", "en", RUSSIA),
        ("the killing of Ukrainian soldiers by Russian troops", "en", UKRAINE),
        ("Russian soldiers were said to have been shot.", "en", RUSSIA),
        ("Розстріл російських військових", "uk", RUSSIA),
        ("Розстріл українських військових", "uk", UKRAINE),
        ("расстрел украинскими военными российских пленных", "ru", RUSSIA),
        ("расстрел российскими военными украинских пленных", "ru", UKRAINE),
        ("die Tötung russischer Soldaten", "de", RUSSIA),
        ("l'exécution de soldats ukrainiens", "fr", UKRAINE),
        ("the bodies of about ten Ukrainian soldiers", "en", UKRAINE),
        ("the bodies of about ten Russian soldiers", "en", RUSSIA),
        ("Russian soldiers who surrendered lay in the yard", "en", RUSSIA),
        ("Ukrainian troops captured ten Russian soldiers", "en", RUSSIA),
        ("wie russische Soldaten mehrere ukrainische Soldaten erschießen", "de", UKRAINE),
        ("wie ukrainische Soldaten mehrere russische Soldaten erschießen", "de", RUSSIA),
    ],
)
def test_those_who_were_harmed_are_told_from_those_who_did_it(
    sides: Sides, text: str, lang: str, harmed: frozenset[str]
) -> None:
    assert sides.told_as_harmed(text, lang) == harmed


@pytest.mark.parametrize(
    "text", ["They were captured by Russian soldiers.", "Russia spoke of captives.", "Men were shot in the yard."]
)
def test_nobody_is_guessed(sides: Sides, text: str) -> None:
    assert sides.told_as_harmed(text, "en") == frozenset()


@pytest.mark.parametrize(("people", "contradicted"), [("Russian", False), ("Ukrainian", True)])
def test_other_people_harmed_contradict_an_incident(
    sides: Sides, pow_accounts: Release, people: str, contradicted: bool
) -> None:
    text = f"{people} prisoners were shot in Makiivka."
    incident = pow_accounts.corpus.incidents["makiivka-surrender-2022-11"]

    assert sides.contradict(incident, [Passage(0, 0, 0, len(text), text)], "en") is contradicted


def test_where_both_sides_people_are_told_as_harmed_nothing_is_contradicted(
    sides: Sides, pow_accounts: Release
) -> None:
    text = "Russian prisoners were shot in Makiivka; Ukrainian prisoners were exchanged."
    incident = pow_accounts.corpus.incidents["makiivka-surrender-2022-11"]

    assert not sides.contradict(incident, [Passage(0, 0, 0, len(text), text)], "en")
