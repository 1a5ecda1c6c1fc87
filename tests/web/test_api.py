"""The reader API with a real reader and a real corpus, over HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import pytest

from beside.web.sample import sample

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import Service

MAKIIVKA = "makiivka-surrender-2022-11"
TEXT = "🛰 Moscow says ten of its soldiers were shot near Makiivka after they had surrendered. Kyiv’s ombudsman calls it staged."


def test_a_text_is_answered_with_its_cards(service: Service) -> None:
    response, body = service.ask({"text": TEXT, "published": "2022-11-21", "corpora": ["pow-accounts"]})
    answer = orjson.loads(body)

    assert response.status == 200
    assert [card["incident"] for card in answer["cards"]] == [MAKIIVKA]
    assert list(answer["releases"]) == ["pow-accounts"]


def test_evidence_stands_in_the_block_where_it_is_said_to(service: Service) -> None:
    page = {"blocks": [{"i": 4, "text": TEXT}], "published": "2022-11-21"}

    _, body = service.ask(page)

    evidence = orjson.loads(body)["cards"][0]["evidence"]
    assert evidence
    assert all(TEXT[e["start"] : e["end"]] == e["exact"] and e["block"] == 4 for e in evidence)


def test_html_is_answered_by_quote(service: Service) -> None:
    _, body = service.ask({"html": sample().html, "published": sample().published})

    evidence = [e for card in orjson.loads(body)["cards"] for e in card["evidence"]]
    assert evidence
    assert all((e["block"], e["start"], e["end"]) == (None, None, None) for e in evidence)


def test_an_empty_page_has_no_card(service: Service) -> None:
    _, body = service.ask({"blocks": [], "tree": []})

    assert orjson.loads(body)["cards"] == []


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer wrong", "Basic wrong", "Bearer " + "ä" * 43])
def test_without_the_right_token_nothing_is_read(service: Service, token: str) -> None:
    response, body = service.ask({"text": "a"}, Authorization=token.encode().decode("latin-1"))

    assert response.status == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert orjson.loads(body)["title"] == "Not allowed without a token"


def get(client: FlaskClient, path: str, bearer: dict[str, str]) -> tuple[int, Any]:
    answer = client.get(path, headers=bearer)
    return answer.status_code, answer.json


def test_an_incident_can_be_had_without_a_page(client: FlaskClient, bearer: dict[str, str]) -> None:
    status, told = get(client, f"/v1/incidents/{MAKIIVKA}", bearer)

    assert (status, list(told)) == (200, ["api", "releases", "card"])
    assert told["card"]["incident"] == MAKIIVKA


def test_an_incident_stays_in_its_release(client: FlaskClient, bearer: dict[str, str]) -> None:
    _, told = get(client, f"/v1/incidents/{MAKIIVKA}?corpus=pow-accounts", bearer)
    release = told["releases"]["pow-accounts"]

    assert (200, told) == get(client, f"/v1/incidents/{MAKIIVKA}?release={release[:8]}", bearer)


@pytest.mark.parametrize(
    "path", ["/v1/incidents/nothing", f"/v1/incidents/{MAKIIVKA}?release=00000000", "/v1/nothing", "/v1/"]
)
def test_what_is_not_there_is_a_problem(client: FlaskClient, bearer: dict[str, str], path: str) -> None:
    answer = client.get(path, headers=bearer)

    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("query", "parameter"),
    [("release=abc", "release"), ("release=XYZ12345", "release"), ("corpus=../x", "corpus"), ("canary=1", "query")],
)
def test_a_wrong_parameter_is_named(client: FlaskClient, bearer: dict[str, str], query: str, parameter: str) -> None:
    status, told = get(client, f"/v1/incidents/{MAKIIVKA}?{query}", bearer)

    assert (status, [error["parameter"] for error in told["errors"]]) == (422, [parameter])
    assert "canary" not in str(told)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("GET", "/v1/cards", {"POST"}), ("DELETE", "/v1/cards", {"POST"}), ("OPTIONS", "/v1/cards", {"POST"}),
     ("POST", "/v1/about", {"GET", "HEAD"}), ("GET", "/v1/pair", {"POST"})],
)  # fmt: skip
def test_a_wrong_method_is_told_the_right_ones(
    client: FlaskClient, bearer: dict[str, str], method: str, path: str, allowed: set[str]
) -> None:
    answer = client.open(path, method=method, headers=bearer, content_type="application/json")

    assert answer.status_code == 405
    assert allowed == set(answer.headers["Allow"].split(", "))


def test_about_tells_what_is_served_and_wants_no_token(client: FlaskClient) -> None:
    told = client.get("/v1/about").json

    assert told is not None
    assert (told["api"], told["name"], told["remote_matchers"]) == (1, "beside", [])
    counts = {corpus["id"]: corpus["counts"] for corpus in told["corpora"]}
    assert counts["pow-accounts"] == {"incidents": 19, "claims": 77, "statements": 123, "documents": 5}
    assert {"places", "quotation"} <= {matcher["name"] for matcher in told["matchers"]}


def test_an_incident_goes_by_its_slug_too(client: FlaskClient, bearer: dict[str, str]) -> None:
    by_slug = client.get("/v1/incidents/makiivka-videos-2022-11", headers=bearer)

    assert by_slug.status_code == 200
    assert by_slug.json == client.get(f"/v1/incidents/{MAKIIVKA}", headers=bearer).json
