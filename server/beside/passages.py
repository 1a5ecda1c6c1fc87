"""Blocks -> passages: the sentences of a page, each with its place. Offsets are code points of the block as it came.

A line break ends a sentence; so does a full stop before a capital, unless an abbreviation or an initial bears it.
No-break spaces are spaces here; leading symbols and spaces stay outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Block, Passage

LONGEST = 1_200
END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+(?:[^\w\s]+\s*)*[^\W_a-zа-яіїєґё])|\n+|[.!?…]+[\"'”’»)\]]*\s*$")
ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof gen lt col maj capt sgt brig adm st sen rep gov jan feb mar apr jun jul aug sep "
        "sept oct nov dec no vs etc u.s u.n u.k e.g i.e approx св ул им г гг т тыс млн млрд руб стр см напр "
        "ім вул р рр тис ст обл пл"
    ).split()
)
ORDINAL = re.compile(  # "am 15. November", "der 58. Gefangenenaustausch"
    r"\b(?:am|vom|zum|beim|im|bis|seit|ab|dem|den|der|die|das|des)\s+\d{1,3}$", re.IGNORECASE
)
LEADING = re.compile(r"[^\w\"'“‘«„(\[]+", re.UNICODE)


def split_passages(blocks: tuple[Block, ...]) -> tuple[Passage, ...]:
    """Every sentence of every block, numbered through; ``block`` is the position in ``blocks``."""
    spans = ((position, start, end) for position, block in enumerate(blocks) for start, end in sentences(block.text))
    return tuple(
        Passage(number, position, start, end, blocks[position].text[start:end])
        for number, (position, start, end) in enumerate(spans)
    )


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of ``text``."""
    start = 0
    for match in END.finditer(text):
        if not _abbreviated(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _abbreviated(text: str, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return False
    if ORDINAL.search(text, max(0, match.start() - 12), match.start()):
        return match.end() < len(text)
    word = re.search(r"([\w.]+)$", text[max(0, match.start() - 12) : match.start()])
    if word is None:
        return False
    last = word.group(1)
    return last.casefold() in ABBREVIATIONS or (len(last) == 1 and last.isupper() and match.end() < len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lead = LEADING.match(text, start, end)
    start = lead.end() if lead else start
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut + (text[cut] == " ")
    if end > start:
        yield start, end
