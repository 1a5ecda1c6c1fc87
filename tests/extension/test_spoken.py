"""In which language a screen reader speaks: each word of a record, a source or a page is marked with its own."""

from __future__ import annotations

from typing import Any

from browsers import Browser
from overlaid import connect, open_card, read
from stand_in import StandIn

from cards import rich

# The languages of all that is found by a selector: of the element itself, or of the nearest around it.
HEARD = """(selectors) => Object.fromEntries(selectors.map((selector) =>
  [selector, [...new Set([...document.querySelectorAll(selector)].map((one) => one.closest('[lang]').lang))].join()]))"""
PANEL = {
    ".card h2": "de",
    ".card > header > dl:not(.stacked) dd bdi": "de",  # what was then, and the place
    ".claim bdi": "de",
    ".says": "de",
    ".not-found .note bdi": "de",
    ".figures h4": "de",
    ".parallel a bdi": "de",
    ".account h4 bdi": "fr",
    ".account blockquote": "fr",
    ".account dd:first-of-type": "en",  # our words
    ".account div:first-child > dd > bdi": "fr",  # a source's own hedge
    ".account div:nth-child(3) > dd bdi bdi": "de",  # through whom
    ".stacked dd bdi bdi": "de",
    ".missing li > bdi": "de",
    ".missing .note bdi": "de",
    ".not-found a bdi": "fr",
    ".wordings li:not(.own) blockquote": "fr",
    ".figures li:not(.own) .verbatim": "fr",
    ".figures .who bdi": "fr",
    ".here .brief": "uk",
    ".here .gone blockquote": "uk",
    ".figures .own .verbatim": "uk",
    ".wordings .own blockquote": "uk",
    ".why .brief": "uk",
    ".reporting option[dir]": "uk",
    ".state": "en",
    ".stance": "en",
}
SMALL = {"#card h2": "de", "#card .meta bdi[lang]": "de", "#card li > p:nth-last-of-type(2)": "de", "#card .name": "fr"}


def given() -> dict[str, Any]:
    made = rich(language="de")
    for document in made["documents"].values():
        document["language"] = "fr"
    for account in made["accounts"]:
        account["hedge_words"] = "dit-on"
    return made


def test_words_are_marked_with_their_own_language(browser: Browser, stand_in: StandIn, site: str) -> None:
    connect(browser, stand_in)
    stand_in.cards, stand_in.read["lang"] = [given()], "uk"
    read(browser, f"{site}/article")
    browser.until(lambda: "CARD-TEXT" in browser.panel_text())
    assert browser.panel(HEARD, list(PANEL)) == PANEL
    open_card(browser)
    assert browser.frame(HEARD, list(SMALL)) == SMALL
