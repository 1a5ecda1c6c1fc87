"""Figures as JSON. Comes in: a Figure, its card. Goes out: an object, in the form of /v1 (docs/api.md)."""

from __future__ import annotations

from ..model import Card, Figure, GivenNumber, PageNumber, Sum
from .records import Json, speaker_json, when_json


def figure_json(figure: Figure, card: Card) -> Json:
    """Every number given for one quantity: by whom, when, and the page's own."""
    return {
        "what": figure.what,
        "unit": figure.unit,
        "given": [_given(given, card) for given in figure.given],
        "page": [_page(number) for number in figure.page],
        "sums": [_sum(found) for found in figure.sums],
    }


def _given(given: GivenNumber, card: Card) -> Json:
    account = next(a for a in card.accounts if a.statement.id == given.statement)
    quantity = given.quantity
    told = {
        "statement": given.statement,
        "comparator": quantity.comparator,
        "value": quantity.value,
        "verbatim": quantity.verbatim,
        "said": when_json(account.statement.said),
        "speaker": speaker_json(account.speaker),
    }
    told |= {"as_of": quantity.as_of} if quantity.as_of else {}
    return told | ({"on_page": account.on_page} if card.found else {})


def _page(number: PageNumber) -> Json:
    return {
        "comparator": number.comparator,
        "value": number.value,
        "exact": number.exact,
        "evidence": number.evidence,
    }


def _sum(found: Sum) -> Json:
    return {
        "total": _part(found.total),
        "parts": [_part(part) for part in found.parts],
        "sum": found.sum,
        "adds_up": found.adds_up,
    }


def _part(given: GivenNumber) -> Json:
    return {"statement": given.statement, "what": given.quantity.what, "value": given.quantity.value}
