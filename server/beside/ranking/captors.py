"""Who was taken captive, and by whom. Comes in: words, their concepts, whose people stand where. Goes out: sides.

"Ukrainians who fell into captivity", "взятых в плен украинцев" tell whose people are held; "in Russian hands", "killed
by Ukrainian forces after they had laid down their arms" tell who holds them, and nobody's captives are his own people.
The same for either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language import Word
from .doers import BY, INSTRUMENTAL, doers, is_subject, phrase
from .harmed import BE, CAPTIVE, HARM, LYING, WHO
from .surrender import ARTICLES, GAVE_UP, HELD, ITSELF, UP, Kinds, People

CAPTIVITY = "captivity"
HELPLESS = frozenset((CAPTIVE, CAPTIVITY, GAVE_UP, "unarmed", *LYING))
PUBLIC = frozenset(
    "territory prison prisons jail jails camp camps тюрмі тюрмах тюрьме тюрьмах".split()
)  # not of captives
TAKES = tuple(  # who takes or holds captives, before "в плен"; "взят" is one who was taken
    "взял взяв брал берут беруть бере захватил захватыв захопи захоплю держ удержив тримаю утриму".split()
)
FELL = ("gerat", "genomm")  # "in Gefangenschaft geratene Russen"
PREPOSITIONS = frozenset("in from to by with for в у из з із до для від от к с von aus nach mit in de à en par".split())
ARMS, LAID = frozenset("arms weapons guns зброю оружие waffen armes".split()), 4
GIVES = frozenset("give gives gave given".split())
LAYS = ("laid", "lay", "put", "скла", "слож", "nieder", "gestreck", "strec", "depos", "pos")
GENITIVE = ("ських", "ских")
THEMSELVES = frozenset("themselves itself сами самі selbst memes".split())
CAPTURED = ("captur", "gefangen", "захвач", "захопл", "взят", "узят", "полонен", "пленен", "удержив", "утримув")
OF_THE_SIDE = frozenset("стороной стороною".split())
HANDS_OVER = ("hand", "переда", "відда", "отда", "uberg", "remet", "remis")
LAW = frozenset(("investigate", "prosecutor", "legal-case", "court"))
THEM = frozenset("them him их его їх його sie ihn".split())
BEFORE, AFTER, DOES = 7, 3, 7
NEXT = 2


def taken(line: Sequence[Word], kinds: Kinds, named: People) -> Iterator[str]:
    """Whose people are told to be in captivity, or to have been brought there."""
    for i, kind in enumerate(kinds):
        if kind != CAPTIVITY:
            continue
        active = i > 1 and line[i - 2].folded.startswith(TAKES)
        found = list(_fell(line, named, i, active))
        if not found and not active:
            near = range(i - 2, max(-1, i - 1 - BEFORE), -1)
            found = [j for j in near if named[j]][:1]
        yield from (side for j in found if (side := named[j]) and not doers(line, max(0, j - NEXT), j))


def _fell(line: Sequence[Word], named: People, i: int, active: bool) -> Iterator[int]:
    """ "взятых в плен украинцев": after the word, where cases tell; not "in Russian captivity"."""
    led = (
        i > 1
        and line[i - 1].folded in ("в", "у")
        and (active or line[i - 2].folded.endswith(("х", "го", "й", "м", "му")))
    )
    german = i + 1 < len(line) and line[i + 1].folded.startswith(FELL)
    if led or german:
        yield from [j for j in range(i + 1, min(len(line), i + 1 + AFTER)) if named[j]][:1]


def captors(line: Sequence[Word], kinds: Kinds, named: People, states: People) -> Iterator[str]:
    """Who is told to hold captives, or to do harm to those who had given up."""
    for j, side in enumerate(named):
        if side and (_holds(line, j) or _held_by(line, j) or _harms_the_helpless(line, kinds, j)):
            yield side
        elif (state := states[j]) and _hands_over(line, kinds, j):
            yield state


def _hands_over(line: Sequence[Word], kinds: Kinds, j: int) -> bool:
    """ "Ukraine is ready to hand over 630 prisoners"."""
    if j and line[j - 1].folded in PREPOSITIONS:
        return False
    gives = [k for k in range(j + 1, min(len(line), j + 1 + DOES)) if line[k].folded.startswith(HANDS_OVER)]
    return any(CAPTIVE in kinds[k : k + DOES] for k in gives[:1])


def _holds(line: Sequence[Word], j: int) -> bool:
    """ "In Russian hands", "aux mains des Russes", "в полоні росіян"."""
    after = [word.folded for word in line[j + 1 : j + 2]]
    if after == ["holding"] and any(word.folded in THEM for word in line[j + 2 : j + 3]):
        return True
    before = [word.folded for word in line[max(0, j - NEXT) : j] if word.folded not in ARTICLES]
    return any(word in HELD and word not in PUBLIC for word in after) or (
        bool(before) and before[-1] in HELD and before[-1] not in PUBLIC and before[-1] not in ("плен", "полон")
    )


def _held_by(line: Sequence[Word], j: int) -> bool:
    """ "Captured by Russian soldiers", "захваченных украинской стороной"."""
    apart = j > 0 and line[j].start - line[j - 1].end > 1
    by = [k for k in range(max(0, j - AFTER), j) if line[k].folded in BY and not apart]
    if by:
        near = (*line[max(0, by[-1] - NEXT) : by[-1]], *line[j : j + AFTER])
        return any(word.folded.startswith(CAPTURED) for word in near)
    side = any(word.folded in OF_THE_SIDE for word in line[j + 1 : j + 2])
    told = side or line[j].folded.endswith(INSTRUMENTAL)
    return told and any(word.folded.startswith(CAPTURED) for word in line[max(0, j - NEXT) : j])


def _harms_the_helpless(line: Sequence[Word], kinds: Kinds, j: int) -> bool:
    harm = [k for k, kind in enumerate(kinds) if kind in HARM]
    if not harm or CAPTIVE in kinds[j : j + NEXT + 1] or not (HELPLESS & set(kinds) or _laid_down(line)):
        return False
    if any(word.folded in THEMSELVES for word in line[j + 1 : j + 1 + AFTER]):
        return False  # "shot by Russian forces themselves"
    if doers(line, min(max(0, j - NEXT), phrase(line, j)), j):
        return True
    if any(is_subject(line, k, j) for k in harm if j - AFTER <= k < j):
        return True  # "пленных расстреляли российские военные"
    if line[j].folded.endswith(GENITIVE):
        return False  # "українських військових росіяни вбили"
    for k in (k for k in harm if j < k <= j + DOES):
        between = [word.folded for word in line[j + 1 : k]]
        if LAW & set(kinds[j + 1 : k]):
            continue  # "Kyiv's prosecutors count 75 killings of captives"
        if HELPLESS & set(kinds[j + 1 : k]) and not BE & set(between) and _them(line, k):
            return True  # "units film prisoners while they torture them"
        told_to = bool(between) and between[-1] in ("to", "of")  # "told to kill", "accused of killing"
        if not (HELPLESS & set(kinds[j + 1 : k])) and (told_to or not BE & set(between)):
            return any(kind in HELPLESS for kind in kinds[k:]) or _laid_down(line[k:])
    return False


def _them(line: Sequence[Word], k: int) -> bool:
    return k + 1 < len(line) and line[k + 1].folded in THEM


def _who_gave(line: Sequence[Word], i: int) -> bool:
    """ "Men who had already given up", and nothing after it: they gave up no village."""
    ends = i + 1 == len(line) or line[i + 1].start - line[i].end > 1
    who = any(word.folded in WHO for word in line[max(0, i - LAID) : i])
    return ends and who and line[i - 1].folded in GIVES


def _laid_down(line: Sequence[Word]) -> bool:
    """ "Laid down their arms", "сложивших оружие", "given themselves up", "who gave up"."""
    for i, word in enumerate(line):
        if i and word.folded == UP and (line[i - 1].folded in ITSELF or _who_gave(line, i)):
            return True
    return any(
        word.folded in ARMS and any(w.folded.startswith(LAYS) for w in line[max(0, i - LAID) : i + NEXT])
        for i, word in enumerate(line)
    )
