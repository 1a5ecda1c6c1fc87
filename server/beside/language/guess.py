"""Which language a text is in. Comes in: a declared tag and text. Goes out: the tag and its basis.

Only what letters tell for certain: Ukrainian and Russian each have letters that the other lacks.
"""

from __future__ import annotations

import re

UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
LATIN = re.compile(r"[A-Za-z]")
SAMPLE = 20_000


def guess_language(declared: str, text: str) -> tuple[str, str]:
    """(tag, "given" | "guessed" | "unknown"). A declared language wins unless its script is not the text's."""
    sample = text[:SAMPLE]
    cyrillic, latin = len(CYRILLIC.findall(sample)), len(LATIN.findall(sample))
    if declared and (cyrillic > latin) == declared.casefold().startswith(("ru", "uk", "be", "bg", "sr", "mk")):
        return declared, "given"
    if cyrillic > latin:
        return ("uk", "guessed") if len(UKRAINIAN.findall(sample)) > len(RUSSIAN.findall(sample)) else ("ru", "guessed")
    if declared:
        return declared, "given"
    return ("en", "guessed") if latin else ("", "unknown")
