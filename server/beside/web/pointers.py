"""Faults as JSON pointers. Comes in: marshmallow's messages. Goes out: FieldErrors, in the order of the request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

UNKNOWN = "unknown key"


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing to mend: where it stands (a JSON pointer, or the name of a query parameter) and what is wanted."""

    where: str
    detail: str
    place: str = "pointer"


def field_errors(messages: Any, place: str = "pointer") -> list[FieldError]:
    """Every message with its place. An unknown key is told at its object: what it is called came from the request."""
    found = dict.fromkeys(_walk(messages, ()))
    if place == "parameter":
        return [FieldError("/".join(path) or "query", detail, place) for path, detail in found]
    return [FieldError("/".join(("#", *path)), detail) for path, detail in found]


def _walk(messages: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(messages, dict):
        for key, below in messages.items():
            yield from _walk(below, path if key == "_schema" else (*path, str(key)))
        return
    for message in messages:
        yield (path[:-1], "holds a key that is not known") if message == UNKNOWN else (path, str(message))
