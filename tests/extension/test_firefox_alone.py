"""What asks for a Firefox of its own: private windows, which it allows from its next start, and a server with https."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import firefox
import pytest
from firefox import ADDON, Firefox
from fixture_pages import PLAIN
from marionette_driver.addons import Addons
from overlaid import connect
from real_service import RealService
from shared_server import SharedServer
from stand_in import StandIn

ALLOW = """const [id, done] = arguments;
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] }).then(done);"""
TAKE_ANY = """() => {
  Services.prefs.setCharPref('network.dns.localDomains', 'news.example,server.example');
  Cc['@mozilla.org/security/certoverride;1'].getService(Ci.nsICertOverrideService)
    .setDisableAllSecurityChecksAndLetAttackersInterceptMyData(true); }"""
TOLD = "(id) => document.getElementById(id).textContent"
TYPE = """(id, text) => { const field = document.getElementById(id); field.value = text;
                          field.dispatchEvent(new Event('input')); }"""
AGAIN = """async () => { const { id } = (await browser.tabs.query({})).find(({ incognito }) => incognito);
                        await browser.runtime.sendMessage({ kind: 'check', tab: id }); }"""
KEPT = "() => browser.storage.session.get(null)"


class Allowed(Addons):
    """The reader's tick at "Run in Private Windows": an add-on learns of it when it is loaded."""

    def install(self, *arguments: Any, **options: Any) -> Any:
        with self._mn.using_context("chrome"):
            self._mn.execute_async_script(ALLOW, script_args=[ADDON], sandbox="system")
        return super().install(*arguments, **options)


@pytest.fixture(scope="module")
def alone() -> Iterator[Firefox]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(firefox, "Addons", Allowed)
        browser = Firefox()
    browser._chrome(TAKE_ANY)
    yield browser
    browser.close()


def in_a_private_window(browser: Firefox, url: str) -> Any:
    window = browser.driver.open(type="window", focus=True, private=True)["handle"]
    browser.switch(window)
    browser.driver.navigate(url)
    return window


def test_private_windows_are_read_only_when_switched_on(alone: Firefox, stand_in: StandIn, site: str) -> None:
    connect(alone, stand_in)
    (keeper,) = alone.tabs()
    in_a_private_window(alone, f"{site}/article")
    alone.click_button()
    alone.until(lambda: "This is a private window" in alone.panel_text())
    assert stand_in.requests == []

    alone.store(privateWindows=True)
    alone.in_extension(AGAIN)
    assert alone.until(alone.highlighted)[0] == PLAIN
    alone.until(lambda: "2 passages" in alone.panel_text())
    assert alone.panel("() => document.getElementById('always').hidden")  # no list tells of private windows
    assert alone.in_extension(KEPT)["receipts"]["list"]

    alone.close_tab()
    alone.switch(keeper)
    alone.until(lambda: alone.in_extension(KEPT)["receipts"]["list"] == [])
    alone.until(lambda: not [key for key in alone.in_extension(KEPT) if key.startswith(("tab:", "left:", "at:"))])


def test_the_whole_way_with_a_shared_server(alone: Firefox, service: RealService, site: str) -> None:
    shared = SharedServer(service.address)
    alone.forget()
    settings = alone.open_settings()
    alone.page(TYPE, "address", shared.address)
    alone.click("#consent")
    alone.click("#save")
    alone.until(lambda: alone.page(TOLD, "told") == "Saved.")
    assert shared.seen == []

    article = alone.open(f"{site}/article")
    alone.click_button()
    alone.until(lambda: "shared server server.example" in alone.panel_text())
    before = alone.tabs()
    alone.press_in_panel("button.main")
    (pairing,) = alone.until(lambda: [tab for tab in alone.tabs() if tab not in before])
    alone.switch(pairing)
    alone.until(lambda: alone.page("() => document.querySelector('button[value=allow]')?.value"))
    alone.page("() => { setTimeout(() => document.querySelector('button[value=allow]').click()); }")
    alone.until(lambda: pairing not in alone.tabs())
    alone.switch(article)
    alone.until(lambda: "Corpora: " in alone.panel_text())  # it has answered
    assert "POST /v1/cards" in shared.seen
    for tab in (article, settings):
        alone.switch(tab)
        alone.close_tab()
    shared.close()
