"""What retrieval found in plain claims, as ranking says it. Comes in: PlainIncident(s). Goes out: IncidentMatch(es).

Plain claims tell no places and parties, so what is shared are words, names and figures: each is shown where it stands.
A stranger that lifted an incident is named in its reasons, with the share of the score that is owed to it. Out of next
to nothing, or of a single shared word, strangers make no card.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from .model import Because, Block, ClaimOnPage, Corpus, Evidence, IncidentMatch, Page, Passage, Proof, StampedMatch
from .ranking import evidence_at
from .ranking.page_stance import sure_stance
from .ranking.strangers import MOST_TOGETHER, plain_adds, plain_lift
from .retrieval import Carried, ClaimIndex, PlainIncident, plain_incidents
from .retrieval.search import MEANINGS

RETRIEVAL = "retrieval@1"
MOST_PROOFS, MOST_REASONS, MOST_CLAIMS = 6, 12, 3
PROOF_KINDS = ("name", "figure", "date", "place", "quotation")
LEAST_ALONE = 0.3  # the chance by words from which strangers may lift: about half of what makes an incident possible
LEAST_SHARED = 2  # different words that the page and the claims must share for it
MOST_STRANGE = 3  # matches of a stranger that are shown
ALMOST = 0.9999  # a score that was rounded up to a certainty


@dataclass(frozen=True, slots=True)
class Lifted:
    """An incident, what strangers said for it, and by stamp the share of its score that is owed to each."""

    incident: PlainIncident
    owed: Mapping[str, float]
    said: tuple[StampedMatch, ...] = ()

    def too_little(self, page: Page) -> bool:
        """Whether words alone say too little for strangers to lift it."""
        alone = self.incident.score * (1 - sum(self.owed.values()))
        carried = self.incident.carried
        shared = {page.passages[c.passage].text[c.start : c.end].casefold() for c in carried}
        fewest = min(len(shared), len({c.corpus_text.casefold() for c in carried}))
        return bool(self.owed) and (alone < LEAST_ALONE or fewest < LEAST_SHARED)


def match_plain(
    page: Page, blocks: Sequence[Block], index: ClaimIndex, matches: Iterable[StampedMatch], corpus: Corpus
) -> tuple[tuple[IncidentMatch, int], ...]:
    """The incidents that the page speaks of, each with the number of the passage where it first does."""
    matches = tuple(matches)
    return tuple(
        (
            _match(one.incident, page, blocks, _stances(one.incident, page, corpus), one),
            min(c.passage for c in one.incident.carried),
        )
        for one in _found(page, index, matches)
    )


def _found(page: Page, index: ClaimIndex, matches: Sequence[StampedMatch]) -> list[Lifted]:
    """The incidents, best first. Where words alone say too little, as they are without strangers, or not at all."""
    told, said = told_of(matches), _strange(matches)
    claims: dict[str, tuple[str, ...]] = {}
    together = plain_lift(said)

    def lift(incident: str, found: Iterable[str]) -> float:
        claims[incident] = tuple(found)
        return together(incident, claims[incident])

    lifted = [_lifted(one, claims[one.incident], said, matches) for one in plain_incidents(page, index, told, lift)]
    if any(one.too_little(page) for one in lifted):
        plain = {one.incident: Lifted(one, {}) for one in plain_incidents(page, index, told)}
        alone = [plain.get(one.incident.incident) if one.too_little(page) else one for one in lifted]
        lifted = sorted((one for one in alone if one), key=lambda one: (-one.incident.score, one.incident.incident))
    return lifted


def _lifted(
    one: PlainIncident, claims: Sequence[str], said: Mapping[str, Mapping[str, float]], matches: Iterable[StampedMatch]
) -> Lifted:
    adds = plain_adds(said, one.incident, claims)
    score, total = min(one.score, ALMOST), sum(adds.values())
    alone = 1 / (1 + (1 - score) / score * exp(min(MOST_TOGETHER, total)))
    owed = {stamp: (1 - alone / score) * add / total for stamp, add in adds.items()}
    targets = {f"incident:{one.incident}", *(f"claim:{claim}" for claim in claims)}
    spoken = sorted((m for m in matches if m.match.target in targets), key=lambda m: (-m.match.weight, m.match.passage))
    shown = (m for stamp in owed for m in [m for m in spoken if m.matcher == stamp][:MOST_STRANGE])
    return Lifted(one, owed, tuple(shown))


def _stances(incident: PlainIncident, page: Page, corpus: Corpus) -> dict[str, str | None]:
    """The stance that the page surely takes on each claim it carries; None where it only reports it, or is not sure."""
    carried = {c.claim for c in incident.carried}
    sentences = [passage.text for passage in page.passages]
    claims = (claim for claim in corpus.incidents[incident.incident].claims if claim.id in carried)
    return {claim.id: sure_stance(sentences, claim.text, page.lang) for claim in claims}


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
    """What strangers give reasons for: by stamp, target -> weight. Of ours, those alone are asked that are fitted."""
    said: dict[str, dict[str, float]] = defaultdict(dict)
    for stamped in matches:
        if stamped.matcher.partition("@")[0] not in MEANINGS and stamped.match.because:
            target, weight = stamped.match.target, stamped.match.weight
            said[stamped.matcher][target] = max(said[stamped.matcher].get(target, 0.0), weight)
    return said


def _match(
    incident: PlainIncident,
    page: Page,
    blocks: Sequence[Block],
    stances: Mapping[str, str | None],
    lifted: Lifted | None = None,
) -> IncidentMatch:
    by_passage: dict[int, list[Carried]] = defaultdict(list)
    for carried in incident.carried:
        by_passage[carried.passage].append(carried)
    lifted = lifted or Lifted(incident, {})
    speaking = sorted({*by_passage, *(stamped.match.passage for stamped in lifted.said)})
    evidence = (_evidence(page.passages[n], by_passage[n], blocks, stances, lifted) for n in speaking)
    return IncidentMatch(
        incident.incident, incident.band, incident.score, _proof(incident.carried, page), tuple(evidence)
    )


def _proof(carried: Iterable[Carried], page: Page) -> tuple[Proof, ...]:
    strongest = sorted((c for c in carried if c.kind in PROOF_KINDS), key=lambda c: (-c.weight, c.passage, c.start))
    proofs = (Proof(c.kind, page.passages[c.passage].text[c.start : c.end], c.corpus_text) for c in strongest)
    return tuple(dict.fromkeys(proofs))[:MOST_PROOFS]


def _evidence(
    passage: Passage,
    carried: Sequence[Carried],
    blocks: Sequence[Block],
    stances: Mapping[str, str | None],
    lifted: Lifted,
) -> Evidence:
    claims = list(dict.fromkeys(c.claim for c in sorted(carried, key=lambda c: -c.weight)))[:MOST_CLAIMS]
    on_page = tuple(ClaimOnPage(claim, stances.get(claim)) for claim in claims)
    return evidence_at(passage, blocks, on_page, _because(passage, carried, lifted))


def _because(passage: Passage, carried: Sequence[Carried], lifted: Lifted) -> tuple[Because, ...]:
    """The strongest reasons, one a place, and those of strangers; their shares add up to 1."""
    strongest = {(c.start, c.end): c for c in sorted(carried, key=lambda c: c.weight)}
    kept = sorted(strongest.values(), key=lambda c: (-c.weight, c.start))[:MOST_REASONS]
    strange = _strange_because(passage, lifted)
    owed = sum(because.share for because in strange)
    total = sum(c.weight for c in kept) / (1 - owed) or 1.0
    whole = 1.0 if kept else owed  # where no words stand, all that stands is the strangers'
    start = passage.start
    because = [
        Because(RETRIEVAL, c.kind, start + c.start, start + c.end, c.corpus_text, round(c.weight / total, 3))
        for c in kept
    ]
    because += [replace(one, share=round(one.share / whole, 3)) for one in strange]
    return tuple(sorted(because, key=lambda b: (b.start, b.kind, b.matcher)))


def _strange_because(passage: Passage, lifted: Lifted) -> list[Because]:
    """The reasons of strangers here, each under its stamp; those of one have the share of the score it is owed."""
    reasons: dict[str, dict[tuple[str, int, int], str]] = defaultdict(dict)
    for stamped in lifted.said:
        if stamped.match.passage == passage.number:
            for reason in stamped.match.because[:MOST_STRANGE]:
                reasons[stamped.matcher].setdefault((reason.kind, reason.start, reason.end), reason.corpus_text)
    start = passage.start
    return [
        Because(stamp, kind, start + begins, start + ends, text, lifted.owed[stamp] / len(given))
        for stamp, given in reasons.items()
        for (kind, begins, ends), text in given.items()
    ]
