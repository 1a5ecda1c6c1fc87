"""A link that lands on the quoted words. Comes in: a document's address, a selector. Goes out: the address, or None.

A text fragment, as the URL Fragment Text Directives specification has it: ``#:~:text=[prefix-,]start[,end][,-suffix]``.
A browser looks for each part inside one block of text, and at word boundaries: so the words around the quote are taken
from its own line only, and whole; a quote that runs over lines, or is long, is named by its first and last words.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from ..model import Selector

LONGEST = 120  # code points of a quote that are named in full; of a longer one, its first and last words
ENDS = 5  # words at either end of such a quote
AROUND = 4  # words before and after that tell this place from others with the same words
WORD = re.compile(r"\S+")


def landing(url: str | None, selector: Selector) -> str | None:
    """The address with a text fragment; a fragment that it already has stays in front. None without an address."""
    directive = text_fragment(selector)
    if url is None or not directive:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def text_fragment(selector: Selector) -> str:
    """The value of the text directive; empty where nothing is quoted."""
    lines = [line for line in map(str.strip, selector.exact.splitlines()) if line]
    return ",".join((*_before(selector), *_quoted(lines), *_after(selector))) if lines else ""


def _quoted(lines: list[str]) -> tuple[str, ...]:
    """The quote, or where it begins and ends."""
    first, last = (list(WORD.finditer(line)) for line in (lines[0], lines[-1]))
    whole = len(lines) == 1 and (len(lines[0]) <= LONGEST or len(first) < 2)
    if whole:
        return (_encoded(lines[0]),)
    most = min(ENDS, len(first) // 2) if len(lines) == 1 else ENDS  # the two ends must not overlap
    return (
        _encoded(lines[0][: first[:most][-1].end()]),
        _encoded(lines[-1][last[-most:][0].start() :]),
    )


def _before(selector: Selector) -> tuple[str, ...]:
    """Whole words that stand before the quote in its own line."""
    line = selector.prefix.splitlines()[-1] if selector.prefix and selector.prefix[-1] not in "\r\n" else ""
    words = list(WORD.finditer(line))
    # What surrounds a quote is cut by its length: the first word may be half of one, unless the text begins there.
    if words and line == selector.prefix and selector.start > len(line) and not line[0].isspace():
        words = words[1:]
    return (f"{_encoded(line[words[-AROUND:][0].start() :].rstrip())}-",) if words else ()


def _after(selector: Selector) -> tuple[str, ...]:
    """Whole words that stand after the quote in its own line."""
    line = (selector.suffix.splitlines() or [""])[0]
    words = list(WORD.finditer(line))
    if words and line == selector.suffix and not line[-1].isspace():
        words = words[:-1]
    return (f"-{_encoded(line[: words[:AROUND][-1].end()].lstrip())}",) if words else ()


def _encoded(words: str) -> str:
    """Percent-encoded; the hyphen too, which is syntax inside a directive, as the comma and the ampersand are."""
    return quote(words, safe="").replace("-", "%2D")
