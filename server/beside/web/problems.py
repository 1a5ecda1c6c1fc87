"""Errors as RFC 9457 has them. Comes in: a status and why. Goes out: application/problem+json, never a value sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import orjson
from marshmallow import ValidationError
from werkzeug import Response

from ..model import PageRequest
from .pointers import FieldError, field_errors

MAX_ERRORS = 20
TITLES = {
    400: "The request can't be read as JSON",
    401: "Not allowed without a token",
    404: "Nothing here",
    409: "More than one fits",
    413: "Too much at once",
    415: "Not a content type that is read here",
    422: "The request is not valid",
    429: "Too many tries",
    500: "The service failed",
    503: "Busy",
}


@dataclass(eq=False)
class Problem(Exception):
    """An error that is told to whoever asked."""

    status: int
    detail: str
    errors: Sequence[FieldError] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The same for every error of that status."""
        return TITLES.get(self.status) or HTTPStatus(self.status).phrase


def invalid(errors: Sequence[FieldError]) -> Problem:
    """422, with what to mend."""
    some = "1 field needs" if len(errors) == 1 else f"{len(errors)} fields need"
    return Problem(422, f"{some} mending", errors=errors)


def unreadable(page: PageRequest, why: str) -> Problem:
    """422, for a page that is sound as a request and could not be read all the same."""
    form = "blocks" if page.html is None else "html"
    return Problem(422, why, errors=[FieldError(f"#/{form}", why)])


def problem(status: int, title: str, detail: str) -> dict[str, Any]:
    """A problem as an object."""
    return {"type": "about:blank", "title": title, "status": status, "detail": detail}


def validation_problem(error: ValidationError) -> dict[str, Any]:
    """What marshmallow found, as an object: at most MAX_ERRORS pointers, and no value that was sent."""
    return problem_json(invalid(field_errors(error.messages)))


def problem_json(told: Problem) -> dict[str, Any]:
    """The problem as an object; at most MAX_ERRORS errors are listed."""
    body = problem(told.status, told.title, told.detail)
    if told.errors:
        body["errors"] = [{e.place: e.where, "detail": e.detail} for e in told.errors[:MAX_ERRORS]]
    return body | dict(told.extra)


def problem_response(told: Problem) -> Response:
    """The problem as an answer."""
    response = Response(orjson.dumps(problem_json(told)), told.status, content_type="application/problem+json")
    response.headers.extend(dict(told.headers))
    return response
