"""The cases of a name. Comes in: a word of Ukrainian or Russian. Goes out: every form it can stand in, folded.

By pymorphy3, whose dictionaries ship in wheels; words they do not hold are inflected by the likeness of their endings.
Names are inflected when a corpus is prepared, so that a page costs no morphology.
"""

from __future__ import annotations

from functools import cache, lru_cache

from pymorphy3 import MorphAnalyzer

INFLECTED = ("uk", "ru")
MOST_READINGS = 30  # a surname has a dozen: each case of a woman's name is one


@cache
def _analyzer(lang: str) -> MorphAnalyzer:
    return MorphAnalyzer(lang=lang)


@lru_cache(maxsize=20_000)
def forms(folded: str, lang: str) -> frozenset[str]:
    """All forms of a word, itself among them; of a language that is not inflected here, the word alone."""
    if lang not in INFLECTED or not folded.isalpha():
        return frozenset((folded,))
    readings = _analyzer(lang).parse(folded)[:MOST_READINGS]
    # "Макіївка" may be read as a name or as an unknown word; only readings that end in the word itself are its own.
    own = [reading for reading in readings if reading.normal_form == folded or reading.tag.case == "nomn"] or readings
    return frozenset((folded, *(form.word for reading in own for form in reading.lexeme)))
