"""When a matcher is asked, asked aside, left out, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from beside.matching import quarantined_matchers, release_matcher
from beside.matching.breaker import FORGIVEN, PAUSE_SECONDS, STRIKES, Breaker, Turn
from beside.matching.quarantine import QuarantineFile


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def struck(clock: Clock) -> Breaker:
    breaker = Breaker(clock)
    for _ in range(STRIKES):
        breaker.strike("failed", "raised ValueError")
    return breaker


def test_after_a_failure_it_is_asked_aside_one_page_at_a_time(clock: Clock) -> None:
    breaker = Breaker(clock)
    breaker.strike("failed", "raised ValueError")

    assert (breaker.turn(), breaker.turn()) == (Turn.ASIDE, Turn.NEVER)
    assert breaker.told.reason == "raised ValueError"


def test_a_good_answer_aside_ends_probation(clock: Clock) -> None:
    breaker = Breaker(clock)
    breaker.strike("failed", "raised ValueError")
    breaker.turn()
    breaker.good()

    assert (breaker.turn(), breaker.told.state) == (Turn.NOW, "ok")


def test_good_answers_wipe_out_failures(clock: Clock) -> None:
    breaker = Breaker(clock)
    for _ in range(STRIKES * 2):
        assert not breaker.strike("failed", "raised ValueError")
        for _ in range(FORGIVEN):
            breaker.good()

    assert not breaker.quarantined


def test_quarantine_is_left_by_a_trial_after_a_pause(struck: Breaker, clock: Clock) -> None:
    assert (struck.told.state, struck.turn()) == ("quarantined", Turn.NEVER)
    clock.now = PAUSE_SECONDS

    assert struck.turn() is Turn.ASIDE
    assert struck.good()
    assert struck.turn() is Turn.NOW


def test_a_trial_that_fails_doubles_the_pause(struck: Breaker, clock: Clock) -> None:
    clock.now = PAUSE_SECONDS
    struck.turn()
    struck.strike("failed", "raised KeyError")
    clock.now += PAUSE_SECONDS

    assert struck.turn() is Turn.NEVER
    clock.now += PAUSE_SECONDS
    assert struck.turn() is Turn.ASIDE


def test_the_admin_can_take_one_back(tmp_path: Path) -> None:
    file = tmp_path / "matchers.json"
    QuarantineFile(file).add("ships", "raised ValueError", "1.0")

    assert [(one.name, one.reason, one.code) for one in quarantined_matchers(file)] == [
        ("ships", "raised ValueError", "1.0")
    ]
    assert (release_matcher(file, "ships"), release_matcher(file, "ships")) == (True, False)
    assert quarantined_matchers(file) == ()


def test_a_running_service_notices_what_another_process_changed(tmp_path: Path) -> None:
    held = QuarantineFile(tmp_path / "matchers.json")
    held.add("ships", "raised ValueError", "1.0")
    release_matcher(tmp_path / "matchers.json", "ships")

    assert held.all() == {}


@pytest.mark.parametrize("text", ["", "[]", '{"ships": 3}', '{"ships": {}}', "\x00"])
def test_a_spoilt_file_holds_nobody(text: str, tmp_path: Path) -> None:
    (tmp_path / "matchers.json").write_text(text)

    assert quarantined_matchers(tmp_path / "matchers.json") == ()


def test_where_nothing_can_be_written_it_is_kept_in_memory(tmp_path: Path) -> None:
    held = QuarantineFile(tmp_path / "no folder" / "matchers.json")
    held.add("ships", "raised ValueError", "1.0")

    assert set(held.all()) == {"ships"}
