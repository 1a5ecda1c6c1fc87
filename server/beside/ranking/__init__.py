"""Matches -> incidents: which known incidents the page speaks of, in two bands, with the proof that it is the same.

Comes in: the page, its blocks, stamped matches, the corpus. Goes out: IncidentMatch(es), in the order of their first
evidence on the page. What is not proven to be the same incident is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def rank(
    matches: Iterable[StampedMatch],
    page: Page,
    blocks: Sequence[Block],
    corpus: Corpus,
    coefficients: Coefficients | None = None,
) -> tuple[tuple[IncidentMatch, int], ...]:
    """The incidents that the page speaks of, each with the number of the passage where it first does."""
    chosen = coefficients or shipped_coefficients()
    found = signals_by_incident(matches, corpus)
    alone = {i: _score(corpus.incidents[i], signals, page, chosen) for i, signals in found.items()}
    rivals, judged = Rivals(chosen.explained), []
    for incident_id in sorted(alone, key=lambda i: (-alone[i].score, i)):
        incident, left = corpus.incidents[incident_id], rivals.unexplained(found[incident_id])
        scored = _score(incident, left, page, chosen)
        card = _judge(incident, left, scored, page, blocks, corpus, chosen)
        if card:
            judged.append(card)
            rivals.explain(scored.window)
    return tuple(sorted(judged, key=lambda card: (card[1], card[0].incident)))


def _score(incident: Incident, signals: Sequence[Signal], page: Page, chosen: Coefficients) -> Scored:
    everywhere = published_signal(incident, page)
    first = score_signals(signals, (), chosen, everywhere)
    return score_signals(signals, conflicts(incident, first.window, page, signals), chosen, everywhere)


def _judge(
    incident: Incident,
    signals: Sequence[Signal],
    scored: Scored,
    page: Page,
    blocks: Sequence[Block],
    corpus: Corpus,
    chosen: Coefficients,
) -> tuple[IncidentMatch, int] | None:
    if scored.score < chosen.possible:
        return None
    # A date governs the whole article: it often stands once, at the top.
    proof = prove(incident, (*scored.window, *(s for s in signals if s.kind == "date")), page)
    speaking = speaking_passages(signals, scored)
    if proof is None or not speaking:
        return None
    evidence = evidence_for(speaking, signals, page, blocks)
    band = "strong" if scored.score >= chosen.strong else "possible"
    on_page = accounts_on_page(incident, evidence, signals, corpus)
    return IncidentMatch(incident.id, band, round(scored.score, 4), proof, evidence, on_page), speaking[0]


__all__ = ["Coefficients", "rank", "shipped_coefficients"]
