"""How telling a word is. Comes in: a folded word and a language. Goes out: a weight from 0 (the, and) to 1 (rare).

General frequencies come from wordfreq (Zipf scale: 7 = once in 100 words, 3 = once in a million).
"""

from __future__ import annotations

from functools import lru_cache

from wordfreq import zipf_frequency

COVERED = ("en", "uk", "ru", "de", "fr")
COMMON, RARE = 6.0, 3.0


@lru_cache(maxsize=200_000)
def rarity(folded: str, lang: str = "en") -> float:
    """0 for a word as common as "the", rising to 1 at once in a million words or fewer."""
    zipf = zipf_frequency(folded, lang if lang in COVERED else "en", wordlist="small")
    return min(1.0, max(0.0, (COMMON - zipf) / (COMMON - RARE)))
