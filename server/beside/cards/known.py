"""What was known when. Comes in: dates of accounts, the date of a page. Goes out: before, after, or not told.

A date is a span of days, as wide as it is vague. Before and after are said only where no day of it says otherwise: and
after only of a day that the source names, since the day on which a document was printed is but the last on which its
accounts can have been given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ..language import Span, edtf_span
from ..model import Corpus, KnownAt, Statement, When

NAMED = "named"
UNSURE = re.compile(r"[?~%]")
OPEN = re.compile(r"^/|^\.\.|\.\.$|/$")


def said_or_published(statement: Statement, corpus: Corpus) -> When:
    """When it was said; where that is not known, when the document was printed."""
    printed = corpus.documents[statement.passage.document].published
    return statement.said if statement.said.edtf else replace(printed, basis="document")


def said_after(said: When, published: str | None, on_page: bool | None = None) -> bool | None:
    """Whether an account was given after a page was published; None where the dates do not tell.

    What the page was found to carry was never given after it, whatever the dates are.
    """
    page, account = _days(published or ""), _days(said.edtf)
    if page is None or account is None:
        return None
    if account.last <= page.first:
        return False
    return True if said.basis == NAMED and account.first > page.last and not on_page else None


def page_place(said: Sequence[str], published: str | None) -> int:
    """Before which of these dates, as they are shown, the page's own words stand; behind all where it has none."""
    page, days = _days(published or ""), map(_days, said)
    later = (place for place, day in enumerate(days) if page and day and day.first > page.last)
    return next(later, len(said))


def known_at(published: str | None, after: Iterable[bool | None]) -> KnownAt | None:
    """How many accounts there were at the page's date; None where the page has no date that can be reckoned with."""
    if not published or _days(published) is None:
        return None
    told = list(after)
    return KnownAt(published, told.count(False), told.count(True), told.count(None))


def first_day(when: When) -> date:
    """The first day that a date may mean; what has none comes last."""
    days = edtf_span(when.edtf) if when.edtf else None
    return days.first if days else date.max


def _days(edtf: str) -> Span | None:
    """The days a date covers; one that is called uncertain or about covers as many again on either side."""
    if not edtf or OPEN.search(edtf):
        return None
    span = edtf_span(edtf)
    if span is None or not UNSURE.search(edtf):
        return span
    try:
        return Span(span.first - timedelta(days=span.days), span.last + timedelta(days=span.days))
    except OverflowError:
        return None
