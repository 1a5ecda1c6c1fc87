"""The gate's two questions, each header by itself. What strangers get to see: test_strangers.py."""

from __future__ import annotations

import pytest

from beside.web.gate import MAX_BODY, Asked, fault, is_foreign

OWN = Asked(method="GET", path="/", host="127.0.0.1:8377")
JSON = "application/json"


def asked(**headers: object) -> Asked:
    """A request of our own, but for what is said."""
    return Asked(**{"method": "GET", "path": "/", "host": "127.0.0.1:8377", **headers})  # type: ignore[arg-type]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8377", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8377"])
def test_our_own_names_pass(host: str) -> None:
    assert not is_foreign(asked(host=host))


@pytest.mark.parametrize(
    "host",
    [
        None, "", "evil.example", "evil.example:8377", "127.0.0.1.evil.example", "localhost.", "localhost.evil.example",
        "0.0.0.0:8377", "127.0.0.2", "2130706433", "0x7f000001", "127.1", "[::]", "::1", "127.0.0.1:", "127.0.0.1:x",
        "127.0.0.1:123456", "127.0.0.1, evil.example", "user@127.0.0.1", "127.0.0.1:8377/", " 127.0.0.1", "127.0.0.1\n",
    ],
)  # fmt: skip
def test_every_other_name_is_foreign(host: str | None) -> None:
    assert is_foreign(asked(host=host))


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "None", "same-origin, none"])
def test_another_site_is_foreign(site: str) -> None:
    assert is_foreign(asked(site=site))


@pytest.mark.parametrize("site", [None, "none", "same-origin"])
def test_no_site_and_our_own_site_pass(site: str | None) -> None:
    assert not is_foreign(asked(site=site))


@pytest.mark.parametrize("path", ["/v1/cards", "/v1/pair", "/v1/about"])
@pytest.mark.parametrize("origin", ["chrome-extension://abcdefghijklmnop", "moz-extension://0a1b-2c3d"])
def test_an_extension_may_call_the_api(path: str, origin: str) -> None:
    assert not is_foreign(asked(method="POST", path=path, origin=origin))


@pytest.mark.parametrize("path", ["/", "/try", "/pair/" + "a" * 64, "/v1x", "/v2/cards"])
def test_an_extension_may_call_nothing_else(path: str) -> None:
    assert is_foreign(asked(path=path, origin="chrome-extension://abcdefghijklmnop"))


@pytest.mark.parametrize(
    "origin",
    [
        "", "null", "https://evil.example", "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:9999",
        "https://127.0.0.1:8377", "http://localhost:8377", "chrome-extension://", "chrome-extension://a/b",
        "safari-web-extension://a", "file://", "chrome-extension://a, http://127.0.0.1:8377",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/", "/v1/cards"])
def test_every_other_origin_is_foreign(path: str, origin: str) -> None:
    assert is_foreign(asked(path=path, origin=origin))


def test_our_own_origin_passes() -> None:
    assert not is_foreign(asked(method="POST", path="/try", origin="http://127.0.0.1:8377"))


def test_a_form_of_ours_may_hide_its_origin_behind_the_browsers_word() -> None:
    assert not is_foreign(asked(method="POST", path="/try", origin="null", site="same-origin"))


def test_a_form_without_any_sign_that_it_is_ours_is_foreign() -> None:
    assert is_foreign(asked(method="POST", path="/try"))
    assert is_foreign(asked(method="POST", path="/try", site="none"))


def test_a_form_that_the_browser_calls_ours_passes() -> None:
    assert not is_foreign(asked(method="POST", path="/try", site="same-origin"))


def status(request: Asked, admitted: bool = True) -> int | None:
    """The status of the fault, if there is one."""
    problem = fault(request, lambda _: admitted)
    return problem.status if problem else None


@pytest.mark.parametrize("path", ["/v1/cards", "/v1/incidents/x", "/v1/nothing", "/v1", "/v1/"])
def test_the_api_wants_a_token_even_where_there_is_nothing(path: str) -> None:
    assert status(asked(path=path), admitted=False) == 401


@pytest.mark.parametrize("path", ["/v1/about", "/v1/openapi.json", "/", "/try", "/nothing"])
def test_pages_and_what_all_may_know_want_none(path: str) -> None:
    assert status(asked(path=path), admitted=False) is None


def test_redeeming_a_pairing_wants_no_token() -> None:
    assert status(asked(method="POST", path="/v1/pair", content_type=JSON), admitted=False) is None


@pytest.mark.parametrize(
    "content_type", [None, "", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"]
)
def test_the_api_reads_json_only(content_type: str | None) -> None:
    assert status(asked(method="POST", path="/v1/cards", content_type=content_type)) == 415


@pytest.mark.parametrize("content_type", [JSON, "application/json; charset=utf-8", "Application/JSON"])
def test_json_may_be_written_in_many_ways(content_type: str) -> None:
    assert status(asked(method="POST", path="/v1/cards", content_type=content_type)) is None


def test_compressed_bodies_are_refused() -> None:
    assert status(asked(method="POST", path="/v1/cards", content_type=JSON, encoding="gzip")) == 415


@pytest.mark.parametrize(
    ("content_type", "wanted"), [("application/x-www-form-urlencoded", None), (JSON, 415), (None, 415)]
)
def test_pages_read_forms_only(content_type: str | None, wanted: int | None) -> None:
    assert status(asked(method="POST", path="/try", content_type=content_type)) == wanted


def test_a_body_of_a_mebibyte_passes_and_a_byte_more_does_not() -> None:
    assert status(asked(length=MAX_BODY)) is None
    assert status(asked(length=MAX_BODY + 1)) == 413


def test_what_is_too_long_is_told_before_the_token_is_looked_at() -> None:
    assert status(asked(path="/v1/cards", length=MAX_BODY + 1), admitted=False) == 413


def test_the_headers_are_read_from_the_request() -> None:
    environ = {
        "REQUEST_METHOD": "POST", "PATH_INFO": "/v1/cards", "HTTP_HOST": "h", "HTTP_ORIGIN": "o", "CONTENT_TYPE": "c",
        "HTTP_SEC_FETCH_SITE": "s", "HTTP_CONTENT_ENCODING": "e", "CONTENT_LENGTH": "7", "HTTP_AUTHORIZATION": "bearer  t ",
    }  # fmt: skip

    assert Asked("POST", "/v1/cards", "h", "o", "s", "c", "e", 7, "t") == Asked.of(environ)


@pytest.mark.parametrize("authorization", ["", "t", "Basic t", "Bearer"])
def test_only_a_bearer_token_is_a_token(authorization: str) -> None:
    read = Asked.of({"REQUEST_METHOD": "GET", "HTTP_AUTHORIZATION": authorization})

    assert not read.token


def test_a_length_that_is_no_number_counts_as_too_long() -> None:
    assert Asked.of({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "-1"}).length > MAX_BODY
