"""Pages and tabs that change after they were read, in both browsers: what is shown is right, and no card is lost."""

from __future__ import annotations

import pytest
from browsers import Browser
from fixture_pages import MARKUP, PLAIN
from overlaid import GO, connect, open_card, read
from stand_in import StandIn

BEGIN_A_REPORT = """() => { document.querySelector('.reporting').open = true;
  document.querySelector('form.report').elements.note.value = 'half a report'; }"""
REPORT_BEGUN = "() => document.querySelector('form.report').elements.note.value"


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    return connect(browser, stand_in)


def arrived(browser: Browser) -> bool:
    """Whether the next page has come: while it comes, a page can't be asked."""
    try:
        return bool(browser.page("() => document.body?.textContent.includes('An invented page')"))
    except Exception:
        return False


def test_another_story_in_the_same_page(connected: Browser, stand_in: StandIn, site: str) -> None:
    read(connected, f"{site}/spa")
    connected.page(GO)
    connected.until(lambda: connected.state().get("changed"))
    assert connected.state()["marked"] == []  # the first story's passage is gone, its card is not
    connected.until(lambda: connected.badge() == "")
    connected.until(lambda: "CARD-TEXT" in connected.panel_text() and "No longer in the page" in connected.panel_text())
    assert "has changed since it was read" in connected.panel_text()
    connected.until(lambda: connected.markers() == [])
    assert len(stand_in.requests) == 1  # nothing more is sent without a click
    connected.click_button()
    connected.until(lambda: connected.highlighted() == [MARKUP])
    connected.until(lambda: "changed" not in connected.state())


