"""The browser is started anew, or the service is: what is known then is right, and nothing is sent twice or lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browsers import Browser
from chromium import Chromium
from overlaid import connect, read
from real_service import RealService
from stand_in import StandIn
from test_journey import SENTENCES
from test_journey import connect as pair

KEPT = "() => (globalThis.browser ?? chrome).storage.session.get(null)"


@pytest.fixture
def own(playwright: Any) -> Iterator[Chromium]:
    browser = Chromium(playwright)
    yield browser
    browser.close()


def test_after_a_restart_of_the_browser_nothing_is_known_and_the_connection_stays(
    own: Chromium, stand_in: StandIn, site: str
) -> None:
    """In Chromium alone: Firefox forgets the add-on of a test, and its settings, when it closes."""
    connect(own, stand_in)
    read(own, f"{site}/article")
    own.restart()
    assert own.in_extension(KEPT) == {}
    own.open(f"{site}/article")
    assert own.badge() == ""
    assert own.highlighted() == []
    assert len(stand_in.requests) == 1  # nothing by itself
    own.click_button()
    own.until(lambda: own.markers() == ["4", "4"])


def test_a_restart_of_the_service_takes_neither_cards_nor_the_connection(
    browser: Browser, service: RealService, site: str
) -> None:
    pair(browser, service, f"{site}/article")
    before = browser.until(browser.highlighted)
    browser.settle()
    assert SENTENCES[0] in before
    service.close()
    try:
        browser.click_button()
        browser.until(lambda: "The service is not running" in browser.panel_text())
        assert "Accounts of this incident" in browser.panel_text()
        assert browser.highlighted() == before
    finally:
        service.start()
    browser.press_in_panel(".notice button")  # Read again
    browser.until(lambda: "trouble" not in browser.state())
    browser.settle()  # without a new pairing
    browser.until(lambda: browser.highlighted() == before)
    browser.until(lambda: "The service is not running" not in browser.panel_text())
