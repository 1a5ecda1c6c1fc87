"""A stand-in for the service, for what the real one can't be made to say: troubles, hostile texts, chosen passages.

True to the contract where the extension touches it (gate, token, pairing, answer). What the real service does
is tested with the real one, in test_journey.py.
"""

from __future__ import annotations

import copy
import hashlib
import http.server
import json
import threading
import time
from typing import Any

TOKEN = "t" * 43
OURS = ("chrome-extension://", "moz-extension://")
TRIES_A_MINUTE = 10
RELEASE = "9f2c41d0" * 8


class StandIn:
    """Listens on a port of its own. ``requests`` and ``reports`` hold what came in, ``status`` forces an answer."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.reports: list[dict[str, Any]] = []
        self.visits: list[str] = []
        self.cards: list[dict[str, Any]] = []
        self.sentences: list[str] = []
        self.read = {"lang": "en", "lang_basis": "given"}
        self.published: str | None = None
        self.limits: list[dict[str, str]] = []
        self.release = RELEASE
        self.status = 200
        self.foreign = False  # something that is not beside listens here
        self.allowed: set[str] = set()
        self.tries: list[float] = []
        self.hold = threading.Event()
        self.hold.set()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def reset(self) -> None:
        self.requests, self.cards, self.sentences, self.status, self.foreign = [], [], [], 200, False
        self.allowed, self.tries, self.reports, self.visits = set(), [], [], []
        self.published, self.release, self.limits = None, RELEASE, []
        self.read = {"lang": "en", "lang_basis": "given"}
        self.hold.set()

    def close(self) -> None:
        self.hold.set()
        self.server.shutdown()
        self.server.server_close()

    def answer(self, page: dict[str, Any]) -> dict[str, Any]:
        """The cards, each with every chosen sentence that the page holds as evidence."""
        evidence = [
            found for sentence in self.sentences for block in page["blocks"] if (found := _found(sentence, block))
        ]
        cards = copy.deepcopy(self.cards) if evidence or not self.sentences else []
        for card in cards:
            card["evidence"] = evidence
        return {
            "api": 1,
            "releases": {"test": RELEASE},
            "page": {**self.read, "published": self.published, "blocks_read": [], "passages": 0},
            "cards": cards,
            "matchers": [{"name": "places", "version": "1.0", "api": 1, "state": "ok"}],
            "notices": [f"{limit['code']}: raw" for limit in self.limits],
            "limits": self.limits,
        }


def _found(sentence: str, block: dict[str, Any]) -> dict[str, Any] | None:
    text = block["text"]
    start = text.find(sentence)
    if start < 0:
        return None
    end = start + len(sentence)
    because = {
        "matcher": "wording@1.0",
        "kind": "wording",
        "start": start,
        "end": start + 4,
        "corpus": "x",
        "share": 1.0,
    }
    return {
        "block": block["i"],
        "start": start,
        "end": end,
        "exact": sentence,
        "prefix": text[max(0, start - 32) : start],
        "suffix": text[end : end + 32],
        "claims": [],
        "because": [because],
    }


def _handler(service: StandIn) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._route("GET")

        def do_POST(self) -> None:
            self._route("POST")

        def do_OPTIONS(self) -> None:
            self._reply(403)

        def _route(self, method: str) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if not self._welcome():
                self._reply(403)
            elif service.foreign:
                self._reply(200, b"<p>Some other program", "text/html")
            elif (method, self.path) == ("GET", "/v1/about"):
                self._json(200, {"api": 1, "corpora": [{"id": "test", "release": service.release}]})
            elif (method, self.path) == ("POST", "/v1/cards"):
                self._cards(body)
            elif (method, self.path) == ("POST", "/v1/feedback"):
                self._feedback(body)
            elif method == "GET" and self.path.startswith("/incidents/"):
                service.visits.append(self.headers.get("Sec-Fetch-Site", "none"))
                self._reply(200, b"<!doctype html><title>incident</title><p>An incident.", "text/html")
            elif (method, self.path) == ("POST", "/v1/pair"):
                self._pair(body)
            elif self.path.startswith("/pair/"):
                self._pairing_page(method, self.path.removeprefix("/pair/"))
            else:
                self._reply(404)

        def _welcome(self) -> bool:
            origin = self.headers.get("Origin", "")
            fetched = self.headers.get("Sec-Fetch-Site", "none")
            known = not origin or origin.startswith(OURS) or origin == service.address
            return self.headers["Host"] == service.address.removeprefix("http://") and known and fetched != "cross-site"

        def _cards(self, body: bytes) -> None:
            if self.headers["Authorization"] != f"Bearer {TOKEN}":
                self._json(401, {"type": "about:blank", "title": "Not paired", "status": 401})
                return
            page = json.loads(body)
            service.requests.append(page)
            service.hold.wait(60)
            self._json(service.status, service.answer(page) if service.status == 200 else {"status": service.status})

        def _feedback(self, body: bytes) -> None:
            if self.headers["Authorization"] != f"Bearer {TOKEN}" or service.status != 200:
                self._json(401 if service.status == 200 else service.status, {"status": service.status})
                return
            service.reports.append(json.loads(body))
            self._json(201, {"kept": True})

        def _pair(self, body: bytes) -> None:
            now = time.monotonic()
            service.tries = [moment for moment in service.tries if now - moment < 60] + [now]
            digest = hashlib.sha256(json.loads(body)["secret"].encode()).hexdigest()
            if len(service.tries) > TRIES_A_MINUTE:
                self._json(429, {"status": 429}, {"Retry-After": "60"})
            elif digest in service.allowed:
                service.allowed.remove(digest)
                self._json(200, {"token": TOKEN})
            else:
                self._json(404, {"status": 404})

        def _pairing_page(self, method: str, digest: str) -> None:
            if method == "POST":
                service.allowed.add(digest)
                self._reply(200, b"<!doctype html><title>ok</title><p>Allowed.", "text/html")
                return
            digits = f"{int(digest[:8], 16) % 1_000_000:06d}"
            form = f"<!doctype html><title>pair</title><p id=digits>{digits}<form method=post><button>Allow</button>"
            self._reply(200, form.encode(), "text/html")

        def _json(self, status: int, value: object, headers: dict[str, str] | None = None) -> None:
            self._reply(status, json.dumps(value).encode(), "application/json", headers)

        def _reply(
            self, status: int, body: bytes = b"", kind: str = "text/plain", headers: dict[str, str] | None = None
        ) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    return Handler
