"""Whose it was and against whom: an act turned around is another; another accused is not. The same for either side."""

from __future__ import annotations

import pytest

from beside.model import Passage, Release
from beside.ranking.direction import Directions
from beside.ranking.peoples import Peoples
from beside.ranking.undisputed import directions_on_record

MISSILES, INQUIRY, COUNT = (
    "missile-strikes-count-2022-11",
    "kherson-torture-probe-2022-05",
    "pow-execution-case-count-2025-05",
)
UNITS, LISTS = "kherson-redeployment-2022-11", "missing-lists-via-qatar-2024"
EXCHANGED = {
    "Russia": "Ukraine", "Russian": "Ukrainian", "Moscow": "Kyiv", "Russians": "Ukrainians",
    "Росія": "Україна", "Росії": "України", "російських": "українських", "Россия": "Украина", "России": "Украине",
    "Russland": "Ukraine", "Russie": "Ukraine",
    "российские": "украинские", "russische": "ukrainische", "russischen": "ukrainischen", "russes": "ukrainiens",
}  # fmt: skip
# incident, language, a sentence as on record (with the sides by placeholders A and B)
TOLD = [
    (MISSILES, "en", "Russia fired 4,700 missiles at Ukraine."),
    (MISSILES, "en", "More than 4,700 missiles have been fired at Ukraine."),
    (MISSILES, "en", "He counted 4,700 Russian missiles that were fired since February."),
    (MISSILES, "en", "More than 4,700 missiles were fired by Russian forces."),
    (MISSILES, "en", "Russian troops have launched more than 4,700 missiles and fired at the power grid."),
    (MISSILES, "en", "After the attacks on the power grid 20 million Ukrainians sat in the dark."),
    (MISSILES, "en", "Attacks on the power grid left 20 million people in Ukraine without electricity."),
    (MISSILES, "uk", "За цей час по Україні випустили понад 4700 ракет, атакували енергетику."),
    (MISSILES, "ru", "За это время по Украине выпустили более 4700 ракет, атаковали энергетику."),
    (MISSILES, "de", "Mehr als 4700 russische Raketen trafen das Stromnetz, Angriffe gab es jede Woche."),
    (MISSILES, "fr", "Plus de 4700 missiles russes ont visé le réseau, les attaques continuent."),
    (INQUIRY, "en", "Russia sent investigators to Kherson to gather evidence of torture."),
    (INQUIRY, "en", "Moscow dispatched a group of detectives to Kherson over alleged torture by fighters."),
    (INQUIRY, "en", "Investigators from Russia work in Kherson on claims of torture."),
    (INQUIRY, "en", "Russian investigators came to Kherson to look into torture."),
    (INQUIRY, "en", "Moscow's detectives look into torture in Kherson."),
    (INQUIRY, "en", "Claims of torture in Kherson are examined by Russian investigators."),
    (INQUIRY, "en", "Officials said that Russia sent investigators to Kherson."),
    (INQUIRY, "en", "Moscow's prosecutors investigate alleged torture by fighters."),
    (INQUIRY, "uk", "Росія направила слідчих до Херсона."),
    (INQUIRY, "de", "Russland hat Ermittler nach Cherson geschickt."),
    (INQUIRY, "fr", "La Russie a envoyé des enquêteurs à Kherson."),
    (INQUIRY, "ru", "Россия в мае направила в Херсон следователей, чтобы проверить сообщения о пытках."),
    (MISSILES, "uk", "Від лютого Росія випустила по нас більше ніж 4700 ракет, атакували енергетику."),
    (UNITS, "en", "The institute said that Russian units that left Kherson are to be moved to the east."),
    (MISSILES, "en", "More than 4,700 missiles have hit Ukraine."),
    (MISSILES, "en", "Ukraine had been hit by 4,700 missiles in attacks."),
    (INQUIRY, "uk", "Росія відправила слідчих до Херсона через звинувачення бойовиків у катуваннях."),
    (INQUIRY, "ru", "Россия отправила следователей из-за пыток, в которых обвиняют боевиков."),
    (INQUIRY, "de", "Die russischen Ermittler sollen Folter aufklären, die Kämpfern vorgeworfen wird."),
    (UNITS, "en", "Russian units that left Kherson are to be moved to the east."),
    (UNITS, "en", "Russian units withdrawn from Kherson move to the eastern front."),
    (UNITS, "en", "After Russia's withdrawal from Kherson the units moved east."),
    (UNITS, "en", "Russian troops left Kherson and were moved to the eastern front."),
    (UNITS, "en", "The units pulled out of Kherson in the Russian retreat went to the eastern front."),
]
# told of Ukraine's side on record: prosecutors who count, an ombudsman who receives
COUNTED = [
    (COUNT, "Ukrainian prosecutors suspect that 268 captured soldiers were killed."),
    (COUNT, "Prosecutors in Ukraine opened 75 cases of suspected killings."),
    (COUNT, "Kyiv prosecutors count 75 criminal cases."),
    (COUNT, "The Prosecutor General's Office of Ukraine has 75 criminal cases."),
    (LISTS, "Lists of the missing and letters reached Ukraine's ombudsman by way of Qatar."),
]


