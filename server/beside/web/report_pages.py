"""The plain form under a card. Comes in: a same-origin form. Goes out: the report is kept, and a page says so."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request
from werkzeug import Response

from ..reader import Reader
from .answers import permalink
from .card_view import CardView
from .find_card import find_card
from .languages import kept as in_language
from .languages import parameters
from .reports import Reports, report_of_form
from .requests import checked
from .schemas import ReportedQuery


def report_pages(reader: Reader, reports: Reports) -> Blueprint:
    """POST keeps it; then a page that says so once, and may be loaded again without sending anything again."""
    routes = Blueprint("reports", __name__)

    @routes.post("/feedback")
    def take() -> Response:
        card = reports.take(report_of_form(request.form.to_dict()))
        told = permalink(card).replace("/incidents/", "/reported/", 1)
        return redirect(in_language(f"{told}&receipt={reports.receipt()}"), 303)

    @routes.get("/reported/<corpus>/<incident>")
    def kept(corpus: str, incident: str) -> str:
        query = checked(ReportedQuery(), {**parameters(), "corpus": corpus}, place="parameter")
        card = find_card(reader, incident, corpus, query["release"])
        return render_template("reported.html", view=CardView(card), fresh=reports.redeem(query["receipt"]))

    return routes
