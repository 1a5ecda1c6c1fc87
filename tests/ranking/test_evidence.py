"""Which sentences stand on a card: a name that several incidents share points at none of them by itself."""

from __future__ import annotations

import pytest

from beside.model import Reason
from beside.ranking.evidence import speaking_passages
from beside.ranking.score import Scored
from beside.ranking.signals import Signal


def shares(passage: int, kind: str, thing: str, weight: float) -> Signal:
    return Signal(kind, passage, thing, weight, None, "test@1", Reason(kind, 0, 3, thing))


PLACE = shares(0, "place", "Makiivka", 0.7)


@pytest.mark.parametrize(
    ("beside", "speaks"),
    [
        ((), False),
        ((shares(1, "media", "video", 0.25),), False),
        ((shares(1, "wording", "staged", 0.05),), True),
        ((shares(1, "date", "2022-11-13", 0.5),), True),
        ((shares(1, "figure", "10 soldiers", 0.1),), True),
    ],
)
def test_a_shared_name_points_at_a_sentence_beside_something_else(beside: tuple[Signal, ...], speaks: bool) -> None:
    signals = (PLACE, shares(1, "name", "Dmytro Lubinets", 0.4), *beside)

    assert (1 in speaking_passages(signals, Scored(0.9, 0, signals))) is speaks


def test_a_name_of_one_incident_alone_points_at_a_sentence_by_itself() -> None:
    signals = (PLACE, shares(1, "name", "Olha Stefanishyna", 0.5))

    assert speaking_passages(signals, Scored(0.9, 0, signals)) == (0, 1)
