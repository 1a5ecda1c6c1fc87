"""What was known when. Comes in: dates of accounts, the date of a page. Goes out: before, after, or not told.

A date is a span of days, as wide as it is vague. Before and after are said only where no day of it says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from ..language import Span, edtf_span
from ..model import Corpus, KnownAt, Statement, When

UNSURE = re.compile(r"[?~%]")
OPEN = re.compile(r"^/|^\.\.|\.\.$|/$")


def said_or_published(statement: Statement, corpus: Corpus) -> When:
    """When it was said; where that is not known, when the document was published."""
    return statement.said if statement.said.edtf else corpus.documents[statement.passage.document].published


def said_after(said: str, published: str | None) -> bool | None:
    """Whether an account was given after a page was published; None where the dates do not tell."""
    page, account = _days(published or ""), _days(said)
    if page is None or account is None:
        return None
    if account.first > page.last:
        return True
    return False if account.last <= page.first else None


def known_at(published: str | None, after: Iterable[bool | None]) -> KnownAt | None:
    """How many accounts there were at the page's date; None where the page has no date that can be reckoned with."""
    if not published or _days(published) is None:
        return None
    told = list(after)
    return KnownAt(published, told.count(False), told.count(True))


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
