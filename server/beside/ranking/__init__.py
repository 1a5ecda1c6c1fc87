"""Matches -> incidents: which known incidents the page speaks of, in two bands, with the proof that it is the same.

Comes in: the page, its blocks, stamped matches, the corpus. Goes out: IncidentMatch(es), in the order of their first
evidence on the page. What is not proven to be the same incident is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from ..model import Block, Corpus, IncidentMatch, Page, Proof, StampedMatch
from .account_features import OnRecord
from .account_words import read_lines
from .coefficients import Coefficients, shipped_coefficients
from .conflicts import conflicts
from .evidence import evidence_at, evidence_for, speaking_passages
from .features import Described, describe
from .known import Known
from .on_page import Spoken, Told, marks_of, measured, tell_cards
from .otherwise import Stated
from .page_stance import page_stance
from .proof import prove
from .published import published_signal
from .signals import Signal, signals_by_incident
from .strangers import NEVER, Judged, apart, judge
from .window import best_window


class Ranker:
    """The decision for one corpus; made once per release, safe to share between threads."""

    def __init__(
        self, corpus: Corpus, coefficients: Coefficients | None = None, shelf: Collection[str] | None = None
    ) -> None:
        """``shelf``: the names of the matchers that the coefficients were fitted with; None: all that speak."""
        self._known = Known.of(corpus)
        self._numbers = coefficients or shipped_coefficients()
        self._shelf = None if shelf is None else frozenset(shelf)
        self._records = {i.id: OnRecord.of(i, corpus) for i in corpus.incidents.values()}

    def rank(
        self, matches: Iterable[StampedMatch], page: Page, blocks: Sequence[Block]
    ) -> tuple[tuple[IncidentMatch, int], ...]:
        """The incidents that the page speaks of, each with the number of the passage where it first does."""
        likely = [
            one for one in self.judge(matches, page) if one.scored.score >= self._numbers.possible and not one.barred
        ]
        proven = [(one, proof) for one in likely if (proof := self._shown(one, page)) is not None]
        spoken = [Spoken(self._records[one.incident.id], marks_of(one.signals)) for one, _ in proven]
        told = tell_cards(spoken, read_lines(page) if proven else ())
        found = [self._match(one, proof, of, page, blocks) for (one, proof), of in zip(proven, told, strict=True)]
        found.sort(key=lambda pair: (pair[1], pair[0].incident))
        return tuple(found)

    def judge(self, matches: Iterable[StampedMatch], page: Page) -> list[Judged]:
        """The score of every incident that the shelf points to, and what made it; a card still needs proof."""
        own, strange = apart(matches, self._shelf)
        describe_one = self._reader_of(page)
        return judge(self._describe_all(own, describe_one), strange, self._known, self._numbers, describe_one)

    def proves(self, one: Judged, page: Page) -> bool:
        """Whether page and incident share what a card must show."""
        return self._proof(one, page) is not None

    def parts(self, features: Mapping[str, float]) -> dict[str, float]:
        """What each number adds to the log-odds, against a page and incident like any other."""
        return {n: feature.says(features.get(n, 0.0)) for n, feature in self._numbers.regression.features.items()}

    def describe(self, matches: Iterable[StampedMatch], page: Page) -> list[Described]:
        """What speaks for and against every incident that anything on the page points to."""
        return self._describe_all(matches, self._reader_of(page))

    def _describe_all(
        self, matches: Iterable[StampedMatch], describe_one: Callable[[str, Sequence[Signal]], Described]
    ) -> list[Described]:
        by_incident = signals_by_incident(matches, self._known)
        return [describe_one(incident, signals) for incident, signals in sorted(by_incident.items())]

    def _reader_of(self, page: Page) -> Callable[[str, Sequence[Signal]], Described]:
        """What describes one incident after the other; what the page says for all of them is read once."""
        sides, stated = self._known.sides.for_page(), Stated.on(page)

        def describe_one(incident_id: str, signals: Sequence[Signal]) -> Described:
            incident, known = self._known.corpus.incidents[incident_id], self._known
            window = best_window(signals, published_signal(incident, page))
            against = conflicts(incident, window.signals, page, signals, sides, known.directions, stated)
            return describe(incident, signals, window, against, page, known)

        return describe_one

    def _proof(self, one: Judged, page: Page) -> tuple[Proof, ...] | None:
        # A date governs the whole article: it often stands once, at the top.
        return prove(one.incident, (*one.scored.window, *(s for s in one.signals if s.kind == "date")), page)

    def _shown(self, one: Judged, page: Page) -> tuple[Proof, ...] | None:
        """The proof, where a card can also show a passage that speaks of the incident."""
        return self._proof(one, page) if speaking_passages(one.signals, one.scored) else None

    def _match(
        self, one: Judged, proof: tuple[Proof, ...], told: Told, page: Page, blocks: Sequence[Block]
    ) -> tuple[IncidentMatch, int]:
        """The match, and the number of the passage where the page first speaks of it."""
        incident, signals, scored = one.incident, one.signals, one.scored
        pointed_at = {signal.passage for signal in signals}
        speaking = tuple(sorted({*speaking_passages(signals, scored), *(told.claims.keys() & pointed_at)}))
        evidence = evidence_for(speaking, signals, page, blocks, told.claims)
        band = "strong" if scored.score >= self._numbers.strong else "possible"
        score = round(scored.score, 4)
        return IncidentMatch(incident.id, band, score, proof, evidence, told.found, told.absent), speaking[0]


__all__ = [
    "NEVER",
    "Coefficients",
    "Judged",
    "Ranker",
    "evidence_at",
    "measured",
    "page_stance",
    "shipped_coefficients",
]
