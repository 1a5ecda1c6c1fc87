"""The data sheet: right and wrong alone, the cards without and with, cost; kept, and read again."""

from __future__ import annotations

import re
from pathlib import Path

import orjson
import pytest

from beside.bench import DataSheet, NoSuchMatcher, Trial, data_sheet, find_candidate, keep, kept_sheets, read_set
from beside.bench.calibrating import Gain, verdict_on
from beside.bench.measures import Counts
from beside.bench.telling import sheet_in_words
from beside.calibration import Calibrations, Kept
from beside.home import Home
from beside.matching import Limits
from beside.model import Match, StampedMatch


@pytest.fixture(scope="module")
def made(trial: Trial, pages: Path) -> tuple[DataSheet, Kept]:
    return data_sheet(trial, [read_set(pages, trial.releases)], Limits())


def test_it_tells_every_set_and_in_it_every_language(made: tuple[DataSheet, Kept]) -> None:
    lines = made[0].lines

    assert {line.group for line in lines} == {"examples"}
    assert lines[0].lang == "all"
    assert lines[0].pages == sum(line.pages for line in lines[1:])
    assert sum((line.without for line in lines[1:]), Counts()) == lines[0].without


def test_alone_it_is_often_wrong_and_the_cards_are_no_worse_for_it(made: tuple[DataSheet, Kept]) -> None:
    whole = made[0].lines[0]

    assert 0 < whole.alone.right < whole.alone.said
    assert whole.gain >= 0


def test_weights_that_promise_too_much_are_calibrated(made: tuple[DataSheet, Kept]) -> None:
    sheet, kept = made

    assert kept.applied, kept.reason
    assert kept.calibration.chance(0.9) < 0.9
    assert sheet.gain.error_calibrated < sheet.gain.error


def test_cost_is_time_memory_and_the_size_of_the_index(made: tuple[DataSheet, Kept]) -> None:
    usage = made[0].usage

    assert 0 < usage.page_ms <= usage.page_ms_p95
    assert usage.long_page_ms > 0
    assert usage.memory_mb is None or usage.memory_mb > 5
    assert usage.index_bytes == 5 * 2  # five bytes for each of two corpora


def test_a_kept_sheet_is_read_again_and_its_calibration_applied(made: tuple[DataSheet, Kept], home: Home) -> None:
    keep(home, *made)
    (table,) = kept_sheets(home)
    (stamped,) = Calibrations(home.root / "bench").apply([StampedMatch("gates@0.1", Match(0, "claim:C1", 0.9))])

    assert (table["sheet"]["matcher"], table["kept"]["stamp"]) == ("gates", "gates@0.1")
    assert stamped.match.weight == made[1].calibration.chance(0.9)


def test_a_sheet_holds_no_text_of_a_page(made: tuple[DataSheet, Kept], home: Home, pages: Path) -> None:
    kept = keep(home, *made).read_text()

    for line in pages.read_text().splitlines():
        assert not [s for s in re.split(r"[.\n]", orjson.loads(line)["text"]) if len(s) > 20 and s in kept]


def test_in_words_it_is_a_table(made: tuple[DataSheet, Kept], home: Home) -> None:
    keep(home, *made)
    (table,) = kept_sheets(home)
    told = "\n".join(sheet_in_words(table["sheet"], table["kept"]))

    assert "gates@0.1" in told
    assert "Calibration is applied" in told


def gain(pairs: int = 40, error: float = 0.1, without: int = 5, calibrated: int = 5) -> Gain:
    counts = [Counts(right, 10, 10) for right in (without, without, calibrated)]
    return Gain(pairs, 9, 0.2, error, *counts)


@pytest.mark.parametrize(
    ("told", "own", "pages", "reason"),
    [
        (gain(), True, 30, "of the shelf"),
        (gain(pairs=11), False, 30, "too little"),
        (gain(), False, 5, "too little"),
        (gain(error=0.2), False, 30, "no worse"),
        (gain(calibrated=4), False, 30, "cards would be worse"),
    ],
)
def test_a_table_is_not_applied_without_good_reason(told: Gain, own: bool, pages: int, reason: str) -> None:
    applied, why = verdict_on(told, own, pages)

    assert not applied
    assert reason in why


def test_a_matcher_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(NoSuchMatcher, match="places"):
        find_candidate("no-such", None)
    with pytest.raises(NoSuchMatcher, match="no such file"):
        find_candidate(str(tmp_path / "gone.py"), None)


def test_a_file_may_not_bear_the_name_of_one_of_ours(tmp_path: Path) -> None:
    (tmp_path / "places.py").write_text("")
    with pytest.raises(NoSuchMatcher, match="our own"):
        find_candidate(str(tmp_path / "places.py"), None)
