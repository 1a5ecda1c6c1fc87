"""Tabs that go while something is under way for them, and cards that are many: nothing is left of the one or lost of the other."""

from __future__ import annotations

import copy

import pytest
from browsers import PANEL, Browser
from overlaid import connect, read
from stand_in import StandIn

KEYS = """() => (globalThis.browser ?? chrome).storage.session.get(null).then((all) =>
  Object.keys(all).filter((key) => /^(tab|left|at):/.test(key)))"""
WORKING = """async () => { const ext = globalThis.browser ?? chrome;
  await ext.runtime.sendMessage({ kind: 'waiting' }); return true; }"""


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    return connect(browser, stand_in)


def test_a_tab_closed_while_it_is_read_leaves_nothing(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.hold.clear()
    connected.open(f"{site}/article")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    connected.close_tab()
    connected.until(lambda: connected.in_extension(KEYS) == [])
    stand_in.hold.set()
    answered = """() => (globalThis.browser ?? chrome).storage.session.get(null).then((all) =>
      Object.values(all).some((one) => one?.outcome?.status === 200 && one.kind === 'page'))"""
    connected.until(lambda: connected.in_extension(answered))
    connected.in_extension(WORKING)  # it has gone on since
    assert connected.in_extension(KEYS) == []


def test_what_is_known_of_a_tab_goes_when_it_is_put_to_sleep(connected: Browser, site: str) -> None:
    if connected.name != "chromium":
        pytest.skip("in Firefox a tab that sleeps is the same tab")
    read(connected, f"{site}/article")
    connected.settle()
    asleep = connected.in_extension("() => chrome.tabs.query({ active: true }).then(([{ id }]) => id)")
    connected.open(f"{site}/empty")
    connected.in_extension("(id) => chrome.tabs.discard(id).then(() => true)", asleep)
    connected.until(lambda: f"tab:{asleep}" not in connected.in_extension(KEYS))
    woken = "() => chrome.tabs.query({ discarded: true }).then(([{ id }]) => chrome.tabs.remove(id))"
    connected.in_extension(woken)


def test_the_panel_leads_to_each_of_several_cards(connected: Browser, stand_in: StandIn, site: str) -> None:
    second = copy.deepcopy(stand_in.cards[0]) | {"title": "CARD-TEXT of a second test", "language": "en"}
    read(connected, f"{site}/article")
    connected.settle()
    connected.until(lambda: "1 incident on record" in connected.panel_text())
    assert connected.panel("() => document.getElementById('contents')") is None
    stand_in.cards = [stand_in.cards[0], second]
    connected.click_button()
    links = "() => [...document.querySelectorAll('#contents a')].map((one) => [one.hash, one.textContent, one.lang])"
    assert connected.until(lambda: connected.panel(links)) == [
        ["#card-0", "CARD-TEXT of a test, March 2031", ""],
        ["#card-1", "CARD-TEXT of a second test", "en"],
    ]
    number = "() => (globalThis.browser ?? chrome).tabs.query({ active: true }).then(([{ id }]) => id)"
    connected.open(
        f"{connected.base}{PANEL}?tab={connected.in_extension(number)}"
    )  # as a tab, for a click of the mouse
    connected.click("#contents li:last-child a")
    connected.until(lambda: connected.page("() => document.activeElement.id") == "card-1")
