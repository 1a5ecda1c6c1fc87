"""Which accounts on record the page carries, and which it does not. Comes in: an incident, a page. Goes out: Told.

Each account has a chance of being on the page (on_page.json: a regression over account_features). A high one reads as
found, a very low one as not found, and between them nothing is said, since saying "not found" wrongly is worse than
saying nothing. A denial is never found as what it denies, nor "had not refused" as "refused".
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ..language import base_language
from ..model import ClaimOnPage
from ..regression import Regression
from .account_features import Compared, OnRecord, compare
from .account_words import Line
from .stance import stance_of

# The stance on record -> what the sentence must not say instead.
OPPOSED = {
    "asserts": frozenset(("denies", "doubts", "could_not_verify", "states_unknown")),
    "corroborates": frozenset(("denies", "doubts", "could_not_verify", "states_unknown")),
    "denies": frozenset(("asserts", "corroborates")),
    "doubts": frozenset(("asserts", "corroborates")),
    "could_not_verify": frozenset(("asserts", "corroborates", "denies")),
    "states_unknown": frozenset(("asserts", "corroborates", "denies")),
    "investigates": frozenset(("denies",)),
}
# What is done or not done, so that a negation turns it around.
ACTS = frozenset(
    "#attack #behead #castrate #damage #deny #deport #exchange #kill #offer #order #refuse #request #staged #surrender "
    "#torture #unwilling".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """The ids of the statements that the page was found to carry, and of those it was found not to.

    ``claims``: number of a passage -> the claims of the accounts found in it, with their stance.
    """

    found: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    claims: Mapping[int, tuple[ClaimOnPage, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The regression; from which chance "found" is said, up to which "not found", and in which languages."""

    regression: Regression
    found: float
    absent: float
    languages: frozenset[str]


@cache
def shipped_numbers() -> Numbers:
    """The numbers this version was released with."""
    table = json.loads(files("beside.ranking").joinpath("on_page.json").read_text("utf-8"))
    regression = Regression.from_table(table["regression"])
    return Numbers(regression, table["found"], table["absent"], frozenset(table["languages"]))


def tell_accounts(record: OnRecord, lines: Sequence[Line], numbers: Numbers | None = None) -> Told:
    """What can be said of each account of an incident, all lines of a page being in one language."""
    if not lines:
        return Told()
    numbers = numbers or shipped_numbers()
    chances = [(one, numbers.regression.probability(one.features)) for one in compare(record, lines)]
    found = [one for one, chance in chances if chance >= numbers.found and not turned_around(one)]
    speaks = base_language(lines[0].lang) in numbers.languages
    absent = [one for one, chance in chances if speaks and chance <= numbers.absent and not one.hinted]
    return Told(_ids(found), _ids(absent), _claims(found))


def _ids(accounts: Iterable[Compared]) -> frozenset[str]:
    return frozenset(one.account.statement.id for one in accounts)


def _claims(found: Iterable[Compared]) -> dict[int, tuple[ClaimOnPage, ...]]:
    claims: dict[int, dict[ClaimOnPage, None]] = defaultdict(dict)
    for one in found:
        claims[one.sentence.line.number][ClaimOnPage(one.account.statement.claim, one.account.statement.stance)] = None
    return {number: tuple(told) for number, told in claims.items()}


def turned_around(compared: Compared) -> bool:
    """Whether the sentence nearest to an account takes another stance, or negates what is told as done."""
    account, sentence = compared.account, compared.sentence
    if stance_of(sentence.line.text) in OPPOSED.get(account.statement.stance, ()):
        return True
    shared = account.says.keys() & sentence.keys & ACTS
    return any((key in account.negated) != (key in sentence.line.negated) for key in shared)
