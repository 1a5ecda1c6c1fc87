"""Records as rows of real columns, readable without this program; lists stand in a column as JSON.

Comes in: a record or a row. Goes out: the row or the record. A record inside a record becomes columns of its own:
``when_edtf``, ``passage_exact``.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import typing
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from .records import build, hints_of, optional

T = TypeVar("T")

# They have tables of their own.
_CHILDREN = ("claims", "statements")


def columns(kind: type[Any]) -> dict[str, type[Any]]:
    """The columns of a record's table and what they hold: str, int or float."""
    return {"_".join(path): str if _is_list(hint) else hint for path, hint in _leaves(kind, ())}


def to_row(record: Any) -> dict[str, Any]:
    """A record as a row."""
    row = {}
    for path, hint in _leaves(type(record), ()):
        value = functools.reduce(getattr, path, record)
        row["_".join(path)] = _json(value) if _is_list(hint) else value
    return row


def from_row(kind: type[T], row: Mapping[str, Any]) -> T:
    """The record that a row holds; what was sealed before a column was thought of has its default."""
    data: dict[str, Any] = {}
    for path, hint in _leaves(kind, ()):
        if (column := "_".join(path)) not in row:
            continue
        value = row[column]
        table = functools.reduce(lambda table, name: table.setdefault(name, {}), path[:-1], data)
        table[path[-1]] = json.loads(value) if _is_list(hint) else bool(value) if hint is bool else value
    return build(kind, data)


def _leaves(kind: type[Any], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, hint in hints_of(kind).items():
        if dataclasses.is_dataclass(hint):
            yield from _leaves(typing.cast(type[Any], hint), (*above, name))
        elif name not in _CHILDREN:
            yield (*above, name), optional(hint)


def _is_list(hint: Any) -> bool:
    return typing.get_origin(hint) is tuple


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=dataclasses.asdict)
