"""Where reading goes without a click, and where it may go at all: sites, private windows, a shared server."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsers import EXTENSION, PANEL, Browser
from chromium import Chromium
from real_service import RealService
from shared_server import SharedServer
from stand_in import TOKEN, StandIn

from cards import card

PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."
SHARED = "https://server.example"
TOLD = "(id) => document.getElementById(id).textContent"
TURN = """async (url) => { const { tabs } = globalThis.browser ?? chrome;
  const [{ id }] = await tabs.query({ active: true });
  await tabs.update(id, { url }); }"""
TURNED = """() => (globalThis.browser ?? chrome).tabs.query({ active: true })
  .then(([{ url, status }]) => status === 'complete' && url.endsWith('/strict'))"""
TYPE = """(id, text) => { const field = document.getElementById(id); field.value = text;
                          field.dispatchEvent(new Event('input')); }"""


@pytest.fixture(scope="module")
def permitting(playwright: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Nobody can press Allow in Chromium's dialogue here: a copy of the extension that has the permissions already."""
    copy = shutil.copytree(EXTENSION, tmp_path_factory.mktemp("copy") / "extension")
    manifest = json.loads((copy / "manifest.json").read_text("utf-8"))
    manifest["host_permissions"] += ["http://news.example/*", f"{SHARED}/*"]
    (copy / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    browser = Chromium(playwright, copy, private=True, flags=["--ignore-certificate-errors"])
    yield browser
    browser.close()


@pytest.fixture(params=["chromium", "firefox"])
def reader(request: pytest.FixtureRequest, stand_in: StandIn) -> Iterator[Browser]:
    """Each browser with a reader who gives the permissions that are asked for."""
    running: Browser = request.getfixturevalue({"chromium": "permitting"}.get(request.param, request.param))
    before = list(running.tabs())
    running.switch(before[0])
    running.forget()
    running.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences = [card()], [PLAIN]
    yield running
    running.leave(before)


def add(reader: Browser, site: str) -> None:
    reader.open_settings()
    reader.page(TYPE, "site", site)
    reader.click("#add-site")
    reader.until(lambda: reader.page(TOLD, "site-told").startswith("Added"))


def test_a_site_on_the_list_is_read_when_it_has_loaded(reader: Browser, stand_in: StandIn, site: str) -> None:
    add(reader, f"{site}/some/page?of=it")
    reader.until(lambda: reader.page(TOLD, "sites").startswith("http://news.example"))
    reader.open(f"{site}/article")
    assert reader.until(reader.highlighted) == [PLAIN]
    reader.until(lambda: reader.badge() == "1")
    assert len(stand_in.requests) == 1
    reader.page("() => location.reload()")
    reader.until(lambda: len(stand_in.requests) == 2)


def test_off_the_list_it_waits_for_a_click(reader: Browser, stand_in: StandIn, site: str) -> None:
    consents = "async () => (await (globalThis.browser ?? chrome).permissions.getAll()).data_collection ?? []"
    add(reader, site)
    assert ("browsingActivity" in reader.in_extension(consents)) == (reader.name == "firefox")
    reader.click("#sites button")
    reader.until(lambda: reader.page(TOLD, "site-told").startswith("Removed"))
    reader.until(lambda: "browsingActivity" not in reader.in_extension(consents))
    reader.until(lambda: reader.page(TOLD, "sites").startswith("None"))
    reader.open(f"{site}/article")
    reader.click_button()
    reader.until(reader.highlighted)
    assert len(stand_in.requests) == 1  # the click's


def test_a_permission_alone_puts_no_site_on_the_list(reader: Browser, stand_in: StandIn, site: str) -> None:
    reader.open(f"{site}/article")
    reader.click_button()
    reader.until(reader.highlighted)
    assert len(stand_in.requests) == 1


def test_what_is_no_site_is_not_added(reader: Browser) -> None:
    reader.open_settings()
    for typed in ("*", "https://*/", "about:blank", ""):
        reader.page(TYPE, "site", typed)
        reader.page("() => { document.getElementById('site-told').textContent = ''; }")
        reader.click("#add-site")
        reader.until(lambda: reader.page(TOLD, "site-told").startswith("Not added"))
    assert reader.page(TOLD, "sites").startswith("None")


def test_a_shared_server_needs_a_tick(reader: Browser, site: str) -> None:
    reader.open_settings()
    hidden = "() => document.getElementById('shared').hidden"
    assert reader.page(hidden)
    reader.page(TYPE, "address", SHARED)
    assert not reader.page(hidden)
    consent = "The text of pages you read goes to server.example, whose admin could read it."
    assert reader.page(TOLD, "consent-words").startswith(consent)
    reader.click("#save")
    reader.until(lambda: "needs your consent" in reader.page(TOLD, "told"))
    kept = "() => (globalThis.browser ?? chrome).storage.local.get(['address', 'token'])"
    assert reader.in_extension(kept)["token"] == TOKEN
    reader.click("#consent")
    reader.click("#save")
    reader.until(lambda: reader.page(TOLD, "told") == "Saved.")
    assert reader.in_extension(kept) == {"address": SHARED}

    reader.open(f"{site}/article")
    reader.click_button()
    reader.until(lambda: "shared server server.example" in reader.panel_text())
    reader.press_in_panel("button.main")
    reader.until(lambda: "The shared server cannot be reached" in reader.panel_text())


def test_the_whole_way_with_a_shared_server(permitting: Browser, service: RealService, site: str) -> None:
    shared = SharedServer(service.address)
    permitting.forget()
    permitting.open_settings()
    permitting.page(TYPE, "address", shared.address)
    permitting.click("#consent")
    permitting.click("#save")
    permitting.until(lambda: permitting.page(TOLD, "told") == "Saved.")
    assert shared.seen == []

    article = permitting.open(f"{site}/article")
    permitting.click_button()
    permitting.until(lambda: "shared server server.example" in permitting.panel_text())
    before = list(permitting.tabs())
    permitting.press_in_panel("button.main")
    (pairing,) = permitting.until(lambda: [tab for tab in permitting.tabs() if tab not in before])
    permitting.switch(pairing)
    permitting.until(lambda: permitting.page("() => document.querySelector('button[value=allow]')?.value"))
    permitting.click("button[value=allow]")
    permitting.until(lambda: pairing not in permitting.tabs())
    permitting.switch(article)
    permitting.until(lambda: "Corpora: " in permitting.panel_text())  # it has answered
    assert "POST /v1/cards" in shared.seen
    permitting.close_tab()
    permitting.close_tab()
    shared.close()


def test_consent_is_for_one_server(reader: Browser) -> None:
    reader.open_settings()
    reader.page(TYPE, "address", SHARED)
    reader.click("#consent")
    reader.page(TYPE, "address", "https://other.example")
    assert not reader.page("() => document.getElementById('consent').checked")
    assert "other.example" in reader.page(TOLD, "consent-words")


def test_private_windows_are_read_only_when_switched_on(permitting: Browser, stand_in: StandIn, site: str) -> None:
    permitting.forget()
    permitting.store(address=stand_in.address, token=TOKEN, sites=["http://news.example/*"])
    opened = permitting.in_extension(
        """async (url) => { const { id, tabs } = await chrome.windows.create({ url, incognito: true });
                            return { window: id, tab: tabs[0].id }; }""",
        f"{site}/article",
    )
    loaded = "async (tab) => (await chrome.tabs.get(tab)).status === 'complete'"
    permitting.until(lambda: permitting.in_extension(loaded, opened["tab"]))
    check = "(tab) => chrome.runtime.sendMessage({ kind: 'check', tab })"
    permitting.in_extension(check, opened["tab"])
    known = "(key) => chrome.storage.session.get(key).then((kept) => kept[key])"
    permitting.until(lambda: permitting.in_extension(known, f"tab:{opened['tab']}")["trouble"] == "private")
    assert stand_in.requests == []

    permitting.store(privateWindows=True)
    permitting.in_extension(check, opened["tab"])
    permitting.until(lambda: len(stand_in.requests) == 1)
    permitting.until(lambda: len(permitting.in_extension(known, "receipts")["list"]) == 1)
    permitting.in_extension("(window) => chrome.windows.remove(window)", opened["window"])
    permitting.until(lambda: permitting.in_extension(known, "receipts")["list"] == [])


def test_axe_finds_nothing_in_the_settings_in_use(permitting: Browser) -> None:
    permitting.forget()
    permitting.store(sites=["http://news.example/*"], privateWindows=True, token=TOKEN)
    page = permitting.open_settings()
    permitting.page(TYPE, "address", SHARED)
    permitting.until(lambda: permitting.page("() => document.querySelector('#sites button')"))
    for scheme in ("light", "dark"):
        for width in (240, 1200):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            found = Axe().run(page)
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    permitting.close_tab()


def test_the_panel_offers_it_for_the_site_that_was_read(reader: Browser, stand_in: StandIn, site: str) -> None:
    reader.open(f"{site}/article")
    reader.click_button()
    reader.until(reader.highlighted)
    reader.until(lambda: "Always read http://news.example" in reader.panel_text())
    states = "() => (globalThis.browser ?? chrome).storage.session.get(null).then((all) => Object.keys(all))"
    (key,) = [key for key in reader.in_extension(states) if key.startswith("tab:")]
    reader.open(f"{reader.base}{PANEL}?tab={key.removeprefix('tab:')}")  # as a tab, for a click of the mouse
    shown = "() => document.getElementById('always').textContent"
    reader.until(lambda: reader.page(shown) == "Always read http://news.example")
    reader.click("#always")
    reader.until(lambda: reader.page(shown) == "Read http://news.example only when I click")
    reader.open(f"{site}/strict")
    reader.until(reader.highlighted)
    assert len(stand_in.requests) == 2


def test_a_site_on_the_list_is_read_though_the_page_before_was_left_too_soon(
    reader: Browser, stand_in: StandIn, site: str
) -> None:
    add(reader, site)
    stand_in.hold.clear()
    reader.open(f"{site}/article")
    reader.until(lambda: len(stand_in.requests) == 1)
    reader.in_extension(TURN, f"{site}/strict")
    reader.until(lambda: reader.in_extension(TURNED))
    stand_in.hold.set()
    assert reader.until(reader.highlighted) == [PLAIN]
    assert len(stand_in.requests) == 2
