"""What arrives before it is a request. Comes in: bytes, by waitress. Goes out: a request whose body stays in memory.

waitress writes large bodies to a file and words its own errors; a page's text must never lie on a disk, and an error
here must look like every other one.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask

from .gate import MAX_BODY, Asked, forbidden, is_foreign
from .headers import harden
from .problems import Problem, problem_response


class CappedBody:
    """Keeps one byte more than is allowed and counts the rest: then the sender is heard out and told 413."""

    def __init__(self) -> None:
        self._kept = bytearray()
        self._length = 0

    def __len__(self) -> int:
        """How much was sent."""
        return self._length

    def append(self, data: bytes) -> None:
        """Some more bytes."""
        self._length += len(data)
        self._kept += data[: MAX_BODY + 1 - len(self._kept)]

    def getfile(self) -> BytesIO:
        """The body."""
        return BytesIO(bytes(self._kept))

    def close(self) -> None:
        """Nothing to close: nothing was opened."""


class Parser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """Reads a request into memory."""

    def parse_header(self, header_plus: bytes) -> None:
        """The headers; the body's place is made here."""
        super().parse_header(header_plus)
        if self.body_rcv is not None:
            self.body_rcv.buf = CappedBody()


class Refusal(ErrorTask):  # type: ignore[misc] # waitress has no types
    """What can't be read as HTTP, or is longer than we hear out."""

    def execute(self) -> None:
        """Answer, and close the connection."""
        response = refusal(self.request.headers, self.request.error.code)
        self.status = response.status
        self.response_headers.extend(response.headers.items())
        self.set_close_on_finish()
        body = response.get_data()
        self.content_length = len(body)
        self.write(body)


def refusal(headers: dict[str, Any], code: int) -> Any:
    """The empty 403 for a stranger, a problem for our own people; never a word of what was sent."""
    asked = Asked(
        method="GET",
        path="/v1/",
        host=headers.get("HOST"),
        origin=headers.get("ORIGIN"),
        site=headers.get("SEC_FETCH_SITE"),
    )
    if is_foreign(asked):
        return forbidden()
    status = {501: 400, 431: 431, 413: 413, 500: 500}.get(code, 400)
    return harden(problem_response(Problem(status, "this can't be read as an HTTP request of ours")))


class Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """A connection."""

    parser_class = Parser
    error_task_class = Refusal
