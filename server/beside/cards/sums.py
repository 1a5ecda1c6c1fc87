"""Sums that a source itself lays out: a total, and a series of parts by time. Comes in: statements. Goes out: Sums.

Parts are the numbers of one statement for the same thing, each for another time ("cases in 2022", "cases in 2023").
Their total is the one other number that the same speaker gives in the same document, of the same unit, as of the day
that the series runs to. Only exact numbers can be summed. Where any of this is missing, nothing is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..language import Span, edtf_span
from ..model import GivenNumber, Statement, Sum

EXACT = "="
LEAST = 2  # parts
NEARLY = 1e-9


def sums_of(statements: Sequence[Statement]) -> tuple[Sum, ...]:
    """Every sum that the statements lay out."""
    return tuple(found for statement in statements for found in _of_statement(statement, statements))


def _of_statement(statement: Statement, statements: Sequence[Statement]) -> Iterator[Sum]:
    for parts in _series(statement):
        totals = [
            GivenNumber(other.id, quantity)
            for other in statements
            if other.speaker == statement.speaker and other.passage.document == statement.passage.document
            for quantity in other.quantities
            if GivenNumber(other.id, quantity) not in parts and _may_be_total(GivenNumber(other.id, quantity), parts)
        ]
        if len(totals) == 1:
            total = totals[0]
            summed = sum(part.quantity.value for part in parts)
            yield Sum(total, parts, summed, abs(summed - total.quantity.value) <= NEARLY * max(1, abs(summed)))


def _series(statement: Statement) -> Iterator[tuple[GivenNumber, ...]]:
    """Runs of exact numbers for the same thing at following times."""
    by_thing: dict[tuple[str, str], list[GivenNumber]] = {}
    for quantity in statement.quantities:
        by_thing.setdefault((_thing(quantity.what), quantity.unit), []).append(GivenNumber(statement.id, quantity))
    for parts in by_thing.values():
        spans = [_time(part) for part in parts]
        exact = all(part.quantity.comparator == EXACT for part in parts)
        if len(parts) >= LEAST and exact and all(map(_follows, pairwise(spans))):
            yield tuple(parts)


def _thing(what: str) -> str:
    """What is counted, without its time: "cases in 2022", "cases in the running year" are both "cases"."""
    return what.rpartition(" in ")[0] or what


def _time(given: GivenNumber) -> Span | None:
    return edtf_span(given.quantity.as_of) if given.quantity.as_of else None


def _follows(spans: tuple[Span | None, Span | None]) -> bool:
    """Whether the second time begins after the first has ended."""
    before, after = spans
    return before is not None and after is not None and before.last < after.first


def _may_be_total(given: GivenNumber, parts: Sequence[GivenNumber]) -> bool:
    quantity, last = given.quantity, parts[-1].quantity
    return (quantity.unit, quantity.as_of, quantity.comparator) == (last.unit, last.as_of, EXACT)
