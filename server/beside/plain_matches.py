"""What retrieval found in plain claims, as ranking says it. Comes in: PlainIncident(s). Goes out: IncidentMatch(es).

Plain claims tell no places and parties, so what is shared are words, names and figures: each is shown where it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .model import Because, Block, ClaimOnPage, Corpus, Evidence, IncidentMatch, Page, Passage, Proof, StampedMatch
from .ranking import evidence_at, page_stance
from .ranking.strangers import plain_lift
from .retrieval import Carried, ClaimIndex, PlainIncident, plain_incidents
from .retrieval.search import MEANINGS

RETRIEVAL = "retrieval@1"
MOST_PROOFS, MOST_REASONS, MOST_CLAIMS = 6, 12, 3
SAID = 0.5  # the chance from which a page is said to take a stance
STANCES = ("asserts", "denies")  # a page that only reports a claim takes none
PROOF_KINDS = ("name", "figure", "date", "place", "quotation")


def match_plain(
    page: Page, blocks: Sequence[Block], index: ClaimIndex, matches: Iterable[StampedMatch], corpus: Corpus
) -> tuple[tuple[IncidentMatch, int], ...]:
    """The incidents that the page speaks of, each with the number of the passage where it first does."""
    matches = tuple(matches)
    found = plain_incidents(page, index, told_of(matches), plain_lift(_strange(matches)))
    return tuple(
        (_match(incident, page, blocks, _stances(incident, page, corpus)), min(c.passage for c in incident.carried))
        for incident in found
    )


def _stances(incident: PlainIncident, page: Page, corpus: Corpus) -> dict[str, str | None]:
    """The stance that the page as a whole takes on each claim it carries; None where it only reports it."""
    carried = {c.claim for c in incident.carried}
    sentences = [passage.text for passage in page.passages]
    stances: dict[str, str | None] = {}
    for claim in corpus.incidents[incident.incident].claims:
        if claim.id in carried:
            chances = page_stance(sentences, claim.text, page.lang)
            stances[claim.id] = next((s for s in STANCES if chances.get(s, 0.0) >= SAID), None)
    return stances


def told_of(matches: Iterable[StampedMatch]) -> dict[str, dict[str, float]]:
    """Matcher -> claim -> the highest weight that it gave it."""
    told: dict[str, dict[str, float]] = defaultdict(dict)
    for stamped in matches:
        kind, _, target = stamped.match.target.partition(":")
        if kind == "claim":
            weights = told[stamped.matcher.partition("@")[0]]
            weights[target] = max(weights.get(target, 0.0), stamped.match.weight)
    return dict(told)


def _strange(matches: Iterable[StampedMatch]) -> dict[str, dict[str, float]]:
    """What strangers say: by stamp, target -> weight. Of our own, those alone are asked whose weights are fitted."""
    said: dict[str, dict[str, float]] = defaultdict(dict)
    for stamped in matches:
        if stamped.matcher.partition("@")[0] not in MEANINGS:
            target, weight = stamped.match.target, stamped.match.weight
            said[stamped.matcher][target] = max(said[stamped.matcher].get(target, 0.0), weight)
    return said


def _match(
    incident: PlainIncident, page: Page, blocks: Sequence[Block], stances: Mapping[str, str | None]
) -> IncidentMatch:
    by_passage: dict[int, list[Carried]] = defaultdict(list)
    for carried in incident.carried:
        by_passage[carried.passage].append(carried)
    evidence = (_evidence(page.passages[n], by_passage[n], blocks, stances) for n in sorted(by_passage))
    return IncidentMatch(
        incident.incident, incident.band, incident.score, _proof(incident.carried, page), tuple(evidence)
    )


def _proof(carried: Iterable[Carried], page: Page) -> tuple[Proof, ...]:
    strongest = sorted((c for c in carried if c.kind in PROOF_KINDS), key=lambda c: (-c.weight, c.passage, c.start))
    proofs = (Proof(c.kind, page.passages[c.passage].text[c.start : c.end], c.corpus_text) for c in strongest)
    return tuple(dict.fromkeys(proofs))[:MOST_PROOFS]


def _evidence(
    passage: Passage, carried: Sequence[Carried], blocks: Sequence[Block], stances: Mapping[str, str | None]
) -> Evidence:
    claims = list(dict.fromkeys(c.claim for c in sorted(carried, key=lambda c: -c.weight)))[:MOST_CLAIMS]
    on_page = tuple(ClaimOnPage(claim, stances.get(claim)) for claim in claims)
    return evidence_at(passage, blocks, on_page, _because(passage, carried))


def _because(passage: Passage, carried: Sequence[Carried]) -> tuple[Because, ...]:
    """The strongest reasons, one a place; their shares add up to 1."""
    strongest = {(c.start, c.end): c for c in sorted(carried, key=lambda c: c.weight)}
    kept = sorted(strongest.values(), key=lambda c: (-c.weight, c.start))[:MOST_REASONS]
    total = sum(c.weight for c in kept) or 1.0
    start = passage.start
    because = (
        Because(RETRIEVAL, c.kind, start + c.start, start + c.end, c.corpus_text, round(c.weight / total, 3))
        for c in kept
    )
    return tuple(sorted(because, key=lambda b: (b.start, b.kind)))
