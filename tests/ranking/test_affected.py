"""To whom it was done, read from plain phrases; the same for either side."""

from __future__ import annotations

import re

import pytest

from beside.model import Passage, Release
from beside.ranking.affected import Sides

PLACEHOLDER = re.compile(r"\{(\w+)\}")
PAIRS = (
    "russische ukrainische russischen ukrainischen russes ukrainiens russe ukrainienne Russian Ukrainian російські "
    "українські російським українським російській українській российские украинские российским украинским российских "
    "украинских"
).split()
OTHER_SIDE = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True)) | dict(zip(PAIRS[1::2], PAIRS[::2], strict=True))
OTHER_SIDE["ukrainiennes"] = "russes"
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
        ("a clip that shows Russian troops shooting dead a Ukrainian they had captured", "en", UKRAINE),
        ("a clip that shows Ukrainian troops shooting dead a Russian they had captured", "en", RUSSIA),
        ("La médiatrice ukrainienne a rendu publics les noms", "fr", frozenset()),
        ("La médiatrice russe a rendu publics les noms", "fr", frozenset()),
        ("russische Soldaten, die nach ihrer Gefangennahme erschossen wurden", "de", RUSSIA),
        ("ukrainische Soldaten, die nach ihrer Gefangennahme erschossen wurden", "de", UKRAINE),
        ("на ньому відтинають голову російському військовому", "uk", RUSSIA),
        ("на ньому відтинають голову українському військовому", "uk", UKRAINE),
        ("ещё один человек стреляет в сторону россиян", "ru", frozenset()),
        ("ещё один человек стреляет в сторону украинцев", "ru", frozenset()),
        ("des prisonniers de guerre russes décapités", "fr", RUSSIA),
        ("des prisonniers de guerre ukrainiens décapités", "fr", UKRAINE),
        ("вбивство росіянами військових, які вже здалися", "uk", frozenset()),
        ("wrote that the Russian side was killing prisoners", "en", frozenset()),
        ("wrote that the Ukrainian side was killing prisoners", "en", frozenset()),
        ("des soldats tués par les forces russes après s'être rendus", "fr", frozenset()),
        ("des soldats tués par les forces ukrainiennes après s'être rendus", "fr", frozenset()),
        ("des soldats ukrainiens tués par les forces russes", "fr", UKRAINE),
        ("des soldats russes tués par les forces ukrainiennes", "fr", RUSSIA),
        ("По словам Москвы, расстреляны сдавшиеся в плен россияне.", "ru", RUSSIA),
        ("По словам Киева, расстреляны сдавшиеся в плен украинцы.", "ru", UKRAINE),
        ("Москалькова отвечает: сдача постановочная, украинцы начали стрелять.", "ru", frozenset()),
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
        ("a massacre of Russian servicemen", "en", RUSSIA),
        ("a massacre of Ukrainian servicemen", "en", UKRAINE),
        ("help for all Russians who were captured or deported", "en", RUSSIA),
        ("help for all Ukrainians who were captured or deported", "en", UKRAINE),
        ("Ten Russian soldiers come out of a shed, one by one, and lie down.", "en", RUSSIA),
        ("Ten Ukrainian soldiers come out of a shed, one by one, and lie down.", "en", UKRAINE),
        ("a Russian soldier shot after he was taken prisoner by Ukrainian troops", "en", RUSSIA),
        ("a Ukrainian soldier shot after he was taken prisoner by Russian troops", "en", UKRAINE),
        ("six Russians flat on the earth, two of them shot", "en", RUSSIA),
        ("six Ukrainians flat on the earth, two of them shot", "en", UKRAINE),
        ("men cut off the head of a Russian soldier", "en", RUSSIA),
        ("men cut off the head of a Ukrainian soldier", "en", UKRAINE),
        ("Russia refused to take back its own captured soldiers.", "en", RUSSIA),
        ("Ukraine refused to take back its own captured soldiers.", "en", UKRAINE),
        ("Росія відмовилася забрати своїх полонених.", "uk", RUSSIA),
        ("Україна відмовилася забрати своїх полонених.", "uk", UKRAINE),
    ],
)
def test_those_who_were_harmed_are_told_from_those_who_did_it(
    sides: Sides, text: str, lang: str, harmed: frozenset[str]
) -> None:
    assert sides.told_as_harmed(text, lang) == harmed


@pytest.mark.parametrize(
    "text",
    [
        "They were captured by Russian soldiers.",
        "Russia spoke of captives.",
        "Men were shot in the yard.",
        "Russian soldiers order men to lie down.",
        "Russian soldiers killed men who had surrendered.",
        "Kyiv accused Russian soldiers of shooting those who had surrendered.",
    ],
)
def test_nobody_is_guessed(sides: Sides, text: str) -> None:
    assert sides.told_as_harmed(text, "en") == frozenset()


@pytest.mark.parametrize(("people", "contradicted"), [("Russian", False), ("Ukrainian", True)])
def test_other_people_harmed_contradict_an_incident(
    sides: Sides, pow_accounts: Release, people: str, contradicted: bool
) -> None:
    text = f"{people} prisoners were shot in Makiivka."
    incident = pow_accounts.corpus.incidents["makiivka-surrender-2022-11"]

    assert sides.contradict(incident, (told := [Passage(0, 0, 0, len(text), text)]), told, "en") is contradicted


def test_where_both_sides_people_are_told_as_harmed_nothing_is_contradicted(
    sides: Sides, pow_accounts: Release
) -> None:
    text = "Russian prisoners were shot in Makiivka; Ukrainian prisoners were exchanged."
    incident = pow_accounts.corpus.incidents["makiivka-surrender-2022-11"]

    assert not sides.contradict(incident, (told := [Passage(0, 0, 0, len(text), text)]), told, "en")


