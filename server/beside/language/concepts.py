"""Different words for one thing. Comes in: a folded word. Goes out: the concept it belongs to, or None.

A thesaurus of the ordinary words of news in five languages (the folder concepts, by theme), by the beginnings of words:
"blast" finds "explosion", and "вибухів" finds both. It knows no names and no sides.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from .words import fold

SHORTEST, LONGEST_ENDING = 4, 6


@cache
def _beginnings() -> dict[str, str]:
    themes = (file for file in files("beside.language").joinpath("concepts").iterdir() if file.name.endswith(".toml"))
    tables = [tomllib.loads(theme.read_text("utf-8")) for theme in sorted(themes, key=lambda file: file.name)]
    return {_one_spelling(fold(b)): name for table in tables for name, said in table.items() for b in said.split()}


def _one_spelling(folded: str) -> str:
    """Letters that may be written or left out: "съёмка" is "съемка", "sœur" is "soeur"."""
    return folded.replace("ё", "е").replace("œ", "oe")


@lru_cache(maxsize=100_000)
def concept(folded: str) -> str | None:
    """The concept whose whole word, or whose longest beginning, the word has."""
    return longest_beginning(_one_spelling(folded), _beginnings())


def longest_beginning(folded: str, beginnings: Mapping[str, str]) -> str | None:
    """What stands in a table of beginnings for the whole word, or for the longest beginning that the word has."""
    if folded + "." in beginnings:
        return beginnings[folded + "."]
    for length in range(len(folded), max(SHORTEST, len(folded) - LONGEST_ENDING) - 1, -1):
        if folded[:length] in beginnings:
            return beginnings[folded[:length]]
    return None
