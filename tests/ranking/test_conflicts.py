"""What speaks against an incident: another figure, another time, other people harmed."""

from __future__ import annotations

import pytest

from beside.model import Page, Passage, Reason, Release
from beside.ranking.affected import Sides
from beside.ranking.conflicts import conflicts
from beside.ranking.otherwise import Stated
from beside.ranking.signals import Signal
from beside.ranking.undisputed import directions_on_record


@pytest.fixture(scope="module")
def sides(pow_accounts: Release) -> Sides:
    return Sides(pow_accounts.corpus)


def page(text: str, published: str | None = None, lang: str = "en") -> Page:
    return Page((Passage(0, 0, 0, len(text), text),), lang=lang, published=published)


def shares(kind: str, thing: str, weight: float = 0.3) -> Signal:
    return Signal(kind, 0, thing, weight, None, "test@1", Reason(kind, 0, 3, thing))


def against(release: Release, sides: Sides, incident: str, page: Page, *window: Signal) -> tuple[str, ...]:
    directions = directions_on_record(release.corpus, sides.peoples)
    return conflicts(release.corpus.incidents[incident], window, page, window, sides, directions, Stated.on(page))


@pytest.mark.parametrize(("figure", "found"), [("3,000", ("figure", "counted")), ("4,700", ())])
def test_another_figure_for_the_same_thing(
    pow_accounts: Release, sides: Sides, figure: str, found: tuple[str, ...]
) -> None:
    told = page(f"Zelensky said that {figure} missiles had been fired at Ukraine.")
    signals = [shares("wording", "missiles")] + ([shares("figure", "4,700 missiles")] if not found else [])

    assert against(pow_accounts, sides, "missile-strikes-count-2022-11", told, *signals) == found


@pytest.mark.parametrize(("when", "found"), [("in November 2024", ("date", "dated")), ("in November 2022", ())])
def test_another_time_in_the_passage(pow_accounts: Release, sides: Sides, when: str, found: tuple[str, ...]) -> None:
    told = page(f"A video of a farmyard in Makiivka appeared {when}.")

    assert against(pow_accounts, sides, "makiivka-surrender-2022-11", told, shares("place", "Makiivka", 0.7)) == found


@pytest.mark.parametrize(
    ("published", "found"), [("2022-11-20", ()), ("2024-06-01", ("late",)), ("2021-06-01", ("before", "late"))]
)
def test_a_page_of_another_time_without_a_date(
    pow_accounts: Release, sides: Sides, published: str, found: tuple[str, ...]
) -> None:
    told = page("A video of a farmyard in Makiivka appeared.", published)

    assert against(pow_accounts, sides, "makiivka-surrender-2022-11", told, shares("place", "Makiivka", 0.7)) == found


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("On 13 March 2025 a drone filmed the killing.", None, True),
        ("A drone filmed the killing in March 2025.", None, True),
        ("On 13 March 2025 a drone filmed the killing. Another was filmed in November 2024.", None, False),
        ("On 13 March 2024 a drone filmed the killing.", "2024-11-20", True),
        ("Since 24 February 2022 drones have filmed killings.", "2024-11-20", False),
        ("The minister spoke of the killing on Tuesday.", "2025-03-14", False),
        ("The minister turned sixty on 13 March 2025. A drone filmed the killing.", None, False),
    ],
)
def test_an_act_that_is_never_dated_as_the_incident_is(
    pow_accounts: Release, sides: Sides, text: str, published: str | None, found: bool
) -> None:
    sentences = [f"{sentence.strip('.')}." for sentence in text.split(". ")]
    passages = tuple(Passage(n, 0, 0, len(sentence), sentence) for n, sentence in enumerate(sentences))
    told = Page(passages, lang="en", published=published)
    incident = "zaporizhzhia-surrender-killings-2024-11"

    assert ("dated" in against(pow_accounts, sides, incident, told, shares("wording", "filmed"))) is found


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("Kyiv refused to take back 603 wounded prisoners.", "en", True),
        ("Київ відмовився забрати 603 полонених.", "uk", True),
        ("Kyiv refused to take back 630 prisoners.", "en", False),
        ("Kyiv refused to take back hundreds of prisoners.", "en", False),
        ("Of 630 names, 603 prisoners stand on both lists.", "en", False),
    ],
)
def test_what_is_counted_with_another_figure_alone(
    pow_accounts: Release, sides: Sides, text: str, lang: str, found: bool
) -> None:
    told = page(text, lang=lang)
    incident = "exchange-of-630-2024-11"

    assert ("counted" in against(pow_accounts, sides, incident, told, shares("wording", "prisoners"))) is found


