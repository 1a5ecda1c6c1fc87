"""The corridor: one page's journey, in the order it happens.

Comes in: a PageRequest. Goes out: an Answer. What the journey uses is handed to it: releases and a shelf of matchers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .cards import deal
from .language import guess_language
from .matching import Shelf, ShelfBusy, WorkerDied, WorkerTooSlow
from .model import Answer, Block, Card, Page, PageRead, PageRequest, Release
from .passages import split_passages
from .plain_matches import match_plain
from .ranking import Ranker
from .retrieval import ClaimIndex, page_leads
from .stated_date import dateline

CLEAN_TOOL = "beside.clean:clean_tool"
CLEAN_SECONDS = 3.0


class UnreadablePage(Exception):
    """The page could not be read within the limits; the message says why and never quotes the page."""


class Busy(Exception):
    """Too many pages at once; try again in ``retry_after`` seconds."""

    retry_after = 1


@dataclass(frozen=True, slots=True)
class Ready:
    """A release and what is made of it once: its index, and for all but plain claims the decision."""

    release: Release
    index: ClaimIndex
    ranker: Ranker | None


def read_page(request: PageRequest, corpora: Mapping[str, Ready], shelf: Shelf) -> Answer:
    """Page in, cards out. Raises UnreadablePage, Busy."""
    about, blocks = readable(request, shelf)
    lang, basis = guess_language(about.lang, " ".join(block.text for block in blocks))
    passages = split_passages(blocks)
    published = about.published or dateline(passages, lang)
    page = Page(passages, about.title, lang, published)
    leads = {ready.release.sha256: _leads(page, ready, shelf) for ready in corpora.values()}
    try:
        matches = shelf.match(page, leads)
    except ShelfBusy as error:
        raise Busy from error
    cards: list[tuple[int, Card]] = []
    for ready in corpora.values():
        release, told = ready.release, matches.get(ready.release.sha256, ())
        if ready.ranker:
            ranked = ready.ranker.rank(told, page, blocks)
        else:
            ranked = match_plain(page, blocks, ready.index, told, release.corpus)
        for found, first in ranked:
            incident = release.corpus.incidents[found.incident]
            cards.append((first, deal(incident, release, found, complete=not request.truncated, page=page)))
    cards.sort(key=lambda card: (card[0], card[1].corpus, card[1].incident.id))
    return Answer(
        releases={corpus: ready.release.sha256 for corpus, ready in corpora.items()},
        page=PageRead(lang, basis, published, _numbers(blocks), len(passages)),
        cards=tuple(card for _, card in cards),
        matchers=shelf.states,
        notices=_notices(shelf),
    )


def _leads(page: Page, ready: Ready, shelf: Shelf) -> tuple[str, ...]:
    """The incidents that a costly matcher should look at; of plain claims only where there is such a matcher."""
    return page_leads(page, ready.index) if shelf.reads_leads or ready.ranker else ()


@dataclass(frozen=True, slots=True)
class About:
    """What the request, or else the page itself, says of the page."""

    title: str
    lang: str
    published: str | None


def readable(request: PageRequest, shelf: Shelf) -> tuple[About, tuple[Block, ...]]:
    """What the page says of itself, and the blocks of its article."""
    asked = About(request.title, request.lang, request.published)
    if request.text is not None:
        return asked, (Block(0, request.text),)
    if request.html is not None:
        value = _clean(shelf, {"html": request.html})
        own = (asked.title or value["title"], asked.lang or value["lang"], asked.published or value["published"])
        return About(*own), tuple(Block(None, text, tag) for tag, text in value["blocks"])
    placed = request.blocks or ()
    if not request.tree:
        return asked, tuple(p.block for p in placed)
    sent = [[p.block.number, p.block.text, p.block.tag, p.node] for p in placed]
    tree = [[node.tag, node.parent, node.hint] for node in request.tree]
    kept = set(_clean(shelf, {"blocks": sent, "tree": tree})["numbers"])
    return asked, tuple(p.block for p in placed if p.block.number in kept)


def _clean(shelf: Shelf, argument: dict[str, object]) -> dict[str, Any]:
    try:
        value: dict[str, Any] = shelf.call(CLEAN_TOOL, argument, CLEAN_SECONDS)
    except ShelfBusy as error:
        raise Busy from error
    except WorkerTooSlow as error:
        raise UnreadablePage(f"the page was not read within {CLEAN_SECONDS:.0f} seconds") from error
    except (WorkerDied, ValueError) as error:
        raise UnreadablePage("the page could not be parsed") from error
    return value


def _numbers(blocks: Sequence[Block]) -> tuple[int, ...]:
    return tuple(block.number for block in blocks if block.number is not None)


def _notices(shelf: Shelf) -> tuple[str, ...]:
    return tuple(f"matcher {s.name}: {s.state}" for s in shelf.states if s.state != "ok")
