"""The nouns of the numbers on a card: who gave which, which the page gives, what adds up. Never a best estimate.

Comes in: nothing. Goes out: Figure and its parts, which cards produce and the web room words as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass

from .corpus import Quantity


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A number of an account, by the account's statement."""

    statement: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page's own number for a quantity: ``exact`` as the page has it, ``evidence`` an index of the card's."""

    comparator: str
    value: float
    exact: str
    evidence: int


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and the parts that the same source gives of it; ``adds_up``: whether their sum is the total."""

    total: GivenNumber
    parts: tuple[GivenNumber, ...]
    sum: float
    adds_up: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """Every number given for one quantity, in the order of the accounts."""

    what: str
    unit: str
    given: tuple[GivenNumber, ...]
    page: tuple[PageNumber, ...] = ()
    sums: tuple[Sum, ...] = ()
