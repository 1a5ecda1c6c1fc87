"""How telling a stem is. Comes in: a stem, a language, an index. Goes out: a weight from 0 (everywhere) to 1 (rare).

Two tables have a say, half each: how rare the word is in the language, and in how few claims of the index it stands.
The first alone calls every war word rare, the second alone knows nothing while the index is small. Added, not
multiplied: a word that every known claim has still tells a page of this corpus from one of another.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log

from wordfreq import top_n_list

from ..language import fold, rarity
from ..language.rarity import COVERED
from ..language.words import stem
from .index import ClaimIndex

FREQUENT_WORDS = 20_000  # of a language; a word beyond them is rare by its own spelling


@cache
def frequent_stems(lang: str) -> Mapping[str, float]:
    """The rarity of the stems of frequent words: "compani" is no word, and yet as common as "company"."""
    known: dict[str, float] = {}
    for word in top_n_list(lang if lang in COVERED else "en", FREQUENT_WORDS, wordlist="small"):
        folded = fold(word)
        stemmed = stem(folded, lang)
        known[stemmed] = min(known.get(stemmed, 1.0), rarity(folded, lang))
    return known


def stem_rarity(stemmed: str, lang: str) -> float:
    """How rare the most common word of that stem is."""
    return min(frequent_stems(lang).get(stemmed, 1.0), rarity(stemmed, lang))


class Weights:
    """What a stem weighs in an index, for texts of one language; made for one page, and forgotten with it."""

    def __init__(self, index: ClaimIndex, lang: str) -> None:
        self._index, self._lang = index, lang
        self._most = log(2 * (index.count + 1))
        self._known: dict[str, float] = {}

    def __getitem__(self, stemmed: str) -> float:
        """Of one stem, looked up once."""
        weight = self._known.get(stemmed)
        if weight is None:
            weight = self._known[stemmed] = self._weigh(stemmed)
        return weight

    def _weigh(self, stemmed: str) -> float:
        general = stem_rarity(stemmed, self._lang)
        if not general:
            return 0.0
        here = log((self._index.count + 1) / (self._index.frequency(stemmed) + 0.5)) / self._most
        return (general + max(0.0, here)) / 2
