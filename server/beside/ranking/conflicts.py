"""What speaks against it. Comes in: an incident, its signals, the page. Goes out: names of conflicts, to be weighed.

before: the page is older than the incident. date: the passages that speak of it give other dates, and no date agrees.
figure: they give another number for something counted on record, and no figure agrees. late: the page appeared long
after, and names no date of the incident.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from ..language import Span, dates, edtf_span, numbers, words
from ..model import Incident, Page, Passage, Statement
from .signals import Signal

SLACK = timedelta(days=2)  # time zones, and pages dated before they were changed
AFTERMATH = timedelta(days=45)
LONG_AFTER = timedelta(days=60)
MONTH = 31
TELLING = 30  # smaller numbers differ between accounts of one incident all the time
NEAR = 5


def conflicts(
    incident: Incident, window: Sequence[Signal], page: Page, signals: Sequence[Signal] = ()
) -> tuple[str, ...]:
    """The names of all conflicts between the window's passages (and, for dates, all ``signals``) and the incident."""
    numbers_in_window = sorted(
        {signal.passage for signal in window if signal.kind in ("wording", "figure", "place") and signal.passage >= 0}
    )
    passages = [page.passages[number] for number in numbers_in_window]
    agreeing = {signal.kind for signal in window}
    found = []
    if _older(incident, page):
        found.append("before")
    if "date" not in agreeing and _other_date(incident, passages, page):
        found.append("date")
    if "date" not in {signal.kind for signal in signals} and _long_after(incident, page):
        found.append("late")
    if "figure" not in agreeing and _other_figure(incident, passages, page):
        found.append("figure")
    return tuple(found)


def _older(incident: Incident, page: Page) -> bool:
    published = edtf_span(page.published) if page.published else None
    happened = edtf_span(incident.when.edtf)
    return bool(published and happened and published.last + SLACK < happened.first)


def _long_after(incident: Incident, page: Page) -> bool:
    published = edtf_span(page.published) if page.published else None
    happened = edtf_span(incident.when.edtf)
    return bool(published and happened and happened.last + LONG_AFTER < published.first)


def _other_date(incident: Incident, passages: Iterable[Passage], page: Page) -> bool:
    happened = edtf_span(incident.when.edtf)
    if happened is None or incident.when.basis == "unknown":
        return False
    spans = [m.span() for p in passages for m in dates(p.text, page.lang, page.published)]
    named = [span for span in spans if span and span.days <= MONTH]
    return bool(named) and not any(_close(span, happened) for span in named)


def _close(span: Span, happened: Span) -> bool:
    return span.first <= happened.last + AFTERMATH and happened.first <= span.last


def _other_figure(incident: Incident, passages: Iterable[Passage], page: Page) -> bool:
    statements = [s for claim in incident.claims if not claim.background for s in claim.statements]
    known = {q.value for s in statements for q in s.quantities}
    counted = _counted(statements)
    for passage in passages:
        line = words(passage.text, page.lang)
        for number in numbers(passage.text, page.lang):
            after = [w.stem for w in line if w.start >= number.end][:NEAR]
            if number.value >= TELLING and number.value not in known and counted & set(after):
                return True
    return False


def _counted(statements: Iterable[Statement]) -> frozenset[str]:
    """The words for what is counted, where a telling number of it is on record."""
    quantities = (q for s in statements for q in s.quantities if q.value >= TELLING)
    return frozenset(w.stem for q in quantities for w in words(q.what) if len(w.folded) > 3)
