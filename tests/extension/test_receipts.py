"""The receipts: every byte that was sent, in memory only, and nothing that would make them a diary of reading."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsers import Browser
from chromium import Chromium
from real_service import words_of
from stand_in import TOKEN, StandIn

from cards import card

RECEIPTS = "receipts/receipts.html"
PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."
ROWS = """() => [...document.querySelectorAll('#receipts > li')].map((row) => {
  const facts = [...row.querySelectorAll('dl > div')].map((fact) => [...fact.children].map((cell) => cell.textContent));
  return { title: row.querySelector('h2').textContent, ...Object.fromEntries(facts) }; })"""
EXACT = """async (row) => { const fold = document.querySelectorAll('#receipts details')[row]; fold.open = true;
                         const words = fold.querySelector('pre');
                         while (!words.textContent) await new Promise((done) => setTimeout(done, 10));
                         return words.textContent; }"""
KEPT = """() => (globalThis.browser ?? chrome).storage.session.get(null).then((all) =>
            Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('receipt'))))"""


def read_a_page(browser: Browser, stand_in: StandIn, site: str) -> list[dict[str, Any]]:
    """Read the article, open the receipts, and give their rows."""
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences = [card()], [PLAIN]
    browser.open(f"{site}/article?SECRET-QUERY#SECRET-FRAGMENT")
    browser.click_button()
    browser.until(browser.highlighted)
    browser.open(browser.base + RECEIPTS)
    return browser.until(lambda: browser.page(ROWS))


def row_of_a_page(rows: list[dict[str, Any]]) -> int:
    return next(i for i, row in enumerate(rows) if row["title"].endswith("Page read"))


def test_every_byte_of_it_is_shown(browser: Browser, stand_in: StandIn, site: str) -> None:
    rows = read_a_page(browser, stand_in, site)
    number = row_of_a_page(rows)
    row = rows[number]
    assert re.fullmatch(r"\d\d:\d\d · Page read", row["title"])
    assert row["To"] == stand_in.address
    assert re.fullmatch(r"[\d,]+ bytes, status 200", row["Answer"])
    head, body = browser.page(EXACT, number).split("\n\n")
    lines = ["POST /v1/cards", "Content-Type: application/json", "Authorization: Bearer token"]
    assert head.splitlines() == lines
    (sent,) = stand_in.requests
    assert json.loads(body) == sent
    assert row["Sent"] == f"{len(body.encode()):,} bytes"


def test_it_is_no_diary_and_holds_no_secret(browser: Browser, stand_in: StandIn, site: str) -> None:
    read_a_page(browser, stand_in, site)
    kept = json.dumps(browser.in_extension(KEPT))
    assert PLAIN[:40] in kept
    assert [word for word in ("news.example", "SECRET", "favicon", TOKEN) if word in kept] == []
    entry = next(value for value in json.loads(kept).values() if value.get("kind") == "page")
    keys = {"kind", "time", "origin", "method", "path", "headers", "body", "bytes", "outcome"}
    assert entry.keys() == keys


def test_cleared_at_once(browser: Browser, stand_in: StandIn, site: str) -> None:
    read_a_page(browser, stand_in, site)
    browser.stop_background()  # they are not the worker's: it may sleep
    assert browser.page(ROWS)
    browser.click("#clear")
    browser.until(
        lambda: browser.page("() => document.getElementById('status').textContent") == "Nothing is on the list."
    )
    assert browser.page(ROWS) == []
    browser.until(lambda: browser.in_extension(KEPT).keys() == {"receipts"})


def test_connecting_names_its_secret(browser: Browser, stand_in: StandIn) -> None:
    browser.store(address=stand_in.address)
    before = list(browser.tabs())
    browser.in_extension("() => (globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'connect' })")
    (pairing,) = browser.until(lambda: [tab for tab in browser.tabs() if tab not in before])
    browser.switch(pairing)
    browser.until(lambda: browser.page("() => document.getElementById('digits')?.textContent"))
    browser.click("button")
    browser.until(lambda: pairing not in browser.tabs())
    browser.switch(before[0])
    browser.open(browser.base + RECEIPTS)
    rows = browser.until(lambda: browser.page(ROWS))
    titles = [row["title"].split(" · ")[1] for row in rows]
    assert titles[-1] == "Question about the service"
    assert set(titles[:-1]) == {"Connecting"}
    assert browser.page(EXACT, 0).endswith('{"secret":"secret"}')
    assert not re.search(r"[0-9a-f]{64}", json.dumps(browser.in_extension(KEPT)))


def test_nobody_there_is_a_receipt_too(browser: Browser, site: str) -> None:
    browser.store(address="http://127.0.0.1:9", token=TOKEN)
    browser.open(f"{site}/article")
    browser.click_button()
    browser.until(lambda: "The service is not running" in browser.panel_text())
    browser.open(browser.base + RECEIPTS)
    rows = browser.until(lambda: browser.page(ROWS))
    assert rows[row_of_a_page(rows)]["Answer"] == "The service is not running"


def on_disk(chromium: Chromium) -> list[str]:
    """Files of the browser that hold text as it is sent."""
    mark = re.compile(rb'\\*"tag\\*":\\*"')
    return [path.name for path in Path(chromium.folder).rglob("*") if mark.search(words_of(path))]


def test_nothing_of_them_lies_on_the_disk(chromium: Chromium, stand_in: StandIn, site: str) -> None:
    chromium.forget()
    read_a_page(chromium, stand_in, site)
    assert on_disk(chromium) == []
    chromium.store(control='{"tag":"p"}')  # and what does lie there is found
    chromium.until(lambda: on_disk(chromium))
    chromium.forget()
    chromium.close_tab()
    chromium.close_tab()


@pytest.mark.parametrize("width", [240, 1200])
def test_axe_finds_nothing(chromium: Chromium, stand_in: StandIn, site: str, width: int) -> None:
    chromium.forget()
    number = row_of_a_page(read_a_page(chromium, stand_in, site))
    chromium.page(EXACT, number)
    for scheme in ("light", "dark"):
        chromium.front.emulate_media(color_scheme=scheme)
        chromium.front.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(chromium.front)
        assert found.violations_count == 0, found.generate_report()
        assert chromium.page("() => document.documentElement.scrollWidth <= innerWidth")
    chromium.close_tab()
    chromium.close_tab()
