"""Whose people suffer, by the company a side's name keeps. Comes in: words, whose they are. Goes out: a lean a side.

Rules read plain phrases (`harmed.py`, `captors.py`, `aside.py`); news tells it in many more ways: who complains and who
denies, who opens a case, whose men others are said to hold. So the concepts before and behind every naming of a side
are counted, beside what the rules read, and weighed by `role_weights.json`. Concepts have no language and no side: the
weights cannot know which side is named, and with the sides exchanged the leans are exchanged. Fitted by
`benchmarks/fit-roles` on pages in five languages. Source of the idea: "a word by the company it keeps" (Firth 1957);
lexical features of semantic roles (Gildea and Jurafsky 2002).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import sqrt

from ..language import Word, base_language, concept
from .surrender import Kinds, People

NEAR = 6  # words before and behind a side's name
INFLECTED = ("uk", "ru")  # languages whose endings tell who does and who suffers
ADJECTIVE = re.compile(r"(?:ськ|ск)(\w{1,3})$")  # nouns have endings by which one side could be told from the other
PEOPLE, STATE = "people", "state"  # what a word that names a side may be

# By side, what stands beside its names, and how often; what is nearer counts more.
Company = dict[str, dict[str, float]]
Leans = Mapping[str, float]  # by side, in log-odds against another: above 0 its people suffer, below they do it


def weigh(company: Mapping[str, Mapping[str, float]]) -> Leans:
    """How far each side that is named is told as the one that suffers."""
    weights = shipped_weights()
    return {side: sum(weights.get(name, 0.0) * sqrt(n) for name, n in told.items()) for side, told in company.items()}


@cache
def shipped_weights() -> Mapping[str, float]:
    """The weights that come with the project."""
    table = json.loads(files(__package__).joinpath("role_weights.json").read_text("utf-8"))
    return {str(name): float(weight) for name, weight in table["weights"].items()}


def merge(companies: Iterable[Mapping[str, Mapping[str, float]]]) -> Company:
    """The company of several passages as one."""
    merged: Company = {}
    for company in companies:
        for side, told in company.items():
            counts = merged.setdefault(side, {})
            for name, n in told.items():
                counts[name] = counts.get(name, 0.0) + n
    return merged


def company_in(line: Sequence[Word], named: People, what: Sequence[str | None], lang: str) -> Company:
    """The company of the sides named in one passage. ``what``: of each word that names a side, what it is."""
    kinds = [concept(word.folded) for word in line]
    found: Company = {}
    for j, side in enumerate(named):
        if side:
            counts = found.setdefault(side, {})
            for name, n in _beside(line, kinds, named, j, what[j] or STATE, lang):
                counts[name] = counts.get(name, 0.0) + n
    if len(found) == 1:
        for counts in found.values():
            counts |= {f"alone {kind}": 1.0 for kind in kinds if kind}
    return found


def _beside(
    line: Sequence[Word], kinds: Kinds, named: People, j: int, what: str, lang: str
) -> Iterator[tuple[str, float]]:
    """What stands near word ``j``, which names a side: a name for each, and how much it counts."""
    case = ADJECTIVE.search(line[j].folded) if base_language(lang) in INFLECTED else None
    ending = case.group(1) if case else ""
    yield what, 1.0
    for k in range(max(0, j - NEAR), min(len(line), j + NEAR + 1)):
        kind = "its own" if named[k] and named[k] == named[j] else "another side" if named[k] else kinds[k]
        if k == j or not kind:
            continue
        where, near = "behind" if k < j else "before", 1 / abs(k - j)
        yield f"{what} {where} {kind}", near
        if abs(k - j) == 1:
            yield f"{what} right {where} {kind}", 1.0
        if not named[k]:
            yield f"{where} {kind}", near
            if ending:
                yield f"{what} -{ending} {where} {kind}", near
