"""The headers of every answer. Comes in: a response. Goes out: the same response, hardened.

No CORS header is among them and none ever will be: the extension's background needs none, and nobody else may read.
"""

from __future__ import annotations

from typing import TypeVar

from werkzeug import Response

R = TypeVar("R", bound=Response)

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def harden(response: R) -> R:
    """Nothing is cached, sniffed, framed or told to another site; no script runs."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Content-Security-Policy"] = POLICY
    return response
