"""What a weight is worth: rising, readable, applied by the host to the code it was made for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest

from beside.calibration import Calibration, Calibrations, Kept, Knot, fit, from_table, to_table
from beside.model import Match, StampedMatch

TABLE = Calibration((Knot(0.2, 0.1, 20), Knot(0.6, 0.5, 20)))


@dataclass
class Found:
    name: str
    where: str
    fingerprint: str


def kept(applied: bool = True, code: str = "abc") -> Kept:
    return Kept("ships@0.1", code, applied, "why", TABLE)


def weight(calibrations: Calibrations, stamp: str = "ships@0.1") -> float:
    (stamped,) = calibrations.apply([StampedMatch(stamp, Match(0, "claim:C1", 0.6))])
    return stamped.match.weight


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Kept], Calibrations]:
    def written(table: Kept) -> Calibrations:
        (tmp_path / "ships@0.1.json").write_bytes(orjson.dumps({"kept": to_table(table)}))
        return Calibrations(tmp_path, [Found("ships", "ships:matcher", "abc")])

    return written


def test_one_weight_for_everything_becomes_the_share_that_was_right() -> None:
    (knot,) = fit([(0.9, n < 25) for n in range(98)]).knots

    assert (knot.weight, knot.chance, knot.seen) == (0.9, 0.26, 98)


def test_a_heavier_weight_is_never_worth_less() -> None:
    noisy = [(n / 200, (n * 7919) % 13 < 4 + n // 40) for n in range(200)]
    chances = [fit(noisy).chance(n / 100) for n in range(1, 101)]

    assert chances == sorted(chances)
    assert 1 < len(fit(noisy).knots) <= 9


def test_a_dozen_pages_never_make_a_certainty() -> None:
    assert 0.0 < fit([(0.5, False)] * 12).chance(0.5) < fit([(0.5, True)] * 12).chance(0.5) < 1.0


def test_between_knots_stands_a_straight_line_and_beyond_them_the_last_one() -> None:
    assert [round(TABLE.chance(w), 3) for w in (0.0, 0.1, 0.4, 0.6, 0.9)] == [0.0, 0.1, 0.3, 0.5, 0.5]


def test_without_a_table_a_weight_stays_what_it_is() -> None:
    assert [Calibration().chance(w) for w in (0.0, 0.3, 1.0)] == [0.0, 0.3, 1.0]
    assert fit([]).knots == ()


def test_a_table_is_written_and_read_again() -> None:
    assert from_table(orjson.loads(orjson.dumps(to_table(kept())))) == kept()


@pytest.mark.parametrize("chance", [-0.1, 1.1])
def test_a_table_that_gives_no_chances_is_refused(chance: float) -> None:
    with pytest.raises(ValueError, match="chances"):
        from_table({**to_table(kept()), "calibration": [{"weight": 0.1, "chance": chance, "seen": 1}]})


def test_the_host_applies_it_to_that_matcher_and_version_alone(write: Callable[[Kept], Calibrations]) -> None:
    calibrations = write(kept())

    assert [weight(calibrations, stamp) for stamp in ("ships@0.1", "ships@0.2", "places@1.0")] == [0.5, 0.6, 0.6]


def test_a_table_that_is_not_worth_it_or_of_other_code_is_left_aside(write: Callable[[Kept], Calibrations]) -> None:
    assert weight(write(kept(applied=False))) == 0.6
    assert weight(write(kept(code="another"))) == 0.6


def test_a_file_that_is_edited_while_the_service_runs_loses_its_table(write: Callable[[Kept], Calibrations]) -> None:
    calibrations = write(kept())
    before = weight(calibrations)
    calibrations.know([Found("ships", "ships:matcher", "edited")])

    assert (before, weight(calibrations)) == (0.5, 0.6)


def test_a_new_table_holds_from_the_next_page_on(tmp_path: Path, write: Callable[[Kept], Calibrations]) -> None:
    calibrations = Calibrations(tmp_path)
    before = weight(calibrations)
    write(kept())

    assert (before, weight(calibrations)) == (0.6, 0.5)


def test_a_file_that_cannot_be_read_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "ships@0.1.json").write_text("{")

    assert weight(Calibrations(tmp_path)) == 0.6
