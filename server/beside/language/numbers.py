"""Numbers in running text. Comes in: text, language. Goes out: Number(start, end, value, comparator).

Digits with any thousands separator, number words of English, Ukrainian and Russian, and what stands before:
"more than 4,700" is > 4700, "about ten" is ~ 10.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import Word, words

TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SAID = {
    2: "два двое двоє две дві двух двох",
    3: "три трое троє",
    4: "четыре чотири",
    5: "пять п'ять",
    6: "шесть шестеро шість шести",
    7: "семь сім",
    8: "восемь вісім",
    9: "девять дев'ять",
    10: "десять десяти десятеро десятка",
    12: "dozen",
    20: "двадцать двадцять",
}
SCALED = {
    1e2: "hundred сто", 1e3: "thousand тысяч тисяч тысячи тисячі тыс тис",
    1e6: "million миллионов мільйонів миллиона мільйони млн", 1e9: "billion",
}  # fmt: skip
UNITS = {
    **{word: float(value) for value, word in enumerate(TEENS.split())},
    **{word: 20.0 + 10 * step for step, word in enumerate(TENS.split())},
    **{word: float(value) for value, said in SAID.items() for word in said.split()},
}
SCALES = {word: value for value, said in SCALED.items() for word in said.split()}
GROUPED = r"(?<![\w.,:/-])\d{1,3}(?:[ \u00a0\u202f,.']\d{3})+(?!\d)"
PLAIN = r"(?<![\w:/])\d+(?:[.,]\d{1,2})?(?![\d:/])"
DIGITS = re.compile(f"{GROUPED}|{PLAIN}")
COMPARATORS = {
    ">": r"more than|over|above|exceed\w*|at least|больше|более|свыше|не менее|понад|більше|щонайменше",
    "<": r"less than|fewer than|under|up to|nearly|almost|менее|до|почти|менше|майже",
    "~": r"about|around|some|roughly|approximately|около|примерно|порядка|близько|приблизно",
}
BEFORE = tuple((sign, re.compile(rf"(?:{said})\W+(?:a\W+)?$", re.I)) for sign, said in COMPARATORS.items())
LOOK_BACK = 24


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
        scale = SCALES.get(tail.group(1).casefold()) if tail else None
        end = match.end() + tail.end() if tail and scale else match.end()
        spans.append((match.start(), end, value * (scale or 1)))
    return spans


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f,.']\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


def _spelled(text: str, lang: str) -> list[tuple[int, int, float]]:
    spans: list[tuple[int, int, float]] = []
    run: list[Word] = []
    for word in (*words(text, lang), None):
        if word and (word.folded in UNITS or word.folded in SCALES) and (not run or word.start - run[-1].end <= 1):
            run.append(word)
            continue
        if run:
            spans.append((run[0].start, run[-1].end, _spoken(run)))
        run = [word] if word and (word.folded in UNITS or word.folded in SCALES) else []
    return [span for span in spans if span[2] > 0]


def _spoken(run: list[Word]) -> float:
    if run[0].folded in SCALES and len(run) == 1:
        return SCALES[run[0].folded] if run[0].folded in ("hundred", "сто") else 0.0
    total = current = 0.0
    for word in run:
        if word.folded in SCALES:
            current = (current or 1) * SCALES[word.folded]
            total, current = total + current, 0.0
        else:
            current += UNITS[word.folded]
    return total + current


def _comparator(text: str, start: int) -> str:
    before = text[max(0, start - LOOK_BACK) : start]
    return next((sign for sign, pattern in BEFORE if pattern.search(before)), "=")
