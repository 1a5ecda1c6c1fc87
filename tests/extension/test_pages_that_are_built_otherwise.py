"""Pages that are no plain article, in both browsers: shadow trees, frames, line breaks, strict policies, great length."""

from __future__ import annotations

import json

import pytest
from browsers import Browser
from fixture_pages import MARKUP, PLAIN
from overlaid import connect, covered, open_card, places, read
from stand_in import StandIn


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    return connect(browser, stand_in)


def test_open_shadow_trees_are_read_in_their_order(connected: Browser, stand_in: StandIn, site: str) -> None:
    read(connected, f"{site}/shadow")
    texts = [block["text"] for block in stand_in.requests[0]["blocks"]]
    assert texts[1:] == ["In the open shadow", PLAIN, MARKUP]  # and nothing of what nobody sees
    assert "SECRET" not in json.dumps(stand_in.requests)
    assert connected.highlighted() == [PLAIN, MARKUP]
    assert covered(connected) == 0
    words = connected.page(
        """() => { const [range] = CSS.highlights.get('beside');
                   return getComputedStyle(range.startContainer.parentElement, '::highlight(beside)').backgroundColor; }"""
    )
    assert words.startswith("rgba(143, 107, 217")


def test_frames_of_the_same_origin_are_read_and_marked(connected: Browser, stand_in: StandIn, site: str) -> None:
    read(connected, f"{site}/framed")
    assert PLAIN in [block["text"] for block in stand_in.requests[0]["blocks"]]
    inside = """() => { const { CSS } = document.querySelector('iframe').contentWindow;
                        return [...CSS.highlights.get('beside')].map(String); }"""
    assert connected.page(inside) == [PLAIN]
    assert connected.state()["marked"] == [0]
    assert open_card(connected)
    connected.page("() => document.querySelector('iframe').contentDocument.querySelector('article').remove()")
    connected.until(lambda: connected.state()["marked"] == [])


@pytest.mark.parametrize("path", ["frameset", "framed-block"])
def test_framesets_and_frames_that_are_blocks_are_read_too(
    connected: Browser, stand_in: StandIn, site: str, path: str
) -> None:
    read(connected, f"{site}/{path}")
    assert PLAIN in [block["text"] for block in stand_in.requests[0]["blocks"]]
    assert connected.state()["marked"] == [0]
    assert connected.markers() == ["4"]
    assert open_card(connected)


def test_where_all_the_text_is_in_foreign_frames_the_panel_says_so(
    connected: Browser, stand_in: StandIn, site: str
) -> None:
    connected.open(f"{site}/frameset-other")
    connected.click_button()
    connected.until(lambda: "This page has frames from other sites." in connected.panel_text())
    assert stand_in.requests == []


def test_of_frames_that_nobody_can_see_nothing_is_said(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/tracked")
    connected.click_button()
    connected.until(lambda: "Nothing was found that could be read" in connected.panel_text())
    assert "frames from other sites" not in connected.panel_text()


def test_foreign_frames_stay_closed(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/framed-other")
    connected.click_button()
    connected.settle()
    assert PLAIN not in json.dumps(stand_in.requests)


def test_a_soup_of_line_breaks(connected: Browser, stand_in: StandIn, site: str) -> None:
    read(connected, f"{site}/soup")
    texts = [block["text"] for block in stand_in.requests[0]["blocks"]]
    assert MARKUP in texts
    assert f"{PLAIN} Then a word." in texts
    assert connected.highlighted() == [PLAIN, MARKUP]


def test_a_strict_policy_lets_the_frame_stand(connected: Browser, site: str) -> None:
    read(connected, f"{site}/strict")
    assert "CARD-TEXT" in open_card(connected)


def test_a_form_that_hides_its_own_properties(connected: Browser, site: str) -> None:
    read(connected, f"{site}/clobbered")
    assert connected.highlighted() == [PLAIN]


def test_fifty_thousand_words(connected: Browser, stand_in: StandIn, site: str) -> None:
    """In slices: what they cost is measured by benchmarks/overlay."""
    connected.open(f"{site}/huge")
    connected.page("() => { window.turns = 0; const turn = () => { window.turns++; setTimeout(turn, 0); }; turn(); }")
    connected.click_button()
    connected.until(connected.markers, 90)
    connected.settle()
    assert connected.page("() => window.turns") > 3  # the page had its turn between
    assert len(connected.highlighted()) > 50
    assert stand_in.requests[0]["truncated"] is True
    assert 1 <= len(connected.markers()) < 50  # those of three screens
    first = places(connected)[0]
    connected.page("() => scrollTo(0, document.documentElement.scrollHeight / 4)")
    connected.until(lambda: places(connected)[0][1] > first[1] + 5_000 and covered(connected) == 0)
