"""The pages for people. Comes in: an address, or a pasted text. Goes out: HTML that needs no script. Keeps nothing."""

from __future__ import annotations

from importlib.metadata import version

from flask import Blueprint, render_template, request

from ..model import Answer, Block, Card, PageRequest
from ..reader import Reader
from .about import counts
from .card_view import CardView, card_view, safe_link
from .find_card import find_card
from .marks import MarkedBlock, mark, sentences_of
from .requests import checked, load_page_request
from .sample import sample
from .schemas import IncidentQuery

PASTED = 170_000  # a Cyrillic letter takes six bytes in a form: so many fit into a body, and some dashes with them


def pages(reader: Reader) -> Blueprint:
    """The routes of all pages but the pairing's."""
    routes = Blueprint("pages", __name__, static_folder="static", static_url_path="/static")
    routes.add_app_template_global(safe_link)

    @routes.get("/")
    def start() -> str:
        releases = [(release, counts(release.corpus)) for release in reader.releases.values()]
        return render_template("start.html", releases=releases, version=version("beside"))

    @routes.get("/try")
    def try_sample() -> str:
        article = sample()
        answer = reader.read(PageRequest(html=article.html, published=article.published))
        return _beside(article.blocks, answer, reader, pasted=False)

    @routes.post("/try")
    def try_pasted() -> str:
        # Browsers send a text's line ends as CR LF; what is read must be what is shown.
        text = request.form.get("text", "").replace("\r\n", "\n")
        answer = reader.read(load_page_request({"text": text}))
        return _beside((Block(0, text, "pre"),), answer, reader, pasted=True)

    @routes.get("/incidents/<corpus>/<incident>")
    def incident(corpus: str, incident: str) -> str:
        query = checked(IncidentQuery(), {**request.args.to_dict(), "corpus": corpus}, place="parameter")
        card = find_card(reader, incident, corpus, query["release"])
        return render_template("incident.html", view=card_view(card, reader), pinned=query["release"])

    return routes


def _beside(blocks: tuple[Block, ...], answer: Answer, reader: Reader, pasted: bool) -> str:
    marked = mark(blocks, answer.cards)
    views = _views(marked, answer.cards, reader)
    return render_template("try.html", blocks=marked, views=views, page=answer.page, pasted=pasted, most=PASTED)


def _views(marked: tuple[MarkedBlock, ...], cards: tuple[Card, ...], reader: Reader) -> list[CardView]:
    return [card_view(card, reader, n, sentences_of(n, marked)) for n, card in enumerate(cards, 1)]
