"""The panel and the settings for everybody: axe without a violation in every state, and keyboard and ear kept in mind."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsers import PANEL
from chromium import Chromium
from stand_in import StandIn

from cards import account, rich

TAB = 424242  # a tab that nobody has: the states are put there by hand
SECRET = "0" * 64


COMPARE = "compare/compare.html"
RIGHT_TO_LEFT = "הדוברת אמרה שאיש לא נפגע, ושהבדיקה נמשכת"


def answer(stand_in: StandIn) -> dict[str, Any]:
    """Two cards that hold everything, with two passages, folded words, and words from right to left."""
    stand_in.sentences = ["A sentence.", f"Another one, {'which is very long ' * 9}"]
    said = [account("A", on_page=True), account("B", graphic=True), account("C", says=RIGHT_TO_LEFT, after_page=True)]
    stand_in.cards = [rich(), rich(accounts=said, title=RIGHT_TO_LEFT)]
    given = stand_in.answer({"blocks": [{"i": 0, "text": " ".join(stand_in.sentences)}]})
    for card in given["cards"]:
        for n, evidence in enumerate(card["evidence"]):
            evidence["n"] = n
    return given


STATES: dict[str, Any] = {
    "idle": {},
    "unpaired": {"token": None},
    "waiting": {"pairing": {"secret": SECRET, "digits": "012345", "until": 9e15, "next": 9e15}},
    "checking": {"phase": "checking"},
    "offline": {"phase": "trouble", "trouble": "offline"},
    "refused": {"phase": "trouble", "trouble": "refused"},
    "unsupported": {"phase": "trouble", "trouble": "unsupported"},
    "interrupted": {"phase": "trouble", "trouble": "interrupted"},
    "none": {"phase": "done", "marked": [], "cards": []},
    "done": {"phase": "done", "marked": [0, 1], "truncated": True, "changed": True},
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
def test_axe_finds_nothing(chromium: Chromium, stand_in: StandIn, name: str) -> None:
    put(chromium, full(STATES[name], stand_in))  # before the panel is opened: what it shows first is this
    panel = chromium.open(f"{chromium.base}{PANEL}?tab={TAB}")
    for scheme in ("light", "dark"):
        for width in (240, 360, 1200):
            panel.emulate_media(color_scheme=scheme)
            panel.set_viewport_size({"width": width, "height": 900})
            panel.wait_for_selector("main h2")
            assert_accessible(panel)
    chromium.close_tab()
    chromium.forget()


def full(state: dict[str, Any], stand_in: StandIn) -> dict[str, Any]:
    """A state, with an answer where there is one."""
    if state.get("phase") != "done":
        return dict(state)
    given = answer(stand_in)
    return {**state, "answer": given | {"cards": state.get("cards", given["cards"])}}


def assert_accessible(page: Any) -> None:
    page.evaluate("() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture
def wide(chromium: Chromium, stand_in: StandIn) -> Any:
    put(chromium, full(STATES["done"], stand_in))
    yield chromium.open(f"{chromium.base}{COMPARE}?tab={TAB}")
    chromium.close_tab()
    chromium.forget()


@pytest.mark.parametrize("arranged", ["question", "date"])
def test_axe_finds_nothing_on_the_wide_page(wide: Any, arranged: str) -> None:
    wide.wait_for_selector(".account")
    wide.check(f"[value={arranged}]")
    for scheme in ("light", "dark"):
        for width in (360, 700, 1400):  # 1400 at 200 % is 700
            wide.emulate_media(color_scheme=scheme)
            wide.set_viewport_size({"width": width, "height": 900})
            assert_accessible(wide)


@pytest.mark.parametrize("path", [PANEL, COMPARE])
def test_from_right_to_left_everything_fits(chromium: Chromium, stand_in: StandIn, path: str) -> None:
    put(chromium, full(STATES["done"], stand_in))
    page = chromium.open(f"{chromium.base}{path}?tab={TAB}")
    for width in (360, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_selector(".account")
        page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(
            """() => { const { right, width } = document.querySelector('.passage').getBoundingClientRect();
                       const line = getComputedStyle(document.querySelector('.passage'));
                       return right > innerWidth / 2 && line.borderRightStyle === 'dotted' && width > 100; }"""
        )
    chromium.close_tab()
    chromium.forget()


@pytest.mark.parametrize("path", [PANEL, COMPARE])
def test_forced_colours_keep_every_mark_and_nothing_moves(chromium: Chromium, stand_in: StandIn, path: str) -> None:
    put(chromium, full(STATES["done"], stand_in))
    page = chromium.open(f"{chromium.base}{path}?tab={TAB}")
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.wait_for_selector(".account")
    shapes = """() => ['found', 'unfound', 'untold'].map((name) => { const mark = document.querySelector(`.mark.${name}`);
                  const { backgroundColor, borderTopWidth, blockSize } = getComputedStyle(mark, '::before');
                  return [backgroundColor, borderTopWidth, blockSize].join(); })"""
    assert len(set(page.evaluate(shapes))) == 3  # told apart by shape, not by colour
    assert page.evaluate("() => document.getAnimations().length") == 0
    assert page.evaluate(
        """() => [...document.querySelectorAll('*')].every((e) => {
             const { transitionDuration, scrollBehavior } = getComputedStyle(e);
             return transitionDuration === '0s' && scrollBehavior === 'auto'; })"""
    )
    chromium.close_tab()
    chromium.forget()


def test_the_keyboard_goes_through_a_card_in_its_order(chromium: Chromium, panel: Any, stand_in: StandIn) -> None:
    put(chromium, full(STATES["done"], stand_in))
    panel.wait_for_selector(".account")
    seen = []
    for _ in range(60):
        panel.keyboard.press("Tab")
        seen.append(
            panel.evaluate(
                "() => document.activeElement.closest('.bar, .here, .accounts, .not-found, details')?.className"
            )
        )
        shown = panel.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return true;
                 const box = e.getBoundingClientRect();
                 return getComputedStyle(e).outlineStyle !== 'none' && box.height > 0; }"""
        )
        assert shown
    order = [name for n, name in enumerate(seen) if name and name not in seen[:n]]
    assert order[:4] == ["bar", "here", "accounts", "not-found"]


def test_a_link_to_an_account_moves_on_from_there(chromium: Chromium, panel: Any, stand_in: StandIn) -> None:
    put(chromium, full(STATES["done"], stand_in))
    panel.wait_for_selector(".not-found a")
    panel.click(".not-found a")
    panel.keyboard.press("Tab")
    inside = "() => document.activeElement.closest('.account, .account ~ .account') !== null"
    assert panel.evaluate(inside)


def test_axe_finds_nothing_in_the_settings(chromium: Chromium) -> None:
    page = chromium.open_settings()
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
    status = "(words) => document.querySelector('[role=status]').textContent === words"
    put(chromium, {"phase": "checking"})
    panel.wait_for_function(status, arg="Reading this page")
    put(chromium, full({"phase": "done", "marked": [0]}, stand_in))
    panel.wait_for_function(status, arg="1 passage, 2 incidents on record")
