"""Why is a card there? POST /v1/why. Comes in: a page, as for its cards. Goes out: the words that each hangs on.

A page is read many times for it, so few are taken a minute, one at a time; reader and bench bound what one costs.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, jsonify

from ..bench import Why
from ..reader import Reader
from ..reading import UnreadablePage
from .answers import API
from .api import check_corpora, read_json
from .pace import Pace
from .problems import unreadable
from .requests import page_request
from .why_schemas import WhySchema


def why_api(reader: Reader) -> Blueprint:
    """The one route."""
    routes = Blueprint("why", __name__, url_prefix="/v1")
    pace = Pace()

    @routes.post("/why")
    def why() -> Response:
        asked: dict[str, Any] = WhySchema().load(read_json())
        matcher, incident = asked.pop("matcher"), asked.pop("incident")
        page = page_request(asked)
        check_corpora(page.corpora, reader)
        pace.take()
        try:
            return jsonify({"api": API, "why": [_json(one) for one in reader.why(page, matcher, incident)]})
        except UnreadablePage as error:
            raise unreadable(page, str(error)) from None

    return routes


def _json(why: Why) -> dict[str, Any]:
    return asdict(why)
