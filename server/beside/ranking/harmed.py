"""Whose people a sentence tells of as harmed. Comes in: its words, whose people stand where. Goes out: sides.

Captives of a side, people of that side after a word of killing, or before one in the passive, who lie down or give up.
The same for either side. Source of the idea: predicate-argument patterns in event coreference (ECB+, Cybulska and
Vossen 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..language import Word, concept
from .surrender import ARTICLES, GAVE_UP, MILITARY, Kinds, People, gives_up, who_gave_up

HARM = frozenset(("kill", "behead", "torture", "castrate", "dead-body", "massacre"))
CAPTIVE, SOLDIER = "prisoner", "soldier"
HELPLESS, LYING = (CAPTIVE, "unarmed"), ("lie-down", "face-down")
TAKEN, IN_CUSTODY = (CAPTIVE, "deport"), (CAPTIVE, "jail")
SKULL, CUTS = "head-skull", ("відтин", "відтя", "відріз", "відруб", "отруб", "отрез", "отсек", "abschneid", "abgeschn")
DEAD, BODIES, MEN = frozenset(("tot",)), frozenset(("corps",)), frozenset((SOLDIER, "military", CAPTIVE))
OWN = frozenset("own своїх своих eigene eigenen propres".split())
ACCUSED, CUT, HEAD = "accuse", "cut", frozenset(("head", "heads"))  # "cut off the head of"
HELD_BACK = frozenset((*HARM, CAPTIVE, GAVE_UP, "guard", "order", "unarmed"))  # then it is told what they did to others
MOURNED = frozenset(("dead-body", *LYING))
DONE = (HARM - MOURNED) | {ACCUSED, CAPTIVE, "guard", "order"}
OTHERS = frozenset("men man them those others people him captives".split())
WHO = frozenset("who that were was які що яких которые которых die qui".split())
AFTERWARDS = frozenset("after by dead during in near when while before par apres".split())  # "soldiers shot after ..."
BY = frozenset("by at von durch vom par".split())  # "by Russian soldiers", "at Russian hands"
BE = frozenset(
    "was were been being be is are wird werden wurde wurden worden ete fut furent sont est "
    "був була було були был была было были".split()
)
GERMAN_PASSIVE = frozenset("worden wurde wurden werden wird".split())
AUXILIARIES = BE | frozenset("haben hat habe hatten hatte sein sollen und oder".split())
CAPTURED, INSTRUMENTAL = "captur", ("ими", "ами", "ями")  # "by ... soldiers", in Ukrainian and Russian
OVER = frozenset("над перед між между".split())
IN_FRONT = frozenset("перед front vor devant".split())  # of whom they lie
OF_WAR = ("de", "guerre")
ASIDE = frozenset("toward towards direction richtung сторону бік".split())
KIN, KIN_NEAR = "relative", 4
OF, GENITIVE = frozenset("of de des d von der".split()), ("их", "ян", "ців", "цев")
BESIDE, AFTER, BEFORE, LATELY = 2, 6, 8, 6  # to captives; after a killing; before its passive; before a surrender
MARKED = 2  # characters between words with a mark
LONG = 16  # from those who come out to where they lie down


def told_in(line: Sequence[Word], kinds: Kinds, named: People, people: People, lang: str, kin: bool) -> Iterator[str]:
    """The sides whose people are told as captives, killed or hurt. ``named``: all people, ``people``: but receivers."""
    for i, kind in enumerate(kinds):
        if kind in HELPLESS:
            yield from _captives(line, people, i, 1 if lang == "de" else BESIDE)
        if kind in TAKEN:
            yield from _taken(line, people, i)
        elif gives_up(line, named, kinds, i, lang):
            yield from _gave_up(line, people, i, kinds)
        elif kind in LYING or (lang == "de" and line[i].folded in DEAD):
            yield from _lying(line, people, i, kinds)
        elif kind in HARM or _cuts_a_head(line, kinds, i):
            yield from _hurt(line, people, i, lang == "de")
        elif lang == "fr" and line[i].folded in BODIES and MEN & set(kinds[i : i + AFTER]):
            yield from _first_after(line, people, i)
        elif kin and kind == KIN:
            yield from _relatives(line, people, i)


def _cuts_a_head(line: Sequence[Word], kinds: Kinds, i: int) -> bool:
    cuts = kinds[i] == CUT or line[i].folded.startswith(CUTS)
    return cuts and (SKULL in kinds[i : i + AFTER] or any(word.folded in HEAD for word in line[i : i + AFTER]))


def _relatives(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """ "relatives of captured Russian soldiers": told by a preposition, or by the case."""
    for j in range(i + 1, min(len(line), i + 1 + KIN_NEAR)):
        if side := people[j]:
            if line[j].folded.endswith(GENITIVE) or any(word.folded in OF for word in line[i:j]):
                yield side
            return


def _hurt(line: Sequence[Word], people: People, i: int, german: bool) -> list[str]:
    """Those told as killed. German tells the object before the verb: "... die ukrainische Soldaten erschossen"."""
    ends = german and line[i - 1].folded != "zu" and (i + 1 == len(line) or _ended(line, i))
    found = list(_last_before(line, people, i, BESIDE)) if ends else []
    if not found and i and line[i - 1].folded == "on":  # "un soldat russe que, selon toute apparence, on décapite"
        found = list(_last_before(line, people, i, BEFORE))
    if not found and i and line[i - 1].folded == "them":  # "six Russians, two of them shot"
        found = list(_last_before(line, people, i, LONG))
    afterwards = i + 1 < len(line) and line[i + 1].folded in AFTERWARDS and not line[i].folded.endswith("ing")
    if not found and afterwards:  # "Russian soldiers shot after they ..."; not "Russian soldiers shooting dead ..."
        found = list(_last_before(line, people, i, BESIDE))
    return found or list(_harmed_at(line, people, i))


def _ended(line: Sequence[Word], i: int) -> bool:
    """Whether a mark, or an auxiliary, follows."""
    return line[i + 1].start - line[i].end > 1 or line[i + 1].folded in AUXILIARIES


def _taken(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """ "all Russians who were captured or deported"; not "Russian forces were holding prisoners"."""
    for j in range(i - 1, max(-1, i - 1 - LATELY), -1):
        if side := people[j]:
            between = [word.folded for word in line[j + 1 : i]]
            does = any(word.endswith("ing") or concept(word) in HARM for word in between)
            if WHO & {*between} and not does and not doers(line, max(0, j - 1), j):
                yield side
            return


def _gave_up(line: Sequence[Word], people: People, i: int, kinds: Kinds) -> Iterable[str]:
    """ "Russian soldiers who surrendered", where nobody else's people stand near."""
    told = list(who_gave_up(line, people, i))
    one = len(set(filter(None, people[max(0, i - LATELY) : i]))) == 1
    return told or (_last_before(line, people, i, LATELY, kinds) if one else ())


