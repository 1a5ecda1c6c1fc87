"""Dates as precise as their source: EDTF, levels 0 and 1. Comes in: a value. Goes out: what is wrong with it."""

from __future__ import annotations

import contextlib
import functools
import io
import re
import warnings
from datetime import date

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # edtf's grammar trips pyparsing's own diagnostics when it is imported
    from edtf import parse_edtf

_HOW = "use an EDTF date such as 2022-11-13, 2022-11, 2022, 2023-04~ or 2024-11-27/2024-12-03"
_DATE = r"\d\d(?:\d\d|\dX|XX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[?~%]?"
_SHAPE = re.compile(rf"{_DATE}|{_DATE}/(?:{_DATE}|\.\.)?|(?:\.\.)?/{_DATE}", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?", re.ASCII)


def edtf_date(value: object) -> str | None:
    """What is wrong with an EDTF string, or None."""
    if not isinstance(value, str):
        return f"must be a date in quotation marks; {_HOW}"
    if not _SHAPE.fullmatch(value) or not _is_edtf(value) or not all(map(_is_day, _DAY.findall(value))):
        return f'is no date: "{value[:40]}"; {_HOW}'
    if _runs_backwards(value):
        return f'ends before it begins: "{value}"; write the earlier date first'
    return None


def time_of_day(value: object) -> str | None:
    """What is wrong with a time of day, or None."""
    good = isinstance(value, str) and _TIME.fullmatch(value)
    return None if good else 'is no time of day; use hours and minutes in quotation marks, such as "00:04"'


@functools.cache  # the grammar takes 10 ms a date, and a corpus has the same few again and again
def _is_edtf(value: str) -> bool:
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # edtf prints before it gives up on some input
            parse_edtf(value)
    except Exception:  # and gives up in ways of its own: AttributeError, TypeError
        return False
    return True


def _is_day(parts: tuple[str, str, str]) -> bool:
    """Whether the calendar has that day: edtf lets 29 February of any year pass."""
    try:
        date(*map(int, parts))
    except ValueError:
        return False
    return True


def _runs_backwards(value: str) -> bool:
    first, _, last = (part.rstrip("?~%") for part in value.partition("/"))
    if not last or "X" in value or "." in value or not first:
        return False
    return last[: len(first)] < first[: len(last)]
