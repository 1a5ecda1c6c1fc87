"""Firefox, driven by Mozilla's own Marionette client; the sidebar by Marionette's actor in the sidebar's process."""

from __future__ import annotations

import base64
import gc
import os
import socket
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from browsers import EXTENSION, OPTIONS, Browser
from find_browsers import need
from pressing import AIM, LANDED

# Marionette's packages import telnetlib, for phones that we don't drive: Python 3.13 has none, those before it warn.
sys.modules.setdefault("telnetlib", SimpleNamespace(Telnet=None))  # type: ignore[arg-type]

from marionette_driver.addons import Addons  # noqa: E402
from marionette_driver.by import By  # noqa: E402
from marionette_driver.errors import (  # noqa: E402
    ElementClickInterceptedException,
    ElementNotInteractableException,
    NoSuchElementException,
    NoSuchFrameException,
    NoSuchWindowException,
    StaleElementException,
)
from marionette_driver.keys import Keys  # noqa: E402
from marionette_driver.marionette import Marionette  # noqa: E402

KEYS = {"Enter": Keys.ENTER, "Escape": Keys.ESCAPE, "Tab": Keys.TAB}
ADDON = "beside@beside.example"
WIDGET = "beside_beside_example"
MISSED = (  # it is not there yet, or not where it was
    ElementClickInterceptedException,
    ElementNotInteractableException,
    IndexError,
    NoSuchElementException,
    NoSuchFrameException,
    StaleElementException,
)
PREFERENCES = {
    "network.dns.localDomains": "news.example",
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.webextOptionalPermissionPrompts": False,  # a reader who says yes
    "intl.locale.requested": "en-US",
}

IN_PANEL = """
const [script, values, done] = arguments;
(async () => {
  const shell = SidebarController.isOpen && SidebarController.browser.contentDocument;
  const frame = shell && shell.getElementById('webext-panels-browser');
  const world = frame && frame.browsingContext && frame.browsingContext.currentWindowGlobal;
  if (!world || !frame.currentURI.spec.endsWith('panel/panel.html')) return { value: null };
  const actor = world.getActor('MarionetteCommands');
  return { value: await actor.executeScript(script, values, { sandboxName: null, async: true }) };
})().then(done, (error) => done({ error: String(error) }));
"""


