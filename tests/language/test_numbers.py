from __future__ import annotations

import pytest

from beside.language import numbers


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("more than 4,700 missiles", 4700, ">"),
        ("4\u00a0700 ракет", 4700, "="),
        ("about ten men", 10, "~"),
        ("over a dozen blasts", 12, ">"),
        ("20 million people", 20_000_000, "="),
        ("twenty-one ships", 21, "="),
        ("более 630 пленных", 630, ">"),
        ("шесть солдат", 6, "="),
        ("3.5 metres", 3.5, "="),
    ],
)
def test_a_number_is_read_with_what_stands_before_it(text: str, value: float, comparator: str) -> None:
    (number,) = numbers(text)

    assert (number.value, number.comparator) == (value, comparator)


def test_a_time_of_day_is_no_number() -> None:
    assert numbers("at 12:30") == ()


def test_digits_do_not_run_together() -> None:
    assert [number.value for number in numbers("95 for 95")] == [95, 95]
