"""Words of a statement and of a page, made comparable across five languages. Comes in: text. Goes out: keys.

A key is a concept of war reporting, a word of reporting (reporting_words.toml), or the word's stem.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice

from ..language import concept, fold, longest_beginning, rarity, words

UNCOMMON = 0.2


@cache
def _beginnings() -> dict[str, str]:
    table = tomllib.loads(files("beside.ranking").joinpath("reporting_words.toml").read_text("utf-8"))["words"]
    return {fold(beginning): key for key, said in table.items() for beginning in said.split()}


@lru_cache(maxsize=100_000)
def reported(folded: str) -> str | None:
    """The word of reporting that a word is, or begins as."""
    return longest_beginning(folded, _beginnings())


def keys(text: str, lang: str = "en") -> Iterator[tuple[str, float]]:
    """(key, how telling the word is) for every word of ``text`` but the commonest and the figures."""
    for word in words(text, lang):
        known = concept(word.folded) or reported(word.folded)
        telling = rarity(word.folded, lang or "en")
        if (known or telling >= UNCOMMON) and not word.folded.isdecimal():
            yield (f"#{known}" if known else word.stem), max(telling, 0.3 if known else 0.0)


NEGATION = re.compile(
    r"(?:\b(?:no|not|never|nobody|nothing|none|neither|nor|without|не|ні|ни|нет|немає|нічого|ничего|ніколи|никогда|жодн\w+|никак\w+|без|"
    r"nicht|nichts|kein\w*|nie|niemals|ohne|pas|rien|jamais|aucune?|sans)\b|n['’]t\b)",
    re.I,
)
REACH = 3  # telling words that a negation reaches: "never claimed that the scene was staged"


def negated_keys(text: str, lang: str = "en") -> frozenset[str]:
    """The keys that stand just after a negation: "refuse" of "had not refused"."""
    return frozenset(key for said in NEGATION.finditer(text) for key in _next_keys(text, said.end(), lang))


def _next_keys(text: str, start: int, lang: str) -> list[str]:
    """What a negation reaches: some words, and none beyond a comma or a full stop."""
    clause = re.split(r"[,;:.!?–—]", text[start:], maxsplit=1)[0]
    return [key for key, _ in islice(keys(clause, lang), REACH)]
