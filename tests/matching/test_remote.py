"""A matcher that runs elsewhere: off unless its address is allowed, asked over HTTP, contained and checked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import orjson
import pytest

from beside.matching import Limits, Shelf, find_matchers
from beside.model import Page, Release
from beside.settings import SettingsError, load_settings

INCIDENT = "incident:makiivka-surrender-2022-11"
MATCH = {
    "passage": 0,
    "target": INCIDENT,
    "weight": 0.5,
    "because": [{"kind": "place", "start": 12, "end": 20, "corpus_text": "Makiivka"}],
}


@dataclass
class Elsewhere:
    """A service that keeps what it was sent and answers what it is told to."""

    address: str
    answers: dict[str, Any] = field(default_factory=dict)
    sent: list[tuple[str, Any]] = field(default_factory=list)
    status: int = 200


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            told = orjson.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.sent.append((self.path, told))
            body = orjson.dumps(state.answers[self.path])
            self.send_response(state.status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Location", "http://127.0.0.1:9/")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state = Elsewhere(f"http://127.0.0.1:{server.server_port}/ships")
    state.answers = {"/ships/prepare": {"api": 1}, "/ships/match": {"matches": [MATCH]}}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield state
    server.shutdown()
    server.server_close()


@pytest.fixture
def shelf(elsewhere: Elsewhere, tmp_path: Path) -> Iterator[Shelf]:
    specs = [spec for spec in find_matchers(remote={"ships": elsewhere.address}) if spec.address]
    shelf = Shelf(specs, Limits(hard_ms=10_000), "beside.corpus:open_release", tmp_path / "cache")
    yield shelf
    shelf.close()


def heard(shelf: Shelf, page: Page, release: Release) -> list[str]:
    shelf.prepare([release])
    return [stamped.match.target for stamped in shelf.match(page)[release.sha256]]


def test_it_is_shown_the_corpus_once_and_then_pages(
    elsewhere: Elsewhere, shelf: Shelf, page: Page, pow_accounts: Release
) -> None:
    assert heard(shelf, page, pow_accounts) == [INCIDENT]
    assert [path for path, _ in elsewhere.sent][:2] == ["/ships/prepare", "/ships/match"]
    assert INCIDENT.partition(":")[2] in [incident["id"] for incident in elsewhere.sent[0][1]["corpus"]["incidents"]]
    assert elsewhere.sent[1][1]["page"]["passages"][0]["text"] == page.passages[0].text


def test_it_is_announced(shelf: Shelf, elsewhere: Elsewhere) -> None:
    assert shelf.remote == {"ships": elsewhere.address}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"matches": [{**MATCH, "target": "claim:none"}]}, "names a target that is not in the corpus"),
        ({"matches": [{}]}, "answered with what is no match"),
        ([], "answered without a list of matches"),
    ],
)
def test_what_it_answers_is_checked(
    answer: Any, reason: str, elsewhere: Elsewhere, shelf: Shelf, page: Page, pow_accounts: Release
) -> None:
    elsewhere.answers["/ships/match"] = answer

    assert heard(shelf, page, pow_accounts) == []
    assert reason in shelf.states[0].reason


def test_another_version_of_the_contract_is_refused(elsewhere: Elsewhere, shelf: Shelf, pow_accounts: Release) -> None:
    elsewhere.answers["/ships/prepare"] = {"api": 2}
    shelf.prepare([pow_accounts])

    assert (shelf.states[0].state, shelf.states[0].reason) == (
        "refused",
        "does not speak version 1 of the matcher contract",
    )


def test_no_redirection_is_followed(elsewhere: Elsewhere, shelf: Shelf, pow_accounts: Release) -> None:
    elsewhere.status = 302
    shelf.prepare([pow_accounts])

    assert shelf.states[0].reason == "answered with status 302"


def test_its_worker_reaches_no_other_address(
    elsewhere: Elsewhere, tmp_path: Path, page: Page, pow_accounts: Release
) -> None:
    (tmp_path / "strays.py").write_text(
        "import socket\nfrom beside.matching.remote import Settings\n"
        "def matcher(corpus):\n    socket.create_connection(('127.0.0.1', 9))\n"
    )
    (spec,) = [spec for spec in find_matchers(remote={"ships": elsewhere.address}) if spec.address]
    strays = type(spec)(spec.name, str(tmp_path / "strays.py"), spec.distribution, address=spec.address)
    shelf = Shelf([strays], Limits(), "beside.corpus:open_release", tmp_path / "cache")
    shelf.prepare([pow_accounts])
    shelf.close()

    assert "opens a socket is refused" in shelf.states[0].reason


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "https://user@example.org",
        "https://example.org/?q",
        "ftp://example.org",
        "https://",
        "x",
        "https://example.org/#x",
        "https://exa mple.org",
        "https://example.org:x",
    ],
)
def test_an_address_must_be_safe(address: str, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(f"[matchers.remote]\nships = '{address}'\n")
    with pytest.raises(SettingsError, match="remote"):
        load_settings(tmp_path / "settings.toml", {})


def test_there_is_none_unless_the_admin_names_it(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml", {}).matchers.remote == {}
    assert [spec for spec in find_matchers() if spec.address] == []
