from __future__ import annotations

import pytest

from beside.retrieval.differences import differences


def differ(text: str, claim: str, lang: str = "en", title: str = "") -> set[str]:
    return {name for name, value in differences(text, claim, title, lang, lang).items() if value}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("More than 3,000 missiles were fired.", "More than 4,700 missiles were fired."),
        ("603 fishermen were freed on Friday", "630 fishermen were freed"),
        ("3,000 lanterns were lit at Dunmore", "Some 4,700 lanterns were lit at Dunmore"),
        ("He left Dunmore in November 2024", "In November 2022 he left Dunmore"),
        ("In Dunmore wurden 603 Laternen entzündet", "630 Laternen wurden in Dunmore entzündet"),
    ],
)
def test_another_figure_of_the_same_thing_is_a_difference(text: str, claim: str) -> None:
    assert "other figure" in differ(text, claim, "de" if "Laternen" in text else "en")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("More than 600 fishermen were freed", "630 fishermen were freed"),
        ("About 600 fishermen were freed", "630 fishermen were freed"),
        ("Two thousand fishermen were freed", "2,000 fishermen were freed"),
        ("92 percent of fishermen were freed", "92.3 percent of fishermen were freed"),
        ("A bounty of $80M for the fisherman", "A bounty of $80 million for the fisherman"),
        ("603 fishermen came home, 630 in all with their sons", "630 fishermen came home"),
        ("Fishermen were freed on day 12 of the storm", "630 fishermen were freed"),
        ("The storm lasted 12 days, then the fishermen were freed", "630 fishermen were freed"),
    ],
)
def test_a_figure_that_leaves_room_for_the_other_or_counts_another_thing_is_none(text: str, claim: str) -> None:
    assert differ(text, claim) == set()


def test_a_figure_of_the_title_is_a_figure_of_the_claim() -> None:
    assert differ("603 fishermen were freed", "630 fishermen were freed", title="Were 603 Freed?") == set()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Arlen attacked Tarrow", "Tarrow attacked Arlen"),
        ("Arlen was attacked by Tarrow", "Arlen attacked Tarrow"),
        ("Arlen's boats shelled Tarrow's piers near Dunmore", "Tarrow's boats shelled Arlen's piers near Dunmore"),
        ("man bites dog", "dog bites man"),
    ],
)
def test_who_did_it_to_whom_is_told_apart(text: str, claim: str) -> None:
    assert differ(text, claim) == {"turned around"}


@pytest.mark.parametrize(
    "text",
    ["Tarrow was attacked by Arlen", "Today Arlen attacked Tarrow again", "The attack: Tarrow and Arlen"],
)
def test_the_same_in_another_voice_is_not_turned_around(text: str) -> None:
    assert differ(text, "Arlen attacked Tarrow") == set()


@pytest.mark.parametrize(
    ("text", "claim", "lang"),
    [
        ("Arlen griff Tarrow an", "Tarrow griff Arlen an", "de"),
        ("Тарва атаковала Дорну", "Дорна атаковала Тарву", "ru"),
    ],
)
def test_who_acts_is_read_where_order_or_endings_tell(text: str, claim: str, lang: str) -> None:
    assert differ(text, claim, lang) == {"turned around"}


def test_only_another_order_of_the_same_russian_words_turns_nothing_around() -> None:
    assert differ("Дорну атаковала Тарва", "Тарва атаковала Дорну", "ru") == set()


def test_where_endings_are_not_read_nothing_is_said() -> None:
    assert differ("Дорна атаковала Тарву", "Тарва атаковала Дорну", "uk") == set()


@pytest.mark.parametrize(
    ("text", "claim", "lang"),
    [
        ("The captain had not refused the offer", "The captain refused the offer", "en"),
        ("The captain refused the offer", "The captain didn't refuse the offer", "en"),
        ("Капітан не відмовився від пропозиції", "Капітан відмовився від пропозиції", "uk"),
    ],
)
def test_a_denial_is_told_from_what_it_denies(text: str, claim: str, lang: str) -> None:
    assert differ(text, claim, lang) == {"denied"}


@pytest.mark.parametrize("text", ["Not only the captain refused the offer", "No, the captain refused the offer"])
def test_not_every_no_denies(text: str) -> None:
    assert differ(text, "The captain refused the offer") == set()


def test_texts_that_have_nothing_in_common_do_not_differ() -> None:
    assert differ("Snow did not fall on 603 roofs", "630 lanterns were lit") == set()


@pytest.mark.parametrize("said", ["603 fishermen were freed", "Hard to believe, my friends: 603 fishermen were freed!"])
def test_a_difference_counts_in_full_where_the_claim_is_repeated(said: str) -> None:
    assert differences(said, "630 fishermen were freed", "", "en", "en")["other figure"] == 1


def test_a_repeated_title_is_a_repeated_claim() -> None:
    claim, title = "The crew of 630 fishermen came home unharmed", "Were 630 Fishermen Freed?"

    assert differences("603 fishermen were freed", claim, title, "en", "en")["other figure"] == 1


def test_a_difference_hardly_counts_in_a_text_with_words_of_its_own() -> None:
    said, claim = "Great day: 603 fishermen freed at last", "630 fishermen were freed by the coast guard of Tarrow"

    assert 0 < differences(said, claim, "", "en", "en")["other figure"] < 0.01


def test_a_claim_that_is_worded_as_a_question_is_repeated_without_its_whether() -> None:
    told = differences("Kyiv refused to take 603 men.", "Whether Kyiv refused to take 630 men", "", "en", "en")

    assert told["other figure"] == 1
