"""The whole way with the real service, in real Chromium and real Firefox: from a contested article to its cards."""

from __future__ import annotations

import re

from browsers import Browser
from real_service import RealService, words_of

SENTENCES = [
    "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka.",
    "Ukraine’s ombudsman Dmytro Lubinets said the Makiivka video had been staged, a version that Kyiv repeated.",
]
ACCOUNTS = """() => [...document.querySelectorAll('.account')].map((account) => {
  const rows = [...account.querySelectorAll('dl > div')].map((row) => [...row.children].map((cell) => cell.textContent));
  return { speaker: account.querySelector('h4').textContent, stance: account.querySelector('.stance > span').textContent,
           claim: account.querySelector('.claim').textContent,
           says: account.querySelector('.says').textContent, quote: account.querySelector('blockquote').textContent,
           ...Object.fromEntries(rows) }; })"""


def connect(browser: Browser, service: RealService, url: str) -> None:
    """Open an article, press our button, and pair by the real page: Connect, Allow."""
    browser.store(address=service.address)
    article = browser.open(url)
    browser.click_button()
    browser.until(lambda: "Not connected yet" in browser.panel_text())
    before = list(browser.tabs())
    browser.press_in_panel("button.main")
    (pairing,) = browser.until(lambda: [tab for tab in browser.tabs() if tab not in before])
    browser.switch(pairing)
    digits = browser.until(lambda: browser.page("() => document.querySelector('.digits')?.textContent"))
    assert re.fullmatch(r"\d{3}\s?\d{3}", digits.strip())
    browser.until(lambda: re.sub(r"\D", "", digits) in re.sub(r"\D", "", browser.panel_text()))
    browser.click("button[value=allow]")
    browser.until(lambda: pairing not in browser.tabs())
    browser.switch(article)


def test_from_a_contested_article_to_its_cards(browser: Browser, service: RealService, site: str) -> None:
    connect(browser, service, f"{site}/article")

    # The highlighted ranges are the sentences, behind emoji and across inline markup.
    highlighted = browser.until(browser.highlighted)
    assert [sentence for sentence in SENTENCES if sentence not in highlighted] == []
    browser.until(lambda: browser.badge() == str(len(highlighted)))

    browser.until(lambda: "Accounts of this incident" in browser.panel_text())
    assert "Contested" in browser.panel("() => document.querySelector('.state').textContent")
    accounts = browser.panel(ACCOUNTS)
    assert len(accounts) >= 16
    question = "Whether Ukrainian forces executed captured Russian soldiers at Makiivka"
    sides = {(account["speaker"], account["stance"]) for account in accounts if account["claim"].endswith(question)}
    assert ("Moscow", "says") in sides
    assert ("Ukraine", "denies") in sides
    for account in accounts:
        assert account["Published by"].startswith("Kyiv Independent, 21 November 2022")
        assert "2022" in account["Said"]
        assert len(account["says"]) > 10
        assert len(account["quote"]) > 10
        assert account["Source"] == "No address is known for this document."


def test_page_scripts_see_no_word_of_the_cards(browser: Browser, service: RealService, site: str) -> None:
    connect(browser, service, f"{site}/prying")
    browser.until(browser.highlighted)
    browser.until(lambda: "Accounts of this incident" in browser.panel_text())
    looks, changes = browser.page("() => [prying.looks, prying.changes]")
    browser.until(lambda: browser.page("() => prying.looks") > looks + 3)
    assert browser.page("() => [prying.seen, prying.changes, prying.messages]") == [[], changes, 0]


def test_the_service_keeps_no_word_of_the_page(browser: Browser, service: RealService, site: str) -> None:
    connect(browser, service, f"{site}/article")
    browser.until(browser.highlighted)
    browser.settle()
    kept = [service.log, *service.log.parent.rglob("*")]
    assert [path.name for path in kept if b"First a word between" in words_of(path)] == []
