"""A link of an account lands on the quoted words, in both browsers: the service's text fragments against real pages."""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from browsers import Browser

from beside.cards import text_fragment
from beside.corpus import read_folder
from beside.model import Selector, Statement

SEED = Path(__file__).resolve().parents[2] / "seeds" / "halven-strait"
CORPUS = read_folder(SEED).corpus
STATEMENTS = [statement for incident in CORPUS.incidents.values() for statement in incident.statements][::9]
FAR = 3000  # pixels above the text: who stands there has been taken there
TWICE = "<p>He said so, twice-told & plain, on Monday.</p><div style='height:3000px'></div><p>She said so, twice-told & plain, on Friday.</p>"


def as_page(text: str) -> str:
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<div style='height:{FAR}px'>above</div>{lines}<div style='height:{FAR}px'>below</div>"


PAGES = {f"/{d.id}": as_page((SEED / str(d.file)).read_text("utf-8")) for d in CORPUS.documents.values()} | {
    "/twice": TWICE
}


class Documents(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        page = PAGES.get(self.path.partition("?")[0], "")
        body = f"<!doctype html><meta charset=utf-8><title>A document</title>{page}".encode()
        self.send_response(200 if page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def documents() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Documents)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(10)
    server.server_close()


def scrolled(browser: Browser) -> int:
    return int(browser.page("() => Math.round(scrollY)"))


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.id)
def test_a_link_lands_on_the_words_of_an_account(browser: Browser, documents: str, statement: Statement) -> None:
    browser.open(f"{documents}/{statement.passage.document}#:~:text={text_fragment(statement.passage)}")

    assert browser.until(lambda: scrolled(browser) > FAR / 2)


def test_the_words_around_tell_two_places_apart(browser: Browser, documents: str) -> None:
    exact = "said so, twice-told & plain"
    second = Selector(
        document="D", start=90, end=117, exact=exact, prefix=", on Monday.\n\nShe ", suffix=", on Friday.\n"
    )
    browser.open(f"{documents}/twice#:~:text={text_fragment(second)}")

    assert browser.until(lambda: scrolled(browser) > FAR / 2)
