"""The hall of the web room. Comes in: a Reader and a Home. Goes out: the Flask app, behind its gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask
from werkzeug import Response

from ..home import Home
from ..reader import Reader
from . import error_words, languages, wording, words
from .answers import address, permalink
from .api import api
from .errors import install, respond
from .feedback import KINDS, Feedback
from .gate import MAX_BODY, Asked, Gate
from .headers import harden
from .json_provider import OrjsonProvider
from .matcher_pages import matcher_pages
from .pace import Pace
from .pages import pages
from .pairing import Pairings, digits
from .pairing_pages import pairing_pages
from .problems import Problem
from .report_pages import report_pages
from .reports import Reports
from .tokens import Tokens
from .why_api import why_api

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

WORDS = (
    *(words.counted, words.language, words.listed, words.number, words.rich, words.t, words.term),
    *(wording.accounts_state, wording.band, wording.because, wording.certainty, wording.day, wording.figure),
    *(wording.for_kind, wording.happened, wording.held_on, wording.is_topic, wording.missing, wording.names),
    *(wording.outlet, wording.proof, wording.quote, wording.read_as, wording.relay, wording.role, wording.stance),
    *(wording.summed, wording.when, wording.where, wording.who_through),
    *(address, digits, permalink),
    *(languages.choices, languages.kept, error_words.in_words, error_words.title_of),
)


def create_app(reader: Reader, home: Home) -> Flask:
    """The service. The reader stays the caller's: close it when the app is done."""
    app = Flask(__name__, static_folder=None)  # the pages bring it, when OPTIONS is off
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, MAX_FORM_MEMORY_SIZE=MAX_BODY, PROVIDE_AUTOMATIC_OPTIONS=False)
    app.json = OrjsonProvider(app)
    app.url_map.merge_slashes = False
    app.jinja_env.globals.update({function.__name__: function for function in WORDS})
    app.jinja_env.globals["report_kinds"] = KINDS
    app.jinja_env.filters.update(language_name=wording.language_name)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    tokens, pairings = Tokens(home), Pairings()
    reports = Reports(reader, Feedback(home), Pace())
    app.register_blueprint(api(reader, tokens, pairings, reports))
    app.register_blueprint(why_api(reader))
    app.register_blueprint(pages(reader, reports))
    app.register_blueprint(report_pages(reader, reports))
    app.register_blueprint(matcher_pages(reader, home))
    app.register_blueprint(pairing_pages(pairings))
    app.before_request(languages.settle)
    app.after_request(harden)
    install(app)
    return _behind_gate(app, tokens)


def _behind_gate(app: Flask, tokens: Tokens) -> Flask:
    def admits(asked: Asked) -> bool:
        return tokens.admits(asked.token, asked.origin, reads=asked.method in ("GET", "HEAD"))

    def word(problem: Problem, environ: WSGIEnvironment) -> Response:
        with app.request_context(environ):
            languages.settle()
            return respond(problem)

    app.wsgi_app = Gate(app.wsgi_app, admits, word)  # type: ignore[method-assign] # Flask's documented place for middleware
    return app
