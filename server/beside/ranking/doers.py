"""Who is told to have done it. Comes in: words, where somebody's people stand. Goes out: whether they are the doers.

"By Russian soldiers", "accused", "by men in Russian uniform", and in Ukrainian and Russian an instrumental, or a
nominative behind an active verb. The same for either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..language import Word, concept
from .surrender import ARTICLES, MILITARY, People

ACCUSED = "accuse"
BY = frozenset("by at von durch vom par".split())  # "by Russian soldiers", "at Russian hands"
INSTRUMENTAL = ("ими", "ами", "ями")  # "by ... soldiers", in Ukrainian and Russian
ACTIVE = tuple("ли ла л в ют ут ят ат ють уть ять ать".split())  # "расстреляли", "вбивають"; "расстреляны" is passive
DYING = tuple("погиб гиб загин гин умер умир помер помир пал пад".split())  # then the nominative suffers
NOMINATIVE = tuple("кие ые кий ый ькі яни ане яне цы ці ец нин".split())
OVER = frozenset("над перед між между".split())
UNIFORM, DRESS, WORN_BY = "uniform", frozenset("форма форме форму форми формі".split()), 5
BESIDE = 2
OF_OR_IN, BLAMED = frozenset("of de des d von der в у".split()), 6  # words from "accuses" to "of killing"


def phrase(line: Sequence[Word], j: int) -> int:
    """Where "par les forces russes" begins: French names the people last."""
    start = max(0, j - 1)
    while start and (line[start].folded in ARTICLES or concept(line[start].folded) in MILITARY):
        start -= 1
    return start


def is_subject(line: Sequence[Word], i: int, j: int) -> bool:
    """Whether the people beside an active verb do it, in Ukrainian and Russian: they stand in the nominative."""
    verb = line[i].folded
    active = verb.endswith(ACTIVE) and not verb.startswith(DYING)
    return active and line[j].folded.endswith(NOMINATIVE)


def _does(line: Sequence[Word], j: int) -> bool:
    """ "Росіяни вбили", right before an active verb of killing."""
    killing = j + 1 < len(line) and concept(line[j + 1].folded) == "kill"
    return killing and is_subject(line, j + 1, j)


def accused(line: Iterable[Word]) -> bool:
    """Whether somebody is accused there."""
    return any(concept(word.folded) == ACCUSED for word in line)


def is_open(line: Sequence[Word], people: People, i: int) -> bool:
    """ "обвиняет в казни украинских военных" may be of them, or by them."""
    if not i or line[i - 1].folded not in OF_OR_IN:
        return False
    blames = [k for k in range(max(0, i - BLAMED), i) if concept(line[k].folded) == ACCUSED]
    return bool(blames) and not any(people[blames[-1] : i])


def doers(line: Sequence[Word], start: int, j: int) -> bool:
    """Whether the people at ``j`` are told as those who did it."""
    if dressed(line, j) or accused(line[max(0, j - BESIDE) : j]) or _does(line, j):
        return True
    over = any(word.folded in OVER for word in line[max(0, j - 1 - BESIDE) : j])  # "расправа над ... солдатами"
    return (line[j].folded.endswith(INSTRUMENTAL) and not over) or any(w.folded in BY for w in line[start:j])


def dressed(line: Sequence[Word], j: int) -> bool:
    """ "By men in Russian uniform"."""
    beside = [word.folded for word in (*line[max(0, j - 1) : j], *line[j + 1 : j + 2])]
    if not any(word in DRESS or concept(word) == UNIFORM for word in beside):
        return False
    return any(word.folded in BY or word.folded.endswith(INSTRUMENTAL) for word in line[max(0, j - WORN_BY) : j])
