"""Pages and matches as JSON. Comes in: model objects. Goes out: JSON for a frame, and back.

A page is written once for all workers; what a matcher says is written by itself, so that whoever says what JSON cannot
hold spoils no other's answer.
"""

from __future__ import annotations

from collections import deque
from dataclasses import asdict
from itertools import repeat
from typing import Any

import orjson

from ..model import Match, Page, Passage, Reason

# What Passage(...) does, a field at a time: a frozen object takes five times as long to make one by one.
_BLANK = object.__new__
_FILL = tuple(getattr(Passage, name).__set__ for name in ("number", "block", "start", "end", "text"))


class NotAMatch(TypeError):
    """A matcher gave something else."""


def page_to_wire(page: Page) -> dict[str, Any]:
    """A page as a dict of plain values."""
    return asdict(page)


def page_as_json(page: Page) -> orjson.Fragment:
    """A page as JSON that is written already: its passages as columns, which are quicker to read than objects."""
    every = page.passages
    columns = (
        [p.number for p in every],
        [p.block for p in every],
        [p.start for p in every],
        [p.end for p in every],
        [p.text for p in every],
    )
    return orjson.Fragment(orjson.dumps([columns, page.title, page.lang, page.published]))


def page_from_columns(wire: list[Any], leads: list[str]) -> Page:
    """The page again. The host wrote it, so it is not checked."""
    columns, title, lang, published = wire
    passages = list(map(_BLANK, repeat(Passage, len(columns[0]))))
    for fill, column in zip(_FILL, columns, strict=True):
        deque(map(fill, passages, column), maxlen=0)
    return Page(tuple(passages), title, lang, published, tuple(leads))


def match_to_wire(match: Match) -> list[Any]:
    """A match as [passage, target, weight, [[kind, start, end, corpus_text], ...]]. Raises NotAMatch."""
    if not isinstance(match, Match):
        raise NotAMatch(f"gave a {type(match).__name__} where a Match belongs")
    because = [[reason.kind, reason.start, reason.end, reason.corpus_text] for reason in match.because]
    return [match.passage, match.target, match.weight, because]


def matches_as_json(wires: list[list[Any]]) -> orjson.Fragment:
    """All that one matcher said. Raises NotAMatch where JSON cannot hold it."""
    try:
        return orjson.Fragment(orjson.dumps(wires))
    except (TypeError, ValueError, RecursionError) as error:
        raise NotAMatch("gave a value that JSON cannot hold") from error


def match_from_wire(wire: Any) -> Match:
    """A match as a worker gave it. Raises TypeError or ValueError where the shape is wrong; values: see checking."""
    passage, target, weight, because = wire
    return Match(passage, target, weight, tuple(Reason(*reason) for reason in because))
