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


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("six hundred and thirty Ukrainians", "en", 630),
        ("the fifty-eighth exchange", "en", 58),
        ("дев'яносто п'ятеро воїнів", "uk", 95),
        ("п'ятдесят восьмий обмін", "uk", 58),
        ("чотири тисячі сімсот ракет", "uk", 4700),
        ("шестисот тридцати пленных", "ru", 630),
        ("девяносто пять человек", "ru", 95),
        ("mehr als viertausendsiebenhundert Raketen", "de", 4700),
        ("der achtundfünfzigste Austausch", "de", 58),
        ("quatre-vingt-quinze soldats", "fr", 95),
        ("quatre mille sept cents missiles", "fr", 4700),
        ("vingt et un navires", "fr", 21),
    ],
)
def test_numbers_are_read_as_they_are_spelled_in_five_languages(text: str, lang: str, value: float) -> None:
    assert [number.value for number in numbers(text, lang)] == [value]


@pytest.mark.parametrize("text", ["five six", "five, six"])
def test_words_that_do_not_go_down_in_size_are_two_numbers(text: str) -> None:
    assert [number.value for number in numbers(text)] == [5, 6]


def test_first_and_second_count_nothing() -> None:
    assert numbers("the second video of the first day") == ()


@pytest.mark.parametrize(("text", "lang"), [("five per cent", "en"), ("cinq pour cent", "fr")])
def test_a_per_cent_is_no_hundred(text: str, lang: str) -> None:
    assert [number.value for number in numbers(text, lang)] == [5]
