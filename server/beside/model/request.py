"""What a reader's client asks: one page, in exactly one of three forms.

Comes in: nothing. Goes out: PageRequest, which web and cli fill from checked input.
"""

from __future__ import annotations

from dataclasses import dataclass

from .page import Block

MAX_BLOCKS = 5_000
MAX_CODE_POINTS = 200_000
MAX_TREE_DEPTH = 100
TREE_HINTS = frozenset("article body content main comment sidebar footer nav related promo share ad caption".split())


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the bare skeleton: tag, number of its parent (-1: none), hint words of TREE_HINTS."""

    tag: str
    parent: int
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A text block and the number of the skeleton node it stands in (None: no skeleton)."""

    block: Block
    node: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRequest:
    """One page to read: ``blocks`` (with ``tree``), or ``html``, or ``text``. ``truncated``: the client cut it."""

    blocks: tuple[PlacedBlock, ...] | None = None
    tree: tuple[Node, ...] = ()
    html: str | None = None
    text: str | None = None
    title: str = ""
    lang: str = ""
    published: str | None = None
    ui: str = "en"
    corpora: tuple[str, ...] | None = None
    truncated: bool = False
