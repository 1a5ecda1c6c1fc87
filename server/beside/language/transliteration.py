"""One spelling for a Slavic name in Latin letters. Comes in: a folded word and its language. Goes out: its skeleton.

Zaporizhzhia, Saporischschja and Zaporijjia are one name in English, German and French, and so are Lubinets, Lubinez and
Loubinets. The skeleton is for comparing only; what different sounds share (ж and ш, с and з) it does not tell apart.
Source of the idea: Daitch and Mokotoff 1985; the transcription tables of the three languages.
"""

from __future__ import annotations

import re
from functools import lru_cache

# longest first; S: ж ш щ, C: ч, c: ц, h: х г
SOUNDS = {
    "en": "shch S zh S sh S ch C kh h ts c tz c w v y i j i z s",
    "de": "schtsch S tsch C sch S zh S sh S ch h kh h tz c ts c z c w v y i j i ß s",
    "fr": "chtch S tch C ch S zh S sh S kh h ts c tz c ou u w v y i j S z s",
}
TABLES = {lang: dict(zip(pairs.split()[::2], pairs.split()[1::2], strict=True)) for lang, pairs in SOUNDS.items()}
PATTERNS = {lang: re.compile("|".join(table)) for lang, table in TABLES.items()}
SOFT = re.compile(r"i+(?=[aeou])")  # ia, ja, ya; eye, eje, ee
DOUBLED = re.compile(r"(.)\1+")
SHORTEST = 4
CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщыэюяё"
LATIN = "a b v h h d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch y e iu ia e".split()
LETTERS = dict(zip(CYRILLIC, LATIN, strict=True)) | dict.fromkeys("ьъ'", "")


@lru_cache(maxsize=50_000)
def skeleton(folded: str, lang: str) -> str | None:
    """The skeleton of a word; None for one that is not in Latin letters, or too short to tell names apart."""
    if not (folded.isascii() and folded.isalpha()):
        return None
    known = lang if lang in TABLES else "en"
    heard = PATTERNS[known].sub(lambda found: TABLES[known][found.group()], folded)
    bones = DOUBLED.sub(r"\1", SOFT.sub("", DOUBLED.sub(r"\1", heard)))
    return bones if len(bones) >= SHORTEST else None


@lru_cache(maxsize=50_000)
def heard(folded: str, lang: str) -> str | None:
    """The skeleton of a word in Latin or in Cyrillic letters, г and g alike: Луганск, Luhansk, Lougansk."""
    spelled = "".join(LETTERS.get(letter, letter) for letter in folded)
    bones = skeleton(spelled, lang if spelled == folded else "en")
    return bones.replace("g", "h") if bones else None
