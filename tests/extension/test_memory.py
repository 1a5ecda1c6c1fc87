"""The memory of the browser is small: where it is full, reading goes on as long as anything can be spared for it."""

from __future__ import annotations

import pytest
from browsers import Browser
from fixture_pages import MARKUP, PLAIN
from overlaid import connect, read
from stand_in import StandIn

FILL = """async (key) => { const { session } = (globalThis.browser ?? chrome).storage;
  for (const size of [1e6, 1e5, 1e4, 1e3, 100, 10])
    for (let n = 0; n < 12; n++)
      await session.set({ [`${key}${size}-${n}`]: 'x'.repeat(size) }).catch(() => {}); }"""
FULL = """() => (globalThis.browser ?? chrome).storage.session.set({ more: 'x'.repeat(1e5) })
  .then(() => false, () => true)"""
KEYS = "() => (globalThis.browser ?? chrome).storage.session.get(null).then((all) => Object.keys(all))"


def fill(browser: Browser, key: str) -> None:
    """Ten megabytes, under names that begin so."""
    browser.in_extension(FILL, key)
    if not browser.in_extension(FULL):
        pytest.skip(f"this {browser.name} sets no limit to the memory of a session")


def test_pages_that_were_left_make_room(browser: Browser, stand_in: StandIn, site: str) -> None:
    connect(browser, stand_in)
    fill(browser, "left:")
    read(browser, f"{site}/article")
    browser.until(lambda: "CARD-TEXT" in browser.panel_text())
    assert not [key for key in browser.in_extension(KEYS) if key.startswith("left:")]


def test_older_receipts_make_room(browser: Browser, stand_in: StandIn, site: str) -> None:
    connect(browser, stand_in)
    for name in ("article", "soup"):
        read(browser, f"{site}/{name}")
    fill(browser, "other")
    browser.in_extension(
        """async () => { const { session } = (globalThis.browser ?? chrome).storage;
             const { receipts } = await session.get('receipts');
             await session.remove('other1000000-0');
             await session.set({ [`receipt:${receipts.list[0].id}`]: 'x'.repeat(1e6) }); }"""
    )
    read(browser, f"{site}/article")
    dropped = "async () => (await (globalThis.browser ?? chrome).storage.session.get('receipts')).receipts.dropped"
    browser.until(lambda: browser.in_extension(dropped) >= 2)


def test_where_nothing_can_be_spared_it_is_told_and_no_card_goes(
    browser: Browser, stand_in: StandIn, site: str
) -> None:
    connect(browser, stand_in)
    read(browser, f"{site}/article")
    fill(browser, "other")
    stand_in.cards = [stand_in.cards[0] | {"title": "CARD-TEXT " + "long " * 30_000}]
    browser.click_button()
    browser.until(lambda: "The memory for open pages is full" in browser.panel_text())
    assert "CARD-TEXT of a test, March 2031" in browser.panel_text()
    assert browser.highlighted() == [PLAIN, MARKUP]
    browser.until(lambda: browser.markers() == ["4", "4"])
