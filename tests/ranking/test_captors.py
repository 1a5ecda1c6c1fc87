"""Who is held, and by whom: nobody's captives are his own people. The same for either side."""

from __future__ import annotations

import pytest

from beside.model import Passage, Release
from beside.ranking.affected import Sides

RUSSIA, UKRAINE = frozenset(("russia",)), frozenset(("ukraine",))
MAKIIVKA = "makiivka-surrender-2022-11"


@pytest.fixture(scope="module")
def sides(pow_accounts: Release) -> Sides:
    return Sides(pow_accounts.corpus)


def page(*texts: str) -> list[Passage]:
    return [Passage(number, 0, 0, len(text), text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("lang", "text", "held"),
    [
        ("ru", "убийство взятых в плен украинцев", UKRAINE),
        ("ru", "убийство взятых в плен россиян", RUSSIA),
        ("ru", "родным украинских военнослужащих, попавших в плен", UKRAINE),
        ("ru", "родным российских военнослужащих, попавших в плен", RUSSIA),
        ("ru", "Российские военные взяли в плен украинцев.", UKRAINE),
        ("ru", "Украинские военные взяли в плен россиян.", RUSSIA),
        ("uk", "захищати українських військових у полоні", UKRAINE),
        ("uk", "захищати російських військових у полоні", RUSSIA),
        ("de", "russische Soldaten in Gefangenschaft", RUSSIA),
        ("de", "ukrainische Soldaten in Gefangenschaft", UKRAINE),
        ("fr", "des soldats russes en captivité", RUSSIA),
        ("fr", "des soldats ukrainiens en captivité", UKRAINE),
    ],
)
def test_those_in_captivity_are_read_as_captives(sides: Sides, lang: str, text: str, held: frozenset[str]) -> None:
    assert sides.told_as_harmed(text, lang) == held


@pytest.mark.parametrize(
    ("lang", "text", "by"),
    [
        ("en", "the death, at Russian hands, of men who had laid down their arms", RUSSIA),
        ("en", "the death, at Ukrainian hands, of men who had laid down their arms", UKRAINE),
        ("en", "the killing, by Russian forces, of men who had given themselves up", RUSSIA),
        ("en", "the killing, by Ukrainian forces, of men who had given themselves up", UKRAINE),
        ("en", "Russian soldiers were told to kill opponents who had surrendered", RUSSIA),
        ("en", "families of our servicemen in Ukrainian hands", UKRAINE),
        ("ru", "убийство украинскими силами тех, кто сложил оружие", UKRAINE),
        ("ru", "убийство российскими силами тех, кто сложил оружие", RUSSIA),
        ("en", "Russia is ready to hand over 630 prisoners.", RUSSIA),
        ("en", "Ukraine is ready to hand over 630 prisoners.", UKRAINE),
        ("ru", "Украина готова передать России 630 военнопленных.", UKRAINE),
    ],
)
def test_those_who_hold_or_kill_them_are_captors(sides: Sides, lang: str, text: str, by: frozenset[str]) -> None:
    assert frozenset(sides.told_as_captors(text, lang)) == by


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Captured Russian soldiers opened fire."),
        ("en", "Russian soldiers who had surrendered were killed."),
        ("en", "Russian troops fired at a village."),
        ("ru", "Москва говорит о расправе над сдавшимися российскими солдатами."),
        ("uk", "обмін українськими полоненими"),
    ],
)
def test_nobody_else_is_taken_for_a_captor(sides: Sides, lang: str, text: str) -> None:
    assert not list(sides.told_as_captors(text, lang))


@pytest.mark.parametrize(("people", "contradicted"), [("Russian", False), ("Ukrainian", True)])
def test_where_the_passage_names_no_victims_the_whole_page_is_read(
    sides: Sides, pow_accounts: Release, people: str, contradicted: bool
) -> None:
    told = page("The video from Makiivka went round.", f"It shows a massacre of {people} servicemen.")

    assert sides.contradict(pow_accounts.corpus.incidents[MAKIIVKA], told[:1], told, "en") is contradicted


@pytest.mark.parametrize(("people", "contradicted"), [("Ukrainian", False), ("Russian", True)])
def test_those_whom_a_side_kills_after_they_gave_up_are_not_its_own(
    sides: Sides, pow_accounts: Release, people: str, contradicted: bool
) -> None:
    told = page("The video from Makiivka went round.", f"{people} troops are accused of killing men who surrendered.")

    assert sides.contradict(pow_accounts.corpus.incidents[MAKIIVKA], told[:1], told, "en") is contradicted


def test_a_line_of_men_before_others_tells_nothing_of_those_others(sides: Sides) -> None:
    text = "Солдаты ложатся на землю перед людьми в украинской форме, они лежат неподвижно."

    assert sides.told_as_harmed(text, "ru") == frozenset()
