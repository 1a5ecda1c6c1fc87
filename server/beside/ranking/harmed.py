"""Whose people a sentence tells of as harmed. Comes in: its words, whose people stand where. Goes out: sides.

Captives of a side, people of that side after a word of killing, or before one in the passive, who lie down or give up.
The same for either side. Source of the idea: predicate-argument patterns in event coreference (ECB+, Cybulska and
Vossen 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..language import Word, concept
from .doers import ACCUSED, accused, doers, dressed, is_open, is_subject, phrase
from .surrender import GAVE_UP, Kinds, People, gives_up, who_gave_up

CAPTURED = "captur"
HARM = frozenset(("kill", "behead", "torture", "castrate", "dead-body", "massacre"))
CAPTIVE, SOLDIER = "prisoner", "soldier"
HELPLESS, LYING = (CAPTIVE, "unarmed"), ("lie-down", "face-down")
TAKEN, IN_CUSTODY = (CAPTIVE, "deport"), (CAPTIVE, "jail")
SKULL, CUTS = "head-skull", ("відтин", "відтя", "відріз", "відруб", "отруб", "отрез", "отсек", "abschneid", "abgeschn")
DEAD, BODIES, MEN = frozenset(("tot",)), frozenset(("corps",)), frozenset((SOLDIER, "military", CAPTIVE))
OWN = frozenset("own своїх своих eigene eigenen propres".split())
CUT, HEAD = "cut", frozenset(("head", "heads"))  # "cut off the head of"
FEIGNS = tuple("pretend feign удава вдава притвор имитир імітув vorget tauscht изобража simule feint".split())
DEATH = frozenset("tod totung totungen ermordung hinrichtung hinrichtungen erschießung folter enthauptung".split())
STOMACH = frozenset("stomachs bellies bauch животе животах животі".split())
LAW = frozenset(("investigate", "prosecutor"))
SHOOT_AT = frozenset("tire tirait tirerait".split())
LIFE = frozenset("lives life leben vie жизни життя".split())
LOSES_LIFE, TAKES_LIFE = ("lose", "losing", "lost", "perd", "verl", "втрат", "потеря"), ("лиша", "лиши", "позбав")
HAVING = frozenset("have has had having".split())
HELD_BACK = frozenset((*HARM, CAPTIVE, GAVE_UP, "guard", "order", "unarmed"))  # then it is told what they did to others
MOURNED = frozenset(("dead-body", *LYING))
DONE = (HARM - MOURNED) | {ACCUSED, CAPTIVE, "guard", "order"}
OTHERS = frozenset("men man them those others people him captives".split())
WHO = frozenset("who that were was які що яких которые которых die qui".split())
AFTERWARDS = frozenset("after by dead during in near when while before par apres".split())  # "soldiers shot after ..."
BE = frozenset(
    "was were been being be is are wird werden wurde wurden worden ete fut furent sont est "
    "був була було були был была было были".split()
)
GERMAN_PASSIVE = frozenset("worden wurde wurden werden wird".split())
AUXILIARIES = BE | frozenset("haben hat habe hatten hatte sein sollen und oder".split())
VICTIM, ARE = "attack-victim", frozenset("are were be sind waren seien sollen sont seraient etaient".split())
PARTICIPLE, ASIDE_FR = ("e", "es", "u", "us"), frozenset("au aux a en dans par sur apres pendant lors pres".split())
FROM = (("из", "рядов"), ("из", "числа"), ("з", "лав"), ("із", "лав"), ("з", "числа"), ("із", "числа"))
REPRISAL, ON_WHOM = ("расправ", "розправ"), 8  # "расправа ... боевиков над ... солдатом"
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
        elif line[i].folded in STOMACH:
            yield from _last_before(line, people, i, BEFORE, kinds)
        elif kind in LYING or (lang == "de" and line[i].folded in DEAD):
            yield from _lying(line, people, i, kinds)
        elif kind in HARM or _cuts_a_head(line, kinds, i):
            yield from _hurt(line, people, i, lang)
        elif kind == VICTIM and ARE & {word.folded for word in line[i + 1 : i + 1 + BESIDE]}:
            yield from _first_after(line, people, i)  # "the victims are said to be Russian soldiers"
        elif lang == "fr" and line[i].folded in BODIES and MEN & set(kinds[i : i + AFTER]):
            yield from _first_after(line, people, i)
        elif line[i].folded in SHOOT_AT and line[i - 1 : i] and line[i - 1].folded == "on":
            yield from _last_before(line, people, i, BEFORE)  # "des soldats russes ... à qui l'on tire dans les jambes"
        elif line[i].folded in LIFE:
            yield from _life(line, people, i)
        elif kin and kind == KIN:
            yield from _relatives(line, people, i)


def _life(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """ "Russian soldiers lost their lives", "ums Leben kamen"; "лишают жизни ... военнослужащих"."""
    before = [word.folded for word in line[max(0, i - BESIDE - 1) : i]]
    if any(word.startswith(TAKES_LIFE) for word in before):
        yield from _first_after(line, people, i)
    elif any(word.startswith(LOSES_LIFE) for word in before) or before[-1:] == ["ums"]:
        yield from _last_before(line, people, i, LONG)


def _cuts_a_head(line: Sequence[Word], kinds: Kinds, i: int) -> bool:
    cuts = kinds[i] == CUT or line[i].folded.startswith(CUTS)
    head = SKULL in kinds[i : i + AFTER] or any(word.folded in HEAD for word in line[i : i + AFTER])
    return cuts and (head or _has_cut(line, i))


def _relatives(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """ "relatives of captured Russian soldiers": told by a preposition, or by the case; "Russian families"."""
    for j in (i - 1, i + 1):
        if 0 <= j < len(line) and (side := people[j]) and not doers(line, min(i, j), j):
            yield side
            return
    for j in range(i + 1, min(len(line), i + 1 + KIN_NEAR)):
        if line[j].start - line[j - 1].end == MARKED:  # "families of captured soldiers, Russian ombudswoman says"
            return
        if side := people[j]:
            if line[j].folded.endswith(GENITIVE) or any(word.folded in OF for word in line[i:j]):
                yield side
            return


def _hurt(line: Sequence[Word], people: People, i: int, lang: str) -> list[str]:
    """Those told as killed. German tells the object before the verb: "... die ukrainische Soldaten erschossen"."""
    if any(word.folded.startswith(FEIGNS) for word in line):  # "pretended to give up and shot the Ukrainians"
        return []
    ends = lang == "de" and line[i - 1].folded != "zu" and (i + 1 == len(line) or _ended(line, i))
    found = list(_last_before(line, people, i, BESIDE)) if ends else []
    if not found and i and line[i - 1].folded == "on":  # "un soldat russe que, selon toute apparence, on décapite"
        found = list(_last_before(line, people, i, BEFORE))
    if not found and lang == "fr" and line[i].folded.endswith(PARTICIPLE) and _no_object(line, i):
        found = list(_last_before(line, people, i, BESIDE))  # "un soldat russe apparemment décapité au couteau"
    if not found and _has_cut(line, i):  # "one of Kyiv's soldiers has his head cut off"
        found = list(_last_before(line, people, i, BEFORE))
    if not found and i and line[i - 1].folded == "them":  # "six Russians, two of them shot"
        found = list(_last_before(line, people, i, LONG))
    afterwards = i + 1 < len(line) and line[i + 1].folded in AFTERWARDS and not line[i].folded.endswith("ing")
    if not found and afterwards:  # "Russian soldiers shot after they ..."; not "Russian soldiers shooting dead ..."
        found = list(_last_before(line, people, i, BESIDE))
    return found or list(_harmed_at(line, people, i))


def _no_object(line: Sequence[Word], i: int) -> bool:
    return i + 1 == len(line) or line[i + 1].start - line[i].end > 1 or line[i + 1].folded in ASIDE_FR


def _has_cut(line: Sequence[Word], i: int) -> bool:
    before = [word.folded for word in line[max(0, i - BESIDE - 2) : i]]
    return bool(HEAD & {*before}) and bool(HAVING & {*before})


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
    if line[i].folded.startswith(CAPTURED):  # "... troops captured ten Russian soldiers", "one of Kyiv's captured men"
        owner = people[i - 1] if i and line[i - 1].end - line[i - 1].start > len(line[i - 1].folded) else None
        yield from [owner] if owner else _first_after(line, people, i)
        return
    of_war = len(OF_WAR) if tuple(word.folded for word in line[i + 1 : i + 3]) in (OF_WAR, *FROM) else 0
    for distance in range(1, BESIDE + 1):
        for j in (i - distance, i + of_war + distance):
            far_after = j == i + BESIDE and not line[i].folded.isascii()  # a verb stands between, where cases tell
            between = i - j == BESIDE and concept(line[i - 1].folded) in HARM  # "солдаты Украины убили пленных"
            far = far_after or between or i - j > before
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


def _harmed_at(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """ "the killing of Russian soldiers", "Russian soldiers were shot"."""
    if after := list(_first_after(line, people, i)):
        yield from after
        return
    subject = next((j for j in range(i - 1, max(-1, i - 2), -1) if people[j] and is_subject(line, i, j)), None)
    if subject is not None:  # "українських військових ... росіяни вбили"
        named = [j for j in range(subject - 1, max(-1, subject - 1 - BEFORE), -1) if people[j]][:1]
        yield from (side for j in named if (side := people[j]) and line[j].folded.endswith(GENITIVE))
        return
    for j in range(i - 1, max(-1, i - 1 - BEFORE), -1):
        if side := people[j]:
            if any(concept(word.folded) in LAW for word in line[j + 1 : i]):
                return  # "Russian prosecutors are investigating the deaths"
            active = line[i - 1].folded == "to" or line[i].folded.endswith("ing") or accused(line[j:i])
            passive = any(word.folded in BE for word in line[j:i])
            if dressed(line, j):
                return
            if (passive and not active) or any(word.folded in GERMAN_PASSIVE for word in line[i + 1 : i + 2]):
                yield side
            return


def _first_after(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    if is_open(line, people, i):
        return
    if line[i].folded in DEATH and any(word.folded == "von" for word in line[i + 1 : i + 2]):
        i += 1  # "der Tod von zehn russischen Soldaten"
    on = [k for k in range(i, min(len(line), i + ON_WHOM)) if line[k].folded == "над"]
    i = on[0] if on and line[i].folded.startswith(REPRISAL) else i
    for j in range(i + 1, min(len(line), i + 1 + AFTER)):
        if line[j].start - line[j - 1].end == MARKED:  # "mass shootings, he says, Ukrainian troops ..."
            return
        if line[j].folded in ASIDE:  # "fires in the direction of the Ukrainians"
            return
        if people[j] and is_subject(line, i, j):  # "пленных расстреляли российские военные"
            return
        if (side := people[j]) and not doers(line, i + 1, j):
            yield side
            return
