"""Pages and matches as JSON values. Comes in: model objects. Goes out: lists and dicts for a frame, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..model import Match, Page, Passage, Reason


def page_to_wire(page: Page) -> dict[str, Any]:
    """A page as a dict of plain values."""
    return asdict(page)


def page_from_wire(wire: dict[str, Any]) -> Page:
    """The page again. The host wrote it, so it is not checked."""
    passages = tuple(Passage(**passage) for passage in wire["passages"])
    return Page(passages, wire["title"], wire["lang"], wire["published"], tuple(wire["leads"]))


def match_to_wire(match: Match) -> list[Any]:
    """A match as [passage, target, weight, [[kind, start, end, corpus_text], ...]]."""
    because = [[reason.kind, reason.start, reason.end, reason.corpus_text] for reason in match.because]
    return [match.passage, match.target, match.weight, because]


def match_from_wire(wire: Any) -> Match:
    """A match as a worker gave it. Raises TypeError or ValueError where the shape is wrong; values: see checking."""
    passage, target, weight, because = wire
    return Match(passage, target, weight, tuple(Reason(*reason) for reason in because))
