"""Takes the picture of the README: the sample article in Firefox, connected to the real service, cards beside it.

    make browsers && .venv/bin/python docs/pictures/take.py

Comes in: the extension, the sample article, the seed corpora. Goes out: panel.png beside this file.
"""

from __future__ import annotations

import base64
import http.server
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "extension"))

from firefox import Firefox  # noqa: E402
from real_service import RealService  # noqa: E402

TO_THE_ACCOUNTS = """() => [...document.querySelectorAll('h3')]
    .find((heading) => heading.textContent.startsWith('Accounts')).scrollIntoView()"""
SAMPLES = ROOT / "server" / "beside" / "web" / "samples"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the sample without a word."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def main() -> None:
    """Open the article, click the button, look."""
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SAMPLES)))
    threading.Thread(target=site.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as home:
        service, firefox = RealService(Path(home)), Firefox()
        try:
            token = (Path(home) / "token").read_text().strip()
            firefox.store(address=service.address, token=token)
            firefox.driver.set_window_rect(width=1280, height=860)
            firefox.open(f"http://news.example:{site.server_port}/sample.html")
            firefox.click_button()
            firefox.until(lambda: "Yllverholt" in firefox.panel_text())
            firefox._chrome("(width) => { document.getElementById('sidebar-box').style.width = width; }", "26rem")
            firefox.panel(TO_THE_ACCOUNTS)
            with firefox.driver.using_context("chrome"):
                shot = firefox.driver.screenshot(full=False)
            (Path(__file__).parent / "panel.png").write_bytes(base64.b64decode(shot))
        finally:
            firefox.close()
            service.close()
            site.shutdown()


if __name__ == "__main__":
    main()
