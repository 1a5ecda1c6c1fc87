"""Messages between host and worker. Comes in: a JSON value. Goes out: a length and that many bytes, and back.

JSON and nothing else: a worker may hold a stranger's code, and unpickling its answer would run it here.
"""

from __future__ import annotations

import struct
from typing import IO, Any

import orjson

HEADER = struct.Struct(">I")
MOST_BYTES = 16 * 1024 * 1024
# Twice what the longest answer holds. Five million empty lists are 16 MB too, and 800 MB once they are read.
MOST_LISTS, MOST_VALUES, UNCOUNTED = 1_000_000, 3_500_000, 1 << 20


class BadFrame(Exception):
    """The stream does not hold a whole, readable message of allowed size."""


def as_frame(message: Any) -> bytes:
    """One message as it is sent."""
    body = orjson.dumps(message)
    return HEADER.pack(len(body)) + body


def write_frame(stream: IO[bytes], message: Any) -> None:
    """Send one message."""
    stream.write(as_frame(message))
    stream.flush()


def read_frame(stream: IO[bytes], most: int = MOST_BYTES) -> Any:
    """Wait for one message; None at the end of the stream. Raises BadFrame."""
    header = _exactly(stream, HEADER.size)
    if header is None:
        return None
    (length,) = HEADER.unpack(header)
    if length > most:
        raise BadFrame(f"a message of {length} bytes; at most {most} are read")
    body = _exactly(stream, length)
    if body is None:
        raise BadFrame("the stream ended within a message")
    if length > UNCOUNTED and (sum(map(body.count, (b"[", b"{"))) > MOST_LISTS or body.count(b",") > MOST_VALUES):
        raise BadFrame("a message of too many values")
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise BadFrame("a message that is not JSON") from error


def _exactly(stream: IO[bytes], length: int) -> bytes | None:
    parts: list[bytes] = []
    while length:
        part = stream.read(length)
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
