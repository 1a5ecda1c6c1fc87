"""What went wrong, for a reader. Comes in: a problem's English words. Goes out: the same in the language spoken.

A problem is worded in English, for scripts; its fixed sentences are the keys here, with $1, $2 ... for their numbers.
"""

from __future__ import annotations

import re

from .problems import Problem
from .words import language, t, term

ONE_OF = "must be one of "
NUMBER = re.compile(r"\d+")


def title_of(problem: Problem) -> str:
    """The title of an error page."""
    if language() == "en":
        return problem.title
    told = term("error", str(problem.status))
    return t("error") if told == str(problem.status) else told


def in_words(detail: str) -> str:
    """A sentence about a fault; one that has no translation stays in English."""
    if detail.startswith(ONE_OF):
        key, values = f"{ONE_OF}$1", [detail.removeprefix(ONE_OF)]
    else:
        values = NUMBER.findall(detail)
        count = iter(range(1, len(values) + 1))
        key = NUMBER.sub(lambda _: f"${next(count)}", detail)
    words = t(key, *values)
    return detail if words == key else words
