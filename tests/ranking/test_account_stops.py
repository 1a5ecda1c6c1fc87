"""What keeps a likely account from being called found. The pages are invented, and so are the countries they speak of."""

from __future__ import annotations

import pytest

from beside.model import Block, Page, Release
from beside.passages import split_passages
from beside.ranking.account_features import OnRecord, compare
from beside.ranking.account_words import read_lines
from beside.ranking.on_page import found_among, tell_accounts
from beside.ranking.stance import cues_in

HALL, DAM, BOATS = "village-hall-yllverholt-2031-03", "hoskmar-dam-gate-2031-03", "crew-exchange-2031-04"
BOARDING, RECORDINGS, FOOTAGE = (
    "boarding-video-2031-03",
    "zaporizhzhia-surrender-killings-2024-11",
    "beheading-video-2023-04",
)
WHAT_IT_SHOWS, STRUCK, NO_BADGE = "H1-07", "H1-08", "H1-09"
VOICE_ON_THE_RADIO, ONE_OF_A_SERIES, PRESIDENCY = "S1-07", "S1-08", "S2-18"
OPENED_INQUIRY, STAFF_ON_SOLDIERS, MINISTRY_ON_SOLDIERS = "H3-09", "H3-07", "H3-08"
COUNTED_310, COUNTED_212, DENIED_FIRE = "H5-02", "H6-03", "H5-07"
WITHDREW, CHANGED_THE_LIST = "H7-02", "H7-03"
STAFF_DENIES = (
    "Генеральний штаб Тесмарри заперечує, що влучив у клуб: на його думку, на будівлю впала ракета-перехоплювач."
)


def found_if_likely(release: Release, incident: str, text: str, lang: str) -> set[str]:
    """What is found where the regression holds every account for likely."""
    record = OnRecord.of(release.corpus.incidents[incident], release.corpus)
    lines = read_lines(Page(split_passages((Block(0, text),)), lang=lang))
    return {one.account.statement.id for one in found_among(compare(record, lines), lines)}


def test_a_number_that_the_page_does_not_give_is_not_found(halven_strait: Release) -> None:
    text = "Observers and the office of the governor speak of the flood: in the district, 310 houses were flooded."

    found = found_if_likely(halven_strait, DAM, text, "en")

    assert found & {COUNTED_310, COUNTED_212} == {COUNTED_310}


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "Maret Oldvane said that the video shows Tesmarran officers as they board the trawler.", WHAT_IT_SHOWS),
        ("en", "Maret Oldvane said that on the trawler the Tesmarran officers struck two fishermen.", STRUCK),
        ("ru", "Марет Ольдване говорит: на видео офицеры Тесмарры поднимаются на траулер.", WHAT_IT_SHOWS),
        ("uk", "Марет Ольдване каже, що на траулері офіцери Тесмарри вдарили двох рибалок.", STRUCK),
    ],
)
def test_of_several_claims_of_one_speaker_the_one_whose_own_words_are_told_is_found(
    halven_strait: Release, lang: str, text: str, told: str
) -> None:
    found = found_if_likely(halven_strait, BOARDING, text, lang)

    assert found & {WHAT_IT_SHOWS, STRUCK, NO_BADGE} == {told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CNN has heard a recording: a voice orders Russian troops to take the commander, kill the rest.", "relayed"),
        ("CNN says that the order is one of a series of radio conversations between Russian troops.", "said"),
    ],
)
def test_what_an_outlet_relays_is_not_found_as_what_it_says_itself(pow_accounts: Release, text: str, told: str) -> None:
    found = found_if_likely(pow_accounts, RECORDINGS, text, "en")

    assert (ONE_OF_A_SERIES in found, VOICE_ON_THE_RADIO in found) == (told == "said", told == "relayed")


def test_a_page_in_another_language_is_not_asked_for_english_words(pow_accounts: Release) -> None:
    text = "Дмитро Кулеба нагадав, що Росія цього місяця головує в Раді Безпеки ООН."

    assert PRESIDENCY in found_if_likely(pow_accounts, FOOTAGE, text, "uk")


@pytest.mark.parametrize(("said", "there"), [("has opened an inquiry", True), ("could say nothing", False)])
def test_who_investigates_is_found_only_where_the_page_says_so(halven_strait: Release, said: str, there: bool) -> None:
    text = f"The Halven Strait Observer Mission {said} and will collect what fell."

    assert (OPENED_INQUIRY in found_if_likely(halven_strait, HALL, text, "en")) is there


def test_an_open_gate_is_no_opened_inquiry(halven_strait: Release) -> None:
    text = "Місія спостерігачів не змогла встановити, хто стріляв. На греблі стояв відчинений затвор."

    assert OPENED_INQUIRY not in found_if_likely(halven_strait, HALL, text, "uk")


@pytest.mark.parametrize("account", [STAFF_ON_SOLDIERS, MINISTRY_ON_SOLDIERS])
def test_the_word_building_alone_carries_no_account_of_who_used_it(halven_strait: Release, account: str) -> None:
    text = f"Міністерство оборони Орвелланду каже, що дев’ятеро людей поранено. {STAFF_DENIES}"

    assert account not in found_if_likely(halven_strait, HALL, text, "uk")


def test_a_denial_of_one_thing_is_no_denial_of_another(halven_strait: Release) -> None:
    text = "The general staff in Selquara rejects that: in its view a stray Orvellish interceptor did the damage."

    assert DENIED_FIRE not in found_if_likely(halven_strait, DAM, text, "en")


def test_two_sides_that_blame_each_other_in_a_sentence_each_are_found_alike(halven_strait: Release) -> None:
    text = (
        "Министерство иностранных дел Орвелланда говорит, что на рассвете из Селькуары позвонили и отказались. "
        "Министерство иностранных дел Тесмарры говорит, что Эбброльт ночью изменил список."
    )
    record = OnRecord.of(halven_strait.corpus.incidents[BOATS], halven_strait.corpus)
    found = tell_accounts(record, read_lines(Page(split_passages((Block(0, text),)), lang="ru"))).found

    assert {WITHDREW, CHANGED_THE_LIST} <= found


def test_a_cue_is_told_whatever_stands_around_it() -> None:
    assert cues_in("Nobody there denied it.") == {"denies"}
    assert cues_in("Bread is sold until noon.") == frozenset()
