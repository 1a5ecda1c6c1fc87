"""The reader API, /v1. Comes in: JSON, behind the gate. Goes out: JSON, by the forms of docs/api.md."""

from __future__ import annotations

from typing import Any

import orjson
from flask import Blueprint, Response, current_app, jsonify, request

from ..reader import Reader
from ..reading import UnreadablePage
from .about import about_json
from .answers import API, answer_json, card_json
from .find_card import find_card
from .openapi import openapi_json
from .pairing import Pairings, Stage
from .pointers import FieldError
from .problems import Problem, invalid, unreadable
from .reports import Reports
from .requests import checked, load_page_request
from .schemas import IncidentQuery, SecretSchema
from .tokens import Tokens


def api(reader: Reader, tokens: Tokens, pairings: Pairings, reports: Reports) -> Blueprint:
    """The routes under /v1."""
    routes = Blueprint("api", __name__, url_prefix="/v1")

    @routes.post("/cards")
    def cards() -> Response:
        page = load_page_request(read_json())
        check_corpora(page.corpora, reader)
        try:
            return jsonify(answer_json(reader.read(page)))
        except UnreadablePage as error:
            raise unreadable(page, str(error)) from None

    @routes.get("/incidents/<incident>")
    def incident(incident: str) -> Response:
        query = checked(IncidentQuery(), request.args.to_dict(), place="parameter")
        card = find_card(reader, incident, query["corpus"], query["release"])
        return jsonify({"api": API, "releases": {card.corpus: card.release}, "card": card_json(card)})

    @routes.post("/feedback")
    def feedback() -> tuple[Response, int]:
        reports.take(read_json())
        return jsonify({"kept": True}), 201

    @routes.get("/about")
    def about() -> Response:
        return jsonify(about_json(reader))

    @routes.get("/openapi.json")
    def openapi() -> Response:
        return jsonify(openapi_json())

    @routes.post("/pair")
    def pair() -> Response:
        return jsonify({"token": _redeem(pairings, tokens)})

    return routes


def read_json() -> Any:
    """The body, parsed. Raises a Problem."""
    try:
        return current_app.json.loads(request.get_data())
    except orjson.JSONDecodeError:
        raise Problem(400, "the body must be JSON in UTF-8") from None


def check_corpora(asked: tuple[str, ...] | None, reader: Reader) -> None:
    """Every corpus that is asked for is served. Raises a Problem."""
    served = reader.releases if asked else {}
    unknown = [number for number, corpus in enumerate(asked or ()) if corpus not in served]
    if unknown:
        raise invalid([FieldError(f"#/corpora/{n}", "must name a corpus that is served here") for n in unknown])


def _redeem(pairings: Pairings, tokens: Tokens) -> str:
    secret = checked(SecretSchema(), read_json())["secret"]
    stage = pairings.redeem(secret)
    if stage is Stage.ALLOWED:
        return tokens.issue(request.headers.get("Origin"))
    if stage in (Stage.DONE, Stage.OVER):
        raise Problem(410, "this pairing is over: begin a new one")
    raise Problem(404, "no pairing that was allowed has this secret")
