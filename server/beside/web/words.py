"""The words of the panel, for the service's own pages. Comes in: a key, values. Goes out: a phrase in English.

words.json holds the extension's messages that a card is worded with; a test holds them equal to the extension's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import orjson
from babel.lists import format_list
from babel.numbers import format_decimal

PLACE = re.compile(r"\$([1-9])")


@cache
def messages() -> dict[str, str]:
    """Key -> phrase, with $1, $2 ... where values go."""
    told: dict[str, str] = orjson.loads(files("beside.web").joinpath("words.json").read_bytes())
    return told


def t(key: str, *values: object) -> str:
    """A phrase with its values; the key itself where there is no such phrase."""
    phrase = messages().get(key)
    if phrase is None:
        return key
    return PLACE.sub(lambda place: str(values[int(place[1]) - 1]) if int(place[1]) <= len(values) else "", phrase)


def term(group: str, value: str) -> str:
    """The plain words for a value of a closed list; a value without words is shown as it came."""
    key = f"{group}_{value.replace(' ', '_')}"
    return t(key) if key in messages() else value.replace("_", " ")


def counted(key: str, count: int) -> str:
    """A counted noun."""
    return t(f"{key}_{'one' if count == 1 else 'other'}", number(count))


def listed(names: Iterable[str]) -> str:
    """Names, joined as English joins them."""
    return str(format_list(list(names), locale="en_GB"))


def number(value: float) -> str:
    """A number with its thousands marked."""
    return str(format_decimal(value, format="#,##0.###", locale="en"))
