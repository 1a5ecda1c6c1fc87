"""Bytes, before they are a request: too many, chunked, malformed. Raw sockets, the service behind waitress."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import orjson
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import Service

MEBIBYTE = 1024 * 1024


def raw(service: Service, request: bytes) -> bytes:
    """What comes back for these very bytes."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=20) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def chunks(size: int) -> Iterator[bytes]:
    """A body whose length nobody has told."""
    yield b'{"text": "'
    for _ in range(size // 65536):
        yield b"a" * 65536
    yield b'"}'


@pytest.mark.parametrize("size", [MEBIBYTE + 1, 10 * MEBIBYTE])
def test_too_long_a_body_is_heard_out_and_refused(service: Service, size: int) -> None:
    response, body = service.ask(b" " * size)

    assert response.status == 413
    assert orjson.loads(body)["detail"] == "at most 1048576 bytes"


def test_too_long_a_body_in_chunks_is_refused_too(service: Service) -> None:
    response, _ = service.ask(chunks(10 * MEBIBYTE))

    assert response.status == 413


def test_a_body_in_chunks_is_read(service: Service) -> None:
    response, _ = service.ask(chunks(65536))

    assert response.status == 200


def test_a_stranger_learns_nothing_from_a_long_body(service: Service) -> None:
    response, body = service.ask(b" " * (2 * MEBIBYTE), Host="evil.example")

    assert (response.status, body) == (403, b"")


def test_no_body_is_ever_written_to_a_disk(service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not-there"))  # whoever makes a file fails

    response, _ = service.ask({"no such key": "x" * 900_000})

    assert response.status == 422


OWN = b"Host: 127.0.0.1\r\n"
MALFORMED = {
    "no request": b"hello\r\n\r\n",
    "bare line feeds": b"GET / HTTP/1.1\nHost: 127.0.0.1\n\r\n\r\n",
    "a header without a colon": b"GET / HTTP/1.1\r\n" + OWN + b"nonsense\r\n\r\n",
    "a length that is none": b"POST /v1/cards HTTP/1.1\r\n" + OWN + b"Content-Length: x\r\n\r\n",
    "a negative length": b"POST /v1/cards HTTP/1.1\r\n" + OWN + b"Content-Length: -1\r\n\r\n",
    "an unknown transfer coding": b"POST /v1/cards HTTP/1.1\r\n" + OWN + b"Transfer-Encoding: gzip\r\n\r\n",
    "a chunk of no size": b"POST /v1/cards HTTP/1.1\r\n" + OWN + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nkanarek\r\n",
    "two hosts": b"GET / HTTP/1.1\r\n" + OWN + b"Host: evil.example\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
}


@pytest.mark.parametrize("request_", MALFORMED.values(), ids=MALFORMED)
def test_what_is_no_http_is_told_so_in_our_own_words(service: Service, request_: bytes) -> None:
    answer = raw(service, request_)

    assert answer.split(b" ")[1][:1] == b"4"
    assert b"kanarek" not in answer
    assert b"waitress" not in answer.lower()
    assert b"Cache-Control: no-store" in answer


def test_an_absolute_address_in_the_request_line_changes_nothing(service: Service) -> None:
    answer = raw(service, b"GET http://evil.example/v1/about HTTP/1.1\r\n" + OWN + b"Connection: close\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize("path", ["//v1/cards", "/v1/%63ards", "/v1//cards", "/%76%31/cards", "/v1/cards/"])
def test_no_spelling_of_an_address_goes_round_the_token(service: Service, path: str) -> None:
    response, _ = service.send("POST", path, b'{"text": "a"}', Content_Type="application/json", Sec_Fetch_Site="none")

    assert response.status in (401, 403, 404)
