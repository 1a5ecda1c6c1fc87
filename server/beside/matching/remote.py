"""A matcher that runs elsewhere, asked over HTTP: the contract in another form. See docs/decisions/402.

It is an ordinary matcher in an ordinary worker, whose fences leave open one address, and which looks up no name. The
host has found the number of the address; redirections are not followed; an answer is checked like any other.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

import orjson
from marshmallow import Schema, fields

from beside import API, Corpus, Match, Page, Reason

from .declared import Refused

REQUIRES_API = API
VERSION = "remote"
SECONDS = 30.0
MOST_BYTES = 4 * 1024 * 1024


class RemoteFailed(Refused):
    """The other end did not answer as it should; the message quotes nothing of it."""


class Settings(Schema):
    """Set by the host, from ``[matchers.remote]``."""

    url = fields.String(required=True, metadata={"help": "The address that the admin allowed."})
    address = fields.List(fields.Raw(), required=True, metadata={"help": "The number and port it has now."})


class Remote:
    """The other end: one connection, made anew when it was closed."""

    def __init__(self, url: str, address: tuple[str, int]) -> None:
        parts = urlsplit(url)
        self._path, self._host = parts.path.rstrip("/"), parts.hostname or ""
        self._netloc, self._secure, self._address = parts.netloc, parts.scheme == "https", address
        self._connection: HTTPConnection | None = None

    def post(self, path: str, value: Any) -> Any:
        """Send a value, get one. Raises RemoteFailed, OSError."""
        body = orjson.dumps(value)
        try:
            return self._post(path, body)
        except (HTTPException, ConnectionError):  # it closed the connection that was kept open
            self._connection = None
            return self._post(path, body)

    def _post(self, path: str, body: bytes) -> Any:
        connection = self._connection = self._connection or self._connected()
        headers = {"Content-Type": "application/json", "Host": self._netloc, "User-Agent": "beside"}
        connection.request("POST", self._path + path, body, headers)
        response = connection.getresponse()
        told = response.read(MOST_BYTES + 1)
        if response.status != 200:
            raise RemoteFailed(f"answered with status {response.status}")
        if len(told) > MOST_BYTES:
            raise RemoteFailed(f"answered with more than {MOST_BYTES} bytes")
        try:
            return orjson.loads(told)
        except orjson.JSONDecodeError:
            raise RemoteFailed("answered with what is no JSON") from None

    def _connected(self) -> HTTPConnection:
        host, port = self._address
        if not self._secure:
            return HTTPConnection(host, port, timeout=SECONDS)
        return _Named(host, port, self._host)


class _Named(HTTPSConnection):
    """Connects to a number, and expects the certificate of a name."""

    def __init__(self, number: str, port: int, name: str) -> None:
        self._context_for_name = ssl.create_default_context()
        super().__init__(number, port, timeout=SECONDS, context=self._context_for_name)
        self._name = name

    def connect(self) -> None:
        """Open the connection."""
        HTTPConnection.connect(self)
        self.sock = self._context_for_name.wrap_socket(self.sock, server_hostname=self._name)


def matcher(corpus: Corpus) -> Callable[[Page], Iterator[Match]]:
    """Show the corpus to the other end, once; then each page."""
    settings = corpus.settings
    remote = Remote(settings["url"], (settings["address"][0], settings["address"][1]))
    told = remote.post("/prepare", {"api": API, "corpus": _plain(corpus)})
    if not isinstance(told, dict) or told.get("api") != API:
        raise RemoteFailed(f"does not speak version {API} of the matcher contract")
    key = told.get("key", corpus.id)

    def match(page: Page) -> Iterator[Match]:
        answer = remote.post("/match", {"api": API, "key": key, "page": page})
        if not isinstance(answer, dict) or not isinstance(answer.get("matches"), list):
            raise RemoteFailed("answered without a list of matches")
        for one in answer["matches"]:
            yield _match(one)

    return match


def _plain(corpus: Corpus) -> dict[str, Any]:
    incidents, agents = list(corpus.incidents.values()), list(corpus.agents.values())
    return {"id": corpus.id, "languages": corpus.languages, "incidents": incidents, "agents": agents}


def _match(told: Any) -> Match:
    try:
        because = tuple(
            Reason(reason["kind"], reason["start"], reason["end"], reason["corpus_text"])
            for reason in told.get("because", ())
        )
        return Match(told["passage"], told["target"], told["weight"], because)
    except (AttributeError, KeyError, TypeError):
        raise RemoteFailed("answered with what is no match") from None
