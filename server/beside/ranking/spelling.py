"""One surname in many spellings. Comes in: a word. Goes out: its skeleton, alike for "Stefanishyna", "Стефанішиної".

Letters of one sound are one, doubled letters single, and vowels fall away where enough consonants stay. Source of the
idea: Soundex (Russell 1918) and the romanisation tables of the two languages.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..language import fold

CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгґдеєиіїйклмнопртуфхыэюяё", "abvggdeeiiiiklmnoprtufhieuae", strict=True)),
        **dict.fromkeys("жзсцчшщ", "s"),
        **dict.fromkeys("ъь", ""),
    }
)
# In this order, what is spelt -> what is heard; the hissing sounds are one: "Lubinets", "Lubinez".
SPELT = "schtsch>s shch>s tsch>s sch>s sh>s zh>s kh>h ch>h ts>s tz>s z>s c>s w>v y>i j>i ou>u '>"
SOUNDS = tuple(pair.split(">") for pair in SPELT.split())
DOUBLED = re.compile(r"(.)\1+")
VOWEL = re.compile(r"[aeiou]")
ENOUGH = 4  # consonants that tell a name
ENDING = 2  # consonants, or letters, of a case's ending
SHORTEST = 3


@lru_cache(maxsize=50_000)
def sounds(word: str) -> str:
    """The word as it sounds, roughly, in Latin letters."""
    said = fold(word).translate(CYRILLIC)
    for spelt, sound in SOUNDS:
        said = said.replace(spelt, sound)
    return DOUBLED.sub(r"\1", said)


def skeleton(name: str) -> str:
    """The consonants of a surname, or, where they are few, all of it but the ending."""
    said = sounds(name)
    bare = VOWEL.sub("", said)
    return bare if len(bare) >= ENOUGH else re.sub(r"[aeiou]+$", "", said)


def spells(word: str, name: str) -> bool:
    """Whether a word of a page is the surname of that skeleton, in some case."""
    said = sounds(word)
    if len(name) < SHORTEST:
        return False
    said = said if VOWEL.search(name) else VOWEL.sub("", said)
    return said.startswith(name) and len(said) - len(name) <= (ENDING + 1 if VOWEL.search(name) else ENDING)
