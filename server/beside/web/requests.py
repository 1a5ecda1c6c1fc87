"""Requests as the rest of the house knows them. Comes in: parsed JSON. Goes out: a PageRequest, or checked data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError

from ..model import Block, Node, PageRequest, PlacedBlock
from .pointers import field_errors
from .problems import invalid
from .schemas import PageSchema


def load_page_request(data: Any) -> PageRequest:
    """A page as it was sent. Raises marshmallow's ValidationError; ``problems.validation_problem`` words it."""
    return page_request(PageSchema().load(data))


def page_request(page: dict[str, Any]) -> PageRequest:
    """A page that a schema has checked."""
    blocks, corpora = page.pop("blocks", None), page.pop("corpora")
    return PageRequest(
        blocks=None if blocks is None else tuple(map(_placed, blocks)),
        tree=tuple(Node(*node) for node in page.pop("tree", ())),
        corpora=None if corpora is None else tuple(corpora),
        **page,
    )


def _placed(block: Mapping[str, Any]) -> PlacedBlock:
    return PlacedBlock(Block(block["number"], block["text"], block["tag"]), block["node"])


def checked(schema: Schema, data: Any, place: str = "pointer") -> dict[str, Any]:
    """The data as the schema has it. Raises a Problem of status 422."""
    try:
        loaded: dict[str, Any] = schema.load(data)
    except ValidationError as error:
        raise invalid(field_errors(error.messages, place)) from None
    return loaded
