"""Dates in running text and in EDTF. Comes in: text, language, the page's own date. Goes out: DateMention(s), spans.

A day without a year stays without one, unless the text is known to speak of a year, or the page's own date tells which
is meant: the last one before it. Weekdays, "yesterday" and "today" need the page's own date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from time import struct_time

from edtf import parse_edtf

from .date_words import (
    BEFORE_A_MONTH,
    DAY_WORDS,
    day_word_pattern,
    month_adjectives,
    month_numbers,
    relative_patterns,
    weekday_numbers,
    weekday_pattern,
)

BESIDE = 4  # code points between a month and its year, as in "листопада, торік" and "novembre de l'an dernier"
LAST_YEAR = 2999  # days are added to dates: far ones would leave the calendar
YEAR = r"(?P<year>(?:19|20)\d\d)(?:-?(?:го|му|м|й|ій|ом))?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|-?го|-?е|\.)?"
BARE_YEAR = re.compile(rf"(?<![\w.,-]){YEAR}(?![\w-]|[.,]\d)")
ISO = re.compile(rf"\b{YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b")
DOTTED = re.compile(rf"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.{YEAR}\b")


@dataclass(frozen=True, slots=True)
class Span:
    """From day to day, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it spans: 1 is a day, 28 to 31 a month."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class DateMention:
    """``text[start:end]`` names a date. year, month, day are None where the text leaves them open."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    def span(self) -> Span | None:
        """The days that are meant; None without a year."""
        if self.year is None:
            return None
        parts = (f"{self.year:04d}", self.month and f"{self.month:02d}", self.day and f"{self.day:02d}")
        return edtf_span("-".join(part for part in parts if part))


@lru_cache(maxsize=10_000)
def edtf_span(edtf: str) -> Span | None:
    """The days an EDTF date or interval covers; an open end ends where it begins. None: unknown, or out of reach."""
    try:
        parsed = parse_edtf(edtf)
        ends = [_day(end) for end in (parsed.lower_strict(), parsed.upper_strict()) if not isinstance(end, float)]
    except Exception:  # the library raises its own, pyparsing's and the calendar's errors
        return None
    return Span(ends[0], ends[-1]) if ends and ends[-1].year <= LAST_YEAR else None


def _day(end: struct_time) -> date:
    return date(end.tm_year, end.tm_mon, end.tm_mday)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "(?P<month>" + "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True)) + r")\b\.?"
    return (
        re.compile(rf"\b{DAY}\s+(?:of\s+)?{month}(?:,?\s+{YEAR}\b)?", re.I),
        re.compile(rf"\b{month}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*:)(?:,?\s+{YEAR}\b)?", re.I),
        re.compile(rf"\b{month}(?:\s+of)?,?\s+{YEAR}\b", re.I),
        re.compile(rf"\b(?:{BEFORE_A_MONTH})[\s-]+{month}", re.I),
        re.compile(rf"^\W*{month}\s*:", re.I),  # an entry of a chronicle
        re.compile(rf"\b(?P<month>{'|'.join(month_adjectives())})\b(?!\s+револ)(?:\s+[^\W\d]+\s+{YEAR}\b)?", re.I),
    )


def dates(
    text: str, lang: str = "en", published: str | None = None, year: int | None = None
) -> tuple[DateMention, ...]:
    """Every date named in ``text``, in order; the longest reading of each place.

    ``published``: the page's own date, in EDTF. ``year``: the year that the text is speaking of, where it is known.
    """
    page_day = _page_day(published)
    patterns = (
        ISO,
        DOTTED,
        *_patterns(),
        BARE_YEAR,
        *((weekday_pattern(), day_word_pattern(), *relative_patterns()) if page_day else ()),
    )
    found = [m for p in patterns for m in p.finditer(text)]
    taken: list[DateMention] = []
    for match in sorted(found, key=lambda m: (m.start() - m.end(), m.start())):
        if any(match.start() < t.end and t.start < match.end() for t in taken):
            continue
        mention = _mention(match, page_day, year)
        if mention:
            taken.append(mention)
    return tuple(_joined(sorted(taken, key=lambda t: t.start), text))


def _joined(mentions: Sequence[DateMention], text: str) -> Iterator[DateMention]:
    """A month and a year that stand side by side are one date: "в ноябре прошлого года", "November last year"."""
    waiting: DateMention | None = None
    for mention in mentions:
        if waiting and mention.start - waiting.end <= BESIDE and (waiting.month is None) != (mention.month is None):
            month, year = (mention, waiting) if waiting.month is None else (waiting, mention)
            if not BARE_YEAR.search(text, month.start, month.end):
                waiting = DateMention(waiting.start, mention.end, year.year, month.month, month.day)
                continue
        if waiting:
            yield waiting
        waiting = mention
    if waiting:
        yield waiting


def _page_day(published: str | None) -> date | None:
    span = edtf_span(published) if published else None
    # A year does not tell which November is the last one.
    return span.last if span and span.days <= 31 else None


def _mention(match: re.Match[str], page_day: date | None, spoken_of: int | None) -> DateMention | None:
    groups = match.groupdict()
    if page_day and "weekday" in groups:
        return _days_back(match, page_day, (page_day.weekday() - weekday_numbers()[match.group().casefold()]) % 7)
    if page_day and "dayword" in groups:
        return _days_back(match, page_day, DAY_WORDS[match.group().casefold()])
    if page_day and match.re in relative_patterns():
        return _back(match, page_day)
    if "month" not in groups:
        return DateMention(match.start(), match.end(), int(groups["year"]), None, None)
    month = groups["month"].casefold()
    number = int(month) if month.isdecimal() else month_numbers().get(month) or month_adjectives()[month]
    day = int(groups["day"]) if groups.get("day") else None
    year = int(groups["year"]) if groups.get("year") else spoken_of or _year_before(page_day, number, day)
    if not 1 <= number <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return DateMention(match.start(), match.end(), year, number, day)


def _days_back(match: re.Match[str], page_day: date, days: int) -> DateMention:
    day = page_day - timedelta(days=days)
    return DateMention(match.start(), match.end(), day.year, day.month, day.day)


def _back(match: re.Match[str], page_day: date) -> DateMention:
    ((unit, _),) = match.groupdict().items()
    back = int(unit[-1])
    if unit.startswith("years"):
        return DateMention(match.start(), match.end(), page_day.year - back, None, None)
    years, month = divmod(12 * page_day.year + page_day.month - 1 - back, 12)
    return DateMention(match.start(), match.end(), years, month + 1, None)


def _year_before(page_day: date | None, month: int, day: int | None) -> int | None:
    if page_day is None:
        return None
    return page_day.year if (month, day or 1) <= (page_day.month, page_day.day) else page_day.year - 1