def test_an_article_that_comes_late(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/late")
    connected.click_button()
    connected.settle()
    connected.page(GO)
    connected.until(lambda: connected.state().get("changed"))
    assert len(stand_in.requests) == 1
    connected.until(lambda: "Read again" in connected.panel_text())
    connected.click_button()
    connected.until(lambda: connected.markers() == ["4"])


def test_small_changes_are_no_news(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    connected.page(
        """() => { const clock = document.body.appendChild(document.createElement('p'));
                   window.ticks = 0;
                   setInterval(() => { clock.textContent = `Now it is ${Date.now()}`; window.ticks++; }, 20); }"""
    )
    connected.until(lambda: connected.page("() => window.ticks > 100"))
    assert "changed" not in connected.state()
    assert len(connected.markers()) == 2


def test_words_that_go_are_orphans_and_are_found_when_they_come_back(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    connected.page("() => { window.kept = document.getElementById('plain'); window.kept.remove(); }")
    connected.until(lambda: len(connected.state()["marked"]) == 1)
    connected.until(lambda: connected.badge() == "1")
    connected.until(lambda: len(connected.markers()) == 1)
    connected.page("() => document.querySelector('article').append(window.kept)")
    connected.until(lambda: len(connected.state()["marked"]) == 2)
    connected.until(lambda: connected.badge() == "2")
    connected.until(lambda: len(connected.markers()) == 2)


def test_back_and_forward(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    connected.page("(url) => { location.href = url; }", f"{site}/empty")
    connected.until(lambda: "No page has been read here" in connected.panel_text())
    connected.until(lambda: connected.badge() == "")
    connected.go(-1)
    connected.until(lambda: connected.page("() => location.pathname") == "/article")
    # A page that the browser kept has its cards again; one that it loaded anew has neither cards nor marks.
    connected.until(lambda: bool(connected.highlighted()) == (connected.badge() == "2"))
    marked = len(connected.highlighted())
    assert marked in (0, 2)
    if connected.name == "firefox":
        assert marked == 2
    if marked:
        connected.until(lambda: "CARD-TEXT" in connected.panel_text())
        connected.until(lambda: connected.markers() == ["4", "4"])
    connected.go(1)
    connected.until(lambda: "No page has been read here" in connected.panel_text())


def test_every_tab_has_its_own_state(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    article = connected.front
    connected.open(f"{site}/empty")
    connected.until(lambda: "No page has been read here" in connected.panel_text())
    assert connected.badge() == ""
    connected.switch(article)
    connected.until(lambda: "CARD-TEXT" in connected.panel_text())
    assert connected.badge() == "2"
    assert connected.markers() == ["4", "4"]


def test_the_background_may_stop_and_the_card_still_opens(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    connected.stop_background()
    open_card(connected)
    connected.page("() => document.getElementById('plain').remove()")
    connected.until(lambda: len(connected.state()["marked"]) == 1)  # the bell wakes it


def test_a_check_that_was_cut_off_is_no_check_for_ever(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.hold.clear()
    connected.open(f"{site}/article")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    connected.stop_background()
    connected.until(lambda: "interrupted" in connected.panel_text())
    stand_in.hold.set()
    connected.until(lambda: connected.badge() == "!")
    connected.press_in_panel("main button")  # Try again
    connected.until(lambda: connected.markers() == ["4", "4"])


def test_a_service_that_stops_takes_no_card_away(connected: Browser, stand_in: StandIn, site: str) -> None:
    read(connected, f"{site}/article")
    connected.until(lambda: "CARD-TEXT" in connected.panel_text())
    connected.panel(BEGIN_A_REPORT)
    connected.store(address="http://127.0.0.1:9")
    connected.click_button()
    connected.until(lambda: "not running" in connected.panel_text())
    assert "CARD-TEXT" in connected.panel_text()
    assert connected.highlighted() == [PLAIN, MARKUP]
    assert connected.markers() == ["4", "4"]
    assert "CARD-TEXT" in open_card(connected)
    assert connected.badge() == "2"
    connected.store(address=stand_in.address)
    connected.until(lambda: stand_in.address in connected.panel_text())  # drawn anew: the button stays under the mouse
    connected.press_in_panel(".notice button")  # Read again
    connected.until(lambda: "not running" not in connected.panel_text() and len(stand_in.requests) == 2)
    connected.settle()
    assert "trouble" not in connected.state()
    connected.until(lambda: connected.markers() == ["4", "4"])
    assert connected.panel(REPORT_BEGUN) == "half a report"


def test_while_a_page_is_read_again_everything_stays(connected: Browser, stand_in: StandIn, site: str) -> None:
    read(connected, f"{site}/article")
    stand_in.hold.clear()
    connected.click_button()
    connected.until(lambda: len(stand_in.requests) == 2)
    connected.until(lambda: "Reading this page" in connected.panel_text())
    assert "CARD-TEXT" in connected.panel_text()
    assert (connected.highlighted(), connected.markers()) == ([PLAIN, MARKUP], ["4", "4"])
    connected.stop_background()
    connected.until(lambda: "The reading was interrupted" in connected.panel_text())
    stand_in.hold.set()
    assert "CARD-TEXT" in connected.panel_text()
    assert (connected.highlighted(), connected.markers()) == ([PLAIN, MARKUP], ["4", "4"])


def test_cards_do_not_stay_when_the_page_does_not(connected: Browser, stand_in: StandIn, site: str) -> None:
    read(connected, f"{site}/article")
    stand_in.hold.clear()
    connected.click_button()
    connected.until(lambda: len(stand_in.requests) == 2)
    connected.page("(url) => { location.href = url; }", f"{site}/soup")
    connected.until(lambda: arrived(connected))
    stand_in.status = 503
    stand_in.hold.set()
    connected.until(lambda: "No page has been read here" in connected.panel_text())
    assert connected.state() == {}


def test_markers_come_back_with_the_page_after_the_background_stopped(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    connected.page("(url) => { location.href = url; }", f"{site}/empty")
    connected.until(lambda: "No page has been read here" in connected.panel_text())
    connected.stop_background()
    connected.go(-1)
    connected.until(lambda: connected.page("() => location.pathname") == "/article")
    connected.until(lambda: bool(connected.highlighted()) == (connected.badge() == "2"))
    if connected.name == "firefox" or connected.highlighted():  # Chromium may load it anew
        connected.until(lambda: connected.markers() == ["4", "4"])
        assert "CARD-TEXT" in open_card(connected)


def test_when_the_browser_forgot_the_page_starts_anew(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    connected.in_extension("() => (globalThis.browser ?? chrome).storage.session.clear()")
    connected.until(lambda: "No page has been read here" in connected.panel_text())
    connected.page("() => document.getElementById('plain').remove()")
    connected.until(lambda: connected.highlighted() == [])  # marks that nothing is known of go
    connected.click_button()
    connected.until(lambda: connected.highlighted() == [MARKUP])


def test_a_page_left_while_it_was_read_gets_no_cards_of_the_other(
    connected: Browser, stand_in: StandIn, site: str
) -> None:
    stand_in.hold.clear()
    connected.open(f"{site}/article")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    connected.page("(url) => { location.href = url; }", f"{site}/soup")
    connected.until(lambda: arrived(connected))
    stand_in.hold.set()
    connected.until(lambda: "No page has been read here" in connected.panel_text())
    assert PLAIN not in connected.highlighted()
    assert connected.state() == {}
