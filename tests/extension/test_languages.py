"""The panel in Ukrainian and in Russian, in real Chromium: its words, their plural forms, one word for one thing.

Firefox speaks the language of its build, and the one of the tests is English.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
from chromium import Chromium
from overlaid import connect, open_card, read
from stand_in import StandIn

from cards import account, card

WORDS = {
    "uk": [
        "Повідомлення в корпусі",
        "2 уривки, 3 події в корпусі",
        "Повідомлення в корпусі суперечать одне одному: 4 висловлювання у 2 документах.",
        "Знайдено на цій сторінці",
        "Не знайдено в прочитаному тексті",
        "каже (думка)",
        "березень 2031",
        "Надіслати зауваження до цієї картки",
    ],
    "ru": [
        "Сообщения в корпусе",
        "2 отрывка, 3 события в корпусе",
        "Сообщения в корпусе противоречат друг другу: 4 высказывания в 2 документах.",
        "Найдено на этой странице",
        "Не найдено в прочитанном тексте",
        "говорит (мнение)",
        "март 2031",
        "Отправить замечание к этой карточке",
    ],
}
MANY = {"uk": "5 подій у корпусі", "ru": "5 событий в корпусе"}
ONE = {"uk": "1 подія в корпусі", "ru": "1 событие в корпусе"}
NONE = {
    "uk": "У корпусі немає подій, про які йдеться в цьому тексті",
    "ru": "В корпусе нет событий, о которых говорится в этом тексте",
}
SMALL = {
    "uk": ["4 висловлювання у 2 документах", "Усі повідомлення"],
    "ru": ["4 высказывания в 2 документах", "Все сообщения"],
}


@pytest.fixture(scope="module", params=["uk", "ru"])
def speaking(request: pytest.FixtureRequest, playwright: Any) -> Iterator[tuple[str, Chromium]]:
    browser = Chromium(playwright, language=request.param)
    yield request.param, browser
    browser.close()


def cards(number: int) -> list[dict[str, Any]]:
    said = [account("A", on_page=True, act="opine"), *(account(letter) for letter in "BCD")]
    return [copy.deepcopy(card(accounts=said, incident=f"i{n}")) for n in range(number)]


def test_the_panel_and_the_small_card(speaking: tuple[str, Chromium], stand_in: StandIn, site: str) -> None:
    language, browser = speaking
    connect(browser, stand_in)
    stand_in.cards = cards(3)
    read(browser, f"{site}/article")
    browser.until(lambda: WORDS[language][1] in browser.panel_text())
    text = browser.panel_text()
    for words in WORDS[language]:
        assert words in text, words
    assert browser.panel("() => document.documentElement.lang") == language
    latin = re.findall(r"\b(?:statement|account|incident|page|says|found|read)s?\b", text)
    assert latin == []
    small = open_card(browser)
    for words in SMALL[language]:
        assert words in small, words
    for number, words in ((5, MANY[language]), (1, ONE[language]), (0, NONE[language])):
        stand_in.cards = cards(number)
        browser.click_button()
        browser.until(lambda words=words: words in browser.panel_text())
    browser.close_tab()
