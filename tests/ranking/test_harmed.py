"""Whose people a sentence tells of as harmed, and who is told to have done it. The same for either side."""

from __future__ import annotations

import pytest

from beside.model import Release
from beside.ranking.affected import Sides

RUSSIA, UKRAINE = frozenset(("russia",)), frozenset(("ukraine",))


@pytest.fixture(scope="module")
def sides(pow_accounts: Release) -> Sides:
    return Sides(pow_accounts.corpus)


@pytest.mark.parametrize(
    ("lang", "text", "harmed"),
    [
        ("en", "six of Moscow's soldiers lie on their stomachs", RUSSIA),
        ("en", "six of Kyiv's soldiers lie on their stomachs", UKRAINE),
        ("en", "a man wearing the armband of Kyiv's troops appears to be decapitated", UKRAINE),
        ("fr", "les soldats de Kiev ont été torturés", UKRAINE),
        ("fr", "les soldats de Moscou ont été torturés", RUSSIA),
        ("ru", "268 военнопленных из рядов ВСУ", UKRAINE),
        ("ru", "268 военнопленных из рядов ВС РФ", RUSSIA),
        ("en", "Russia said that its soldiers had been murdered", RUSSIA),
        ("en", "Ukraine said that its soldiers had been murdered", UKRAINE),
    ],
)
def test_a_states_soldiers_are_its_people(sides: Sides, lang: str, text: str, harmed: frozenset[str]) -> None:
    assert sides.told_as_harmed(text, lang) == harmed


def test_a_state_behind_captives_and_a_mark_is_not_whose_they_are(sides: Sides) -> None:
    assert not sides.told_as_harmed("Відео з полоненими: Москва засуджує", "uk")


def test_whose_its_soldiers_are_is_open_where_two_sides_stand_before(sides: Sides) -> None:
    assert not sides.told_as_harmed("Moscow says that in Kyiv its soldiers had been murdered", "en")


@pytest.mark.parametrize(
    ("lang", "text", "harmed"),
    [
        ("en", "one of Russia's soldiers appears to have his head cut off", RUSSIA),
        ("en", "one of Ukraine's captured soldiers being put to death by Russians", UKRAINE),
        ("en", "Ukrainian servicemen appear to lose their lives", UKRAINE),
        ("de", "wie rund zehn russische Soldaten ums Leben kamen", RUSSIA),
        ("ru", "лишают жизни десять обездвиженных украинских военнослужащих", UKRAINE),
        ("ru", "Были убиты российские солдаты", RUSSIA),
        ("de", "nach dem Tod von mehr als zehn ukrainischen Soldaten", UKRAINE),
        ("en", "six Ukrainian soldiers stretched out on their stomachs", UKRAINE),
        ("en", "Ukrainian prosecutors are investigating the deaths", frozenset()),
        ("fr", "Un soldat russe apparemment décapité au couteau", RUSSIA),
        ("fr", "Les victimes seraient des soldats ukrainiens", UKRAINE),
        ("fr", "des militaires russes, les mains liées, à qui l'on tire dans les jambes", RUSSIA),
        ("ru", "расправа российских боевиков над безоружным украинским солдатом", UKRAINE),
        ("ru", "расправа украинских боевиков над безоружным российским солдатом", RUSSIA),
    ],
)
def test_idioms_of_harm_are_read(sides: Sides, lang: str, text: str, harmed: frozenset[str]) -> None:
    assert sides.told_as_harmed(text, lang) == harmed


@pytest.mark.parametrize(
    ("lang", "text", "harmed", "by"),
    [
        ("ru", "Пленных хладнокровно расстреляли российские военные.", frozenset(), RUSSIA),
        ("ru", "Пленных хладнокровно расстреляли украинские военные.", frozenset(), UKRAINE),
        ("uk", "загибель полоненого українця, якого застрелили російські військові", UKRAINE, RUSSIA),
        ("uk", "Скільки українських військових росіяни вбили після здачі в полон?", UKRAINE, RUSSIA),
        ("de", "wie ein gefangener Russe von Männern in ukrainischer Uniform erschossen wird", RUSSIA, UKRAINE),
    ],
)
def test_those_beside_an_active_verb_or_in_a_uniform_behind_by_do_it(
    sides: Sides, lang: str, text: str, harmed: frozenset[str], by: frozenset[str]
) -> None:
    assert sides.told_as_harmed(text, lang) == harmed
    assert frozenset(sides.told_as_captors(text, lang)) == by


@pytest.mark.parametrize(
    ("lang", "text", "by"),
    [
        ("ru", "родные военных, захваченных украинской стороной", UKRAINE),
        ("ru", "родные военных, захваченных российской стороной", RUSSIA),
        ("en", "troops captured by Russian soldiers", RUSSIA),
        ("fr", "des hommes capturés par les Ukrainiens", UKRAINE),
        ("en", "shot in the legs by the Ukrainians holding him", UKRAINE),
        ("en", "Captured by chance, Russian soldiers", frozenset()),
    ],
)
def test_those_who_took_them_hold_them(sides: Sides, lang: str, text: str, by: frozenset[str]) -> None:
    assert frozenset(sides.told_as_captors(text, lang)) == by


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Москва обвиняет в казни украинских военных"),
        ("fr", "Moscou accuse de meurtre des soldats ukrainiens"),
        ("en", "the men pretended to give up and then shot the Ukrainians"),
    ],
)
def test_what_may_be_of_them_or_by_them_is_left_open(sides: Sides, lang: str, text: str) -> None:
    assert not sides.told_as_harmed(text, lang)


def test_those_who_shoot_their_own_are_no_captors(sides: Sides) -> None:
    assert not frozenset(sides.told_as_captors("men who gave up were shot by Russian forces themselves", "en"))
