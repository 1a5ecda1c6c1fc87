"""The page's own date as a shared date. Comes in: an incident, the page. Goes out: a signal that is true page-wide.

News is published within days of what it tells: a page dated so counts as if it named the month.
"""

from __future__ import annotations

from datetime import timedelta

from ..language import edtf_span
from ..model import Incident, Page, Reason
from .signals import Signal

NEWS = timedelta(days=10)
WEIGHT = 0.25
PAGE_WIDE = -1
MONTH = 31


def published_signal(incident: Incident, page: Page) -> tuple[Signal, ...]:
    """One date signal if the page appeared within NEWS of the incident, else none."""
    published = edtf_span(page.published) if page.published else None
    happened = edtf_span(incident.when.edtf)
    if published is None or happened is None or published.days > 1 or happened.days > MONTH:
        return ()
    if not happened.first <= published.first <= happened.last + NEWS:
        return ()
    edtf = incident.when.edtf
    return (Signal("date", PAGE_WIDE, edtf, WEIGHT, None, "page", Reason("date", 0, 0, edtf)),)
