"""What stands in the page, in both browsers: markers beside the text, the small card, mouse and keyboard."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsers import Browser
from chromium import Chromium
from fixture_pages import MARKUP, PLAIN
from overlaid import connect, covered, open_card, places, read, watch_card
from stand_in import StandIn

from cards import account, card


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    return connect(browser, stand_in)


def test_a_marker_stands_beside_each_passage_and_counts_the_accounts(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    assert connected.markers() == ["4", "4"]
    assert covered(connected) == 0
    names = connected.frame("() => [...document.querySelectorAll('.marker')].map((one) => one.ariaLabel)")
    assert names == ["4 statements on record: CARD-TEXT of a test, March 2031"] * 2
    line = connected.page("() => document.getElementById('plain').getBoundingClientRect().top")
    assert abs(places(connected)[0][1] - line) < 12


def test_the_rest_of_the_page_stays_the_pages(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    spots = "() => [[300, 330], [600, 120], [20, 400], [230, 320]].map(([x, y]) => document.elementFromPoint(x, y).nodeName)"
    assert "BESIDE-NOTES" not in connected.page(spots)
    x, y, *_ = places(connected)[0]
    assert connected.page("(x, y) => document.elementFromPoint(x, y).nodeName", x + 12, y + 12) == "BESIDE-NOTES"


def test_the_small_card_has_title_state_and_the_accounts_in_order(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    words = open_card(connected)
    assert "CARD-TEXT of a test, March 2031" in words
    assert "Contested: accounts on record contradict one another: 4 statements in 2 documents." in words
    rows = """() => [...document.querySelectorAll('#card li')].map((one) => [one.querySelector('.name').textContent,
                one.querySelector('.stance').textContent, [...one.children].map((row) => row.localName).join()])"""
    shown = connected.frame(rows)
    assert [name for name, _, _ in shown] == ["Speaker A", "Speaker B", "Speaker C", "Speaker D"]
    assert len({form for _, _, form in shown}) == 1  # every account the same rows
    assert connected.highlighted() == [PLAIN, MARKUP]
    assert "In order of date, document, place in the document." in words


def test_the_page_is_not_told_which_card_is_open(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    open_card(connected)
    assert connected.page("() => [...CSS.highlights.keys()]") == ["beside"]


def test_the_small_card_shows_what_the_passage_touches(connected: Browser, stand_in: StandIn, site: str) -> None:
    accounts = [account("A"), account("B", claim="C2"), account("C"), account("D", claim="C2", graphic=True)]
    claims = {name: {"kind": "factual", "text": f"Whether this is test {name}"} for name in ("C1", "C2")}
    stand_in.cards = [card(accounts=accounts, claims=claims)]
    answer = stand_in.answer

    def touching(page: dict[str, Any]) -> dict[str, Any]:
        given = answer(page)
        given["cards"][0]["evidence"][0]["claims"] = [{"claim": "C2", "stance": "asserts"}]
        return given

    stand_in.answer = touching  # type: ignore[method-assign]
    try:
        read(connected, f"{site}/article")
        words = open_card(connected)
    finally:
        stand_in.answer = answer  # type: ignore[method-assign]
    assert "Speaker B" in words
    assert "Speaker A" not in words
    assert "Whether this is test C2" in words
    assert "CARD-TEXT of D" not in words  # words on violence are not unfolded over a page
    assert "More in the panel: 2" in words


def test_escape_closes_and_gives_the_focus_back(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    open_card(connected)
    assert connected.frame("() => document.activeElement.id") == "card"
    connected.press_key("Escape")
    connected.until(lambda: not connected.card_text())
    assert connected.frame("() => document.activeElement.className") == "marker"
    connected.press_key("Enter")
    connected.until(connected.card_text)


def test_a_click_in_the_page_closes_the_card_and_does_its_work(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    open_card(connected)
    connected.page("() => { window.pressed = 0; document.querySelector('h1').onclick = () => window.pressed++; }")
    connected.click("h1")
    connected.until(lambda: not connected.card_text())
    assert connected.page("() => window.pressed") == 1


def test_by_keyboard_from_passage_to_card_and_back(connected: Browser, site: str) -> None:
    read(connected, f"{site}/tall")
    connected.page("() => { const a = document.createElement('a'); a.href = '#x'; a.id = 'before'; "
                   "a.textContent = 'a link'; document.body.prepend(a); a.focus(); }")  # fmt: skip
    connected.step(1)
    connected.until(lambda: connected.frame("() => document.activeElement.className") == "marker")
    connected.frame("() => document.activeElement.classList.add('first')")
    connected.step(1)  # far below: another stretch of the page
    connected.until(lambda: connected.page("() => scrollY > 2000"))
    connected.until(lambda: connected.frame("() => document.activeElement.className") == "marker")
    connected.press_key("Enter")
    connected.until(connected.card_text)
    connected.press_key("Escape")
    connected.until(lambda: not connected.card_text())
    connected.press_key("Escape")
    connected.until(lambda: connected.page("() => document.activeElement.id") == "before")
    connected.step(-1)
    connected.until(lambda: connected.page("() => scrollY < 200"))


def test_all_accounts_opens_the_panel_or_a_tab_with_it(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    open_card(connected)
    watch_card(connected)
    before = connected.tabs()
    connected.click_in_frame("#card .row button")
    connected.until(lambda: connected.panel_text())
    assert len(connected.tabs()) == len(before)  # the panel is open already, by the toolbar button


def test_all_accounts_brings_the_panel_to_that_card(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.cards = [card(title="CARD-TEXT first"), card(title="CARD-TEXT second", incident="second")]
    read(connected, f"{site}/article")
    open_card(connected)
    watch_card(connected)
    connected.frame("() => document.querySelectorAll('#card .row')[1].scrollIntoView({ block: 'center' })")
    connected.click_in_frame("#card .row button", 2)  # the first of the second card
    connected.until(lambda: connected.panel("() => document.activeElement?.id") == "card-1")
    top = "() => document.getElementById('card-1').getBoundingClientRect().top"
    connected.until(lambda: 0 < connected.panel(top) < 200)
    connected.until(
        lambda: connected.panel("() => document.querySelector('.steps .note').textContent") == "Passage 1 of 2"
    )


def test_panel_keys_and_marker_share_one_place(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    told = "() => document.querySelector('.steps .note')?.textContent"
    at = "() => [...(CSS.highlights.get('beside-now') ?? [])].map((range) => range.toString().slice(0, 11))[0]"
    connected.until(lambda: connected.panel(told) == "2 passages")
    connected.press_in_panel(".steps button:last-child")
    connected.until(lambda: connected.panel(told) == "Passage 1 of 2")
    connected.until(lambda: connected.page(at) == PLAIN[:11])
    connected.step(1)
    connected.until(lambda: connected.panel(told) == "Passage 2 of 2")
    connected.until(lambda: connected.page(at) == MARKUP[:11])
    connected.press_in_panel(".steps button:first-child")
    connected.until(lambda: connected.page(at) == PLAIN[:11])
    connected.until(lambda: connected.panel(told) == "Passage 1 of 2")
    connected.page("() => document.querySelector('h1').click()")
    open_card(connected, 1)
    connected.step(1)  # from the second, where the card was opened, to the first again
    connected.until(lambda: connected.panel(told) == "Passage 1 of 2")


def test_where_a_click_in_a_page_opens_no_sidebar_a_tab_opens(connected: Browser, site: str) -> None:
    if connected.name == "chromium":
        pytest.skip("Chromium opens its panel from a click in our frame")
    read(connected, f"{site}/article")
    connected.close_sidebar()  # type: ignore[attr-defined]
    open_card(connected)
    watch_card(connected)
    before = connected.tabs()
    connected.click_in_frame("#card .row button")
    (tab,) = connected.until(lambda: [tab for tab in connected.tabs() if tab not in before])
    connected.switch(tab)
    connected.until(lambda: "CARD-TEXT" in connected.page("() => document.body.textContent"))


def test_the_keys_for_the_passages(connected: Browser, site: str) -> None:
    if connected.name == "chromium":
        pytest.skip("no driver presses keys of Chromium's own window; the step that they ask for is tested above")
    read(connected, f"{site}/article")
    at = "() => [...(CSS.highlights.get('beside-now') ?? [])].map((range) => range.toString().slice(0, 11))[0]"
    connected.press_shortcut("N")  # type: ignore[attr-defined]
    assert connected.until(lambda: connected.page(at)) == PLAIN[:11]
    connected.press_shortcut("N")  # type: ignore[attr-defined]
    connected.until(lambda: connected.page(at) == MARKUP[:11])
    connected.press_shortcut("P")  # type: ignore[attr-defined]
    connected.until(lambda: connected.page(at) == PLAIN[:11])


def test_compare_opens_a_tab(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    open_card(connected)
    watch_card(connected)
    before = connected.tabs()
    connected.click_in_frame("#card .row button", 1)
    (tab,) = connected.until(lambda: [tab for tab in connected.tabs() if tab not in before])
    connected.switch(tab)
    connected.until(lambda: "/compare/compare.html?tab=" in connected.page("() => location.href"))


def test_crowded_passages_share_a_marker_that_lists_their_cards(
    connected: Browser, stand_in: StandIn, site: str
) -> None:
    stand_in.cards = [card(title="CARD-TEXT first"), card(title="CARD-TEXT second", incident="second")]
    read(connected, f"{site}/crowded")
    boxes = places(connected)
    assert 1 < len(boxes) < 9
    tops = sorted(top for _, top, _, _ in boxes)
    assert all(lower - upper >= 28 for upper, lower in itertools.pairwise(tops))
    assert set(connected.markers()) == {"8"}
    words = open_card(connected)
    assert "CARD-TEXT first" in words
    assert "CARD-TEXT second" in words


@pytest.mark.parametrize("path", ["tight", "rtl", "soup", "padded"])
def test_markers_never_cover_text(connected: Browser, site: str, path: str) -> None:
    read(connected, f"{site}/{path}")
    assert len(connected.markers()) >= 1
    assert covered(connected) == 0
    x, y, *_ = places(connected)[0]
    hit = connected.page("(x, y) => document.elementFromPoint(x - scrollX, y - scrollY)?.nodeName", x + 12, y + 12)
    assert hit == "BESIDE-NOTES"


def test_markers_follow_when_the_text_moves(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    ((_, before, _, _), *_) = places(connected)
    connected.page("() => { document.querySelector('h1').style.marginTop = '200px'; }")
    connected.until(lambda: abs(places(connected)[0][1] - before - 150) < 60 and covered(connected) == 0)


def test_in_a_box_that_scrolls_only_what_can_be_seen_is_marked(connected: Browser, site: str) -> None:
    read(connected, f"{site}/scrolling")
    assert len(connected.markers()) == 1
    connected.page("() => { const box = document.getElementById('box'); box.scrollTop = box.scrollHeight / 2 - 150; }")
    connected.until(lambda: len(connected.markers()) == 2 and covered(connected) == 0)


def test_a_wide_card_of_many_accounts_is_cut(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.cards = [card(accounts=[account("A", statement=f"T-{n}") for n in range(112)])]
    read(connected, f"{site}/article")
    assert connected.markers() == ["112", "112"]
    assert "More in the panel: 100" in open_card(connected)
    connected.until(lambda: connected.frame("() => document.getElementById('card').style.maxHeight.endsWith('px')"))
    size = "() => { const { width, bottom } = document.getElementById('card').getBoundingClientRect(); return [width, bottom] }"
    width, bottom = connected.frame(size)
    assert width < 400
    assert bottom < connected.page("() => innerHeight + scrollY")


def test_axe_finds_nothing_in_the_frame(chromium: Chromium, stand_in: StandIn, site: str) -> None:
    chromium.forget()
    connect(chromium, stand_in)
    read(chromium, f"{site}/article")
    for scheme in ("light", "dark"):
        chromium.front.emulate_media(color_scheme=scheme)
        if not chromium.card_text():
            open_card(chromium)
        frame = next(one for one in chromium.front.frames if "/frame/" in one.url)
        found = Axe().run(frame)
        assert found.violations_count == 0, found.generate_report()
    chromium.close_tab()
