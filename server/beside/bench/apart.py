"""What was nearly taken for it. Comes in: a page, what was said of it. Goes out: the nearest incident that has no card.

And what told it apart: what speaks against it, or what the incident that has a card has more of, by the parts that
each number of the decision adds to the odds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Block, Page, StampedMatch
from ..ranking import Judged, Ranker
from ..reading import Ready, incidents_of
from .trial import incidents_by_target

MOST_TOLD = 4
LEAST = 0.25  # of the log-odds


@dataclass(frozen=True, slots=True)
class Refused:
    """``apart``: the numbers of the decision that told them apart, weightiest first; ``barred``: conflicts that no
    likeness outweighs; ``proven``: whether page and incident share what a card must show."""

    incident: str
    score: float
    barred: tuple[str, ...]
    proven: bool
    apart: tuple[str, ...]


def nearest_refused(
    ready: Ready,
    page: Page,
    blocks: Sequence[Block],
    told: Sequence[StampedMatch],
    matcher: str | None = None,
    beside: str | None = None,
) -> Refused | None:
    """Of what that matcher speaks of, or anybody, the likeliest without a card; None if all have one.

    ``beside``: the incident that it is compared with. Of plain claims, which are decided otherwise, None.
    """
    if ready.ranker is None:
        return None
    cards = {card.incident for card, _ in incidents_of(ready, page, blocks, told)}
    named = _named(ready, told, matcher)
    judged = {one.incident.id: one for one in ready.ranker.judge(told, page)}
    refused = [one for id, one in judged.items() if id not in cards and id != beside and (id in named)]
    if not refused:
        return None
    nearest = max(refused, key=lambda one: (one.scored.score, one.incident.id))
    other = judged.get(beside or "") if beside in cards else None
    return Refused(
        incident=nearest.incident.id,
        score=round(nearest.scored.score, 4),
        barred=tuple(name for name in nearest.against if nearest.barred),
        proven=ready.ranker.proves(nearest, page),
        apart=_apart(ready.ranker, nearest, other),
    )


def _named(ready: Ready, told: Sequence[StampedMatch], matcher: str | None) -> set[str]:
    of = incidents_by_target(ready, ())
    mine = (s.match.target for s in told if matcher in (None, s.matcher.partition("@")[0]))
    return {of.get(target, target.removeprefix("incident:")) for target in mine}


def _apart(ranker: Ranker, nearest: Judged, other: Judged | None) -> tuple[str, ...]:
    """The features in which the other is ahead, or, where there is none, which speak against this one."""
    mine = ranker.parts(nearest.features)
    theirs = ranker.parts(other.features) if other else dict.fromkeys(mine, 0.0)
    ahead = {name: theirs[name] - part for name, part in mine.items()}
    most = sorted((name for name in ahead if ahead[name] >= LEAST), key=lambda name: (-ahead[name], name))
    return tuple(most[:MOST_TOLD])
