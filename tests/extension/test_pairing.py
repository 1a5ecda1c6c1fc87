"""Two clicks, Connect and Allow, and the article that the reader came from is marked. In both browsers."""

from __future__ import annotations

from browsers import Browser
from stand_in import TRIES_A_MINUTE, StandIn

from cards import card

PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."


def begin(browser: Browser, service: StandIn, url: str) -> tuple[object, object]:
    """Open the article, press our button, then Connect. Gives the article's tab and the service's, in front."""
    browser.store(address=service.address)
    service.cards, service.sentences = [card()], [PLAIN]
    article = browser.open(url)
    browser.click_button()
    browser.until(lambda: "Not connected yet" in browser.panel_text())
    before = list(browser.tabs())
    browser.press_in_panel("button.main")
    (pairing,) = browser.until(lambda: [tab for tab in browser.tabs() if tab not in before])
    browser.switch(pairing)
    return article, pairing


def test_two_clicks_and_the_article_is_marked(browser: Browser, stand_in: StandIn, site: str) -> None:
    article, pairing = begin(browser, stand_in, f"{site}/article")  # the first click
    assert stand_in.requests == []  # the page is not even read before
    digits = browser.until(lambda: browser.page("() => document.getElementById('digits')?.textContent"))
    browser.until(lambda: f"{digits[:3]} {digits[3:]}" in browser.panel_text())
    browser.click("button")  # the second

    browser.until(lambda: pairing not in browser.tabs())
    browser.switch(article)
    assert browser.until(browser.highlighted) == [PLAIN]
    browser.until(lambda: "Accounts of this incident" in browser.panel_text())
    assert len(stand_in.tries) <= TRIES_A_MINUTE


def test_a_background_that_was_stopped_goes_on(browser: Browser, stand_in: StandIn, site: str) -> None:
    article, pairing = begin(browser, stand_in, f"{site}/article")
    browser.until(lambda: browser.page("() => document.getElementById('digits')?.textContent"))
    browser.stop_background()
    browser.click("button")
    browser.until(lambda: pairing not in browser.tabs())
    browser.switch(article)
    assert browser.until(browser.highlighted) == [PLAIN]
    browser.until(lambda: "Accounts of this incident" in browser.panel_text())
    browser.stop_background()
    assert "Accounts of this incident" in browser.panel_text()
    browser.click_button()  # and it reads again
    browser.until(lambda: len(stand_in.requests) == 2)


def test_cancel_ends_it(browser: Browser, stand_in: StandIn, site: str) -> None:
    article, _ = begin(browser, stand_in, f"{site}/article")
    browser.until(lambda: "One more step" in browser.panel_text())
    browser.press_in_panel("main button")
    browser.until(lambda: "Not connected yet" in browser.panel_text())
    browser.switch(article)
    browser.until(lambda: "Not connected yet" in browser.panel_text())


def test_connecting_to_nobody_opens_no_page(browser: Browser, site: str) -> None:
    browser.store(address="http://127.0.0.1:9")
    browser.open(f"{site}/article")
    browser.click_button()
    browser.until(lambda: "Not connected yet" in browser.panel_text())
    before = list(browser.tabs())
    browser.press_in_panel("button.main")
    browser.until(lambda: "The service is not running" in browser.panel_text())
    assert list(browser.tabs()) == before
