"""Pairing as a browser does it: the page, Allow, and the token that comes of it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from beside.web.pairing import digits

if TYPE_CHECKING:
    from flask.testing import FlaskClient

SECRET = "0123456789abcdef" * 4
HASH = sha256(SECRET.encode()).hexdigest()
PAGE = f"/pair/{HASH}"
EXTENSION = "chrome-extension://abcdefgh"
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}


def redeem(client: FlaskClient, origin: str | None = EXTENSION, secret: Any = SECRET) -> Any:
    return client.post("/v1/pair", json={"secret": secret}, headers={"Origin": origin} if origin else {})


def allow(client: FlaskClient, answer: str = "allow") -> Any:
    return client.post(PAGE, data={"answer": answer}, headers=OURS, follow_redirects=True)


def test_the_page_shows_the_six_digits_and_keeps_the_hash_to_its_own_form(client: FlaskClient) -> None:
    page = client.get(PAGE).text

    assert digits(HASH) in page
    assert f'action="{PAGE}"' in page


def test_after_allow_the_secret_is_worth_a_token_once(client: FlaskClient) -> None:
    client.get(PAGE)
    assert redeem(client).status_code == 404

    assert "Allowed" in allow(client).text

    first = redeem(client)
    assert (first.status_code, list(first.json)) == (200, ["token"])
    assert redeem(client).status_code == 410
    assert "connected" in client.get(PAGE).text


@pytest.mark.parametrize(("origin", "status"), [(EXTENSION, 200), ("moz-extension://1234", 401), (None, 401)])
def test_the_token_works_for_the_extension_that_redeemed_it(
    client: FlaskClient, origin: str | None, status: int
) -> None:
    client.get(PAGE)
    allow(client)
    headers = {"Authorization": f"Bearer {redeem(client).json['token']}"} | ({"Origin": origin} if origin else {})

    assert client.post("/v1/cards", json={"text": "a"}, headers=headers).status_code == status


def test_after_a_refusal_it_is_over(client: FlaskClient) -> None:
    client.get(PAGE)

    assert "over" in allow(client, "deny").text
    assert redeem(client).status_code == 410


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": EXTENSION},
    ],
)
def test_nobody_but_our_own_page_can_allow(client: FlaskClient, headers: dict[str, str]) -> None:
    client.get(PAGE)

    answer = client.post(PAGE, data={"answer": "allow"}, headers=headers)

    assert (answer.status_code, answer.data) == (403, b"")
    assert redeem(client).status_code == 404


def test_the_page_may_stand_in_no_frame(client: FlaskClient) -> None:
    assert "frame-ancestors 'none'" in client.get(PAGE).headers["Content-Security-Policy"]


def test_guessing_is_slowed_down(client: FlaskClient) -> None:
    statuses = [redeem(client, secret=f"{number:064x}").status_code for number in range(12)]
    late = redeem(client, secret="f" * 64)

    assert statuses == [404] * 10 + [429] * 2
    assert 1 <= int(late.headers["Retry-After"]) <= 60


@pytest.mark.parametrize("secret", ["", "a" * 63, "A" * 64, "g" * 64, 3, None, ["a" * 64], "a" * 64 + "\n"])
def test_a_secret_has_one_form(client: FlaskClient, secret: Any) -> None:
    answer = redeem(client, secret=secret)

    assert (answer.status_code, answer.json["errors"][0]["pointer"]) == (422, "#/secret")


@pytest.mark.parametrize(
    "path", ["/pair/", "/pair/x", f"/pair/{HASH[:-1]}", f"/pair/{HASH.upper()}", f"{PAGE}/", f"{PAGE}0"]
)
def test_what_is_no_hash_has_no_page(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
