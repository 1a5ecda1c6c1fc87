"""Matches -> incidents: which known incidents the page speaks of, in two bands, with the proof that it is the same.

Comes in: the page, its blocks, stamped matches, the corpus. Goes out: IncidentMatch(es), in the order of their first
evidence on the page. What is not proven to be the same incident is not there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Block, Corpus, IncidentMatch, Page, StampedMatch
from .account_features import OnRecord
from .account_words import Line, read_lines
from .coefficients import Coefficients, shipped_coefficients
from .conflicts import conflicts
from .evidence import evidence_at, evidence_for, speaking_passages
from .features import Described, describe
from .known import Known
from .on_page import tell_accounts
from .page_stance import page_stance
from .proof import prove
from .published import published_signal
from .score import Scored, score_all
from .signals import Signal, signals_by_incident
from .window import best_window

NEVER = frozenset(("before", "affected", "direction", "elsewhere"))  # whatever else is shared, this is another incident


class Ranker:
    """The decision for one corpus; made once per release, safe to share between threads."""

    def __init__(self, corpus: Corpus, coefficients: Coefficients | None = None) -> None:
        self._known = Known.of(corpus)
        self._numbers = coefficients or shipped_coefficients()
        self._records = {i.id: OnRecord.of(i, corpus) for i in corpus.incidents.values()}

    def rank(
        self, matches: Iterable[StampedMatch], page: Page, blocks: Sequence[Block]
    ) -> tuple[tuple[IncidentMatch, int], ...]:
        """The incidents that the page speaks of, each with the number of the passage where it first does."""
        described = self.describe(matches, page)
        likely = [
            (one, scored)
            for one, scored in zip(described, score_all(described, self._numbers), strict=True)
            if scored.score >= self._numbers.possible and not NEVER & set(one.against)
        ]
        lines = read_lines(page) if likely else ()
        found = [match for one, scored in likely for match in self._proven(one, scored, page, blocks, lines)]
        found.sort(key=lambda pair: (pair[1], pair[0].incident))
        return tuple(found)

    def describe(self, matches: Iterable[StampedMatch], page: Page) -> list[Described]:
        """What speaks for and against every incident that anything on the page points to."""
        by_incident = signals_by_incident(matches, self._known)
        return [self._describe(incident, signals, page) for incident, signals in sorted(by_incident.items())]

    def _describe(self, incident_id: str, signals: Sequence[Signal], page: Page) -> Described:
        incident = self._known.corpus.incidents[incident_id]
        window = best_window(signals, published_signal(incident, page))
        known = self._known
        against = conflicts(incident, window.signals, page, signals, known.sides, known.directions)
        return describe(incident, signals, window, against, page, self._known)

    def _proven(
        self, one: Described, scored: Scored, page: Page, blocks: Sequence[Block], lines: Sequence[Line]
    ) -> list[tuple[IncidentMatch, int]]:
        """The match, if page and incident share what proves it the same; else nothing."""
        incident, signals = one.incident, one.signals
        # A date governs the whole article: it often stands once, at the top.
        proof = prove(incident, (*scored.window, *(s for s in signals if s.kind == "date")), page)
        speaking = speaking_passages(signals, scored)
        if proof is None or not speaking:
            return []
        told = tell_accounts(self._records[incident.id], lines)
        pointed_at = {signal.passage for signal in signals}
        speaking = tuple(sorted({*speaking, *(told.claims.keys() & pointed_at)}))
        evidence = evidence_for(speaking, signals, page, blocks, told.claims)
        band = "strong" if scored.score >= self._numbers.strong else "possible"
        score = round(scored.score, 4)
        return [(IncidentMatch(incident.id, band, score, proof, evidence, told.found, told.absent), speaking[0])]


__all__ = ["Coefficients", "Ranker", "evidence_at", "page_stance", "shipped_coefficients"]
