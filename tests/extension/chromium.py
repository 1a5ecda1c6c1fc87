"""Chromium, driven by Playwright; the side panel by the DevTools protocol, since Playwright counts it as no page."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browsers import EXTENSION, OPTIONS, PANEL, PATIENCE, Browser
from find_browsers import need
from playwright.sync_api import Error
from pressing import AIM, LANDED


class Chromium(Browser):
    """Headless Chromium with the extension loaded unpacked."""

    name = "chromium"
    gone = (Error,)

    def __init__(
        self,
        playwright: Any,
        extension: Path = EXTENSION,
        private: bool = False,
        flags: Sequence[str] = (),
        language: str = "en",
    ) -> None:
        self.folder = tempfile.mkdtemp(prefix="beside-chromium-")
        self._how = (playwright, extension, private, flags, language)
        self._start()

    def _start(self) -> None:
        playwright, extension, private, flags, language = self._how
        self.context = playwright.chromium.launch_persistent_context(
            self.folder,
            executable_path=need("CHROMIUM"),
            headless=True,
            ignore_default_args=["--disable-extensions"],
            args=[
                "--enable-unsafe-extension-debugging",
                "--host-resolver-rules=MAP *.example 127.0.0.1",
                f"--lang={language}",
                *flags,
            ],
            env={**os.environ, "LANGUAGE": language},
            viewport={"width": 1100, "height": 800},
        )
        self.cdp = self.context.browser.new_browser_cdp_session()
        # Unlike --load-extension, this says what is wrong with a manifest.
        loaded = {"path": str(extension), "enableInIncognito": private}
        self.id = self.cdp.send("Extensions.loadUnpacked", loaded)["id"]
        self.base = f"chrome-extension://{self.id}/"
        self._keeper = self._front = self.context.pages[0]
        self._keeper.goto(self.base + OPTIONS)
        self._panel: PanelTarget | None = None

    def restart(self) -> None:
        """Close the browser and start it again, with the same profile."""
        self.context.close()
        self._start()

    @property
    def front(self) -> Any:
        return self._front

    def open(self, url: str) -> Any:
        self._front = self.context.new_page()
        self._front.goto(url)
        return self._front

    def close_tab(self) -> None:
        self._front.close()
        self._front = self.context.pages[-1]
        self._front.bring_to_front()

    def tabs(self) -> list[Any]:
        return self.context.pages

    def switch(self, tab: Any) -> None:
        self._front = tab
        tab.bring_to_front()

    def page(self, script: str, *arguments: Any) -> Any:
        # Source and values travel by the DevTools protocol: a page's content policy has no say in it.
        return self._front.evaluate(f"(values) => ({script})(...values)", list(arguments))

    def in_extension(self, script: str, *arguments: Any) -> Any:
        return self._keeper.evaluate(f"(values) => ({script})(...values)", list(arguments))

    def click(self, selector: str) -> None:
        self._front.click(selector)

    def click_button(self) -> None:
        def ours() -> list[str]:
            tabs = self.cdp.send("Target.getTargets", {"filter": [{"type": "tab"}]})["targetInfos"]
            return [tab["targetId"] for tab in tabs if tab["url"] == self._front.url]

        self.cdp.send("Extensions.triggerAction", {"id": self.id, "targetId": self.until(ours)[0]})

    def panel(self, script: str, *arguments: Any) -> Any:
        try:
            target = self._panel_target()
            return target and target.call(script, *arguments)
        except Error:
            return None  # closed before it answered

    def press_in_panel(self, selector: str) -> None:
        def press() -> bool:
            try:
                target = self._panel_target()
                return target is not None and target.press(selector)
            except Error:
                return False  # closed just now

        self.until(press)

    def _frame(self) -> Any:
        return next((frame for frame in self._front.frames if frame.url.startswith(self.base + "frame/")), None)

    def frame(self, script: str, *arguments: Any) -> Any:
        frame = self._frame()
        return frame and frame.evaluate(f"(values) => ({script})(...values)", list(arguments))

    def click_in_frame(self, selector: str, which: int = 0) -> None:
        def click() -> bool:
            try:
                at = self.frame(AIM, selector, which, "nearest")
                around = at and self._frame().frame_element().bounding_box()
                if not around:
                    return False
                self._front.mouse.click(around["x"] + at[0], around["y"] + at[1])
                return bool(self.frame(LANDED))
            except Error:
                return False  # the frame was put into the page anew

        self.until(click)

    def press_key(self, key: str) -> None:
        self._front.keyboard.press(key)

    def go(self, by: int) -> None:
        self._front.go_back() if by < 0 else self._front.go_forward()

    def stop_background(self) -> None:
        targets = self.cdp.send("Target.getTargets")["targetInfos"]
        for target in targets:
            if target["type"] == "service_worker" and target["url"].startswith(self.base):
                self.cdp.send("Target.closeTarget", {"targetId": target["targetId"]})

    def picture(self, path: Path) -> None:
        self._front.screenshot(path=str(path))

    @contextmanager
    def complaints(self, extension: Path) -> Iterator[list[str]]:
        """What Chromium says against another extension, or a copy of ours; it tells developers only."""
        found = """async (id) => { const all = await chrome.developerPrivate.getExtensionsInfo();
                     const { manifestErrors, runtimeErrors } = all.find((one) => one.id === id);
                     return [...manifestErrors, ...runtimeErrors].map(({ message }) => message); }"""
        switch = "(on) => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: on })"
        self.open("chrome://extensions")
        self.page(switch, True)
        loaded = self.cdp.send("Extensions.loadUnpacked", {"path": str(extension)})["id"]
        yield self.page(found, loaded)
        self.page(switch, False)
        self.cdp.send("Extensions.uninstall", {"id": loaded})
        self.close_tab()

    def pause(self) -> None:
        self._keeper.wait_for_timeout(30)  # lets Playwright hear what the browser says meanwhile

    def close(self) -> None:
        self.context.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _panel_target(self) -> PanelTarget | None:
        # One that a test opened as a tab is not the panel.
        targets = self.cdp.send("Target.getTargets")["targetInfos"]
        ids = [t["targetId"] for t in targets if t["type"] == "page" and t["url"] == self.base + PANEL]
        if not ids:
            self._panel = None
        elif self._panel is None or self._panel.id != ids[0]:
            self._panel = PanelTarget(self, ids[0])
        return self._panel


class PanelTarget:
    """A page that only the DevTools protocol reaches."""

    def __init__(self, browser: Chromium, target: str) -> None:
        self.browser, self.id, self.sent, self.gone = browser, target, 0, False
        self.answers: dict[int, dict[str, Any]] = {}
        attached = browser.cdp.send("Target.attachToTarget", {"targetId": target, "flatten": False})
        self.session = attached["sessionId"]
        browser.cdp.on("Target.receivedMessageFromTarget", self._heard)
        browser.cdp.on("Target.detachedFromTarget", self._left)

    def call(self, script: str, *arguments: Any) -> Any:
        expression = f"({script})(...{json.dumps(arguments)})"
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, selector: str) -> bool:
        """Whether the press landed on what it was meant for."""
        at = self.call(AIM, selector, 0, "center")
        if not at:
            return False
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], button="left", clickCount=1)
        return bool(self.call(LANDED))

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        self.sent += 1
        number = self.sent
        message = json.dumps({"id": number, "method": method, "params": parameters})
        self.browser.cdp.send("Target.sendMessageToTarget", {"sessionId": self.session, "message": message})
        end = time.monotonic() + 2 * PATIENCE
        while number not in self.answers:
            if self.gone:
                raise Error("the panel was closed before it answered")
            assert time.monotonic() < end, f"the panel does not answer {method}"
            self.browser.context.pages[0].wait_for_timeout(3)
        answer = self.answers.pop(number)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _heard(self, event: dict[str, Any]) -> None:
        if event["sessionId"] == self.session:
            answer = json.loads(event["message"])
            if "id" in answer:
                self.answers[answer["id"]] = answer

    def _left(self, event: dict[str, Any]) -> None:
        self.gone |= event["sessionId"] == self.session
