"""The nouns of a page that is being read, and what a matcher says about it.

Comes in: nothing. Goes out: Block, Passage, Page (host to matcher) and Match, Reason (matcher to host).
The shapes of Page, Passage, Match and Reason are the matcher contract, versioned by ``beside.API``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

REASON_KINDS = ("place", "date", "name", "figure", "media", "quotation", "wording", "meaning", "other")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page's text as it was sent. ``number`` is None for text cut from html."""

    number: int | None
    text: str
    tag: str = "p"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the page: ``block.text[start:end] == text``, in code points. ``number`` counts from 0."""

    number: int
    block: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a matcher gets. ``published`` is an EDTF date or None; ``leads``: incident ids found so far."""

    passages: tuple[Passage, ...]
    title: str = ""
    lang: str = ""
    published: str | None = None
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: ``kind`` one of REASON_KINDS; start, end in code points of the passage's text; the corpus' words."""

    kind: str
    start: int
    end: int
    corpus_text: str


@dataclass(frozen=True, slots=True)
class Match:
    """A passage speaks of ``target`` ("claim:ID" or "incident:ID"), with probability ``weight`` (0 to 1)."""

    passage: int
    target: str
    weight: float
    because: tuple[Reason, ...] = ()


MatchPage = Callable[[Page], Iterable[Match]]
"""What ``matcher(corpus)`` returns: called once a page."""


@dataclass(frozen=True, slots=True)
class StampedMatch:
    """A checked match, stamped by the host with ``matcher`` = name@version."""

    matcher: str
    match: Match


@dataclass(frozen=True, slots=True)
class MatcherState:
    """How a matcher fared: state ok, failed, too_slow, quarantined or refused; reason for the reader."""

    name: str
    version: str
    api: int
    state: str
    reason: str = ""
