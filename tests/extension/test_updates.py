"""The extension is updated while its marks stand in a page: the next click makes one page of it again, not two."""

from __future__ import annotations

from typing import Any

from browsers import EXTENSION, OPTIONS
from chromium import Chromium
from overlaid import connect, open_card, read
from stand_in import StandIn

LISTENS = "() => chrome.runtime.sendMessage({ kind: 'waiting' }).then(() => true, () => false)"


def test_after_an_update_a_click_leaves_nothing_of_the_version_before(
    playwright: Any, stand_in: StandIn, site: str
) -> None:
    browser = Chromium(playwright)
    try:
        connect(browser, stand_in)
        read(browser, f"{site}/article")
        article = browser.front
        open_card(browser)
        browser.cdp.send("Extensions.loadUnpacked", {"path": str(EXTENSION)})
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
