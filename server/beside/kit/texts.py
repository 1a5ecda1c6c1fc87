"""The same text as browsers, printers and tricksters spell it. Comes in: a text. Goes out: another that reads alike."""

from __future__ import annotations

import re

EMOJI = "A🛰️👩‍👩‍👧 "  # more code units than code points, and joined ones
LOOK_ALIKE = str.maketrans("aeopcxyiABEKMHOPCTX", "аеорсхуіАВЕКМНОРСТХ")  # Latin -> Cyrillic
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'})
LETTERS = re.compile(r"([^\W\d_]{3})(?=[^\W\d_])")


def no_break(text: str) -> tuple[str, ...]:
    """With no-break spaces, wide and narrow, for spaces."""
    return text.replace(" ", "\u00a0"), text.replace(" ", "\u202f")


def quotes(text: str) -> tuple[str, ...]:
    """With straight quotation marks and apostrophes, and with curly ones."""
    straight = text.translate(STRAIGHT)
    curly = re.sub(r'"([^"]*)"', r"“\1”", straight).replace("'", "’")
    return tuple(dict.fromkeys(other for other in (straight, curly) if other != text))


def look_alike(text: str) -> tuple[str, ...]:
    """With Cyrillic letters for the Latin ones that look the same: some, and all of them."""
    return text.replace("o", "о").replace("e", "е"), text.translate(LOOK_ALIKE)


def marked(text: str) -> tuple[str, ...]:
    """With marks that nobody sees between the words: direction, zero width."""
    return f"\u2067{text}\u2069", text.replace(" ", " \u200b"), text.replace(" ", " \u200e")


def riddled(text: str) -> tuple[str, ...]:
    """With marks that nobody sees inside the words: soft hyphens, zero width."""
    return LETTERS.sub("\\1\u00ad", text), LETTERS.sub("\\1\u200b", text)


def with_emoji(text: str) -> tuple[str, ...]:
    """After emoji, in the same sentence: what counts bytes or UTF-16 units points beside its words."""
    return (EMOJI + text,)
