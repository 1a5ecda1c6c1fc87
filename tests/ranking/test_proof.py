"""What proves it the same: a day and a country see many events."""

from __future__ import annotations

import pytest

from beside.model import Page, Passage, Reason, Release
from beside.ranking.proof import prove
from beside.ranking.published import PAGE_WIDE
from beside.ranking.signals import Signal

BLAST, PLANT = "poland-missile-blast-2022-11", "znpp-explosions-2022-11"


def proven(release: Release, incident: str, text: str, lang: str, *shared: tuple[str, str, float]) -> bool:
    page = Page((Passage(0, 0, 0, len(text), text),), lang=lang)
    signals = [
        Signal(kind, 0, thing, weight, None, f"{kind}@1", Reason(kind, 0, 3, thing)) for kind, thing, weight in shared
    ]
    return prove(release.corpus.incidents[incident], signals, page) is not None


@pytest.mark.parametrize(
    ("text", "lang", "same"),
    [
        ("A gas explosion killed two people in Poland on 15 November 2022.", "en", False),
        ("A car accident killed two people in Poland on 15 November 2022.", "en", False),
        ("A missile killed two people in Poland on 15 November 2022.", "en", True),
        ("Ракета вбила двох людей у Польщі 15 листопада 2022 року.", "uk", True),
        ("Ракета убила двух человек в Польше 15 ноября 2022 года.", "ru", True),
        ("Eine Rakete tötete am 15. November 2022 zwei Menschen in Polen.", "de", True),
        ("Un missile a tué deux personnes en Pologne le 15 novembre 2022.", "fr", True),
    ],
)
def test_in_a_country_the_event_must_be_named(pow_accounts: Release, text: str, lang: str, same: bool) -> None:
    shared = (("place", "Poland", 0.3), ("date", "2022-11-15", 0.5), ("wording", "people", 0.2))

    assert proven(pow_accounts, BLAST, text, lang, *shared) is same


def test_a_telling_name_may_stand_for_it(pow_accounts: Release) -> None:
    shared = (("place", "Poland", 0.3), ("date", "2022-11-15", 0.5), ("name", "Mateusz Morawiecki", 0.5))

    assert proven(pow_accounts, BLAST, "The prime minister spoke on 15 November.", "en", *shared)


@pytest.mark.parametrize(
    ("text", "lang", "same"),
    [
        ("On 20 November the IAEA said that experts heard nothing of a dozen questions to Iran.", "en", False),
        ("Утром 20 ноября в Запорожье прогремело более десятка взрывов.", "ru", False),
        ("Утром 20 ноября на АЭС прогремело более десятка взрывов.", "ru", True),
        ("More than a dozen explosions shook the nuclear plant on 20 November.", "en", True),
    ],
)
def test_a_plant_must_be_named(pow_accounts: Release, text: str, lang: str, same: bool) -> None:
    shared = (("name", "IAEA", 0.4), ("date", "2022-11-20", 0.5), ("figure", "12 explosions", 0.2))

    assert proven(pow_accounts, PLANT, text, lang, *shared) is same
    assert proven(pow_accounts, PLANT, text, lang, ("place", "Zaporizhzhia Nuclear Power Plant", 0.7), *shared)


@pytest.mark.parametrize(
    ("text", "date", "same"),
    [
        ("The IAEA said that explosions shook the nuclear plant.", 0.25, True),
        ("The IAEA spoke of shelling near the reactors of the plant.", 0.25, True),
        ("The plant lost its last power line, the IAEA said.", 0.25, False),
        ("The plant lost its last power line, the IAEA said.", 0.5, True),  # the day itself
        ("Explosions shook the nuclear plant, the IAEA said.", 0.1, False),  # of another month
    ],
)
def test_a_plant_is_in_the_news_all_year(pow_accounts: Release, text: str, date: float, same: bool) -> None:
    shared = (("place", "Zaporizhzhia Nuclear Power Plant", 0.7), ("name", "IAEA", 0.4), ("date", "2022-11-20", date))

    assert proven(pow_accounts, PLANT, text, "en", *shared) is same


@pytest.mark.parametrize("medium", [True, False])
def test_a_day_alone_proves_nothing_where_the_medium_is_not_told(pow_accounts: Release, medium: bool) -> None:
    shared = [("date", "2023-02-08", 0.5), ("wording", "ministry", 0.2)]
    footage = [("media", "video", 0.15)] if medium else []
    text = "On 8 February 2023 the ministry spoke of a pipeline."

    assert proven(pow_accounts, "russian-pow-execution-video-2023-02", text, "en", *shared, *footage) is medium


@pytest.mark.parametrize(("other", "same"), [("95 prisoners exchanged", False), ("58 number of the exchange", True)])
def test_one_number_alone_proves_nothing(pow_accounts: Release, other: str, same: bool) -> None:
    shared = [("figure", "95 service members returned", 0.42), ("figure", other, 0.42), ("wording", "exchange", 0.2)]

    assert proven(pow_accounts, "prisoner-exchange-58-2024-10", "95 for 95.", "en", *shared) is same


@pytest.mark.parametrize(("named", "same"), [((), False), ((("name", "Olha Stefanishyna", 0.5),), True)])
def test_a_day_and_some_video_prove_no_event_of_a_town_that_is_not_named(
    pow_accounts: Release, named: tuple[tuple[str, str, float], ...], same: bool
) -> None:
    shared = (("date", "2022-11-13", 0.5), ("media", "video", 0.25), ("wording", "footage", 0.2), *named)

    assert proven(pow_accounts, "makiivka-surrender-2022-11", "A video of 13 November.", "en", *shared) is same


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ([("wording", "ministry", 0.2)], False),
        ([("date", "2023-02-08", 0.5)], True),
        ([("name", "Investigative Committee of Russia", 0.35)], True),
        ([("figure", "2 soldiers", 0.3)], True),
    ],
)
def test_a_page_of_that_month_with_some_video_and_one_office_tells_more(
    pow_accounts: Release, told: list[tuple[str, str, float]], same: bool
) -> None:
    text = "The ministry spoke of videos, of two soldiers and of 8 February."
    page = Page((Passage(0, 0, 0, len(text), text),), lang="en", published="2023-02-12")
    shared = [("media", "video", 0.25), ("name", "Russian Foreign Ministry", 0.35), ("wording", "footage", 0.1), *told]
    signals = [Signal(k, 0, t, w, None, f"{k}@1", Reason(k, 0, 3, t)) for k, t, w in shared]
    signals.append(Signal("date", PAGE_WIDE, "2023-02-08", 0.25, None, "page", Reason("date", 0, 0, "2023-02-08")))

    assert (
        prove(pow_accounts.corpus.incidents["russian-pow-execution-video-2023-02"], signals, page) is not None
    ) is same


@pytest.mark.parametrize(
    ("text", "weight", "same"),
    [
        ("More than a dozen explosions shook the nuclear plant, the IAEA said.", 0.33, True),
        ("A dozen inspectors came to the nuclear plant, the IAEA said.", 0.33, False),
        ("Two explosions shook the nuclear plant, the IAEA said.", 0.2, False),
    ],
)
def test_a_count_that_few_others_share_stands_for_the_month(
    pow_accounts: Release, text: str, weight: float, same: bool
) -> None:
    place = ("place", "Zaporizhzhia Nuclear Power Plant", 0.7)

    shared = (place, ("name", "IAEA", 0.4), ("figure", "12 explosions", weight))
    assert proven(pow_accounts, PLANT, text, "en", *shared) is same
