"""The date a page gives itself. Comes in: its html, or its passages. Goes out: an EDTF day, or None.

In html: the places where publishers put it (Open Graph, Dublin Core, schema.org, the time element). In text: a
dateline, a day on a short line near the top. Nothing is inferred from what the page tells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement

from .language import dates, edtf_span
from .model import Passage

META = frozenset(
    "article:published_time date pubdate publishdate publish-date dc.date dc.date.issued dcterms.created datepublished "
    "parsely-pub-date sailthru.date".split()
)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST_YEAR = 1990
TOP, LONGEST_LINE = 8, 60
MOST_JSON, DEEPEST = 200_000, 8


def stated_in_html(page: HtmlElement) -> str | None:
    """The first usable date of the page's metadata, as YYYY-MM-DD."""
    return next((day for value in _values(page) if (day := _day(value))), None)


def dateline(passages: Sequence[Passage], lang: str) -> str | None:
    """The day that a short line near the top gives; a day in a sentence of the story is not one."""
    for passage in passages[:TOP]:
        if len(passage.text) > LONGEST_LINE:
            continue
        full = [m for m in dates(passage.text, lang) if m.year and m.month and m.day]
        if len(full) == 1:
            return _day(f"{full[0].year:04d}-{full[0].month:02d}-{full[0].day:02d}")
    return None


def _values(page: HtmlElement) -> Iterator[str]:
    for meta in page.iter("meta"):
        names = {str(meta.get(name) or "").casefold() for name in ("property", "name", "itemprop")}
        if names & META:
            yield str(meta.get("content") or "")
    for script in page.iter("script"):
        if "ld+json" in str(script.get("type") or "") and len(script.text or "") <= MOST_JSON:
            yield from _published(_parsed(script.text or ""))
    # The article's own time before any other: a site's header may show the clock.
    yield from map(str, page.xpath("//article//time/@datetime | //main//time/@datetime"))
    yield from map(str, page.xpath("//time/@datetime"))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _published(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, dict) and depth < DEEPEST:
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        for inner in value.values():
            yield from _published(inner, depth + 1)
    elif isinstance(value, list) and depth < DEEPEST:
        for inner in value:
            yield from _published(inner, depth + 1)


def _day(value: str) -> str | None:
    found = DAY.match(value.strip())
    span = edtf_span(found.group()) if found else None
    return found.group() if found and span and span.first.year >= FIRST_YEAR else None
