"""Different words for one thing. Comes in: a folded word. Goes out: the concept it belongs to, or None.

A small thesaurus of war reporting in five languages (concepts.toml), by the beginnings of words:
"blast" finds "explosion", and "вибухів" finds both. It knows no names and no sides.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from .words import fold

SHORTEST, LONGEST_ENDING = 4, 6


@cache
def _beginnings() -> dict[str, str]:
    table = tomllib.loads(files("beside.language").joinpath("concepts.toml").read_text("utf-8"))["concepts"]
    return {fold(beginning): concept for concept, said in table.items() for beginning in said.split()}


@lru_cache(maxsize=100_000)
def concept(folded: str) -> str | None:
    """The concept whose whole word, or whose longest beginning, the word has."""
    beginnings = _beginnings()
    if folded + "." in beginnings:
        return beginnings[folded + "."]
    for length in range(len(folded), max(SHORTEST, len(folded) - LONGEST_ENDING) - 1, -1):
        if folded[:length] in beginnings:
            return beginnings[folded[:length]]
    return None
