"""The OpenAPI document: whole, without a loose end, and with every route."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import orjson

from beside.model import MAX_BLOCKS, MAX_CODE_POINTS
from beside.web.openapi import openapi_json

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient


def test_it_wants_no_token(client: FlaskClient) -> None:
    answer = client.get("/v1/openapi.json")

    assert (answer.status_code, answer.json) == (200, openapi_json())


def test_every_route_of_the_api_is_described_with_its_methods(app: Flask) -> None:
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/v1/")]
    routes = {re.sub(r"<(\w+)>", r"{\1}", rule.rule): (rule.methods or set()) - {"HEAD"} for rule in rules}

    assert routes == {path: {method.upper() for method in methods} for path, methods in openapi_json()["paths"].items()}


def test_every_reference_leads_somewhere() -> None:
    document = openapi_json()
    names = set(re.findall(r'"#/components/schemas/(\w+)"', orjson.dumps(document).decode()))

    assert names <= set(document["components"]["schemas"])
    assert "Page" in names


def test_the_limits_stand_in_it() -> None:
    page = openapi_json()["components"]["schemas"]["Page"]

    assert page["additionalProperties"] is False
    assert page["properties"]["blocks"]["maxItems"] == MAX_BLOCKS
    assert page["properties"]["text"]["maxLength"] == MAX_CODE_POINTS
    assert [part["type"] for part in page["properties"]["tree"]["items"]["prefixItems"]] == [
        "string",
        "integer",
        "string",
    ]


def test_only_what_all_may_know_is_open() -> None:
    operations = {path: op for path, methods in openapi_json()["paths"].items() for op in methods.values()}

    assert {path for path, op in operations.items() if op["security"] == []} == {
        "/v1/about",
        "/v1/openapi.json",
        "/v1/pair",
    }
