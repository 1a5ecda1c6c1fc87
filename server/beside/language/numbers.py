"""Numbers in running text. Comes in: text, language. Goes out: Number(start, end, value, comparator).

Digits with any thousands separator, number words (see number_words.py), and what stands before:
"more than 4,700" is > 4700, "about ten" is ~ 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .number_words import may_begin, scale_words, spoken
from .words import Word, base_language, fold, words

GROUPED = r"(?<![\w.,:/-])\d{1,3}(?:[ \u00a0\u202f,.']\d{3})+(?!\d)"
PLAIN = r"(?<![\w:/])\d+(?:[.,]\d{1,2})?(?![\d:/])"
DIGITS = re.compile(f"{GROUPED}|{PLAIN}")
COMPARATORS = {
    ">": r"more than|over|above|exceed\w*|at least|больше|более|свыше|не менее|понад|більше|щонайменше|"
    r"mehr als|über|mindestens|plus de|au moins",
    "<": r"less than|fewer than|under|up to|nearly|almost|менее|до|почти|менше|майже|"
    r"weniger als|unter|bis zu|fast|knapp|moins de|jusqu'à|près de|presque",
    "~": r"about|around|some|roughly|approximately|около|примерно|порядка|близько|приблизно|"
    r"etwa|rund|ungefähr|circa|environ|quelque",
}
ARTICLE = r"(?:(?:a|ein\w*|une?)\W+)?"
BEFORE = tuple((sign, re.compile(rf"(?:{said})\W+{ARTICLE}$", re.I)) for sign, said in COMPARATORS.items())
LOOK_BACK = 24
PER_CENT = re.compile(r"\b(?:pour|per)\s+$", re.I)  # "pour cent" is no hundred
LONGEST = 12  # words of one number


@dataclass(frozen=True, slots=True)
class Number:
    """``text[start:end]`` says ``value``; comparator one of = ~ > <."""

    start: int
    end: int
    value: float
    comparator: str


def numbers(text: str, lang: str = "en") -> tuple[Number, ...]:
    """Every number in order of place."""
    found = sorted({*_digits(text), *_spelled(text, lang)})
    return tuple(Number(start, end, value, _comparator(text, start)) for start, end, value in found)


def _digits(text: str) -> list[tuple[int, int, float]]:
    spans = []
    for match in DIGITS.finditer(text):
        value = _value(match.group())
        tail = re.match(r"[\s-]*(\w+)", text[match.end() : match.end() + LOOK_BACK])
        scale = scale_words().get(fold(tail.group(1))) if tail else None
        end = match.end() + tail.end() if tail and scale else match.end()
        spans.append((match.start(), end, value * (scale or 1)))
    return spans


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f,.']\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


def _spelled(text: str, lang: str) -> list[tuple[int, int, float]]:
    line = words(text, lang)
    base = base_language(lang)
    spans: list[tuple[int, int, float]] = []
    n = 0
    while n < len(line):
        used = 0
        if may_begin(line[n].folded, base):
            value, used = spoken([word.folded for word in _run(line, n)], base)
            if value > 1 and not PER_CENT.search(text[: line[n].start][-LOOK_BACK:]):
                spans.append((line[n].start, line[n + used - 1].end, value))
        n += max(used, 1)
    return spans


def _run(line: Sequence[Word], first: int) -> Iterator[Word]:
    """The words from the first on that only a space or a hyphen divides."""
    for n in range(first, min(len(line), first + LONGEST)):
        if n > first and line[n].start - line[n - 1].end > 1:
            return
        yield line[n]


def _comparator(text: str, start: int) -> str:
    before = text[max(0, start - LOOK_BACK) : start]
    return next((sign for sign, pattern in BEFORE if pattern.search(before)), "=")
