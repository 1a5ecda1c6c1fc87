"""Nothing a matcher says is believed unchecked. Comes in: what a worker sent. Goes out: sound matches, and a count.

Passages and targets must exist, weights be probabilities, spans lie inside the passage, texts stay short.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import Any

from ..model import REASON_KINDS, Corpus, Match, Page, Reason
from .wire import match_from_wire

MOST_MATCHES = 20_000
MOST_REASONS = 20
LONGEST_TEXT = 300


def known_targets(corpus: Corpus) -> frozenset[str]:
    """Every target a matcher may name."""
    claims = (f"claim:{claim.id}" for claim in corpus.claims)
    return frozenset([*claims, *(f"incident:{incident}" for incident in corpus.incidents)])


def led_targets(corpus: Corpus, leads: Iterable[str]) -> frozenset[str]:
    """Every target a matcher may name that was given these leads: of a million claims, the few in question."""
    incidents = [corpus.incidents[lead] for lead in leads if lead in corpus.incidents]
    claims = (f"claim:{claim.id}" for incident in incidents for claim in incident.claims)
    return frozenset([*claims, *(f"incident:{incident.id}" for incident in incidents)])


def sound_matches(wires: Any, page: Page, targets: frozenset[str]) -> tuple[tuple[Match, ...], int]:
    """The matches that hold, and how many did not."""
    if not isinstance(wires, list):
        return (), 1
    sound = tuple(match for match in map(_read, wires[:MOST_MATCHES]) if match and _holds(match, page, targets))
    return sound, len(wires) - len(sound)


def _read(wire: Any) -> Match | None:
    try:
        return match_from_wire(wire)
    except (TypeError, ValueError):
        return None


def _holds(match: Match, page: Page, targets: frozenset[str]) -> bool:
    return (
        _whole(match.passage, 0, len(page.passages) - 1)
        and isinstance(match.target, str)
        and match.target in targets
        and type(match.weight) in (int, float)
        and isfinite(match.weight)
        and 0 <= match.weight <= 1
        and len(match.because) <= MOST_REASONS
        and _reasons_hold(match.because, len(page.passages[match.passage].text))
    )


def _reasons_hold(because: Iterable[Reason], length: int) -> bool:
    return all(
        isinstance(reason.kind, str)
        and reason.kind in REASON_KINDS
        and _whole(reason.start, 0, length - 1)
        and _whole(reason.end, reason.start + 1, length)
        and isinstance(reason.corpus_text, str)
        and len(reason.corpus_text) <= LONGEST_TEXT
        for reason in because
    )


def _whole(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most
