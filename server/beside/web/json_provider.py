"""JSON by orjson. Comes in: bytes or objects. Goes out: objects or bytes.

orjson refuses what the standard library lets through and what later breaks a database or a stack: lone surrogates,
NaN, a byte order mark, bad UTF-8, nesting without end.
"""

from __future__ import annotations

from typing import Any

import orjson
from flask import Response
from flask.json.provider import JSONProvider


class OrjsonProvider(JSONProvider):
    """Flask's door to orjson."""

    def dumps(self, obj: Any, **kwargs: Any) -> str:
        """An object as text."""
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """Text or bytes as an object."""
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        """An object as an answer."""
        body = orjson.dumps(self._prepare_response_obj(args, kwargs))
        return Response(body, mimetype="application/json")
