"""Matches -> incidents: which known incidents the page speaks of, in two bands, with the proof that it is the same.

Comes in: the page, its blocks, stamped matches, the corpus. Goes out: IncidentMatch(es), in the order of their first
evidence on the page. What is not proven to be the same incident is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Block, Corpus, Incident, IncidentMatch, Page, StampedMatch
from .coefficients import Coefficients, shipped_coefficients
from .conflicts import conflicts
from .evidence import evidence_for, speaking_passages
from .on_page import accounts_on_page
from .proof import prove
from .published import published_signal
from .rivals import Rivals
from .score import Scored, score_signals
from .signals import Signal, signals_by_incident


@dataclass(frozen=True, slots=True)
class _Reading:
    """What all incidents are judged against."""

    page: Page
    blocks: Sequence[Block]
    corpus: Corpus
    numbers: Coefficients


@dataclass(frozen=True, slots=True)
class _Judged:
    match: IncidentMatch
    speaking: tuple[int, ...]


def rank(
    matches: Iterable[StampedMatch],
    page: Page,
    blocks: Sequence[Block],
    corpus: Corpus,
    coefficients: Coefficients | None = None,
) -> tuple[tuple[IncidentMatch, int], ...]:
    """The incidents that the page speaks of, each with the number of the passage where it first does."""
    reading = _Reading(page, blocks, corpus, coefficients or shipped_coefficients())
    found = signals_by_incident(matches, corpus)
    alone = {i: _score(corpus.incidents[i], signals, reading).score for i, signals in found.items()}
    rivals, judged = Rivals(reading.numbers.explained), []
    for incident in sorted(alone, key=lambda i: (-alone[i], i)):
        card = _judge(corpus.incidents[incident], rivals.unexplained(found[incident]), reading)
        if card:
            judged.append(card)
            rivals.explain(found[incident], card.speaking)
    judged.sort(key=lambda j: (j.speaking[0], j.match.incident))
    return tuple((j.match, j.speaking[0]) for j in judged)


def _score(incident: Incident, signals: Sequence[Signal], reading: _Reading) -> Scored:
    everywhere = published_signal(incident, reading.page)
    first = score_signals(signals, (), reading.numbers, everywhere)
    against = conflicts(incident, first.window, reading.page, signals)
    return score_signals(signals, against, reading.numbers, everywhere)


def _judge(incident: Incident, signals: Sequence[Signal], reading: _Reading) -> _Judged | None:
    scored = _score(incident, signals, reading)
    if scored.score < reading.numbers.possible:
        return None
    # A date governs the whole article: it often stands once, at the top.
    proof = prove(incident, (*scored.window, *(s for s in signals if s.kind == "date")), reading.page)
    speaking = speaking_passages(signals, scored)
    if proof is None or not speaking:
        return None
    evidence = evidence_for(speaking, signals, reading.page, reading.blocks)
    band = "strong" if scored.score >= reading.numbers.strong else "possible"
    on_page = accounts_on_page(incident, evidence, signals, reading.corpus)
    return _Judged(IncidentMatch(incident.id, band, round(scored.score, 4), proof, evidence, on_page), speaking)


__all__ = ["Coefficients", "rank", "shipped_coefficients"]
