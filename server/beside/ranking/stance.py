"""Which stance a sentence of the page takes on a claim it carries. Comes in: the sentence. Goes out: a stance, or None.

Only plain cues count (sentence_stances.toml). A cue that is negated or put under a condition tells nothing; where cues
of two kinds meet, or a negation stands alone, none is told. Source of the idea: reporting verbs and the scope of a
negation as stance features (Fake News Challenge baselines; NegEx, Chapman 2001).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

CARRIED = 0.2  # how much of a claim a sentence must carry before silence about a stance reads as saying it
SCOPE = 24  # characters before a cue in which a negation or a condition reaches it
BREAK = re.compile(r"[,;:.!?—–]")
# These are cues by being negated, so that a negation does not undo them.
NEGATIVE = frozenset(("could_not_verify", "states_unknown", "denies_fact"))
DENIES = frozenset(("denies", "denies_fact"))


@cache
def _cues() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str], re.Pattern[str]]:
    """The cues of each stance, negations, and what puts a sentence under a condition."""
    table = tomllib.loads(files("beside.ranking").joinpath("sentence_stances.toml").read_text("utf-8"))
    stances = {stance: _any(said.values()) for stance, said in table["stances"].items()}
    return stances, _any(table["negations"].values()), _any(table["conditions"].values())


def _any(said: object) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in said), re.I)  # type: ignore[attr-defined]


def cues_in(sentence: str) -> frozenset[str]:
    """The stances of which a cue stands in the sentence, whatever is said around it."""
    found = {stance for stance, cue in _cues()[0].items() if cue.search(sentence)}
    return frozenset("denies" if stance in DENIES else stance for stance in found)


def stance_of(sentence: str, carried: float = 1.0) -> str | None:
    """The cue's stance where one kind of cue stands; asserts for a plain sentence that carries the claim; else None."""
    stances, negations, conditions = _cues()
    found, undone = set(), False
    for stance, cue in stances.items():
        for said in cue.finditer(sentence):
            before = sentence[max(0, said.start() - SCOPE) : said.start()]
            scope = BREAK.split(before)[-1]
            if conditions.search(scope) or (stance not in NEGATIVE and negations.search(scope)):
                undone = True
            else:
                found.add("denies" if stance in DENIES else stance)
    # What could not be verified, or is denied, is not confirmed as well; to look into it is a stance of its own.
    found = found - {"corroborates"} if len(found) > 1 else found
    if len(found) == 1:
        return found.pop()
    plain = not found and not undone and carried >= CARRIED
    return "asserts" if plain and not negations.search(sentence) else None