@pytest.mark.parametrize(
    ("incident", "text", "lang"),
    [
        ("exchange-of-630-2024-11", "It wished to hand over 630 {}, man for man.", "en"),
        ("exchange-of-630-2024-11", "The list holds 630 captured {}.", "en"),
        ("pow-relatives-ransom-2023-01", "Relatives of {} soldiers were asked for a ransom.", "en"),
        ("pow-relatives-ransom-2023-01", "The families of captured {} soldiers were told to pay.", "en"),
        ("montreal-peace-formula-conference-2024", "They promised to help every {} who was taken prisoner.", "en"),
    ],
)
@pytest.mark.parametrize("people", ["Russian", "Ukrainian"])
def test_those_counted_and_their_relatives_are_read_where_they_are_on_record(
    sides: Sides, pow_accounts: Release, incident: str, text: str, lang: str, people: str
) -> None:
    on_record = "Russian" if incident.startswith("pow-relatives") else "Ukrainian"
    said = text.format(people if "soldiers" in text or "every" in text else f"{people}s")
    told = [Passage(0, 0, 0, len(said), said)]

    assert sides.contradict(pow_accounts.corpus.incidents[incident], told, told, lang) is (people != on_record)


@pytest.mark.parametrize("people", ["Russian", "Ukrainian"])
def test_an_exchange_is_the_same_from_either_side(sides: Sides, pow_accounts: Release, people: str) -> None:
    text = f"On 18 October 95 captured {people} soldiers came home."
    told = [Passage(0, 0, 0, len(text), text)]

    assert not sides.contradict(pow_accounts.corpus.incidents["prisoner-exchange-58-2024-10"], told, told, "en")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Servicemen were killed after falling into Russian hands.", "en"),
        ("They were shot in Russian captivity.", "en"),
        ("вбиті в російському полоні", "uk"),
        ("in russischer Gefangenschaft getötet", "de"),
        ("tués en captivité russe", "fr"),
        ("Russian soldiers were told to kill opponents.", "en"),
    ],
)
def test_where_somebody_is_held_does_not_tell_who_it_is(text: str, lang: str, pow_accounts: Release) -> None:
    assert Sides(pow_accounts.corpus).told_as_harmed(text, lang) == frozenset()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "zehn {russische} Soldaten, die sich {ukrainischen} Truppen ergeben"),
        ("de", "{russische} Soldaten, die sich im Dorf der {ukrainischen} Armee ergeben hatten"),
        ("de", "{russische} Soldaten ergaben sich der {ukrainischen} Armee."),
        ("de", "dass sich {russische} Soldaten den {ukrainischen} Truppen ergeben"),
        ("de", "{russische} Soldaten, die {ukrainischen} Truppen in die Hände fallen"),
        ("de", "{russische} Soldaten, die später tot daliegen"),
        ("fr", "soldats {russes} se rendant aux forces {ukrainiennes}"),
        ("fr", "les corps d'une dizaine de militaires {russes} qui venaient de se rendre"),
        ("fr", "des soldats {russes} qui se sont rendus à l'armée {ukrainienne}"),
        ("en", "{Russian} soldiers surrendering to {Ukrainian} forces, then lie dead"),
        ("en", "Ten {Russian} soldiers surrender to advancing {Ukrainian} troops."),
        ("en", "{Russian} troops gave themselves up to {Ukrainian} fighters and were shot"),
        ("uk", "{російські} військові здаються {українським} військовим, а потім лежать мертвими"),
        ("uk", "{російські} солдати здалися в полон {українській} армії"),
        ("ru", "{российские} военные сдаются {украинским} военным, а затем лежат мёртвыми"),
        ("ru", "тела {российских} военных, сдавшихся в плен {украинским} военным"),
    ],
)
def test_those_who_surrender_are_told_from_those_who_receive_them(sides: Sides, lang: str, text: str) -> None:
    told = PLACEHOLDER.sub(lambda found: found.group(1), text)
    swapped = PLACEHOLDER.sub(lambda found: OTHER_SIDE[found.group(1)], text)

    assert sides.told_as_harmed(told, lang) == RUSSIA
    assert sides.told_as_harmed(swapped, lang) == UKRAINE


@pytest.mark.parametrize("people", ["russes", "ukrainiens"])
@pytest.mark.parametrize("where", ["à Makiïvka", "dans la capitale", "en train à Odessa"])
def test_to_go_somewhere_is_no_surrender_in_french(sides: Sides, people: str, where: str) -> None:
    assert sides.told_as_harmed(f"des soldats {people} se rendant {where}", "fr") == frozenset()


@pytest.mark.parametrize("people", ["russische", "ukrainische"])
def test_german_does_not_tell_those_who_shoot_as_those_shot(sides: Sides, people: str) -> None:
    text = f"Als {people} Soldaten erschossen Männer, die sich ergeben hatten."

    assert sides.told_as_harmed(text, "de") == frozenset()


@pytest.mark.parametrize(("people", "contradicted"), [("Russian", False), ("Ukrainian", True)])
def test_where_nobody_is_told_as_harmed_the_only_soldiers_spoken_of_beside_the_dead_count(
    sides: Sides, pow_accounts: Release, people: str, contradicted: bool
) -> None:
    text = f"A group of {people} soldiers leaves a shed in Makiivka. Someone has counted the bodies."
    incident = pow_accounts.corpus.incidents["makiivka-surrender-2022-11"]
    told = [Passage(0, 0, 0, len(text), text)]
    other = [*told, Passage(1, 0, 0, 26, "One of the Russian soldiers")]

    assert sides.contradict(incident, told, told, "en") is contradicted
    assert not sides.contradict(incident, told, other, "en")
