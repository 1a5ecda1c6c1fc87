"""The page on which a person allows a browser. Comes in: the hash of its secret. Goes out: six digits, and Allow."""

from __future__ import annotations

import re

from flask import Blueprint, redirect, render_template, request
from werkzeug import Response
from werkzeug.exceptions import NotFound

from .languages import kept
from .pairing import Pairings

HASH = re.compile(r"[0-9a-f]{64}")


def pairing_pages(pairings: Pairings) -> Blueprint:
    """GET shows it, POST decides."""
    routes = Blueprint("pairing", __name__)

    @routes.get("/pair/<hash_>")
    def ask(hash_: str) -> str:
        return render_template("pair.html", hash_=_sound(hash_), stage=pairings.open(hash_).value)

    @routes.post("/pair/<hash_>")
    def decide(hash_: str) -> Response:
        pairings.decide(_sound(hash_), allow=request.form.get("answer") == "allow")
        return redirect(kept(f"/pair/{hash_}"), 303)

    return routes


def _sound(hash_: str) -> str:
    if not HASH.fullmatch(hash_):
        raise NotFound
    return hash_
