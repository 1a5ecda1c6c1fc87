"""A matcher that runs elsewhere before the kit: asked over HTTP, through the fences that leave open its address alone."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import orjson
import pytest

from beside.kit import check_matcher

WORD, TARGET = "Yllverholt", "incident:village-hall-yllverholt-2031-03"
Serve = Callable[[str], str]


def found(page: dict[str, Any], target: str) -> Iterator[dict[str, Any]]:
    for passage in page["passages"]:
        start = passage["text"].find(WORD)
        if start >= 0:
            because = {"kind": "place", "start": start, "end": start + len(WORD), "corpus_text": WORD}
            yield {"passage": passage["number"], "target": target, "weight": 0.5, "because": [because]}


@pytest.fixture
def serve() -> Iterator[Serve]:
    """A matcher behind an address, which points at that target."""
    servers = []

    def serve(target: str) -> str:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                asked = orjson.loads(self.rfile.read(int(self.headers["Content-Length"])))
                told = {"matches": list(found(asked["page"], target))} if "page" in asked else {"api": 1}
                body = orjson.dumps(told)
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        servers[-1].daemon_threads = True
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_one_that_runs_elsewhere_is_checked_like_any_other(serve: Serve) -> None:
    report = check_matcher("halls", remote={"halls": serve(TARGET)})

    assert report.passed, str(report)
    assert report["kept by the host"].applies
    assert [f.check for f in report.findings if "runs elsewhere" in f.detail] == [
        "says what it is",
        "two-sided examples",
    ]


def test_what_it_answers_is_judged_by_the_text_it_was_sent(serve: Serve) -> None:
    finding = check_matcher("halls", remote={"halls": serve("incident:nowhere")})["sound answers"]

    assert not finding.passed
    assert "id of the corpus" in finding.detail
    assert WORD in finding.input


def test_one_that_cannot_be_reached_does_not_load() -> None:
    report = check_matcher("halls", remote={"halls": "http://127.0.0.1:9"})

    assert "ConnectionRefusedError" in report["loads"].detail
