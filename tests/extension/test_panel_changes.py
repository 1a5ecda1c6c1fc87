"""The panel while things change: the way through the passages, a page or a corpus that changed since, a cut reading."""

from __future__ import annotations

import pytest
from browsers import Browser
from stand_in import TOKEN, StandIn

from cards import card

PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences = [card()], [PLAIN]
    return browser


def shown(browser: Browser, site: str, words: str) -> None:
    """A click on the page; back once the panel holds ``words``."""
    browser.open(f"{site}/article")
    browser.click_button()
    browser.until(lambda: words in browser.panel_text())


FIRST, SECOND = "Loose words before a paragraph", "Another part after two line breaks stands here."


def test_passages_are_gone_through_in_the_order_of_the_page(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.sentences = [SECOND, PLAIN, FIRST]
    shown(connected, site, "3 passages")
    current = "() => document.querySelector('[aria-current]').textContent"
    told = "() => document.querySelector('.steps [role=status]').textContent"
    for place, words in enumerate([PLAIN, FIRST, SECOND, PLAIN]):
        connected.press_in_panel(".steps button:last-child")
        connected.until(lambda at=place % 3 + 1: connected.panel(told) == f"Passage {at} of 3")
        assert words in connected.panel(current)
    connected.press_in_panel(".steps button:first-child")
    connected.until(lambda: connected.panel(told) == "Passage 3 of 3")


def test_words_that_left_the_page_become_orphans_and_the_card_stays(connected: Browser, site: str) -> None:
    shown(connected, site, "Accounts of this incident")
    unmark(connected)
    connected.until(lambda: connected.panel("() => document.querySelectorAll('.orphans li').length") == 1)
    orphan = connected.panel("() => document.querySelector('.orphans').textContent")
    assert PLAIN in orphan
    assert "Card: CARD-TEXT of a test, March 2031" in orphan
    assert connected.panel("() => document.querySelectorAll('.account').length") == 4
    assert connected.panel("() => document.querySelector('.here button').checkVisibility()") is False
    assert "These words no longer stand in the page." in connected.panel_text()


def change(browser: Browser, source: str) -> None:
    """Change what is kept of the tab in front, as the background does."""
    browser.in_extension(
        """async (source) => { const { tabs, storage } = globalThis.browser ?? chrome;
             const [{ id }] = await tabs.query({ active: true });
             const key = `tab:${id}`;
             const state = (await storage.session.get(key))[key];
             await storage.session.set({ [key]: { ...state, ...JSON.parse(source) } }); }""",
        source,
    )


def unmark(browser: Browser) -> None:
    change(browser, '{"marked": []}')


def test_what_a_reader_has_begun_outlives_a_change_of_the_page(connected: Browser, site: str) -> None:
    shown(connected, site, "Accounts of this incident")
    connected.panel(
        """() => { document.querySelector('.reporting').open = true;
                   const { note } = document.querySelector('form.report').elements;
                   note.value = 'half a note';
                   note.focus(); }"""
    )
    unmark(connected)
    connected.until(lambda: connected.panel("() => document.querySelectorAll('.orphans li').length") == 1)
    assert connected.panel("() => [document.activeElement.value, document.querySelector('.reporting').open]") == [
        "half a note",
        True,
    ]


def test_a_page_that_has_changed_is_read_again_only_by_the_reader(
    connected: Browser, stand_in: StandIn, site: str
) -> None:
    shown(connected, site, "Accounts of this incident")
    change(connected, '{"changed": true}')
    connected.until(lambda: "The page has changed since it was read." in connected.panel_text())
    assert len(stand_in.requests) == 1
    connected.press_in_panel(".notice button")
    connected.until(lambda: len(stand_in.requests) == 2)
    connected.until(lambda: "The page has changed" not in connected.panel_text())


def test_a_corpus_that_has_changed_since_is_told(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.release = "0" * 64
    shown(connected, site, "The corpus has changed since this page was read")
    assert len(stand_in.requests) == 1
    connected.press_in_panel(".notice button")
    connected.until(lambda: len(stand_in.requests) == 2)


def test_a_corpus_that_changes_while_one_reads_is_told_without_a_click(
    connected: Browser, stand_in: StandIn, site: str
) -> None:
    shown(connected, site, "Accounts of this incident")
    connected.pause()
    stand_in.release = "0" * 64
    # A minute later, with nothing that would draw the panel anew.
    connected.panel("() => { const now = performance.now.bind(performance); performance.now = () => now() + 90_000; }")
    try:
        connected.until(lambda: "The corpus has changed since this page was read" in connected.panel_text())
    finally:
        connected.panel("() => { delete performance.now; }")


def test_a_corpus_that_is_the_same_is_not_mentioned(connected: Browser, site: str) -> None:
    shown(connected, site, "Accounts of this incident")
    connected.pause()
    assert "corpus has changed" not in connected.panel_text()


def test_a_reading_that_was_cut_short_can_be_tried_again(connected: Browser, site: str) -> None:
    shown(connected, site, "Accounts of this incident")
    change(connected, '{"phase": "trouble", "trouble": "interrupted"}')
    connected.until(lambda: "The reading was interrupted" in connected.panel_text())
    connected.press_in_panel("main button")
    connected.until(lambda: "Accounts of this incident" in connected.panel_text())


def test_the_panel_leads_to_what_was_sent(connected: Browser, site: str) -> None:
    shown(connected, site, "Accounts of this incident")
    before = list(connected.tabs())
    connected.press_in_panel("#receipts")
    (opened,) = connected.until(lambda: [tab for tab in connected.tabs() if tab not in before])
    connected.switch(opened)
    connected.until(lambda: connected.page("() => location.pathname") == "/receipts/receipts.html")
