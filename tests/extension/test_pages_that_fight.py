"""Pages that want to know what stands in them, to press it, or to get rid of it, in both browsers."""

from __future__ import annotations

import pytest
from browsers import Browser
from overlaid import GO, connect, open_card, places, read, watch_card
from stand_in import StandIn

A_WHILE_LATER = "() => new Promise((done) => setTimeout(() => done(taken), 600))"
SECRET = ["CARD-TEXT", "Speaker A", "Contested", "All accounts", "zzzqqq that is nowhere"]


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    return connect(browser, stand_in)


@pytest.fixture
def hostile(connected: Browser, site: str) -> Browser:
    read(connected, f"{site}/hostile")
    open_card(connected)
    return connected


def test_nine_probes_get_nothing(hostile: Browser) -> None:
    x, y, *_ = places(hostile)[0]
    probes = hostile.page(
        """(words, x, y) => ({ root: hostile.root(), find: hostile.find(words), selection: hostile.selection(),
             frames: hostile.frames(), loaded: hostile.loaded(), at: hostile.at(x, y), names: hostile.names() })""",
        SECRET,
        x + 12,
        y + 12,
    )
    assert probes["root"] == [None, [], 0, 0]
    assert probes["find"] == [True] * len(SECRET)  # every answer is the answer for a word that is nowhere
    assert not any(word in probes["selection"] for word in SECRET)
    assert probes["frames"] == [0, "undefined", 0]
    assert probes["loaded"] == []
    assert probes["at"][0] == "beside-notes"
    assert probes["names"] == []


def test_forged_clicks_keys_and_messages_do_nothing(hostile: Browser, stand_in: StandIn) -> None:
    hostile.press_key("Escape")
    hostile.until(lambda: not hostile.card_text())
    tabs, state = hostile.tabs(), hostile.state()
    assert hostile.page("() => hostile.forge()") == "NotSupportedError"
    hostile.page("() => new Promise((done) => setTimeout(done, 400))")
    assert hostile.card_text() == ""
    assert hostile.tabs() == tabs
    assert hostile.state() == state
    assert len(stand_in.requests) == 1
    own = hostile.page("() => location.origin")
    heard = hostile.page("() => hostile.heard()")
    # It hears its own messages, and that something was clicked; no address of ours, nothing of ours.
    assert {origin for kind, origin, *_ in heard if kind == "message"} == {own}
    assert not [one for one in heard if "extension" in str(one)]


def test_a_page_that_takes_the_element_away_wins_and_the_panel_stays_right(connected: Browser, site: str) -> None:
    connected.open(f"{site}/fights-remove")
    connected.click_button()
    connected.settle()
    connected.until(lambda: connected.page("() => taken") >= 6)
    taken = connected.page(A_WHILE_LATER)
    assert taken == 6  # put back five times, and then left alone
    assert connected.page("() => document.querySelector('beside-notes')") is None
    assert len(connected.highlighted()) == 1
    assert connected.badge() == "1"
    connected.until(lambda: "CARD-TEXT" in connected.panel_text())
    connected.step(1)
    assert connected.page(A_WHILE_LATER) == taken


def test_styles_of_the_page_do_not_reach_it(connected: Browser, site: str) -> None:
    read(connected, f"{site}/fights-hide")
    x, y, *_ = places(connected)[0]
    assert connected.page("(x, y) => document.elementFromPoint(x, y).localName", x + 12, y + 12) == "beside-notes"
    connected.page("() => { const host = document.querySelector('beside-notes'); host.hidden = true; "
                   "host.style.cssText = 'display:none!important;opacity:0!important;left:4000px!important'; }")  # fmt: skip
    assert connected.page("(x, y) => document.elementFromPoint(x, y).localName", x + 12, y + 12) == "beside-notes"
    assert "CARD-TEXT" in open_card(connected)


def test_what_is_covered_can_not_be_pressed_through(connected: Browser, site: str) -> None:
    read(connected, f"{site}/fights-cover")
    before = connected.tabs()
    open_card(connected)
    watch_card(connected)  # in plain view so far
    if connected.name == "chromium":  # Firefox tells no frame what lies over it: there such a click counts
        connected.page("() => { document.getElementById('cover').style.pointerEvents = 'none'; }")
        connected.page(GO)  # over the card for the eye; a click goes through it, to the card
        watch_card(connected, plain=False)
        connected.click_in_frame("#card .row button", 1)
        connected.page("() => new Promise((done) => setTimeout(done, 400))")
        assert connected.card_text()
        assert connected.tabs() == before
        connected.page("() => { document.getElementById('cover').style.pointerEvents = ''; }")
    x, y = connected.frame(
        """() => { const box = document.querySelector('#card .row button:nth-child(2)').getBoundingClientRect();
                   return [box.x + 5, box.y + 5]; }"""
    )
    connected.page(GO)  # a sheet that can hardly be seen, on top of everything
    on_top = connected.page("(x, y) => document.elementFromPoint(x, y).id", x, y)
    assert on_top == "cover"
    connected.click("#cover")
    connected.until(lambda: not connected.card_text())  # a click elsewhere closes it
    assert connected.tabs() == before


def test_only_a_card_in_plain_view_takes_a_click(connected: Browser, site: str) -> None:
    if connected.name != "chromium":
        pytest.skip("Firefox does not tell a frame whether it can be seen; there only time is asked for")
    read(connected, f"{site}/article")
    connected.page("() => { document.documentElement.style.opacity = '.02'; }")  # there, but hardly to be seen
    before = connected.tabs()
    open_card(connected)
    watch_card(connected, plain=False)
    connected.click_in_frame("#card .row button", 1)
    connected.page("() => new Promise((done) => setTimeout(done, 400))")
    assert connected.tabs() == before
