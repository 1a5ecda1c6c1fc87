"""A card whose corpus is translated: each word of the panel says in which language it is."""

from __future__ import annotations

from browsers import Browser
from overlaid import connect, read
from stand_in import TOKEN, StandIn

from cards import rich

LANGS = "(selector) => [...new Set([...document.querySelectorAll(selector)].map((e) => e.lang))]"
TRANSLATED = (".card h2", ".claim bdi", ".not-found .note bdi", ".figures h4")


def test_translated_words_and_those_of_the_record_are_told_apart(
    browser: Browser, stand_in: StandIn, site: str
) -> None:
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards = [rich() | {"language": "en", "translated": "uk"}]
    browser.open(f"{site}/article")
    browser.click_button()
    browser.until(lambda: "Accounts of this incident" in browser.panel_text())

    assert {key: browser.panel(LANGS, key) for key in TRANSLATED} == {key: ["uk"] for key in TRANSLATED}
    assert browser.panel(LANGS, ".says") == ["en"]


def test_of_a_reason_only_what_was_translated_is_in_the_language_of_the_translation(
    browser: Browser, stand_in: StandIn, site: str
) -> None:
    connect(browser, stand_in)
    proof = [{"kind": kind, "page": "the page's", "corpus": "the record's"} for kind in ("wording", "figure", "place")]
    stand_in.cards = [rich() | {"language": "de", "translated": "uk", "proof": proof}]
    read(browser, f"{site}/article")
    browser.until(lambda: "CARD-TEXT" in browser.panel_text())

    told = "() => [...document.querySelectorAll('.why > ul:not(.evidence) li')].map((e) => e.lastElementChild.lang)"
    assert browser.panel(told) == ["de", "uk", "en"]  # of a name, the page's words alone are marked
