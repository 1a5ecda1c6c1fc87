"""The overlay under settings of the reader and of the page, in both browsers: zoom, motion, colours, bars, transforms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from browsers import Browser
from chromium import Chromium
from fixture_pages import PLAIN
from overlaid import connect, covered, places, read
from stand_in import StandIn

HIT = "(x, y) => document.elementFromPoint(x - scrollX, y - scrollY)?.nodeName"
ZOOM = """async (factor) => { const { tabs } = globalThis.browser ?? chrome;
  const [{ id }] = await tabs.query({ active: true });
  await tabs.setZoom(id, factor); }"""


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    return connect(browser, stand_in)


@pytest.fixture
def zoomed(connected: Browser) -> Iterator[Browser]:
    yield connected
    connected.in_extension(ZOOM, 1)  # a browser keeps it for the whole site


def hit(browser: Browser, which: int = 0) -> str:
    """What a press in the middle of a marker would meet."""
    x, y, *_ = places(browser)[which]
    name: str = browser.page(HIT, x + 12, y + 12)
    return name


def test_at_200_percent_markers_stand_beside_the_text_and_the_card_in_view(zoomed: Browser, site: str) -> None:
    read(zoomed, f"{site}/article")
    width = zoomed.page("() => innerWidth")
    zoomed.in_extension(ZOOM, 2)
    zoomed.until(lambda: abs(zoomed.page("() => innerWidth") * 2 - width) < 20)
    zoomed.until(lambda: zoomed.frame("() => innerWidth") == zoomed.page("() => document.documentElement.clientWidth"))
    zoomed.until(lambda: covered(zoomed) == 0 and hit(zoomed) == "BESIDE-NOTES")
    zoomed.step(1)
    zoomed.until(lambda: zoomed.frame("() => document.activeElement.className") == "marker")
    zoomed.press_key("Enter")
    zoomed.until(zoomed.card_text)
    box = """() => { const top = parseFloat(document.getElementById('page').style.top);
                     const { left, top: y, right, bottom } = document.getElementById('card').getBoundingClientRect();
                     return [left, y - top, right, bottom - top]; }"""
    zoomed.until(lambda: zoomed.frame("() => document.getElementById('card').style.maxHeight.endsWith('px')"))
    left, top, right, bottom = zoomed.frame(box)
    assert left >= 0
    assert right <= zoomed.page("() => innerWidth")
    assert top >= zoomed.page("() => scrollY")
    assert bottom <= zoomed.page("() => scrollY + innerHeight")


def emulate(browser: Browser, preferences: dict[str, int | None], **media: Any) -> None:
    """A setting of the reader's system; None: as before."""
    if isinstance(browser, Chromium):
        browser.front.emulate_media(**media)
        return
    browser._chrome(  # type: ignore[attr-defined]
        """(all) => { for (const [name, value] of Object.entries(all))
             value === null ? Services.prefs.clearUserPref(name) : Services.prefs.setIntPref(name, value); }""",
        preferences,
    )


def test_who_wants_less_motion_gets_none(connected: Browser, site: str) -> None:
    read(connected, f"{site}/tall")
    emulate(connected, {"ui.prefersReducedMotion": 1}, reduced_motion="reduce")
    try:
        connected.until(lambda: connected.page("() => matchMedia('(prefers-reduced-motion: reduce)').matches"))
        connected.page("() => { window.scrolls = 0; addEventListener('scroll', () => window.scrolls++); }")
        connected.until(lambda: connected.panel("() => document.querySelectorAll('[data-passage]').length === 2"))
        connected.press_in_panel("[data-passage='1'] button")
        connected.until(lambda: connected.page("() => scrollY > 2000"))
        connected.page("() => new Promise((done) => setTimeout(done, 300))")
        assert connected.page("() => window.scrolls") <= 2  # a jump, not a way
        assert connected.frame("() => document.getAnimations().length") == 0
    finally:
        emulate(connected, {"ui.prefersReducedMotion": None}, reduced_motion=None)


def test_forced_colours_are_the_readers(connected: Browser, site: str) -> None:
    read(connected, f"{site}/article")
    emulate(connected, {"browser.display.document_color_use": 2}, forced_colors="active")
    try:
        connected.until(lambda: connected.frame("() => matchMedia('(forced-colors: active)').matches"))
        colours = connected.frame(
            """() => { const probe = document.body.appendChild(document.createElement('button'));
                 const of = (element, key) => getComputedStyle(element)[key];
                 const marker = document.querySelector('.marker');
                 const all = [of(marker, 'backgroundColor') === of(probe, 'backgroundColor'),
                   of(marker, 'color') === of(probe, 'color'), of(marker, 'borderTopStyle'), of(marker, 'borderTopColor') !== of(marker, 'backgroundColor')];
                 probe.remove();
                 return all; }"""
        )
        assert colours == [True, True, "solid", True]
    finally:
        emulate(connected, {"browser.display.document_color_use": None}, forced_colors=None)


def test_a_bar_that_stays_lies_over_the_markers(connected: Browser, site: str) -> None:
    read(connected, f"{site}/header")
    assert hit(connected) == "BESIDE-NOTES"
    _, top, *_ = places(connected)[0]
    connected.page("(top) => scrollTo({ top, behavior: 'instant' })", top - 30)
    connected.until(lambda: hit(connected) == "HEADER")
    connected.page("() => scrollTo({ top: 0, behavior: 'instant' })")
    connected.until(lambda: hit(connected) == "BESIDE-NOTES")


def test_on_a_stretched_page_no_marker_stands_beside_other_words(connected: Browser, site: str) -> None:
    connected.open(f"{site}/scaled")
    connected.click_button()
    connected.settle()
    assert connected.highlighted() == [PLAIN]
    connected.until(lambda: connected.frame("() => document.querySelectorAll('.marker').length"))
    connected.page("() => new Promise((done) => setTimeout(done, 300))")
    met = connected.page(
        """() => { const met = new Set();
             for (let x = 2; x < innerWidth; x += 6)
               for (let y = 2; y < innerHeight; y += 6) met.add(document.elementFromPoint(x, y)?.nodeName);
             return [...met]; }"""
    )
    assert "BESIDE-NOTES" not in met


def test_on_a_page_that_is_moved_as_a_whole_they_stand_right(connected: Browser, site: str) -> None:
    read(connected, f"{site}/moved")
    assert covered(connected) == 0
    connected.until(lambda: hit(connected) == "BESIDE-NOTES")
    line = connected.page("() => document.querySelectorAll('p')[1].getBoundingClientRect().top + scrollY")
    assert abs(places(connected)[0][1] - line) < 12
