"""Dates are EDTF, levels 0 and 1, and days that the calendar has."""

import pytest

from beside.corpus.dates import edtf_date, time_of_day

GOOD = (
    "2022 2022-11 2022-11-13 2023-04~ 2022? 2022-11-13% 20XX 2022-XX 2024-11-27/2024-12-03 2022~/2023 2022/.. ../2022"
)
BAD = "2022-13 2022-02-30 2022-02-29 2022-11-13T00:04 13.11.2022 2022-11-13/2022-11-01 2022/2023/2024 [2022,2023] 22 2022-1X"


@pytest.mark.parametrize("date", GOOD.split())
def test_a_date_is_taken(date: str) -> None:
    assert edtf_date(date) is None


@pytest.mark.parametrize("date", [*BAD.split(), "", " 2022", "2022\n", "Spring 2022", 2022, None])
def test_what_is_no_date_is_refused(date: object) -> None:
    assert edtf_date(date)


def test_the_29th_of_february_is_a_day_in_a_leap_year() -> None:
    assert edtf_date("2024-02-29") is None


@pytest.mark.parametrize("time", ["00:04", "23:59", "23:59:59"])
def test_a_time_of_day_is_taken(time: str) -> None:
    assert time_of_day(time) is None


@pytest.mark.parametrize("time", ["24:00", "7:30", "12", "", 730])
def test_what_is_no_time_of_day_is_refused(time: object) -> None:
    assert time_of_day(time)
