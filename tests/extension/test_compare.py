"""The wide page, in both browsers: accounts side by side in equal columns, by question or by date."""

from __future__ import annotations

from typing import Any

import pytest
from browsers import Browser
from chromium import Chromium
from stand_in import TOKEN, StandIn

from cards import account, card, rich

PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."
NAMES = "() => [...document.querySelectorAll('.account h4')].map((e) => e.textContent.replace('Speaker ', '')).join('')"
BOXES = """() => [...document.querySelectorAll('.account')].map((account) => [
  account, ...account.querySelectorAll('.says, dl > div')].map((e) => { const box = e.getBoundingClientRect();
  return [box.x, box.y, box.width].map(Math.round); }))"""
TAB = 424242


@pytest.fixture
def comparing(browser: Browser, stand_in: StandIn, site: str) -> Browser:
    """The wide page of a card, opened from the panel."""
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences = [rich(), card(title="CARD-TEXT of a second test")], [PLAIN]
    browser.open(f"{site}/article")
    browser.click_button()
    browser.until(lambda: "Accounts of this incident" in browser.panel_text())
    return compared(browser)


def compared(browser: Browser) -> Browser:
    """The wide page in front."""
    before = list(browser.tabs())
    browser.press_in_panel(".bar > button")
    (opened,) = browser.until(lambda: [tab for tab in browser.tabs() if tab not in before])
    browser.switch(opened)
    browser.until(lambda: browser.page("() => document.querySelectorAll('.account').length"))
    return browser


def test_questions_stand_in_the_order_of_their_first_account(comparing: Browser) -> None:
    asked = "() => [...document.querySelectorAll('.fold:first-of-type .asked')].map((e) => e.textContent)"
    assert comparing.page(asked) == ["On the question: Whether this is a test", "On the question: Whether that is one"]
    assert comparing.page(NAMES) == "ABDC" + "ABCD"


def test_by_date_every_account_stands_in_its_place(comparing: Browser) -> None:
    comparing.click("[name=arrange][value=date]")
    comparing.until(lambda: comparing.page(NAMES) == "ABCDABCD")
    assert comparing.page("() => document.querySelectorAll('.asked').length") == 0


def test_the_way_back_leads_to_the_words_in_the_page(comparing: Browser) -> None:
    comparing.click(".here button")
    comparing.until(
        lambda: comparing.in_extension(
            """async () => { const [tab] = await (globalThis.browser ?? chrome).tabs.query({ active: true });
                         return !(tab.url ?? '').includes('compare.html'); }"""
        )
    )


def test_its_contents_lead_to_each_card(comparing: Browser) -> None:
    titles = comparing.page("() => [...document.querySelectorAll('#contents a')].map((e) => [e.hash, e.textContent])")
    assert titles == [["#card-0", "CARD-TEXT of a test, March 2031"], ["#card-1", "CARD-TEXT of a second test"]]


def test_a_page_that_is_gone_is_told(browser: Browser) -> None:
    browser.open(f"{browser.base}compare/compare.html?tab={TAB}")
    browser.until(lambda: "Nothing is known of that page" in browser.page("() => document.body.textContent"))


@pytest.fixture
def wide(chromium: Chromium, stand_in: StandIn) -> Any:
    """The wide page with five accounts on one question, whose words are of very different length."""
    stand_in.sentences = [PLAIN]
    said = [account(letter, says="word " * (4 + 20 * (letter == "C")), graphic=letter == "D") for letter in "ABCDE"]
    stand_in.cards = [rich(accounts=said), card()]
    answer = stand_in.answer({"blocks": [{"i": 0, "text": PLAIN}]})
    for one in answer["cards"]:
        one["evidence"][0]["n"] = 0
    state = {"phase": "done", "marked": [0], "answer": answer}
    chromium.in_extension("(state) => chrome.storage.session.set(state)", {f"tab:{TAB}": state})
    yield chromium.open(f"{chromium.base}compare/compare.html?tab={TAB}")
    chromium.close_tab()
    chromium.forget()


def test_columns_are_equal_and_rows_are_on_one_line(wide: Any) -> None:
    wide.set_viewport_size({"width": 1400, "height": 900})
    wide.wait_for_selector(".account")
    boxes = wide.evaluate(BOXES)[:4]
    assert len({row[0][2] for row in boxes}) == 1  # width
    assert len({row[0][1] for row in boxes}) == 1  # top
    assert [len({row[-line][1] for row in boxes}) for line in range(1, 6)] == [1] * 5  # the facts, line by line


@pytest.mark.parametrize(("width", "columns"), [(360, 1), (700, 2), (1000, 3), (1400, 4)])
def test_columns_as_there_is_room(wide: Any, width: int, columns: int) -> None:
    wide.set_viewport_size({"width": width, "height": 900})
    wide.wait_for_selector(".account")
    assert len({row[0][0] for row in wide.evaluate(BOXES)[:5]}) == columns
    assert wide.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


OPEN = "() => [...document.querySelectorAll('.fold')].map((fold) => fold.open)"


def test_the_card_that_was_asked_for_is_open_and_comes_into_view(wide: Any) -> None:
    wide.goto(f"{wide.url}&card=1")
    wide.wait_for_selector("#card-1")
    wide.wait_for_function("() => document.activeElement.id === 'card-1'")


def test_one_of_several_cards_is_open_at_a_time(wide: Any) -> None:
    wide.wait_for_selector(".account")
    assert wide.evaluate(OPEN) == [True, False]
    wide.click("#contents li:last-child a")
    wide.wait_for_function("() => document.activeElement.id === 'card-1'")
    assert wide.evaluate(OPEN) == [False, True]
    wide.click("[name=arrange][value=date]")  # drawn anew, and still the one that is read
    wide.wait_for_function("() => !document.querySelector('.asked')")
    assert wide.evaluate(OPEN) == [False, True]


def test_it_says_what_has_changed_since(browser: Browser, stand_in: StandIn, site: str) -> None:
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences = [card()], [PLAIN]
    browser.open(f"{site}/article")
    browser.click_button()
    browser.until(lambda: "Accounts of this incident" in browser.panel_text())
    stand_in.release = "0" * 64
    browser.in_extension(
        """async () => { const { session } = (globalThis.browser ?? chrome).storage;
             const [[key, state]] = Object.entries(await session.get(null)).filter(([key]) => key.startsWith('tab:'));
             await session.set({ [key]: { ...state, changed: true } }); }"""
    )
    opened = compared(browser)
    assert opened.page("() => document.querySelectorAll('.account').length") == 4
    notices = "() => [...document.querySelectorAll('#main > .notice')].map((one) => one.textContent)"
    opened.until(lambda: len(opened.page(notices)) == 2)
    page, corpus = opened.page(notices)
    assert page.startswith("The page has changed since it was read.")
    assert corpus.startswith("The corpus has changed since this page was read")
