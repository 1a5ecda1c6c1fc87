"""Where on the page an incident is spoken of. Comes in: its signals. Goes out: the best window of a few passages.

An article may speak of an incident in one paragraph of twenty; what stands elsewhere on the page counts for less.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .signals import Signal

WIDTH = 3  # passages on either side of the middle
CAP = 1.5  # what one kind can say at most
IDENTITY = ("place", "date", "name", "figure", "media", "quotation")
# How much each kind says about where to look; what it says about whether is for the regression.
LOOK = {"place": 3.0, "date": 3.2, "name": 3.2, "figure": 2.6, "media": 1.0, "quotation": 1.5, "wording": 3.4}
OTHER = 1.0
RIVAL = 0.5  # how much of what is said for one incident must be matched by what is said for another


@dataclass(frozen=True, slots=True)
class Window:
    """The middle passage and the signals within WIDTH of it, with those that are true of the whole page."""

    centre: int
    signals: tuple[Signal, ...]

    def contested(self, other: Window) -> bool:
        """Whether the same passages speak of the other incident too; digests have several, one beside the other."""
        mine, theirs = self._by_passage(), other._by_passage()
        shared = sum(weight for passage, weight in mine.items() if theirs.get(passage, 0.0) >= RIVAL * weight)
        return shared >= RIVAL * sum(mine.values())

    def _by_passage(self) -> Mapping[int, float]:
        said: dict[int, float] = defaultdict(float)
        for signal in self.signals:
            if signal.passage >= 0:
                said[signal.passage] += signal.weight
        return said


def best_window(signals: Sequence[Signal], everywhere: Sequence[Signal] = ()) -> Window:
    """The window that says most; the first of equals."""
    by_passage: dict[int, list[Signal]] = defaultdict(list)
    for signal in signals:
        by_passage[signal.passage].append(signal)
    best, most = Window(0, tuple(everywhere)), -1.0
    for centre in sorted(by_passage):
        near = [s for n in range(centre - WIDTH, centre + WIDTH + 1) for s in by_passage.get(n, ())]
        said = sum(LOOK.get(kind, OTHER) * min(CAP, value) for kind, value in sums(near).items())
        if said > most:
            best, most = Window(centre, (*near, *everywhere)), said
    return best


def sums(signals: Iterable[Signal]) -> Mapping[str, float]:
    """Per kind, the weights of all different things, each at its strongest."""
    things: dict[tuple[str, str], float] = {}
    for signal in signals:
        key = (signal.kind, signal.thing)
        things[key] = max(things.get(key, 0.0), signal.weight)
    said: dict[str, float] = defaultdict(float)
    for (kind, _), weight in things.items():
        said[kind] += weight
    return said
