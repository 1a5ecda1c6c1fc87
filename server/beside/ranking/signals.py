"""Matches -> signals: what each incident has in common with the page, passage by passage.

Comes in: stamped matches, what is known of the corpus. Goes out: Signal(s) by incident. A matcher is one voice: the
same thing said by two matchers at the same place is one signal, the stronger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Reason, StampedMatch
from .known import Known


@dataclass(frozen=True, slots=True)
class Signal:
    """One kind of likeness at one passage. ``thing``: what of the corpus is shared (a name, a figure, a claim)."""

    kind: str
    passage: int
    thing: str
    weight: float
    claim: str | None
    matcher: str
    reason: Reason


def signals_by_incident(matches: Iterable[StampedMatch], known: Known) -> dict[str, tuple[Signal, ...]]:
    """Every incident that anything points to, with its signals in the order of the page."""
    best: dict[str, dict[tuple[str, int, str], Signal]] = defaultdict(dict)
    for stamped in matches:
        kind_of_target, _, target = stamped.match.target.partition(":")
        claim = target if kind_of_target == "claim" else None
        if claim in known.background:
            continue
        incident = known.incident_of[claim] if claim else target
        for signal in _signals(stamped, claim):
            key = (signal.kind, signal.passage, f"{signal.claim} {signal.thing}")
            if key not in best[incident] or best[incident][key].weight < signal.weight:
                best[incident][key] = signal
    return {i: tuple(sorted(s.values(), key=lambda g: (g.passage, g.kind, g.thing))) for i, s in best.items()}


def _signals(stamped: StampedMatch, claim: str | None) -> Iterable[Signal]:
    """A signal a reason; the words of a quotation are one thing, each word of a wording is itself."""
    match = stamped.match
    for reason in match.because:
        share = match.weight / len(match.because)
        yield Signal(reason.kind, match.passage, reason.corpus_text, share, claim, stamped.matcher, reason)
