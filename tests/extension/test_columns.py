"""Pages in columns, in both browsers: a marker stands beside its own words, and the keys go in the order of reading."""

from __future__ import annotations

import pytest
from browsers import Browser
from fixture_pages import MARKUP, PLAIN
from overlaid import connect, covered, read
from stand_in import StandIn

# For each marker: how far it is from the text of its passage's first line, and from any other on its height. A passage
# is found by its highlight, in the order of the page; so are the markers, by the card that they open.
NEAREST = """(places) => {
  const boxes = (range) => [...range.getClientRects()].filter(({ width }) => width > 1);
  const firsts = [...CSS.highlights.get('beside')].map((range) => boxes(range)[0]);
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = new Range();
    range.selectNodeContents(node);
    if (node.data.trim()) texts.push(...boxes(range));
  }
  const away = ([left, top, right, bottom], box) =>
    box.bottom < top + 4 || box.top > bottom - 4 ? Infinity : Math.max(box.left - right, left - box.right);
  const same = (one, other) => one.top < other.bottom - 4 && other.top < one.bottom - 4;
  return firsts.map((first) => {
    const line = texts.filter((box) => same(box, first) && box.left <= first.left + 1 && box.right >= first.right - 1);
    const rest = texts.filter((box) => !line.includes(box) && same(box, first));
    const [own, others] = [line, rest].map((some) => places.map((at) => Math.min(...some.map((box) => away(at, box)))));
    const which = own.indexOf(Math.min(...own));
    return [own[which], others[which] ?? Infinity];
  }); }"""

IN_VIEW = """() => { const top = parseFloat(document.getElementById('page').style.top);
  return [...document.querySelectorAll('.marker')].map((one) => {
    const { left, top: y, right, bottom } = one.getBoundingClientRect();
    return [left, y - top, right, bottom - top]; }); }"""


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    return connect(browser, stand_in)


@pytest.mark.parametrize("path", ["columns", "columns-loose", "table", "grid"])
def test_a_marker_is_nearer_to_its_own_column_than_to_any_other(connected: Browser, site: str, path: str) -> None:
    read(connected, f"{site}/{path}")
    assert connected.markers() == ["4", "4"]
    assert covered(connected) == 0
    for own, other in connected.page(NEAREST, connected.frame(IN_VIEW)):
        assert 0 < own < 12
        assert other >= own


def test_the_keys_go_down_one_column_and_then_the_next(connected: Browser, site: str) -> None:
    read(connected, f"{site}/columns-whole")
    tops = connected.page("() => [...CSS.highlights.get('beside')].map((range) => range.getBoundingClientRect().top)")
    assert tops[0] > tops[1]  # the second stands higher, in the next column
    at = "() => [...(CSS.highlights.get('beside-now') ?? [])].map((range) => range.toString().slice(0, 11))[0]"
    for words in (PLAIN, MARKUP, PLAIN):
        connected.step(1)
        connected.until(lambda words=words: connected.page(at) == words[:11])


FIRST_STEP = """async () => {
  const ext = globalThis.browser ?? chrome;
  const [{ id }] = await ext.tabs.query({ active: true });
  for (;;) {
    const now = await ext.tabs.sendMessage(id, { kind: 'step', by: 1 }, { frameId: 0 }).catch(() => null);
    if (now) return now;
  } }"""


def test_a_step_before_the_first_marker_is_drawn_has_the_focus_all_the_same(connected: Browser, site: str) -> None:
    connected.open(f"{site}/article")
    connected.click_button()
    assert connected.in_extension(FIRST_STEP) == {"n": 0, "of": 2}  # as soon as there is a passage to go to
    connected.until(lambda: connected.frame("() => document.activeElement.className") == "marker")
    connected.press_key("Enter")
    connected.until(connected.card_text)
