"""The extension is updated while its marks stand in a page: they go as soon as there is somebody before the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browsers import EXTENSION, OPTIONS
from chromium import Chromium
from firefox import ADDON, Firefox
from overlaid import connect, open_card, read
from stand_in import StandIn

LISTENS = "() => chrome.runtime.sendMessage({ kind: 'waiting' }).then(() => true, () => false)"
OURS = "() => document.querySelectorAll('beside-notes').length + CSS.highlights.size"
RELOAD = """(id) => { const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  return AddonManager.getAddonByID(id).then((addon) => addon.reload()).then(() => true); }"""


def update(browser: Chromium) -> None:
    """The same extension once more: what stands in pages is of the one before."""
    browser.cdp.send("Extensions.loadUnpacked", {"path": str(EXTENSION)})


@pytest.fixture
def updated(playwright: Any, stand_in: StandIn, site: str) -> Iterator[Chromium]:
    """A page whose marks are of the version before, and nobody has touched it since."""
    browser = Chromium(playwright)
    connect(browser, stand_in)
    read(browser, f"{site}/tall")
    update(browser)
    yield browser
    browser.close()


def test_after_an_update_a_click_leaves_nothing_of_the_version_before(
    playwright: Any, stand_in: StandIn, site: str
) -> None:
    browser = Chromium(playwright)
    try:
        connect(browser, stand_in)
        read(browser, f"{site}/article")
        article = browser.front
        open_card(browser)
        update(browser)
        browser._keeper = browser.open(browser.base + OPTIONS)  # the one before has gone
        browser.until(lambda: browser.in_extension(LISTENS))  # a click before that is nobody's
        browser.switch(article)
        browser.click_button()
        browser.settle()
        browser.until(browser.markers)
        assert browser.page("() => document.querySelectorAll('beside-notes').length") == 1
        assert "CARD-TEXT" in open_card(browser)
    finally:
        browser.close()


def test_scrolling_is_enough_to_be_rid_of_the_marks_of_the_version_before(updated: Chromium) -> None:
    assert updated.page(OURS) == 2
    updated.front.mouse.wheel(0, 300)
    updated._keeper = updated.front  # the page of the version before has gone
    updated.until(lambda: updated.page(OURS) == 0)


@pytest.mark.parametrize("sign", ["focus", "pageshow", "visibilitychange"])
def test_so_is_to_come_back_to_the_page(updated: Chromium, sign: str) -> None:
    assert updated.page(OURS) == 2
    # The driver's pages never lose the focus, and are never hidden: so the page is told what a browser tells it.
    updated.page("(sign) => { dispatchEvent(new Event(sign)); }", sign)
    assert updated.page(OURS) == 0


def test_in_firefox_where_our_script_ends_with_the_update_the_frame_goes_blank(stand_in: StandIn, site: str) -> None:
    browser = Firefox()
    try:
        connect(browser, stand_in)
        read(browser, f"{site}/article")
        article = browser.front
        browser._chrome(RELOAD, ADDON)
        other = browser.open(f"{site}/empty")
        browser.switch(article)
        assert other != article
        browser.until(lambda: browser.frame("() => document.body.childElementCount") == 0)
    finally:
        browser.close()