MISSING = [
    ("en", "Lists of missing {} service members and letters came through Qatar.", ("Ukrainian", "Russian")),
    ("uk", "Через Катар отримано списки зниклих {} військових.", ("українських", "російських")),
    ("de", "Über Katar kamen Listen vermisster {} Soldaten und Briefe.", ("ukrainischer", "russischer")),
    ("fr", "Des listes de soldats {} disparus et des lettres sont passées par Doha.", ("ukrainiens", "russes")),
]


@pytest.fixture(scope="module")
def directions(pow_accounts: Release) -> Directions:
    return directions_on_record(pow_accounts.corpus, Peoples(pow_accounts.corpus))


def exchanged(text: str) -> str:
    """The sides of a sentence exchanged."""
    table = EXCHANGED | {b: a for a, b in EXCHANGED.items()} | {"Украине": "России", "Україні": "Росії"}
    table |= {"Moscow's": "Kyiv's", "Russia's": "Ukraine's", "Ukraine's": "Russia's"}
    parts = [(part, part.strip(".,")) for part in text.split(" ")]
    return " ".join(part.replace(bare, table.get(bare, bare)) if bare else part for part, bare in parts)


def turned_around(directions: Directions, incident: str, text: str, lang: str) -> bool:
    told = [Passage(0, 0, 0, len(text), text)]
    return directions.contradict(incident, told, told, lang)


@pytest.mark.parametrize(("incident", "lang", "text"), [*TOLD, *((i, "en", text) for i, text in COUNTED)])
def test_an_act_turned_around_is_another(directions: Directions, incident: str, lang: str, text: str) -> None:
    assert exchanged(text) != text
    assert not turned_around(directions, incident, text, lang)
    assert turned_around(directions, incident, exchanged(text), lang)


@pytest.mark.parametrize(
    ("incident", "text"),
    [
        ("makiivka-surrender-2022-11", "{0} soldiers shot captives in Makiivka, {1} investigators say."),
        ("zaporizhzhia-surrender-killings-2024-11", "{0} soldiers shot men who had surrendered in the region."),
        ("poland-missile-blast-2022-11", "The missile that fell on Poland was fired by {0} forces, not by {1} ones."),
        ("znpp-explosions-2022-11", "{0} forces shelled the nuclear power plant, {1} officials say."),
        ("prisoner-exchange-58-2024-10", "95 {0} soldiers came home in the exchange, and as many {1} ones."),
        ("russian-pow-execution-video-2023-02", "{0} investigators are looking into the video of a killing."),
    ],
)
@pytest.mark.parametrize("sides", [("Russian", "Ukrainian"), ("Ukrainian", "Russian")])
def test_another_accused_is_a_competing_account(
    directions: Directions, incident: str, text: str, sides: tuple[str, str]
) -> None:
    assert not turned_around(directions, incident, text.format(*sides), "en")


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine's president spoke of 4,700 missiles.",
        "Ukraine has counted 4,700 missiles since February.",
        "Ukraine says that 4,700 missiles were fired.",
        "Ukraine was hit by 4,700 missiles.",
        "4,700 missiles were fired, Russia's losses are high.",
    ],
)
def test_nothing_is_guessed(directions: Directions, text: str) -> None:
    assert not turned_around(directions, MISSILES, text, "en")


def test_what_is_told_as_on_record_elsewhere_on_the_page_is_heard(directions: Directions) -> None:
    turned, straight = (
        Passage(n, 0, 0, len(text), text)
        for n, text in enumerate(("4,700 Ukrainian missiles were fired.", "The missiles were fired at Ukraine."))
    )

    assert directions.contradict(MISSILES, [turned], [turned], "en")
    assert not directions.contradict(MISSILES, [turned], [turned, straight], "en")


def test_a_passing_word_on_the_other_sides_office_is_no_contradiction(directions: Directions) -> None:
    assert not turned_around(directions, LISTS, "Russia's ombudsman spoke of letters too.", "en")


@pytest.mark.parametrize(("lang", "text", "people"), MISSING)
def test_whose_the_missing_are(directions: Directions, lang: str, text: str, people: tuple[str, str]) -> None:
    assert not turned_around(directions, LISTS, text.format(people[0]), lang)
    assert turned_around(directions, LISTS, text.format(people[1]), lang)


def test_the_year_of_a_date_is_no_figure_that_bears_an_act_out(directions: Directions) -> None:
    assert not turned_around(directions, MISSILES, "In 2022 Ukrainian missiles also struck Crimea.", "en")


@pytest.mark.parametrize("people", ["Russian", "Ukrainian"])
def test_what_they_are_accused_of_is_not_what_is_investigated_by_them(directions: Directions, people: str) -> None:
    text = f"A court is to investigate alleged torture by {people} fighters in Kherson."

    assert not turned_around(directions, INQUIRY, text, "en")


@pytest.mark.parametrize(("named", "turned"), [("Moskalkova", True), ("Lubinets", False)])
def test_a_named_ombudsman_is_the_ombudsman_of_his_side(directions: Directions, named: str, turned: bool) -> None:
    text = f"Lists of missing servicemen and letters reached the ombudsman, {named}, by way of Qatar."

    assert turned_around(directions, LISTS, text, "en") is turned
