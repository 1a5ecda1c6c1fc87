"""Dates in running text and in EDTF. Comes in: text, language, the page's own date. Goes out: DateMention(s), spans.

Month names are CLDR's, by Babel (English, Ukrainian, Russian, German, French; wide and short, both cases).
A day without a year stays without one, unless the text is known to speak of a year, or the page's own date tells which
is meant: the last one before it. Weekdays, "yesterday" and "today" need the page's own date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from time import struct_time

from babel.dates import get_day_names, get_month_names
from edtf import parse_edtf

LANGUAGES = ("en", "uk", "ru", "de", "fr")
LAST_YEAR = 2999  # days are added to dates: far ones would leave the calendar
YEAR = r"(?P<year>(?:19|20)\d\d)"
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
def month_numbers() -> dict[str, int]:
    """Folded month names and short forms of all LANGUAGES -> 1 to 12."""
    names: dict[str, int] = {}
    for lang in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, lang).items():
                    names.setdefault(name.casefold().rstrip("."), number)
    # Cases that a day does not govern: "in November" is said in the locative and the like.
    for number, forms in LOCATIVES.items():
        names.update(dict.fromkeys(forms.split(), number))
    return {name: number for name, number in names.items() if len(name) > 2} | {"sept": 9}


LOCATIVES = {
    1: "январе січні", 2: "феврале лютому", 3: "марте березні", 4: "апреле квітні", 5: "мае травні", 6: "июне червні",
    7: "июле липні", 8: "августе серпні", 9: "сентябре вересні", 10: "октябре жовтні", 11: "ноябре листопаді",
    12: "декабре грудні",
}  # fmt: skip


@cache
def weekday_numbers() -> dict[str, int]:
    """Folded weekday names of all LANGUAGES -> 0 (Monday) to 6."""
    wide = {name.casefold(): n for lang in LANGUAGES for n, name in get_day_names("wide", locale=lang).items()}
    return wide | {"среду": 2, "пятницу": 4, "субботу": 5, "середу": 2, "п’ятницю": 4, "п'ятницю": 4, "суботу": 5}


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(r"\b(?P<weekday>" + "|".join(map(re.escape, weekday_numbers())) + r")\b", re.I)


# What stands before a month without a day: a month alone may be a name, or a verb.
BEFORE_A_MONTH = (
    "in|since|last|this|previous|mid|late|early|of|by|until|в|у|с|з|из|от|до|від|минулого|цього|прошлого|минувшего|этого|"
    "im|vergangenen|letzten|vorigen|en|au"
)
# "On Wednesday" is the last one up to the page's own day; "yesterday" is the day before it.
YESTERDAY, TODAY = "yesterday вчера вчора gestern hier", "today сегодня сьогодні heute"
DAY_WORDS = dict.fromkeys(TODAY.split(), 0) | dict.fromkeys(YESTERDAY.split(), 1)


@cache
def _day_word() -> re.Pattern[str]:
    return re.compile(r"\b(?P<dayword>" + "|".join(DAY_WORDS) + r")\b", re.I)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = "(?P<month>" + "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True)) + r")\b\.?"
    return (
        re.compile(rf"\b{DAY}\s+(?:of\s+)?{month}(?:,?\s+{YEAR}\b)?", re.I),
        re.compile(rf"\b{month}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*:)(?:,?\s+{YEAR}\b)?", re.I),
        re.compile(rf"\b{month}(?:\s+of)?,?\s+{YEAR}\b", re.I),
        re.compile(rf"\b(?:{BEFORE_A_MONTH})[\s-]+{month}", re.I),
    )


def dates(
    text: str, lang: str = "en", published: str | None = None, year: int | None = None
) -> tuple[DateMention, ...]:
    """Every date named in ``text``, in order; the longest reading of each place.

    ``published``: the page's own date, in EDTF. ``year``: the year that the text is speaking of, where it is known.
    """
    page_day = _page_day(published)
    patterns = (ISO, DOTTED, *_patterns(), BARE_YEAR, *((_weekday(), _day_word()) if page_day else ()))
    found = [m for p in patterns for m in p.finditer(text)]
    taken: list[DateMention] = []
    for match in sorted(found, key=lambda m: (m.start() - m.end(), m.start())):
        if any(match.start() < t.end and t.start < match.end() for t in taken):
            continue
        mention = _mention(match, page_day, year)
        if mention:
            taken.append(mention)
    return tuple(sorted(taken, key=lambda t: t.start))


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
    if "month" not in groups:
        return DateMention(match.start(), match.end(), int(groups["year"]), None, None)
    month = groups["month"].casefold()
    number = int(month) if month.isdecimal() else month_numbers()[month]
    day = int(groups["day"]) if groups.get("day") else None
    year = int(groups["year"]) if groups.get("year") else spoken_of or _year_before(page_day, number, day)
    if not 1 <= number <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return DateMention(match.start(), match.end(), year, number, day)


def _days_back(match: re.Match[str], page_day: date, days: int) -> DateMention:
    day = page_day - timedelta(days=days)
    return DateMention(match.start(), match.end(), day.year, day.month, day.day)


def _year_before(page_day: date | None, month: int, day: int | None) -> int | None:
    if page_day is None:
        return None
    return page_day.year if (month, day or 1) <= (page_day.month, page_day.day) else page_day.year - 1
