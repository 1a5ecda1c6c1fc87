"""Whose people were harmed, and who holds them, where nobody says it outright. The same for either side."""

from __future__ import annotations

import pytest

from beside.model import Release
from beside.ranking.affected import Sides

RUSSIA, UKRAINE = frozenset(("russia",)), frozenset(("ukraine",))


@pytest.fixture(scope="module")
def sides(pow_accounts: Release) -> Sides:
    return Sides(pow_accounts.corpus)


@pytest.mark.parametrize(
    ("lang", "text", "by"),
    [
        ("uk", "нібито відхилила запропоноване Києвом повернення кількох сотень бранців", UKRAINE),
        ("uk", "нібито відхилила запропоноване Москвою повернення кількох сотень бранців", RUSSIA),
        ("en", "It turned down the return of captives offered by Kyiv.", UKRAINE),
        ("en", "It turned down the return of captives offered by Moscow.", RUSSIA),
        ("ru", "Список тех, кого украинская сторона предлагала передать домой", UKRAINE),
        ("ru", "Список тех, кого российская сторона предлагала передать домой", RUSSIA),
        ("uk", "Росія не страчувала полонених, заявляють у столиці", RUSSIA),
        ("uk", "Україна не страчувала полонених, заявляють у столиці", UKRAINE),
        ("de", "Russland habe keine Gefangenen erschossen", RUSSIA),
        ("de", "Die Ukraine habe keine Gefangenen erschossen", UKRAINE),
        ("fr", "La Russie n'a pas exécuté de prisonniers", RUSSIA),
        ("fr", "L'Ukraine n'a pas exécuté de prisonniers", UKRAINE),
        ("ru", "пусть потребуют от Москвы соблюдать Женевскую конвенцию", RUSSIA),
        ("ru", "пусть потребуют от Киева соблюдать Женевскую конвенцию", UKRAINE),
        ("ru", "О звонках российских военных родственникам с требованием денег", RUSSIA),
        ("ru", "О звонках украинских военных родственникам с требованием денег", UKRAINE),
        ("de", "Soldaten ergeben sich, ein Mann eröffnet das Feuer in Richtung der Russen.", RUSSIA),
        ("de", "Soldaten ergeben sich, ein Mann eröffnet das Feuer in Richtung der Ukrainer.", UKRAINE),
        ("fr", "des soldats tués par les forces russes après s'être rendus", RUSSIA),
        ("fr", "des soldats tués par les forces ukrainiennes après s'être rendus", UKRAINE),
        ("en", "Ukrainian units film prisoners while tormenting them", UKRAINE),
        ("ru", "Киев обвинения в убийствах пленных отвергает", UKRAINE),
        ("ru", "Москва обвинения в убийствах пленных отвергает", RUSSIA),
        ("en", "Moscow rejects allegations of killing prisoners", RUSSIA),
        ("en", "Kyiv rejects allegations of killing prisoners", UKRAINE),
        ("ru", "добиться, чтобы российская сторона начала соблюдать Женевскую конвенцию", RUSSIA),
        ("ru", "добиться, чтобы украинская сторона начала соблюдать Женевскую конвенцию", UKRAINE),
        ("ru", "потребовать от Москвы прекратить пытки пленных", RUSSIA),
        ("ru", "потребовать от Киева прекратить пытки пленных", UKRAINE),
        ("uk", "вбивство українцями військових, які вже здалися", UKRAINE),
        ("uk", "вбивство росіянами військових, які вже здалися", RUSSIA),
        ("en", "Russian units film prisoners while tormenting them", RUSSIA),
        ("en", "the killing, by Ukrainian forces, of men who had already given up", UKRAINE),
        ("en", "the killing, by Russian forces, of men who had already given up", RUSSIA),
    ],
)
def test_a_plan_a_denial_a_demand_a_call_or_shots_tell_who_holds_captives(
    sides: Sides, lang: str, text: str, by: frozenset[str]
) -> None:
    assert frozenset(sides.told_as_captors(text, lang)) == by


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russia returned to the talks on prisoners."),
        ("en", "Moscow says that executed prisoners were found."),
        ("uk", "українські прокурори розслідують страти тих, хто опинився в полоні"),
        ("de", "Moskaus Ermittler zählen Verfahren wegen erschossener Kriegsgefangener"),
        ("en", "Moscow's allegations of killing prisoners were read out."),
        ("en", "The Geneva office wrote to Kyiv about the convention."),
        ("ru", "Звонки родственникам российских военных с требованием денег"),
        ("en", "Soldiers had surrendered when Russian troops opened fire on a village."),
        ("en", "Troops killed, by Ukrainian accounts, men who had given up the village."),
    ],
)
def test_a_side_that_is_only_spoken_of_holds_nobody(sides: Sides, lang: str, text: str) -> None:
    assert not list(sides.told_as_captors(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "whose"),
    [
        ("en", "The recording that has shocked Russia, in which a soldier is beheaded", RUSSIA),
        ("en", "The recording that has shocked Ukraine, in which a soldier is beheaded", UKRAINE),
        ("de", "Entsetzen in Moskau über das Video einer Enthauptung", RUSSIA),
        ("de", "Entsetzen in Kiew über das Video einer Enthauptung", UKRAINE),
        ("de", "In der Ukraine hat ein Video einer Enthauptung Trauer ausgelöst", UKRAINE),
        ("fr", "Effroi en Russie après la décapitation d'un soldat", RUSSIA),
        ("fr", "Effroi en Ukraine après la décapitation d'un soldat", UKRAINE),
        ("ru", "Людям в украинской форме стреляют по ногам.", UKRAINE),
        ("ru", "Людям в российской форме стреляют по ногам.", RUSSIA),
        ("en", "Men in Russian uniform were shot.", RUSSIA),
        ("en", "Men in Ukrainian uniform were shot.", UKRAINE),
        ("en", "Men in Ukrainian uniform shoot captives.", frozenset()),
        ("uk", "є люди, які вже повернулися в Росію під час обмінів", RUSSIA),
        ("uk", "є люди, які вже повернулися в Україну під час обмінів", UKRAINE),
        ("de", "Einige sind schon beim Austausch nach Russland zurückgekehrt.", RUSSIA),
        ("de", "Einige sind schon beim Austausch nach Kiew zurückgekehrt.", UKRAINE),
        ("uk", "нібито Москва відмовилася забирати своїх", RUSSIA),
        ("uk", "нібито Україна відмовилася забирати своїх", UKRAINE),
        ("en", "the film of the Russian soldier that went round the internet", RUSSIA),
        ("en", "the film of the Ukrainian soldier that went round the internet", UKRAINE),
        ("uk", "кадри з українським військовим обговорюють усюди", UKRAINE),
        ("uk", "кадри з російським військовим обговорюють усюди", RUSSIA),
        ("de", "das Video des russischen Soldaten", RUSSIA),
        ("de", "das Video des ukrainischen Soldaten", UKRAINE),
        ("de", "Moskau lehne es ab, 630 seiner Soldaten zurückzunehmen", RUSSIA),
        ("de", "Kiew lehne es ab, 630 seiner Soldaten zurückzunehmen", UKRAINE),
        ("en", "the film by the Russian soldier", frozenset()),
        ("uk", "записи радіоперемовин українських військових", frozenset()),
        ("en", "the film of the Russian soldier who kills a captive", frozenset()),
        ("en", "Russia returned 95 captives in an exchange.", frozenset()),
        ("en", "The court in Kyiv was shocked.", frozenset()),
    ],
)
def test_those_who_mourn_and_those_who_came_home_are_told_aside(
    sides: Sides, lang: str, text: str, whose: frozenset[str]
) -> None:
    assert frozenset(sides.told_aside(text, lang)) == whose
