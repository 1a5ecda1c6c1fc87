"""The one gate before every route. Comes in: a WSGI request. Goes out: the request, let through, or a refusal.

The service listens where every web page of the reader's browser can knock. So a request that bears a sign of another
website gets an empty 403, the same for every address there is or isn't, and only then anything else is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from werkzeug import Response

from .headers import harden
from .problems import Problem

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

MAX_BODY = 1024 * 1024
OPEN_TO_ALL = frozenset(("/v1/about", "/v1/openapi.json", "/v1/pair"))
OWN_HOST = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.I)
EXTENSION_ORIGIN = re.compile(r"(chrome|moz)-extension://[0-9a-z-]{1,64}")
OWN_SITES = frozenset((None, "none", "same-origin"))
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the gate looks at. Absent headers are None."""

    method: str
    path: str
    host: str | None = None
    origin: str | None = None
    site: str | None = None
    content_type: str | None = None
    encoding: str | None = None
    length: int = 0
    token: str | None = None

    @classmethod
    def of(cls, environ: Mapping[str, Any]) -> Asked:
        """Read it from a WSGI environment."""
        length = str(environ.get("CONTENT_LENGTH") or "0")
        scheme, _, token = str(environ.get("HTTP_AUTHORIZATION", "")).partition(" ")
        return cls(
            method=environ["REQUEST_METHOD"],
            path=environ.get("PATH_INFO", "/"),
            host=environ.get("HTTP_HOST"),
            origin=environ.get("HTTP_ORIGIN"),
            site=environ.get("HTTP_SEC_FETCH_SITE"),
            content_type=environ.get("CONTENT_TYPE") or None,
            encoding=environ.get("HTTP_CONTENT_ENCODING"),
            length=int(length) if length.isdecimal() else MAX_BODY + 1,
            token=token.strip() if scheme.lower() == "bearer" else None,
        )

    @property
    def for_scripts(self) -> bool:
        """Whether it asks the API and not a page."""
        return for_scripts(self.path)

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return (self.content_type or "").partition(";")[0].strip().lower()


def for_scripts(path: str) -> bool:
    """Whether a path is the API's and not a page's."""
    return path == "/v1" or path.startswith("/v1/")


def is_foreign(asked: Asked) -> bool:
    """Whether it bears a sign of another website, of another name for this machine, or of no browser's own form."""
    if not asked.host or not OWN_HOST.fullmatch(asked.host) or asked.site not in OWN_SITES:
        return True
    if asked.origin is None:
        # A page's form: without any sign that it is ours, a form of somebody else's can't be told apart.
        return asked.method == "POST" and not asked.for_scripts and asked.site != "same-origin"
    return not (_is_own_origin(asked) or (asked.for_scripts and EXTENSION_ORIGIN.fullmatch(asked.origin)))


def _is_own_origin(asked: Asked) -> bool:
    # Browsers send "null" with the forms of a page that asks for no referrer; then only Sec-Fetch-Site tells.
    if asked.origin == "null":
        return asked.site == "same-origin"
    return (asked.origin or "").lower() == f"http://{asked.host}".lower()


def fault(asked: Asked, admits: Callable[[Asked], bool]) -> Problem | None:
    """What is wrong with a request of our own people: its size, its token or its content type."""
    if asked.length > MAX_BODY:
        return Problem(413, f"at most {MAX_BODY} bytes")
    # OPTIONS is answered 405 by the routes: it learns nothing, with a token or without.
    if asked.method == "OPTIONS":
        return None
    if asked.for_scripts and asked.path not in OPEN_TO_ALL and not admits(asked):
        return Problem(401, "a valid token is needed", headers={"WWW-Authenticate": "Bearer"})
    wanted = "application/json" if asked.for_scripts else FORM
    if asked.method == "POST" and (asked.media_type != wanted or asked.encoding):
        return Problem(415, f"the body must be {wanted}, not compressed")
    return None


class Gate:
    """WSGI middleware: refuses, or hands on to ``inner``. ``word`` makes a problem the answer to a request."""

    def __init__(
        self,
        inner: WSGIApplication,
        admits: Callable[[Asked], bool],
        word: Callable[[Problem, WSGIEnvironment], Response],
    ) -> None:
        self.inner = inner
        self.admits = admits
        self.word = word

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """One request."""
        asked = Asked.of(environ)
        if is_foreign(asked):
            return forbidden()(environ, start_response)
        problem = fault(asked, self.admits)
        if problem:
            return harden(self.word(problem, environ))(environ, start_response)
        return self.inner(environ, start_response)


def forbidden() -> Response:
    """The empty 403: nothing in it depends on the request."""
    response = Response(b"", 403)
    del response.headers["Content-Type"]
    return harden(response)
