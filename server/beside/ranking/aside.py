"""Whose people were harmed, where nobody says it outright. Comes in: words, concepts, whose people stand where.

Goes out: sides. "The horror in X over a beheading", "men in X's uniform were shot at", "they came back to X in an
exchange", "X would not take its own", "the film of the X's soldier" tell whose people were harmed. A plan ("the return
of captives, proposed by X"), a denial ("X executed no captives"), a demand ("... that X keep to the Geneva
Convention"), calls from X's soldiers to relatives, and shots that one of those who give up fires at X's tell who holds
them. Read only where nothing plainer is told, and the same for either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..language import Word, fold
from .doers import BY, DRESS, INSTRUMENTAL, UNIFORM, doers
from .harmed import BE, CAPTIVE, CUT, DONE, HARM, HEAD, KIN, LYING, MEN, OWN
from .surrender import ARTICLES, GAVE_UP, Kinds, People

HORROR = ("grief", "shock")
HORRIFIED = frozenset("horror horrified entsetzen bestürzung choc effroi horreur жах ужас ужасе жахнуло".split())
IN = frozenset("in across throughout im en au à a у в во на".split())
MOURNS = 3  # words from the horror to where it is felt
MEN_IN = ("ям", "ам", "им", "ей", "ів", "ов")  # "людям в ... форме": dative or accusative, so they suffer it
SHOT_AT, WORN = 5, 4
OFFERS, BACK = frozenset(("offer", "ready")), frozenset(("return-home", "release", "handover", "home"))
OFFERED, BRINGS = (
    ("offer",),
    ("hand", "перед", "відда", "отда", "отпус", "відпус", "uberg", "remet", "release", "libere"),
)
PLAN = 8
NO_ACT = frozenset(  # what may stand between a state and the executing of captives
    fold(word)
    for word in "not never no n't did has had have having of to ordered denies denied not не ніколи никогда нікого "
    "habe hat haben keine keinen nie n a pas jamais aucun avoir d de в у die".split()
)
DENIAL = 5
CHARGES = ("accusation", "allegation", "charge", "обвинен", "звинувачен", "vorw", "anschuldig")
REJECTS = ("reject", "deni", "dismiss", "отверг", "отриц", "відкид", "запереч", "weist", "bestreit", "rejet", "dement")
STOPS = ("stop", "end", "ceas", "прекра", "припин", "beend", "cess", "arret")
CONVENTION = ("genev", "genf", "genfer", "женев", "convention", "konvention", "конвенц")
URGES = frozenset(("demand", "call-on"))
URGED = tuple(
    "urg call force forc make oblig appel exhort contrai mahn потреб заклик змус зобов домог призв призыв застав обяза "
    "добит".split()
)
KEEPS, BEFORE_URGED = 7, 4
CALLS = ("call", "phone", "rang", "ring", "anruf", "appel", "telefon", "телеф", "дзвін", "дзвон", "звон", "позвон")
RINGS, MONEY = 7, ("money", "ransom")
FIRE = frozenset(("fire", "kill"))
AT = frozenset("at on toward towards upon auf gegen richtung sur vers contre direction по у в на бік сторону".split())
SHOOTS = 5
HOMEWARDS, HOME = frozenset("to into в до у nach in en".split()), 4  # "came back to X in an exchange"
FILM = "video"
HEARD, TALKS = frozenset(("radio", "voice")), frozenset("talk talking speaking saying".split())  # no film
DECLINES, ITS_OWN, NOT_TAKEN = ("lehn",), frozenset("seiner ihrer".split()), 6
LINK = 3  # letters of a word that only links


def own_people(line: Sequence[Word], kinds: Kinds, named: People, states: People) -> Iterator[str]:
    """Whose people were harmed: who came home to X in an exchange, whom X would not take, and those of bereaved."""
    yield from bereaved(line, kinds, named, states)
    yield from _shown(line, kinds, named)
    for j, side in enumerate(states):
        if side and (_came_home(line, kinds, j) or _not_taken(line, kinds, states, j)):
            yield side


def _shown(line: Sequence[Word], kinds: Kinds, named: People) -> Iterator[str]:
    """ "The film of the X's soldier", where nobody is told to do anything."""
    if DONE & set(kinds) or any(kind in HEARD or word.folded in TALKS for kind, word in zip(kinds, line, strict=True)):
        return
    for i in (i for i, kind in enumerate(kinds) if kind == FILM):
        j = i + 1
        while j < len(line) and not named[j] and (len(line[j].folded) <= LINK or kinds[j] in MEN):
            j += 1
        side = named[j] if j < len(line) else None
        if side and MEN & set(kinds[j - 1 : j + 2]) and not doers(line, i, j):
            yield side


def _came_home(line: Sequence[Word], kinds: Kinds, j: int) -> bool:
    """ "They came back to X in an exchange"."""
    near = kinds[max(0, j - HOME) : j + HOME]
    return j > 0 and line[j - 1].folded in HOMEWARDS and "exchange" in kinds and "return-home" in near


def _not_taken(line: Sequence[Word], kinds: Kinds, states: People, j: int) -> bool:
    """ "X refused to take its own"."""
    near = range(j + 1, min(len(line), j + HOME))
    refuses = next((k for k in near if kinds[k] == "refuse" or line[k].folded.startswith(DECLINES)), None)
    if refuses is None or any(states[j + 1 : refuses]):
        return False
    return any(word.folded in OWN | ITS_OWN for word in line[refuses : refuses + NOT_TAKEN])


def bereaved(line: Sequence[Word], kinds: Kinds, named: People, states: People) -> Iterator[str]:
    """Whose people were harmed: where there is horror at it, and in whose uniform they were."""
    if not (HARM & set(kinds) or (any(kind == CUT for kind in kinds) and HEAD & {word.folded for word in line})):
        return
    for i, word in enumerate(line):
        if kinds[i] in HORROR or word.folded in HORRIFIED:
            yield from _felt(line, states, i)
        elif kinds[i] == UNIFORM or word.folded in DRESS:
            yield from _worn(line, kinds, named, i)


def _felt(line: Sequence[Word], states: People, i: int) -> Iterator[str]:
    """ "Horror in Kyiv", "has shocked Russia"; "in der Ukraine hat ein Video ... Trauer ausgelöst"."""
    for j in range(i + 1, min(len(line), i + 1 + MOURNS)):
        if states[j]:
            yield from [side for side in states[j : j + 1] if side and line[j - 1].folded not in BY]
            return
    place = next((j for j, side in enumerate(states[:i]) if side), None)
    if place and any(word.folded in IN for word in line[max(0, place - 2) : place]):
        yield from filter(None, states[place : place + 1])


def _worn(line: Sequence[Word], kinds: Kinds, named: People, i: int) -> Iterator[str]:
    """ "Shots at men in Russian uniform", "men in Russian uniform were shot"; not those who shoot in it."""
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(line) and named[j]][:1]
    for j in beside:
        start = max(0, min(i, j) - SHOT_AT)
        before = any(kind in HARM for kind in kinds[start : min(i, j)])
        after = [k for k in range(i + 1, len(line)) if kinds[k] in HARM]
        passive = bool(after) and any(word.folded in BE for word in line[i + 1 : after[0]])
        men = line[j - 2].folded if j > 1 else ""
        suffer = not men.isascii() and men.endswith(MEN_IN) and bool(after)
        yield from (side for side in named[j : j + 1] if side and (before or passive or suffer))


def captors_aside(line: Sequence[Word], kinds: Kinds, named: People, states: People) -> Iterator[str]:
    """Who is told to hold captives by a plan, a denial, a demand, a call or by shots fired at him."""
    sides = [one or other for one, other in zip(named, states, strict=True)]
    for j, side in enumerate(sides):
        if side and (
            _plans(line, kinds, sides, j)
            or _executes(line, kinds, states, j)
            or _urged(line, kinds, sides, j)
            or _rings(line, kinds, named, j)
            or _fired_at(line, kinds, sides, j)
        ):
            yield side


def _plans(line: Sequence[Word], kinds: Kinds, sides: People, j: int) -> bool:
    """ "X offers to hand over captives", "the return of captives, proposed by X"."""
    by = line[j].folded.endswith((*INSTRUMENTAL, "ом", "ою", "ой")) or (j and line[j - 1].folded in BY)
    if by and any(kind in OFFERED for kind in kinds[max(0, j - 2) : j]):
        near = kinds[max(0, j - PLAN) : j + PLAN]
        return CAPTIVE in near and any(kind in BACK for kind in near)
    told = next((k for k in range(j + 1, min(len(line), j + SHOT_AT)) if kinds[k] in OFFERS), None)
    if told is None or any(sides[j + 1 : told]) or (j and line[j - 1].folded in IN | BY | AT):
        return False
    gives = [k for k in range(told, min(len(line), told + SHOT_AT)) if line[k].folded.startswith(BRINGS)]
    return any({CAPTIVE, "home"} & set(kinds[k : k + SHOT_AT]) for k in gives[:1])


def _executes(line: Sequence[Word], kinds: Kinds, states: People, j: int) -> bool:
    """ "X did not execute captives", "X habe keine Gefangenen erschossen", "X rejects charges of killing captives"."""
    if not states[j]:
        return False
    rejected = any(word.folded.startswith(REJECTS) for word in line[j + 1 :])
    for k in range(j + 1, min(len(line), j + 1 + DENIAL)):
        if kinds[k] == "kill" and CAPTIVE in kinds[k + 1 : k + 3]:
            return True
        if kinds[k] == CAPTIVE and k > j + 1:
            return kinds[k + 1 : k + 2] == ["kill"]
        charge = rejected and line[k].folded.startswith((*CHARGES, *REJECTS))
        if line[k].folded not in NO_ACT and not charge:
            return False
    return False


def _urged(line: Sequence[Word], kinds: Kinds, sides: People, j: int) -> bool:
    """ "To demand of X that it keep to the Geneva Convention", "... that it stop torturing captives"."""
    near = range(max(0, j - BEFORE_URGED), j)
    if not any(kinds[k] in URGES or line[k].folded.startswith(URGED) for k in near):
        return False
    after = range(j + 1, min(len(line), j + 1 + KEEPS))
    stops = any(line[k].folded.startswith(STOPS) and HARM & set(kinds[k : k + 3]) for k in after)
    return any(line[k].folded.startswith(CONVENTION) for k in after) or (stops and CAPTIVE in kinds[j:])


def _rings(line: Sequence[Word], kinds: Kinds, named: People, j: int) -> bool:
    """ "Calls from X's soldiers to relatives, asking for money"."""
    if not named[j] or not any(kind in MONEY or kind == "demand" for kind in kinds):
        return False
    called = any(word.folded.startswith(CALLS) for word in line[max(0, j - 3) : j + 3])
    return called and KIN in kinds[j + 1 : j + 1 + RINGS]


def _fired_at(line: Sequence[Word], kinds: Kinds, sides: People, j: int) -> bool:
    """ "Soldiers surrender, then one opens fire at the X's": he gave up to them."""
    fires = [k for k in range(max(0, j - SHOOTS), j) if kinds[k] in FIRE]
    helpless = [k for k in range(j) if kinds[k] in (GAVE_UP, CAPTIVE, *LYING)]
    if not fires or not helpless or helpless[0] > fires[0] or any(sides[helpless[0] : j]):
        return False
    between = [word.folded for word in line[fires[-1] + 1 : j] if word.folded not in ARTICLES]
    aimed = bool(between) and not BY & {*between} and all(word in AT or len(word) <= LINK for word in between)
    return aimed and not {GAVE_UP, CAPTIVE, *LYING} & set(kinds[j + 1 : j + 4])
