"""The sides exchanged. Comes in: a corpus or a text. Goes out: the same with every name of one side the other's.

Made in memory, never stored. The names of PAIRS exist nowhere else in the project.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

# a side's words as the first corpus and its pages have them -> what it is called here, in one telling and in the other
NAMES = (
    # one side, other side, invented for the one, invented for the other
    ("Russian Federation", "Ukrainian Republic", "Veltorian Federation", "Kasmeran Republic"),
    ("Russia", "Ukraine", "Veltoria", "Kasmera"),
    ("Russians", "Ukrainians", "Veltorians", "Kasmerans"),
    ("Russian", "Ukrainian", "Veltorian", "Kasmeran"),
    ("Moscow", "Kyiv", "Dorvast", "Lunhaven"),
    ("Kremlin", "Bankova", "Highfort", "Lowcourt"),
    ("Tatyana Moskalkova", "Dmytro Lubinets", "Ilsa Quorven", "Brann Tessovar"),
    ("Moskalkova", "Lubinets", "Quorven", "Tessovar"),
    ("Maria Zakharova", "Heorhii Tykhyi", "Mirra Oldenval", "Jorun Haskel"),
    ("Zakharova", "Tykhyi", "Oldenval", "Haskel"),
    ("Putin", "Zelensky", "Gravnik", "Sorrelin"),
    ("Wagner", "Azov", "Morrow", "Tallow"),
)

Exchange = Callable[[str], str]


def exchange(columns: tuple[int, int]) -> Exchange:
    """A text with both sides' real names replaced: the first side's by one column of NAMES, the other's by another."""
    first, second = columns
    table = {row[0]: row[first] for row in NAMES} | {row[1]: row[second] for row in NAMES}
    pattern = re.compile(r"\b(" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b")
    return lambda text: pattern.sub(lambda found: table[found.group()], text)


REAL_EXCHANGED = exchange((1, 0))
INVENTED, INVENTED_EXCHANGED = exchange((2, 3)), exchange((3, 2))


def mirrored(value: Any, change: Exchange) -> Any:
    """A noun of the corpus with every text in it changed; identifiers stay, so that answers can be compared."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(mirrored(item, change) for item in value)
    if isinstance(value, Mapping):
        return {key: mirrored(item, change) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        texts = {f.name: mirrored(getattr(value, f.name), change) for f in fields(value) if f.init}
        return type(value)(**texts)
    return value
