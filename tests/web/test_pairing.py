"""Pairing, step by step, with a clock that is turned by hand."""

from __future__ import annotations

from hashlib import sha256

import pytest

from beside.web.pace import TRIES, TooManyTries
from beside.web.pairing import LASTS, REMEMBERED, WAITS, Pairings, Stage, digits

SECRET = "0123456789abcdef" * 4
HASH = sha256(SECRET.encode()).hexdigest()


class Clock:
    """Seconds, turned by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pairings(clock: Clock) -> Pairings:
    return Pairings(clock)


def test_a_pairing_is_opened_allowed_and_redeemed_once(pairings: Pairings) -> None:
    stages = [pairings.open(HASH), pairings.redeem(SECRET), pairings.decide(HASH, allow=True), pairings.redeem(SECRET)]

    assert stages == [Stage.WAITING, Stage.WAITING, Stage.ALLOWED, Stage.ALLOWED]
    assert pairings.redeem(SECRET) is Stage.DONE


def test_what_was_refused_stays_refused(pairings: Pairings) -> None:
    pairings.open(HASH)
    pairings.decide(HASH, allow=False)

    assert pairings.decide(HASH, allow=True) is Stage.OVER
    assert pairings.redeem(SECRET) is Stage.OVER
    assert pairings.open(HASH) is Stage.OVER


def test_nothing_is_allowed_whose_page_was_not_shown(pairings: Pairings) -> None:
    assert pairings.decide(HASH, allow=True) is Stage.UNKNOWN
    assert pairings.redeem(SECRET) is Stage.UNKNOWN


def test_what_was_allowed_lasts_two_minutes(pairings: Pairings, clock: Clock) -> None:
    pairings.open(HASH)
    pairings.decide(HASH, allow=True)
    clock.now += LASTS + 1

    assert LASTS == 120
    assert pairings.redeem(SECRET) is Stage.OVER


def test_what_nobody_allows_ends(pairings: Pairings, clock: Clock) -> None:
    pairings.open(HASH)
    clock.now += WAITS + 1

    assert pairings.decide(HASH, allow=True) is Stage.OVER


def test_secrets_of_no_pairing_may_be_tried_ten_times_a_minute(pairings: Pairings, clock: Clock) -> None:
    for number in range(TRIES):
        pairings.redeem(f"{number:064x}")

    with pytest.raises(TooManyTries) as caught:
        pairings.redeem("f" * 64)
    assert caught.value.seconds == 60
    clock.now += 60
    assert pairings.redeem("f" * 64) is Stage.UNKNOWN


def test_asking_for_a_pairing_that_waits_costs_no_try(pairings: Pairings) -> None:
    pairings.open(HASH)
    for _ in range(100):
        pairings.redeem(SECRET)

    assert pairings.redeem("f" * 64) is Stage.UNKNOWN


def test_somebody_elses_tries_do_not_keep_a_pairing_out(pairings: Pairings) -> None:
    pairings.open(HASH)
    for number in range(TRIES):
        pairings.redeem(f"{number:064x}")
    pairings.decide(HASH, allow=True)

    assert pairings.redeem(SECRET) is Stage.ALLOWED


def test_only_so_many_pairings_are_remembered(pairings: Pairings) -> None:
    pairings.open(HASH)
    for number in range(REMEMBERED):
        pairings.open(f"{number:064x}")

    assert pairings.redeem(SECRET) is Stage.UNKNOWN


@pytest.mark.parametrize(
    ("hash_", "shown"), [("000f4240" + "0" * 56, "000000"), ("0000002a" + "f" * 56, "000042"), ("f" * 64, "967295")]
)
def test_six_digits_stand_for_the_hash(hash_: str, shown: str) -> None:
    assert digits(hash_) == shown
