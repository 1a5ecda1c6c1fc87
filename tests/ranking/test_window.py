from __future__ import annotations

from beside.model import Reason
from beside.ranking.signals import Signal
from beside.ranking.window import best_window, sums


def signal(kind: str, passage: int, weight: float, thing: str = "x") -> Signal:
    return Signal(kind, passage, thing, weight, None, "test@1", Reason(kind, 0, 1, thing))


def test_the_window_is_where_most_is_said() -> None:
    lone, first, second = signal("name", 1, 0.2), signal("place", 20, 0.7), signal("date", 21, 0.5)

    window = best_window([lone, first, second])

    assert set(window.signals) == {first, second}


def test_a_thing_said_twice_counts_once_at_its_strongest() -> None:
    assert sums([signal("place", 0, 0.4), signal("place", 3, 0.7), signal("place", 3, 0.2, "y")]) == {
        "place": 0.7 + 0.2
    }


def test_what_is_true_of_the_whole_page_is_in_every_window() -> None:
    dated = signal("date", -1, 0.25)

    assert dated in best_window([signal("place", 5, 0.7)], [dated]).signals
