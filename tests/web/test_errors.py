"""Failures: what is told, what is logged."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from beside.reader import AmbiguousIncident, UnknownCorpus
from beside.reading import Busy, UnreadablePage

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from beside.reader import Reader

CANARY = "kanarek"


def failing(app: Flask, error: Exception, path: str = "/v1/about") -> FlaskClient:
    """The app, with one route that fails that way."""
    (endpoint,) = [rule.endpoint for rule in app.url_map.iter_rules() if rule.rule == path]

    def fail() -> None:
        raise error

    app.view_functions[endpoint] = fail
    return app.test_client()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Busy(), 503),
        (UnreadablePage("the page took too long to read"), 422),
        (UnknownCorpus(), 422),
        (AmbiguousIncident(("a", "b")), 409),
    ],
)
def test_what_the_reader_says_becomes_a_problem(app: Flask, error: Exception, status: int) -> None:
    answer = failing(app, error).get("/v1/about")

    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")


def test_whoever_comes_too_early_is_told_when_to_come_again(app: Flask) -> None:
    assert failing(app, Busy()).get("/v1/about").headers["Retry-After"] == "1"


def test_an_incident_of_two_corpora_names_both(app: Flask) -> None:
    told = failing(app, AmbiguousIncident(("a", "b"))).get("/v1/about").json

    assert told is not None
    assert told["corpora"] == ["a", "b"]


@pytest.mark.parametrize(("path", "mimetype"), [("/v1/about", "application/problem+json"), ("/", "text/html")])
def test_a_failure_of_ours_says_so_and_nothing_else(app: Flask, path: str, mimetype: str) -> None:
    answer = failing(app, ValueError(CANARY), path).get(f"{path}?{CANARY}")

    assert (answer.status_code, answer.mimetype) == (500, mimetype)
    assert CANARY not in answer.text


def test_a_failure_is_logged_by_its_place_and_not_by_its_words(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        failing(app, ValueError(CANARY)).get(f"/v1/about?{CANARY}")

    assert "ValueError" in caplog.text
    assert "test_errors.py" in caplog.text
    assert CANARY not in caplog.text


@pytest.mark.parametrize(
    ("page", "pointer"),
    [
        ({"html": "<p>a"}, "#/html"),
        ({"blocks": [{"i": 0, "in": 0, "text": "a"}], "tree": [["p", -1, ""]]}, "#/blocks"),
    ],
)
def test_a_page_that_can_not_be_read_is_told_by_its_field(
    client: FlaskClient,
    bearer: dict[str, str],
    reader: Reader,
    monkeypatch: pytest.MonkeyPatch,
    page: dict[str, object],
    pointer: str,
) -> None:
    def fail(_: object) -> None:
        raise UnreadablePage("the page could not be parsed")

    monkeypatch.setattr(reader, "read", fail)
    answer = client.post("/v1/cards", json=page, headers=bearer)

    assert answer.status_code == 422
    assert answer.json is not None
    assert answer.json["errors"] == [{"pointer": pointer, "detail": "the page could not be parsed"}]
