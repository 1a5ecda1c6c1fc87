"""Sentences marked in a text. Comes in: its blocks and what the cards found. Goes out: pieces, each with its cards.

Evidence is placed by its offsets where it has them; text cut from html has none, so there the quote is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Block, Card, Evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block. ``cards``: the cards it was found for, by number; ``number``: its own, if it is marked."""

    text: str
    cards: tuple[int, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block of the text, in pieces."""

    tag: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    block: int
    start: int
    end: int
    card: int


def mark(blocks: Sequence[Block], cards: Sequence[Card]) -> tuple[MarkedBlock, ...]:
    """All blocks, the sentences that speak of a card's incident marked and numbered in order. Cards count from 1."""
    spans = [s for number, card in enumerate(cards, 1) for s in _spans(blocks, card, number)]
    count = 0
    marked = []
    for place, block in enumerate(blocks):
        pieces = []
        for text, found in _cut(block.text, [s for s in spans if s.block == place]):
            count += bool(found)
            pieces.append(Piece(text, found, count if found else None))
        marked.append(MarkedBlock(block.tag, tuple(pieces)))
    return tuple(marked)


def sentences_of(number: int, blocks: Iterable[MarkedBlock]) -> tuple[int, ...]:
    """The numbers of the marked sentences of one card."""
    return tuple(p.number for b in blocks for p in b.pieces if p.number is not None and number in p.cards)


def _spans(blocks: Sequence[Block], card: Card, number: int) -> Iterator[_Span]:
    for evidence in card.found.evidence if card.found else ():
        span = _by_offsets(blocks, evidence, number) or _by_quote(blocks, evidence, number)
        if span:
            yield span


def _by_offsets(blocks: Sequence[Block], evidence: Evidence, card: int) -> _Span | None:
    if evidence.start is None or evidence.end is None:
        return None
    places = [place for place, block in enumerate(blocks) if block.number == evidence.block]
    return _Span(places[0], evidence.start, evidence.end, card) if places else None


def _by_quote(blocks: Sequence[Block], evidence: Evidence, card: int) -> _Span | None:
    pattern = re.compile(r"\s+".join(map(re.escape, evidence.exact.split())))
    before = evidence.prefix.split()[-1:]
    found = [(place, m) for place, block in enumerate(blocks) for m in pattern.finditer(block.text)]
    # The same words may stand twice: the place that goes on from the prefix is the one that was meant.
    found.sort(key=lambda hit: blocks[hit[0]].text[: hit[1].start()].split()[-1:] != before)
    return _Span(found[0][0], found[0][1].start(), found[0][1].end(), card) if found and evidence.exact else None


def _cut(text: str, spans: Sequence[_Span]) -> Iterator[tuple[str, tuple[int, ...]]]:
    edges = sorted({0, len(text), *(s.start for s in spans), *(s.end for s in spans)})
    run, cards = "", None
    for start, end in pairwise(edges):
        here = tuple(sorted({s.card for s in spans if s.start <= start and end <= s.end}))
        if cards is not None and here != cards:
            yield run, cards
            run = ""
        run, cards = run + text[start:end], here
    if cards is not None:
        yield run, cards
