"""EDTF dates as people say them, as the panel says them. Comes in: an EDTF string. Goes out: words, no surer than it.

The words are those of the extension's lib/dates.js; seasons and decades are the pages' own.
"""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date, format_skeleton

from .words import language, t

SEASONS = ("21", "22", "23", "24")
POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>[0-3]\d))?(?:-(?P<day>\d\d))?(?:T[\d:+Z-]+)?(?P<mark>[?~%]?)")
DECADE = re.compile(r"(?P<decade>\d{3})X(?P<mark>[?~%]?)")
MARKED = {"?": "datePerhaps", "~": "dateAbout", "%": "datePerhapsAbout"}


def spoken(edtf: str) -> str:
    """A date, or a span of dates; what this program has no words for is shown as it stands."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if last in ("", ".."):
        return t("dateFrom", _point(first))
    if first in ("", ".."):
        return t("dateUntil", _point(last))
    return t("dateFromTo", _point(first), _point(last))


def _point(edtf: str) -> str:
    if decade := DECADE.fullmatch(edtf):
        return _marked(t("dateDecade", f"{decade['decade']}0"), decade["mark"])
    found = POINT.fullmatch(edtf)
    words = _words(found["year"], found["month"], found["day"]) if found else None
    return _marked(words, found["mark"]) if found and words else edtf


def _words(year: str, month: str | None, day: str | None) -> str | None:
    """Year, month and day in words; None where there is no such day."""
    if month in SEASONS:
        return t(f"season_{month}", year)
    try:
        known = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    locale = "en_GB" if language() == "en" else language()
    if day:
        return format_date(known, "long", locale=locale)
    return format_skeleton("yMMMM", known, locale=locale) if month else year


def _marked(words: str, mark: str) -> str:
    return t(MARKED[mark], words) if mark else words