def _lying(line: Sequence[Word], people: People, i: int, kinds: Kinds) -> Iterator[str]:
    """ "ten Russian soldiers come out of a house and lie down"; not where they do something to others."""
    for j in range(i - 1, max(-1, i - 1 - LONG), -1):
        if line[j].folded in OTHERS or kinds[j] in HELD_BACK:
            return
        before = any(word.folded in IN_FRONT for word in line[max(0, j - 1 - BESIDE) : j])
        if (side := people[j]) and not before:
            if not doers(line, max(0, j - 1), j):
                yield side
            return


def _captives(line: Sequence[Word], people: People, i: int, before: int) -> Iterator[str]:
    """ "Russian captives", "captured Russian soldiers"; not "captured by Russian soldiers"."""
    if line[i].folded.startswith(CAPTURED):  # "... troops captured ten Russian soldiers"
        yield from _first_after(line, people, i)
        return
    of_war = len(OF_WAR) if tuple(word.folded for word in line[i + 1 : i + 3]) == OF_WAR else 0
    for distance in range(1, BESIDE + 1):
        for j in (i - distance, i + of_war + distance):
            far_after = j == i + BESIDE and not line[i].folded.isascii()  # a verb stands between, where cases tell
            far = far_after or i - j > before
            if 0 <= j < len(line) and (side := people[j]) and not far and not doers(line, min(i, j), j):
                yield side
                return


def _last_before(line: Sequence[Word], people: People, i: int, reach: int, kinds: Kinds = ()) -> Iterator[str]:
    """ "Russian soldiers who surrendered": the people named last before it, unless it is told by whom."""
    for j in range(i - 1, max(-1, i - 1 - reach), -1):
        if any(kind in HARM for kind in kinds[j : j + 1]) and not any(
            w.folded in BE for w in line[max(0, j - BESIDE) : j]
        ):
            return  # "Russian soldiers killed men who had surrendered"
        if side := people[j]:
            if not doers(line, phrase(line, j), j):
                yield side
            return


def phrase(line: Sequence[Word], j: int) -> int:
    """Where "par les forces russes" begins: French names the people last."""
    start = max(0, j - 1)
    while start and (line[start].folded in ARTICLES or concept(line[start].folded) in MILITARY):
        start -= 1
    return start


def _harmed_at(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """ "the killing of Russian soldiers", "Russian soldiers were shot"."""
    if after := list(_first_after(line, people, i)):
        yield from after
        return
    for j in range(i - 1, max(-1, i - 1 - BEFORE), -1):
        if side := people[j]:
            active = line[i - 1].folded == "to" or line[i].folded.endswith("ing") or _accused(line[j:i])
            passive = any(word.folded in BE for word in line[j:i])
            if (passive and not active) or any(word.folded in GERMAN_PASSIVE for word in line[i + 1 : i + 2]):
                yield side
            return


def _first_after(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    for j in range(i + 1, min(len(line), i + 1 + AFTER)):
        if line[j].start - line[j - 1].end == MARKED:  # "mass shootings, he says, Ukrainian troops ..."
            return
        if line[j].folded in ASIDE:  # "fires in the direction of the Ukrainians"
            return
        if (side := people[j]) and not doers(line, i, j):
            yield side
            return


def _accused(line: Iterable[Word]) -> bool:
    return any(concept(word.folded) == ACCUSED for word in line)


def doers(line: Sequence[Word], start: int, j: int) -> bool:
    """Whether the people at ``j`` are told as those who did it."""
    accused = _accused(line[max(0, j - BESIDE) : j])
    over = any(word.folded in OVER for word in line[max(0, j - 1 - BESIDE) : j])  # "расправа над ... солдатами"
    return accused or (line[j].folded.endswith(INSTRUMENTAL) and not over) or any(w.folded in BY for w in line[start:j])
