"""What another website, or another name for this machine, gets to see: one empty answer, everywhere the same."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Service

ROUTES = [
    ("GET", "/"), ("GET", "/try"), ("POST", "/try"), ("GET", "/v1/about"), ("POST", "/v1/cards"), ("POST", "/v1/pair"),
    ("GET", "/v1/openapi.json"), ("GET", "/v1/incidents/x"), ("GET", "/incidents/a/b"), ("GET", "/pair/" + "0" * 64),
    ("GET", "/about"), ("POST", "/feedback"), ("POST", "/v1/feedback"), ("GET", "/reported/a/b"),
    ("POST", "/pair/" + "0" * 64), ("GET", "/static/beside.css"), ("GET", "/nothing"), ("POST", "/v1/nothing"),
    ("OPTIONS", "/v1/cards"), ("OPTIONS", "/nothing"), ("DELETE", "/v1/cards"), ("TRACE", "/"), ("PUT", "/static/x"),
]  # fmt: skip
FOREIGN = [
    {"Host": "evil.example"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site"},
]


def seen(service: Service, method: str, path: str, headers: dict[str, str]) -> tuple[object, ...]:
    """Everything of the answer but the time."""
    response, body = service.send(method, path, **headers)
    return response.status, response.reason, body, [h for h in response.getheaders() if h[0] != "Date"]


def test_the_answer_is_empty_and_the_same_on_every_route(service: Service) -> None:
    answers = [seen(service, *route, headers) for route, headers in itertools.product(ROUTES, FOREIGN)]

    assert answers[0][:3] == (403, "FORBIDDEN", b"")
    assert all(answer == answers[0] for answer in answers)


def test_a_token_does_not_open_the_gate_to_another_site(service: Service) -> None:
    response, body = service.ask({"text": "x"}, Origin="https://evil.example")

    assert (response.status, body) == (403, b"")


@pytest.mark.parametrize("path", ["/", "/v1/about", "/v1/cards", "/nothing", "/static/beside.css"])
@pytest.mark.parametrize("origin", [None, "https://evil.example", "chrome-extension://abc"])
def test_no_answer_lets_another_site_read_it(service: Service, path: str, origin: str | None) -> None:
    response, _ = service.send("GET", path, **({"Origin": origin} if origin else {}))

    assert not [name for name, _ in response.getheaders() if name.lower().startswith("access-control")]


@pytest.mark.parametrize(
    "path", ["/v1/cards", "/v1/about", "/", "/try", "/nothing", "/v1/nothing", "/static/beside.css"]
)
def test_options_is_never_answered(service: Service, path: str) -> None:
    response, _ = service.send("OPTIONS", path, Access_Control_Request_Method="POST")

    assert response.status == 405


@pytest.mark.parametrize("path", ["/", "/v1/about", "/v1/cards", "/nothing", "/static/beside.css"])
def test_every_answer_is_hardened_and_names_no_program(service: Service, path: str) -> None:
    response, _ = service.send("GET", path)

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
    assert "Server" not in response.headers
