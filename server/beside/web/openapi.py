"""The OpenAPI document. Comes in: the schemas that requests are checked by. Goes out: one object, always the same."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import Schema
from marshmallow.fields import Field

from .fields import ID, TreeNode, TrueOrFalse
from .page_schemas import AboutSchema, AnswerSchema, IncidentSchema, KeptSchema, ProblemSchema, TokenSchema
from .schemas import FeedbackSchema, IncidentQuery, PageSchema, SecretSchema
from .why_schemas import WhyAnswerSchema, WhySchema

JSON = "application/json"
TREE_NODE = {
    "type": "array",
    "minItems": 3,
    "maxItems": 3,
    "prefixItems": [{"type": t} for t in ("string", "integer", "string")],
}


@cache
def openapi_json() -> dict[str, Any]:
    """The whole document."""
    plugin = MarshmallowPlugin(schema_name_resolver=_name)
    spec = APISpec("beside, the reader API", version("beside"), "3.1.0", plugins=[plugin], info={"description": ABOUT})
    _teach(plugin)
    spec.components.security_scheme("token", {"type": "http", "scheme": "bearer"})
    for path, operations in _paths().items():
        spec.path(path=path, operations=operations)
    document: dict[str, Any] = spec.to_dict()
    return document


ABOUT = "The other accounts of the events a page speaks of: who said what, where, when, how certain. No verdict."


def _name(schema: Any) -> str:
    kind = schema if isinstance(schema, type) else type(schema)
    return kind.__name__.removesuffix("Schema")


def _teach(plugin: MarshmallowPlugin) -> None:
    def of_tree(self: Any, field: Field[Any], **_: Any) -> dict[str, Any]:
        return TREE_NODE if isinstance(field, TreeNode) else {}

    assert plugin.converter is not None  # noqa: S101 (for mypy: the plugin was given to a spec)
    plugin.converter.map_to_openapi_type(TrueOrFalse, "boolean", None)  # type: ignore[no-untyped-call]
    plugin.converter.add_attribute_function(of_tree)  # type: ignore[no-untyped-call]


def _paths() -> dict[str, dict[str, Any]]:
    incident = {"in": "path", "name": "incident", "required": True, "schema": {"type": "string", "pattern": f"^{ID}$"}}
    return {
        "/v1/cards": {"post": _operation("The cards of a page", AnswerSchema, PageSchema, (400, 413, 415, 422, 503))},
        "/v1/incidents/{incident}": {
            "get": _operation("The card of an incident", IncidentSchema, None, (404, 409, 422))
            | {"parameters": [incident, {"in": "query", "schema": IncidentQuery}]}
        },
        "/v1/why": {
            "post": _operation(
                "The words that the cards of a page hang on",
                WhyAnswerSchema,
                WhySchema,
                (400, 413, 415, 422, 429, 503),
            )
        },
        "/v1/feedback": {
            "post": _operation(
                "Report something about a card",
                KeptSchema,
                FeedbackSchema,
                (400, 404, 413, 415, 422, 429),
                status="201",
            )
        },
        "/v1/about": {"get": _operation("What is served and what is stored", AboutSchema, None, ()) | {"security": []}},
        "/v1/openapi.json": {
            "get": {
                "summary": "This document",
                "security": [],
                "responses": {"200": {"description": "An OpenAPI document"}},
            }
        },
        "/v1/pair": {
            "post": _operation("Redeem a pairing", TokenSchema, SecretSchema, (400, 404, 410, 413, 415, 422, 429))
            | {"security": []}
        },
    }


def _operation(
    summary: str, answer: type[Schema], body: type[Schema] | None, faults: tuple[int, ...], status: str = "200"
) -> dict[str, Any]:
    responses: dict[str, Any] = {status: {"description": summary, "content": {JSON: {"schema": answer}}}}
    responses["403"] = {"description": "Another website, or another name for this machine: empty"}
    for fault in (*faults, 401):
        content = {"application/problem+json": {"schema": ProblemSchema}}
        responses[str(fault)] = {"description": "A problem", "content": content}
    operation: dict[str, Any] = {"summary": summary, "responses": responses, "security": [{"token": []}]}
    return operation | ({"requestBody": {"required": True, "content": {JSON: {"schema": body}}}} if body else {})
