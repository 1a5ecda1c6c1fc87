"""The panel and the settings for everybody: axe without a violation in every state, and keyboard and ear kept in mind."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsers import OPTIONS, PANEL
from cards import account, card
from chromium import Chromium
from stand_in import StandIn

TAB = 424242  # a tab that nobody has: the states are put there by hand
SECRET = "0" * 64


def answer(stand_in: StandIn) -> dict[str, Any]:
    stand_in.sentences, stand_in.cards = ["A sentence."], [card(accounts=[account("A"), account("B", graphic=True)])]
    given = stand_in.answer({"blocks": [{"i": 0, "text": "A sentence."}]})
    given["cards"][0]["evidence"][0]["n"] = 0
    return given


STATES: dict[str, Any] = {
    "idle": {},
    "unpaired": {"token": None},
    "waiting": {"pairing": {"secret": SECRET, "digits": "012345", "until": 9e15, "next": 9e15}},
    "checking": {"phase": "checking"},
    "offline": {"phase": "trouble", "trouble": "offline"},
    "refused": {"phase": "trouble", "trouble": "refused"},
    "unsupported": {"phase": "trouble", "trouble": "unsupported"},
    "done": {"phase": "done", "marked": [0], "truncated": True},
    "orphaned": {"phase": "done", "marked": []},
}


def put(browser: Chromium, state: dict[str, Any]) -> None:
    browser.in_extension("(token) => chrome.storage.local.set({ token })", state.get("token", "a token"))
    browser.in_extension("(state) => chrome.storage.session.set(state)", {f"tab:{TAB}": state} | state)


@pytest.fixture
def panel(chromium: Chromium) -> Any:
    chromium.forget()
    yield chromium.open(f"{chromium.base}{PANEL}?tab={TAB}")
    chromium.close_tab()
    chromium.forget()


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing(chromium: Chromium, panel: Any, stand_in: StandIn, name: str) -> None:
    state = dict(STATES[name])
    if state.get("phase") == "done":
        state["answer"] = answer(stand_in)
    put(chromium, state)
    before_end = "() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })"
    for scheme in ("light", "dark"):
        for width in (240, 360, 1200):
            panel.emulate_media(color_scheme=scheme)
            panel.set_viewport_size({"width": width, "height": 900})
            panel.wait_for_selector("main h2")
            panel.evaluate(before_end)
            found = Axe().run(panel)
            assert found.violations_count == 0, found.generate_report()
            assert panel.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_nothing_in_the_settings(chromium: Chromium) -> None:
    page = chromium.open(chromium.base + OPTIONS)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    chromium.close_tab()


def test_the_keyboard_gets_everywhere_and_keeps_its_place(chromium: Chromium, panel: Any) -> None:
    put(chromium, {"token": None, "phase": "unpaired"})
    panel.wait_for_selector("button.main")
    panel.keyboard.press("Tab")
    assert panel.evaluate("() => document.activeElement.className") == "main"
    assert panel.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") == "solid"
    put(chromium, {**STATES["waiting"], "token": None})
    panel.wait_for_selector(".digits")
    assert panel.evaluate("() => document.activeElement.id") == "main"  # what had the focus is gone
    panel.keyboard.press("Tab")
    assert panel.evaluate("() => document.activeElement.closest('main') !== null")


def test_what_changes_is_read_out(chromium: Chromium, panel: Any, stand_in: StandIn) -> None:
    put(chromium, {"phase": "checking"})
    panel.wait_for_selector("main h2")
    status = "() => document.querySelector('[role=status]').textContent"
    assert panel.evaluate(status) == "Reading this page"
    put(chromium, {"phase": "done", "marked": [0], "answer": answer(stand_in)})
    panel.wait_for_selector(".card")
    assert panel.evaluate(status) == "1 passage, 1 incident on record"
