"""The corridor: one page's journey, in the order it happens.

Comes in: a PageRequest. Goes out: an Answer. What the journey uses is handed to it: releases and a shelf of matchers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .cards import deal
from .language import guess_language
from .matching import Shelf, ShelfBusy, WorkerDied, WorkerTooSlow, find_matchers
from .model import (
    LANGUAGE_UNMEASURED,
    MATCHER_OUT,
    TRUNCATED,
    Answer,
    Block,
    Card,
    IncidentMatch,
    Limit,
    MatcherState,
    Page,
    PageRead,
    PageRequest,
    Release,
    StampedMatch,
)
from .passages import split_passages
from .plain_matches import match_plain
from .ranking import Ranker, measured
from .retrieval import ClaimIndex, page_leads
from .stated_date import dateline

CLEAN_TOOL = "beside.clean:clean_tool"
CLEAN_SECONDS = 3.0

Worth = Callable[[Iterable[StampedMatch]], tuple[StampedMatch, ...]]
"""The same matches, with what their weights are worth."""


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


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as the matchers saw it. ``leads`` and ``matches``: by release; ``basis``: how its language is known."""

    page: Page
    blocks: tuple[Block, ...]
    basis: str
    leads: Mapping[str, tuple[str, ...]]
    matches: Mapping[str, tuple[StampedMatch, ...]]


def on_the_shelf() -> frozenset[str]:
    """The names of our own matchers: the decision was fitted with them, and weighs those of strangers otherwise."""
    return frozenset(spec.name for spec in find_matchers() if spec.own)


def see(request: PageRequest, corpora: Mapping[str, Ready], shelf: Shelf, worth: Worth | None = None) -> Seen:
    """Page in, what the matchers say of it out, at its worth. Raises UnreadablePage, Busy."""
    about, blocks = readable(request, shelf)
    lang, basis = guess_language(about.lang, " ".join(block.text for block in blocks))
    passages = split_passages(blocks)
    page = Page(passages, about.title, lang, about.published or dateline(passages, lang))
    leads = {ready.release.sha256: _leads(page, ready, shelf) for ready in corpora.values()}
    return Seen(page, blocks, basis, leads, ask(page, leads, shelf, worth))


def ask(
    page: Page, leads: Mapping[str, Sequence[str]], shelf: Shelf, worth: Worth | None = None
) -> Mapping[str, tuple[StampedMatch, ...]]:
    """What the matchers of a shelf say, by release, at its worth. Raises Busy."""
    try:
        matches = shelf.match(page, leads)
    except ShelfBusy as error:
        raise Busy from error
    return {sha256: worth(told) for sha256, told in matches.items()} if worth else matches


def incidents_of(
    ready: Ready, page: Page, blocks: Sequence[Block], matches: Iterable[StampedMatch]
) -> tuple[tuple[IncidentMatch, int], ...]:
    """What the page speaks of, of one corpus, each with the number of the passage where it first does."""
    if ready.ranker:
        return ready.ranker.rank(matches, page, blocks)
    return match_plain(page, blocks, ready.index, matches, ready.release.corpus)


def answer(seen: Seen, request: PageRequest, corpora: Mapping[str, Ready], shelf: Shelf) -> Answer:
    """What the matchers said as cards. What was not asked of every matcher is never called not found."""
    cards: list[tuple[int, Card]] = []
    limits = tuple(_limits(request, seen.page, shelf.states))
    complete = all(limit.code == LANGUAGE_UNMEASURED for limit in limits)
    for ready in corpora.values():
        release, told = ready.release, seen.matches.get(ready.release.sha256, ())
        for found, first in incidents_of(ready, seen.page, seen.blocks, told):
            incident = release.corpus.incidents[found.incident]
            cards.append((first, deal(incident, release, found, complete, seen.page, request.ui)))
    cards.sort(key=lambda card: (card[0], card[1].corpus, card[1].incident.id))
    page = seen.page
    return Answer(
        releases={corpus: ready.release.sha256 for corpus, ready in corpora.items()},
        page=PageRead(page.lang, seen.basis, page.published, _numbers(seen.blocks), len(page.passages)),
        cards=tuple(card for _, card in cards),
        matchers=shelf.states,
        notices=_notices(shelf),
        limits=limits,
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


def _limits(request: PageRequest, page: Page, states: Iterable[MatcherState]) -> Iterator[Limit]:
    """What the answer falls short in. A matcher that the reader denied is not missed."""
    yield from (Limit(MATCHER_OUT, one.name, one.state) for one in states if one.state not in ("ok", "denied"))
    if not measured(page.lang):
        yield Limit(LANGUAGE_UNMEASURED, page.lang)
    if request.truncated:
        yield Limit(TRUNCATED)


def _notices(shelf: Shelf) -> tuple[str, ...]:
    return tuple(f"matcher {s.name}: {s.state}" for s in shelf.states if s.state != "ok")
