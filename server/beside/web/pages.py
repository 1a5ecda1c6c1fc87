"""The pages for people. Comes in: an address, or a pasted text. Goes out: HTML that needs no script. Keeps nothing."""

from __future__ import annotations

from importlib.metadata import version

from flask import Blueprint, render_template, request

from ..model import Answer, Block, PageRequest
from ..reader import Reader
from .about import about_json, counts
from .card_view import CardView, safe_link, standing
from .find_card import find_card
from .languages import parameters
from .marks import mark, sentences_of
from .reports import Reports
from .requests import checked, load_page_request
from .sample import sample, sample_in, samples
from .schemas import IncidentQuery, SampleQuery
from .wording import incomplete, limits
from .words import language

PASTED = 170_000  # a Cyrillic letter takes six bytes in a form: so many fit into a body, and some dashes with them


def pages(reader: Reader, reports: Reports) -> Blueprint:
    """The routes of all pages but the pairing's."""
    routes = Blueprint("pages", __name__, static_folder="static", static_url_path="/static")
    routes.add_app_template_global(safe_link)

    @routes.get("/")
    def start() -> str:
        releases = [(release, counts(release.corpus)) for release in reader.releases.values()]
        return render_template("start.html", releases=releases, version=version("beside"))

    @routes.get("/about")
    def about() -> str:
        return render_template("about.html", about=about_json(reader), reports=reports.number)

    @routes.get("/try")
    def try_sample() -> str:
        name = checked(SampleQuery(), parameters(), place="parameter")["sample"] or sample_in(language())
        article = sample(name)
        answer = reader.read(PageRequest(html=article.html, published=article.published, ui=language()))
        return _beside(article.blocks, answer, chosen=name)

    @routes.post("/try")
    def try_pasted() -> str:
        # Browsers send a text's line ends as CR LF; what is read must be what is shown.
        text = request.form.get("text", "").replace("\r\n", "\n")
        answer = reader.read(load_page_request({"text": text, "ui": language()}))
        return _beside((Block(0, text, "pre"),), answer, pasted=text)

    @routes.get("/incidents/<corpus>/<incident>")
    def incident(corpus: str, incident: str) -> str:
        query = checked(IncidentQuery(), {**parameters(), "corpus": corpus}, place="parameter")
        card = find_card(reader, incident, corpus, query["release"], language())
        return render_template("incident.html", view=CardView(card), standing=standing(card, reader.releases))

    return routes


def _beside(blocks: tuple[Block, ...], answer: Answer, chosen: str | None = None, pasted: str | None = None) -> str:
    marked = mark(blocks, answer.cards)
    views = [CardView(card, n, sentences_of(n, marked)) for n, card in enumerate(answer.cards, 1)]
    return render_template(
        "try.html",
        blocks=marked,
        views=views,
        page=answer.page,
        limits=limits(answer),
        incomplete=incomplete(answer),
        pasted=pasted,
        chosen=chosen,
        samples=samples(),
        most=PASTED,
    )
