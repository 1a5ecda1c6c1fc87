"""EDTF dates as people say them, in English. Comes in: an EDTF string. Goes out: words, as precise as the string."""

from __future__ import annotations

import re

NAMES = "January February March April May June July August September October November December"
MONTHS = {f"{number:02d}": name for number, name in enumerate(NAMES.split(), 1)}
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>[0-3]\d))?(?:-(?P<day>\d\d))?(?:T[\d:+Z-]+)?(?P<mark>[?~%]?)")
DECADE = re.compile(r"(?P<decade>\d{3})X(?P<mark>[?~%]?)")


def spoken(edtf: str) -> str:
    """A date, or a span of dates; what this program has no words for is shown as it stands."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if last in ("", ".."):
        return f"from {_point(first)}"
    if first in ("", ".."):
        return f"until {_point(last)}"
    return f"{_point(first)} to {_point(last)}"


def _point(edtf: str) -> str:
    if decade := DECADE.fullmatch(edtf):
        return _marked(f"the {decade['decade']}0s", decade["mark"])
    found = POINT.fullmatch(edtf)
    if not found:
        return edtf
    named = _month(found["month"])
    if named is None:
        return edtf
    day = str(int(found["day"])) if found["day"] else ""
    return _marked(" ".join(part for part in (day, named, found["year"]) if part), found["mark"])


def _month(number: str | None) -> str | None:
    return (MONTHS | SEASONS).get(number) if number else ""


def _marked(words: str, mark: str) -> str:
    about = f"about {words}" if mark in ("~", "%") else words
    return f"{about} (uncertain)" if mark in ("?", "%") else about
