"""Takes the pictures of docs/reader.md and the README, in Chromium, with the real service and an invented article.

    make pictures

Comes in: the extension, the sample article, the corpus halven-strait. Goes out: docs/pictures/, each a few dozen KB.
"""

from __future__ import annotations

import base64
import http.server
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "extension"), str(ROOT / "tools")]

from small_png import Picture, read, write  # noqa: E402

if TYPE_CHECKING:
    from chromium import Chromium

FOLDER = ROOT / "docs" / "pictures"
ARTICLE = ROOT / "server" / "beside" / "web" / "samples" / "three-weeks.html"
CORPUS = "halven-strait"
PORT = 8377  # the one that readers meet: it stands in the receipts
WIDTH, HEIGHT, LONG = 1280, 860, 1500
PANEL_WIDTH = 399  # and a line between the page and the panel
LINES = {"light": (226, 222, 231), "dark": (56, 52, 63)}
SETTLED = """() => document.fonts.ready.then(() => new Promise((done) =>
               requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 400)))))"""
# One side's word alone would be a poor picture of what this is for: an account and its denial, whole.
TO_THE_ACCOUNTS = "() => document.querySelectorAll('.account h4')[1].scrollIntoView()"
CONTESTED = 3  # the marker whose passage two sides and an observer speak on
TO_THE_PASSAGE = "() => scrollTo(0, 250)"  # there is room for the card below it
# A picture is to change when what it shows does, and not with the hour at which it was taken.
SAME_HOUR = """async () => { const all = await chrome.storage.session.get(null);
  for (const [key, value] of Object.entries(all)) if (key.startsWith('receipt:')) value.time = '10:30';
  await chrome.storage.session.set(all); }"""


class Sample(http.server.BaseHTTPRequestHandler):
    """Serves the article, dark for those who like it dark, as many newspapers do."""

    def do_GET(self) -> None:
        """Whatever is asked for."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        words = ARTICLE.read_text("utf-8")
        self.wfile.write(words.replace("<title>", '<meta name="color-scheme" content="light dark"><title>').encode())

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


class Camera:
    """A browser that has read the article, and what is seen in it."""

    def __init__(self, browser: Chromium, article: str) -> None:
        self.browser = browser
        self.page = browser.open(article)
        browser.click_button()
        browser.until(browser.markers)
        browser.until(lambda: "Accounts of this incident" in browser.panel_text())
        self.panel = browser._panel_target()

    def beside(self, scheme: str, scroll: str = "() => {}") -> Picture:
        """The article and the panel, as they stand side by side in a window."""
        article = self._look(self.page, scheme, WIDTH - PANEL_WIDTH - 1)
        size = {"width": PANEL_WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
        self.panel.send("Emulation.setDeviceMetricsOverride", **size)
        liked = [{"name": "prefers-color-scheme", "value": scheme}]
        self.panel.send("Emulation.setEmulatedMedia", features=liked)
        self.panel.send("Input.dispatchMouseEvent", type="mouseMoved", x=1, y=1)  # nothing is pointed at
        self.panel.call(scroll)
        self.panel.call(SETTLED)
        shot = self.panel.send("Page.captureScreenshot", format="png")
        return article.beside(read(base64.b64decode(shot["data"])), LINES[scheme])

    def article(self, scheme: str) -> Picture:
        """The article, a small card open in it."""
        self._look(self.page, scheme)
        self.page.evaluate(TO_THE_PASSAGE)
        if not self.browser.card_text():
            self.browser.click_in_frame(".marker", CONTESTED)
            self.browser.until(self.browser.card_text)
        return self._look(self.page, scheme)

    def compare(self, scheme: str) -> Picture:
        """The wide page."""
        return self._look(self._tab("compare/compare.html", ".bar > button"), scheme, height=LONG)

    def receipts(self, scheme: str) -> Picture:
        """The list of what was sent, the article's request opened."""
        self.browser.in_extension(SAME_HOUR)
        page = self._tab("receipts/receipts.html", "#receipts")
        page.locator("#receipts details").last.evaluate("(fold) => { fold.open = true; }")
        return self._look(page, scheme)

    def _look(self, page: Any, scheme: str, width: int = WIDTH, height: int = HEIGHT) -> Picture:
        """A page in front, as it stands."""
        self.browser.switch(page)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        return read(page.screenshot())

    def _tab(self, name: str, button: str) -> Any:
        """A page of ours in a tab, opened from the panel."""
        found = [tab for tab in self.browser.tabs() if name in tab.url]
        if not found:
            self.browser.switch(self.page)
            self.panel.call(SETTLED)  # it draws anew for the tab in front
            self.browser.press_in_panel(button)
            found = self.browser.until(lambda: [tab for tab in self.browser.tabs() if name in tab.url])
        return found[0]


# In the order in which they are taken: the receipts before the panel asks the service anew, as it does each minute; the
# panel before it is scrolled; the article after it, since a card is opened there.
PICTURES: dict[str, Callable[[Camera], Picture]] = {
    "receipts.png": lambda camera: camera.receipts("light"),
    "panel.png": lambda camera: camera.beside("light"),
    "panel-dark.png": lambda camera: camera.beside("dark"),
    "accounts.png": lambda camera: camera.beside("light", TO_THE_ACCOUNTS),
    "article.png": lambda camera: camera.article("light"),
    "article-dark.png": lambda camera: camera.article("dark"),
    "compare.png": lambda camera: camera.compare("light"),
    "compare-dark.png": lambda camera: camera.compare("dark"),
}


@contextmanager
def connected() -> Iterator[Camera]:
    """A browser that is connected to the real service, before the article."""
    from chromium import Chromium
    from playwright.sync_api import sync_playwright
    from real_service import RealService

    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Sample)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        home = Path(folder) / "home"
        service = RealService(home, [CORPUS], PORT)
        browser = Chromium(playwright)
        try:
            browser.store(address=service.address, token=(home / "token").read_text().strip())
            yield Camera(browser, f"http://news.example:{site.server_port}/three-weeks")
        finally:
            browser.close()
            service.close()
            site.shutdown()


def main(folder: Path) -> None:
    """All of them, into the folder."""
    with socket.socket() as there:
        if there.connect_ex(("127.0.0.1", PORT)) == 0:
            raise SystemExit(f"Something answers on port {PORT}: end it first (a service that runs, perhaps).")
    folder.mkdir(parents=True, exist_ok=True)
    with connected() as camera:
        for name, take in PICTURES.items():
            data = write(take(camera))
            (folder / name).write_bytes(data)
            sys.stdout.write(f"{folder / name}  {len(data) / 1024:.0f} KB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