class Firefox(Browser):
    """Headless Firefox with the extension loaded as a temporary add-on."""

    name = "firefox"
    gone = (NoSuchWindowException,)

    def __init__(self, extension: Path = EXTENSION) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.log = tempfile.NamedTemporaryFile(prefix="beside-firefox-", suffix=".log", delete=False)  # noqa: SIM115
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # Marionette's client leaves sockets of its own behind
            self.driver = Marionette(
                bin=need("FIREFOX"), headless=True, port=port, gecko_log=self.log.name, prefs=PREFERENCES
            )
            self.driver.start_session()
            gc.collect()
        self.driver.timeout.script = 60
        Addons(self.driver).install(str(extension), temp=True)
        host = self._chrome("(id) => WebExtensionPolicy.getByID(id).mozExtensionHostname", ADDON)
        self.base = f"moz-extension://{host}/"
        self._chrome(
            "(id) => CustomizableUI.addWidgetToArea(id, CustomizableUI.AREA_NAVBAR)", f"{WIDGET}-browser-action"
        )

        self._keeper = self._front = self.driver.current_window_handle
        self.driver.navigate(self.base + OPTIONS)

    @property
    def front(self) -> Any:
        return self._front

    def open(self, url: str) -> Any:
        tab = self.driver.open(type="tab", focus=True)["handle"]
        self.switch(tab)
        self.driver.navigate(url)
        return tab

    def close_tab(self) -> None:
        self.switch(self.driver.close()[-1])

    def tabs(self) -> list[Any]:
        return self.driver.window_handles

    def switch(self, tab: Any) -> None:
        self._front = tab
        self.driver.switch_to_window(tab, focus=True)

    def page(self, script: str, *arguments: Any) -> Any:
        return _value(self._async(_calling(script), arguments, sandbox=None))

    def in_extension(self, script: str, *arguments: Any) -> Any:
        self.driver.switch_to_window(self._keeper, focus=False)
        try:
            return self.page(script, *arguments)
        finally:
            self.driver.switch_to_window(self._front, focus=False)

    def click(self, selector: str) -> None:
        self._retried(lambda: self.driver.find_element(By.CSS_SELECTOR, selector).click() or True)

    def click_button(self) -> None:
        with self.driver.using_context("chrome"):
            self._retried(lambda: self.driver.find_element(By.ID, f"{WIDGET}-BAP").click() or True)

    def panel(self, script: str, *arguments: Any) -> Any:
        with self.driver.using_context("chrome"):
            answer = _value(self._async(IN_PANEL, (_calling(script), list(arguments)), sandbox="system"))
        return _value(answer)

    def press_in_panel(self, selector: str) -> None:
        press = """(selector) => { const meant = document.querySelector(selector);
                     meant?.click();
                     return Boolean(meant) && !meant.disabled; }"""
        self.until(lambda: self.panel(press, selector))

    def _in_frame(self, work: Callable[[], Any]) -> Any:
        """Do something in our frame: Marionette reaches into closed shadow roots."""
        try:
            host = self.driver.find_element(By.CSS_SELECTOR, "beside-notes")
            self.driver.switch_to_frame(host.shadow_root.find_element(By.CSS_SELECTOR, "iframe"))
        except (NoSuchElementException, StaleElementException, NoSuchFrameException):
            return None  # none, or put into the page just now
        try:
            return work()
        finally:
            self.driver.switch_to_frame()

    def frame(self, script: str, *arguments: Any) -> Any:
        return self._in_frame(lambda: self.page(script, *arguments))

    def click_in_frame(self, selector: str, which: int = 0) -> None:
        def click() -> bool:
            if not self.page(AIM, selector, which, "nearest"):
                return False
            self.driver.find_elements(By.CSS_SELECTOR, selector)[which].click()
            return bool(self.page(LANDED))

        self._retried(lambda: self._in_frame(click))

    def press_key(self, key: str) -> None:
        def press() -> bool:
            focused = self.driver.get_active_element()
            if focused.tag_name == "beside-notes":
                return False
            focused.send_keys(KEYS[key])
            return True

        self._retried(lambda: press() or self._in_frame(press))

    def go(self, by: int) -> None:
        self.driver.go_back() if by < 0 else self.driver.go_forward()

    def close_sidebar(self) -> None:
        """Close the sidebar, as its own button does."""
        self._chrome("() => SidebarController.hide()")

    def press_shortcut(self, letter: str) -> None:
        """Alt+Shift and a letter, as one of the extension's own shortcuts."""
        with self.driver.using_context("chrome"):
            window = self.driver.find_element(By.CSS_SELECTOR, ":root")
            window.send_keys(Keys.ALT, Keys.SHIFT, letter)

    def stop_background(self) -> None:
        self._chrome("(id) => WebExtensionPolicy.getByID(id).extension.terminateBackground()", ADDON)

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.driver.screenshot(full=False)))

    def close(self) -> None:
        try:
            self.driver.delete_session()  # quit() waits for a minute
        finally:
            self.driver.cleanup()
            del self.driver
            gc.collect()  # its profile removes itself, and can't any more when Python ends
            self.log.close()
            os.unlink(self.log.name)

    def _retried(self, work: Callable[[], Any]) -> None:
        """Do something until it has been done: what it is done to may not be there yet, or be drawn anew meanwhile."""

        def done() -> bool:
            try:
                return bool(work())
            except MISSED:
                return False

        self.until(done)

    def _chrome(self, script: str, *arguments: Any) -> Any:
        with self.driver.using_context("chrome"):
            return _value(self._async(_calling(script), arguments, sandbox="system"))

    def _async(self, script: str, arguments: Any, sandbox: str | None) -> Any:
        return self.driver.execute_async_script(script, script_args=list(arguments), sandbox=sandbox)


def _calling(script: str) -> str:
    """A body for Marionette that calls the function and hands over its answer, or what it threw."""
    return f"""
      const values = [...arguments];
      const done = values.pop();
      Promise.resolve().then(() => ({script})(...values)).then(
        (value) => done({{ value: value ?? null }}), (error) => done({{ error: String(error) }}));"""


def _value(answer: dict[str, Any] | None) -> Any:
    if answer is None:
        return None  # another page was loaded meanwhile
    assert "error" not in answer, answer["error"]
    return answer["value"]
