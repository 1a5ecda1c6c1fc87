"""How a stranger's matcher counts. Comes in: what the shelf makes of a page, and what strangers say. Goes out: Judged.

The coefficients were fitted with the shelf. What a stranger says goes through the same capped coefficients of its
kinds; then what it adds is capped once more, matcher by matcher, in log-odds. It can lift a score, by MOST at most, and
never lowers one: a card that the shelf makes is there whatever a stranger says. Kinds that nobody has fitted count
by UNFITTED. An incident to which the shelf points nowhere is not lifted: no matcher carries a card alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from ..model import Incident, StampedMatch
from .coefficients import Coefficients
from .features import Described, with_margins
from .known import Known
from .score import Scored
from .signals import Signal, signals_by_incident
from .window import CAP, WIDTH, Window, sums

# whatever else is shared, this is another incident
NEVER = frozenset(("before", "affected", "untold", "direction", "elsewhere", "dated", "counted"))
MOST = 2.0  # what one stranger adds to the log-odds: seven times the odds, and no more
MOST_TOGETHER = 3.0  # what all of them add: ten strangers may be one
UNFITTED = 1.5  # log-odds for a whole 1.0 of a kind that has no coefficient
KINDS = frozenset(("meaning", "other"))

Describe = Callable[[str, Sequence[Signal]], Described]


@dataclass(frozen=True, slots=True)
class Judged:
    """An incident, all that is said for it, its score and window; ``against``: the conflicts that were found.

    ``features``: what the shelf's part of the score was made of; ``lift``: what strangers added to the log-odds.
    """

    incident: Incident
    signals: tuple[Signal, ...]
    scored: Scored
    against: tuple[str, ...]
    features: Mapping[str, float]
    lift: float = 0.0

    @property
    def barred(self) -> bool:
        """Whether something says that it is another incident."""
        return bool(NEVER & set(self.against))


def apart(
    matches: Iterable[StampedMatch], shelf: frozenset[str] | None
) -> tuple[list[StampedMatch], dict[str, list[StampedMatch]]]:
    """What the shelf says, and what each stranger says, by its stamp. ``shelf`` None: all are of the shelf."""
    own: list[StampedMatch] = []
    strange: dict[str, list[StampedMatch]] = {}
    for stamped in matches:
        known = shelf is None or stamped.matcher.partition("@")[0] in shelf
        (own if known else strange.setdefault(stamped.matcher, [])).append(stamped)
    return own, strange


def judge(
    described: Sequence[Described],
    strange: Mapping[str, Sequence[StampedMatch]],
    known: Known,
    numbers: Coefficients,
    describe: Describe,
) -> list[Judged]:
    """Every incident that the shelf points to, with what strangers add."""
    said = [signals_by_incident(strange[stamp], known) for stamp in sorted(strange)]
    return [
        _judged(one, features, [s[one.incident.id] for s in said if one.incident.id in s], described, numbers, describe)
        for one, features in zip(described, with_margins(described), strict=True)
    ]


def plain_lift(said: Mapping[str, Mapping[str, float]]) -> Callable[[str, Iterable[str]], float]:
    """What strangers add to the log-odds of an incident of plain claims, whose decision knows no kinds of reason.

    ``said``: stranger -> target -> weight. Each counts as a kind that nobody has fitted, by what it says most surely.
    """

    return lambda incident, claims: min(MOST_TOGETHER, sum(plain_adds(said, incident, claims).values()))


def plain_adds(said: Mapping[str, Mapping[str, float]], incident: str, claims: Iterable[str]) -> dict[str, float]:
    """The same by stranger, those that add something, before the cap for all of them."""
    targets = {f"incident:{incident}", *(f"claim:{claim}" for claim in claims)}
    surest = {stamp: max((w for t, w in by.items() if t in targets), default=0.0) for stamp, by in said.items()}
    return {stamp: min(MOST, UNFITTED * weight) for stamp, weight in sorted(surest.items()) if weight > 0}


def _judged(
    one: Described,
    features: Mapping[str, float],
    strange: Sequence[Sequence[Signal]],
    described: Sequence[Described],
    numbers: Coefficients,
    describe: Describe,
) -> Judged:
    own = numbers.regression.probability(features)
    if not strange:
        return Judged(one.incident, one.signals, _scored(own, one.window), one.against, features)
    odds = numbers.regression.log_odds(features)
    with_each = [(describe(one.incident.id, _together(one.signals, said)), said) for said in strange]
    adds = [_adds(each, one, said, odds, described, numbers) for each, said in with_each]
    lift = min(MOST_TOGETHER, sum(adds))
    score = own if lift == 0 else 1 / (1 + exp(-(odds + lift)))
    signals = _together(one.signals, *strange)
    if own >= numbers.possible:
        return Judged(one.incident, signals, _scored(score, one.window, signals), one.against, features, lift)
    against = tuple(dict.fromkeys((*one.against, *(name for each, _ in with_each for name in each.against))))
    window = describe(one.incident.id, signals).window
    return Judged(one.incident, signals, _scored(score, window), against, features, lift)


def _adds(
    each: Described,
    one: Described,
    said: Sequence[Signal],
    odds: float,
    described: Sequence[Described],
    numbers: Coefficients,
) -> float:
    """What one stranger adds to the log-odds: something or nothing, and never more than MOST."""
    page = [each, *(other for other in described if other is not one)]
    features = with_margins(page)[0]
    near = sums(s for s in said if s.kind in KINDS and abs(s.passage - each.window.centre) <= WIDTH)
    unfitted = UNFITTED * sum(min(CAP, weight) for weight in near.values())
    return max(0.0, min(MOST, numbers.regression.log_odds(features) - odds + unfitted))


def _together(own: Sequence[Signal], *strange: Sequence[Signal]) -> tuple[Signal, ...]:
    """All signals in the order of the page; of the same thing at the same place, the shelf's."""
    kept = {_key(signal): signal for said in reversed(strange) for signal in said}
    kept |= {_key(signal): signal for signal in own}
    return tuple(sorted(kept.values(), key=lambda s: (s.passage, s.kind, s.thing, s.claim or "")))


def _key(signal: Signal) -> tuple[str, int, str | None, str]:
    return signal.kind, signal.passage, signal.claim, signal.thing


def _scored(score: float, window: Window, signals: Sequence[Signal] = ()) -> Scored:
    """The score and its window, with those of the signals that stand in it."""
    held = {_key(signal) for signal in window.signals}
    near = (s for s in signals if abs(s.passage - window.centre) <= WIDTH and _key(s) not in held)
    return Scored(score, window.centre, (*window.signals, *near))