def test_other_people_harmed(pow_accounts: Release, sides: Sides) -> None:
    told = page("Ukrainian prisoners were harmed in Makiivka, it is said.")

    assert against(pow_accounts, sides, "makiivka-surrender-2022-11", told, shares("place", "Makiivka")) == (
        "affected",
    )


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Makiivka in the Donetsk region", ("elsewhere",)),
        ("Makiivka, Donetsk Oblast,", ("elsewhere",)),
        ("Makiivka in the Luhansk region", ()),
        ("Makiivka, a village in Luhansk Oblast,", ()),
        ("Makiivka", ()),
    ],
)
def test_a_town_of_that_name_in_another_region(
    pow_accounts: Release, sides: Sides, told: str, found: tuple[str, ...]
) -> None:
    text = f"In {told} a video was made."
    place = Signal("place", 0, "Makiivka", 0.7, None, "test@1", Reason("place", 3, 11, "Makiivka"))

    assert against(pow_accounts, sides, "makiivka-surrender-2022-11", page(text), place) == found


@pytest.mark.parametrize(
    ("told", "found"), [("in the Zaporizhzhia region", ("elsewhere",)), ("at a nuclear plant", ())]
)
def test_a_region_is_not_the_plant_of_that_name(
    pow_accounts: Release, sides: Sides, told: str, found: tuple[str, ...]
) -> None:
    heard = page(f"Explosions were heard {told} on the morning of 20 November 2022.")
    signals = (shares("wording", "explosions"), shares("date", "2022-11-20", 0.5))

    assert against(pow_accounts, sides, "znpp-explosions-2022-11", heard, *signals) == found


@pytest.mark.parametrize(
    ("lang", "town", "told", "found"),
    [
        ("ru", "Макеевке", "в Макеевке Донецкой области", ("elsewhere",)),
        ("ru", "Макеевке", "в Макеевке Луганской области", ()),
        ("ru", "Макеевке", "в Макеевке под Донецком", ("elsewhere",)),
        ("uk", "Макіївці", "У Макіївці на Донеччині", ("elsewhere",)),
        ("uk", "Макіївці", "У Макіївці на Луганщині", ()),
        ("uk", "Макіївці", "У Макіївці Харківської області", ("elsewhere",)),
        ("de", "Makijiwka", "In Makijiwka bei Donezk", ("elsewhere",)),
        ("de", "Makijiwka", "In Makijiwka bei Luhansk", ()),
        ("de", "Makijiwka", "In Makijiwka im Gebiet Lugansk", ()),
        ("fr", "Makiïvka", "À Makiïvka, près de Donetsk,", ("elsewhere",)),
        ("fr", "Makiïvka", "À Makiïvka, près de Louhansk,", ()),
        ("en", "Makiivka", "In the Donetsk town of Makiivka", ("elsewhere",)),
        ("en", "Makiivka", "In Makiivka, near Svatove,", ()),
        ("en", "Makiivka", "On the road from Donetsk, Makiivka", ()),
    ],
)
def test_a_region_is_heard_in_five_languages(
    pow_accounts: Release, sides: Sides, lang: str, town: str, told: str, found: tuple[str, ...]
) -> None:
    text = f"{told} 2022."
    at = text.index(town)
    place = Signal("place", 0, "Makiivka", 0.7, None, "test@1", Reason("place", at, at + len(town), "Makiivka"))

    assert against(pow_accounts, sides, "makiivka-surrender-2022-11", page(text, lang=lang), place) == found


@pytest.mark.parametrize(
    ("act", "found"),
    [
        ("tells his wife of orders to attack without cover", ("untold",)),
        ("tells his wife of orders to kill everybody", ()),
        ("tells his wife of men who had surrendered", ()),
    ],
)
def test_where_people_were_harmed_a_page_tells_of_harm(
    pow_accounts: Release, sides: Sides, act: str, found: tuple[str, ...]
) -> None:
    told = page(f"In a recording from the Zaporizhzhia region, made in November 2024, a soldier {act}.")
    shared = (shares("place", "Zaporizhzhia region", 0.4), shares("date", "2024-11"))

    assert against(pow_accounts, sides, "zaporizhzhia-surrender-killings-2024-11", told, *shared) == found


def test_a_page_that_names_the_town_need_not_tell_of_the_harm(pow_accounts: Release, sides: Sides) -> None:
    told = page("In November 2022 the ombudsman called the scene in Makiivka staged.")
    shared = (shares("place", "Makiivka", 0.7), shares("date", "2022-11-13"))

    assert against(pow_accounts, sides, "makiivka-surrender-2022-11", told, *shared) == ()
