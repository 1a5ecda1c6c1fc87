"""Every failure as an answer. Comes in: an exception. Goes out: a problem for scripts, a plain page for people.

What is written to the log is the kind of failure and where in the program it happened: no message, for that could
quote the page, and no address.
"""

from __future__ import annotations

import logging
import traceback

from flask import Flask, render_template, request
from marshmallow import ValidationError
from werkzeug import Response
from werkzeug.exceptions import HTTPException

from ..reader import AmbiguousIncident, UnknownCorpus, UnknownIncident
from ..reading import Busy, UnreadablePage
from .gate import for_scripts
from .pace import TooManyTries
from .pointers import FieldError, field_errors
from .problems import Problem, invalid, problem_response

log = logging.getLogger("beside.web")
WORDS = {404: "there is nothing at this address", 405: "this can't be done here"}


def install(app: Flask) -> None:
    """Make every exception an answer."""
    app.register_error_handler(Exception, lambda error: respond(_problem(error)))


def respond(problem: Problem) -> Response:
    """A problem, in the form that whoever asked can read."""
    if for_scripts(request.path):
        return problem_response(problem)
    page = Response(
        render_template("error.html", problem=problem), problem.status, content_type="text/html; charset=utf-8"
    )
    page.headers.extend(dict(problem.headers))
    return page


def _problem(error: Exception) -> Problem:
    match error:
        case Problem():
            return error
        case HTTPException():
            return _of_http(error)
        case ValidationError():
            return invalid(field_errors(error.messages))
        case Busy():
            return Problem(503, "too many pages at once", headers={"Retry-After": str(error.retry_after)})
        case TooManyTries():
            return Problem(429, "too many tries", headers={"Retry-After": str(error.seconds)})
        case UnreadablePage():
            return Problem(422, str(error))
        case UnknownCorpus():
            return invalid([FieldError("#/corpora", "must name corpora that are served here")])
        case UnknownIncident():
            return Problem(404, "no corpus that is served here holds this incident")
        case AmbiguousIncident():
            extra = {"corpora": list(error.corpora)}
            return Problem(409, "several corpora hold an incident of that id: say which", extra=extra)
    log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
    return Problem(500, "the service failed; its log says where")


def _of_http(error: HTTPException) -> Problem:
    status = error.code or 500
    if status == 404 and request.method == "OPTIONS":
        status = 405
    headers = {"Allow": error.get_response().headers.get("Allow", "")} if status == 405 else {}
    return Problem(status, WORDS.get(status, "this request can't be answered"), headers=headers)
