"""Which sentences of the page speak of the incident, and why. Comes in: signals. Goes out: Evidence, in page order.

A sentence counts when it carries words of a claim, or names a person, place or figure of the incident. Whose name is on
record for several incidents points at one of them only beside something else of it: a page may speak of the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from ..model import Because, Block, ClaimOnPage, Evidence, Page, Passage
from .score import Scored
from .signals import Signal
from .stance import stance_of

AROUND = 32
NAMES = 0.2  # enough of a name, place or figure beside words that hint
CARRIES, HINTS, POINTS = 0.25, 0.12, 0.25  # shared words that speak of it; that hint at it; a name, place or figure
WORDS = frozenset(("wording", "quotation", "other"))  # not meaning: a model is not symmetric in the names of sides
THINGS = 3  # two shared words may meet by chance, and then only hint
POINTING = frozenset(("place", "name", "figure", "quotation"))
BESIDE_A_NAME = WORDS | {"date", "place", "figure"}
OWN_NAME = 0.5  # the weight of a name that is on record for one incident alone
LEAST_CLAIM = 0.15
MOST_CLAIMS = 3
NEARLY = 0.75  # a claim that comes this near to the best one is named too
REACH = 6


def speaking_passages(signals: Sequence[Signal], scored: Scored) -> tuple[int, ...]:
    """The numbers of the passages that speak of the incident: about the best window, and strong ones elsewhere."""
    by_passage = _by_passage(signals)
    counting = {n for n, found in by_passage.items() if _counts(found, abs(n - scored.centre))}
    # "... The ombudsman calls it staged": a hint beside a sentence that counts goes on about it; one word is no hint.
    hinting = {
        n
        for n, found in by_passage.items()
        if {n - 1, n + 1} & counting and _carried(found) >= HINTS and len({s.thing for s in found}) > 1
    }
    return tuple(sorted(counting | hinting)) or _strongest(scored.window)


def _strongest(window: Sequence[Signal]) -> tuple[int, ...]:
    """The passage of the window that says most, where none says enough by itself."""
    carried: dict[int, float] = defaultdict(float)
    for signal in window:
        if signal.passage >= 0 and signal.kind in WORDS | POINTING:
            carried[signal.passage] += signal.weight
    return tuple(sorted(carried, key=lambda n: (-carried[n], n))[:1])


def evidence_for(
    speaking: Sequence[int],
    signals: Sequence[Signal],
    page: Page,
    blocks: Sequence[Block],
    told: Mapping[int, tuple[ClaimOnPage, ...]] = MappingProxyType({}),
) -> tuple[Evidence, ...]:
    """Those passages as evidence: where they stand, which claims they carry, and why.

    ``told``: the claims of accounts that were found on the page, by passage; they come first.
    """
    by_passage = _by_passage(signals)
    return tuple(_evidence(page.passages[n], by_passage[n], blocks, told.get(n, ())) for n in speaking)


def _by_passage(signals: Sequence[Signal]) -> dict[int, list[Signal]]:
    by_passage: dict[int, list[Signal]] = defaultdict(list)
    for signal in signals:
        by_passage[signal.passage].append(signal)
    return by_passage


def _counts(found: Sequence[Signal], distance: int) -> bool:
    claims = _carried(found)
    beside = any(s.kind in BESIDE_A_NAME for s in found)
    telling = [s for s in found if s.kind != "name" or s.weight >= OWN_NAME or beside]
    pointing = max((s.weight for s in telling if s.kind in POINTING), default=0.0)
    if distance <= REACH:
        return claims >= CARRIES or pointing >= POINTS or (claims >= HINTS and pointing >= NAMES)
    return claims >= 2 * CARRIES or (claims >= CARRIES and pointing >= POINTS)


def _carried(found: Sequence[Signal]) -> float:
    """How much of the claims' words a passage carries."""
    shared = {s.thing: s.weight for s in found if s.kind in WORDS}
    return sum(shared.values()) if len(shared) >= THINGS else min(HINTS, sum(shared.values()))


def _evidence(
    passage: Passage, found: Sequence[Signal], blocks: Sequence[Block], told: tuple[ClaimOnPage, ...]
) -> Evidence:
    return evidence_at(passage, blocks, _merged(told, _claims(passage, found)), _because(passage, found))


def evidence_at(
    passage: Passage, blocks: Sequence[Block], claims: tuple[ClaimOnPage, ...], because: tuple[Because, ...]
) -> Evidence:
    """A passage as evidence: where it stands in its block, with what surrounds it."""
    block = blocks[passage.block]
    known = block.number is not None
    return Evidence(
        block=block.number,
        start=passage.start if known else None,
        end=passage.end if known else None,
        exact=passage.text,
        prefix=block.text[max(0, passage.start - AROUND) : passage.start],
        suffix=block.text[passage.end : passage.end + AROUND],
        claims=claims,
        because=because,
    )


def _claims(passage: Passage, found: Sequence[Signal]) -> tuple[ClaimOnPage, ...]:
    weight: dict[str, float] = defaultdict(float)
    for signal in found:
        if signal.claim:
            weight[signal.claim] += signal.weight
    best = max(weight.values(), default=0.0)
    near = sorted((c for c in weight if weight[c] >= max(LEAST_CLAIM, NEARLY * best)), key=lambda c: (-weight[c], c))
    return tuple(ClaimOnPage(claim, stance_of(passage.text, weight[claim])) for claim in near[:MOST_CLAIMS])


def _merged(told: tuple[ClaimOnPage, ...], shared: tuple[ClaimOnPage, ...]) -> tuple[ClaimOnPage, ...]:
    """The claims of accounts found here, then those whose words stand here."""
    known = {carried.claim for carried in told}
    return (*told, *(carried for carried in shared if carried.claim not in known))[: max(MOST_CLAIMS, len(told))]


def _because(passage: Passage, found: Sequence[Signal]) -> tuple[Because, ...]:
    """One reason a place and kind, the strongest; their shares add up to 1."""
    strongest: dict[tuple[str, int, int], Signal] = {}
    for signal in sorted(found, key=lambda s: -s.weight):
        strongest.setdefault((signal.kind, signal.reason.start, signal.reason.end), signal)
    total = sum(signal.weight for signal in strongest.values()) or 1.0
    because = (
        Because(
            s.matcher,
            kind,
            passage.start + start,
            passage.start + end,
            s.reason.corpus_text,
            round(s.weight / total, 3),
        )
        for (kind, start, end), s in strongest.items()
    )
    return tuple(sorted(because, key=lambda b: (b.start, b.kind)))
