"""Whose it was, and against whom it went. Comes in: a corpus, a page. Goes out: whether the page turns an act around.

"Russian missiles" and "sent by Russia" tell whose (of), "on Ukraine" against whom (at); the corpus (``undisputed.py``)
and pages are read by the same plain rule. A page contradicts where a sentence on a matter on record gives to another
side what is on record for one, and nothing on the page gives it to that one. Where nothing is read nothing is said.
Source of the idea: semantic roles in event coreference (ECB+, Cybulska and Vossen 2014).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ..language import Word, base_language, concept, dates, heard, numbers, rarity, words
from ..model import Passage
from .harmed import CAPTIVE, HARM
from .peoples import Peoples
from .surrender import GAVE_UP
from .vocabulary import reported

Telling = tuple[str, str, str]  # relation, thing, side
Record = Mapping[tuple[str, str], tuple[str, frozenset[str]]]  # relation, thing -> side; what its incident speaks of
OF, AT = "of", "at"
# Who fights, suffers or is accused is no thing of anybody's: affected.py reads the harmed, the accused may differ.
FORCES = frozenset("soldier units army military combatant militant marines infantry navy militia mercenary".split())
VAGUE = frozenset(
    "accuse advance advance-ground city country invasion member office-room open-up region service side war".split()
)
NO_THINGS = FORCES | HARM | VAGUE | {CAPTIVE, GAVE_UP}
OF_A = frozenset("of de du des d von".split())
OWNERS = OF_A | frozenset("from in by aus durch par із з из від от".split())
TARGETS = frozenset(
    "at on onto against into upon towards toward по на проти против auf gegen nach über sur contre vers".split()
)
LINKS = frozenset("the a an der die das den dem des le la les l".split())
PREPOSITIONS = OWNERS | TARGETS | frozenset("for with as if".split())
STOPS = (PREPOSITIONS - OF_A) | frozenset("that which who and or but".split())
IN, US = frozenset("in im en в у".split()), frozenset("us uns nous нас нам".split())
BETWEEN = frozenset(
    "that which who were was are have had has been being які що которые die ont qui a avait aurait avaient".split()
)
HITS, BY = frozenset(("hit", "strike")), frozenset("by von par".split())
HIT = frozenset("traf trafen вразили вразило уразили поразили поразило".split())
HAS = frozenset("hat habe hatte haben hatten".split())  # German tells the verb at the end of the clause
MISSING, OFFICES_DO = "missing", frozenset(("investigate",))
DOES = tuple(
    "sent send sends dispatch launch fire deploy надісла надсила відправ направ випусти послал отправ выпусти "
    "schickt geschickt schick entsand feuert abgefeuert envoy dépêch depech tire".split()
)
LEAVES = frozenset("left leave leaves leaving pulled withdrawn пішли залишили покинули ушли оставили".split())
LEFT = "retreat"
MARKS = frozenset('-.,;:!?()[]–—"“”«»')
NEAR, FAR = 3, 7
TELLING_NUMBER, TELLING_WORD = 30, 0.45
BORNE_OUT = 2  # what else of a claim its sentence must speak of; of a record of few things, one
FEW = 5
ENDING = re.compile(r"(?:[aeiou]+|[aeio]i?[mv]|oh?o)$")  # of a case, in a name as it is heard
LEAST_NAME = 4
STATE = "@"  # before a state's name; the sides of an act tell nothing of what it was


class Directions:
    """By incident, what is on record, and the surnames of those it is about; by surname, whose office it is."""

    def __init__(
        self,
        peoples: Peoples,
        record: Mapping[str, Record],
        surnames: Mapping[str, frozenset[str]],
        offices: Mapping[str, frozenset[Telling]],
    ) -> None:
        self._peoples, self._record, self._surnames, self._offices = peoples, record, surnames, offices

    def contradict(self, incident: str, speaking: Iterable[Passage], page: Sequence[Passage], lang: str) -> bool:
        """True where a speaking passage turns an act around, and nothing on the page tells it as on record."""
        record, named = self._record[incident], self._surnames[incident]
        if not record or not any(self._turned(passage, record, lang) for passage in speaking):
            return False
        told = (telling for passage in page for telling in self._tellings(passage.text, lang))
        as_on_record = any(record[key][0] == side for *pair, side in told if (key := (pair[0], pair[1])) in record)
        return not as_on_record and not any(word.folded in named for p in page for word in words(p.text, lang))

    def _turned(self, passage: Passage, record: Record, lang: str) -> bool:
        for relation, thing, side in self._tellings(passage.text, lang):
            on_record, spoken_of = record.get((relation, thing), (side, frozenset()))
            if on_record != side:
                shared = spoken_of & matter(self._peoples, passage.text, lang)
                figures = sum(key[0].isdigit() for key in shared)  # a figure on record is telling, so it counts twice
                few = sum(key[0] != STATE for key in spoken_of) <= FEW
                if len(shared - {thing, STATE + side, STATE + on_record}) + figures >= (1 if few else BORNE_OUT):
                    return True
        return False

    def _tellings(self, text: str, lang: str) -> Iterator[Telling]:
        """What the words tell, and the offices of those who are named: "the ombudsman, Mr ..."."""
        yield from tellings(self._peoples, text, lang)
        for word in words(text, lang):
            yield from self._offices.get(word.folded, ())


def matter(peoples: Peoples, text: str, lang: str) -> frozenset[str]:
    """What a sentence speaks of, days apart: concepts, figures, rare words by their sound, states."""
    states = {STATE + state for word in words(text, lang) if (state := peoples.state(word))}
    line = (w for w in words(text, lang) if not (peoples.people(w) or peoples.state(w) or w.folded.isdecimal()))
    known = ((word, concept(word.folded) or reported(word.folded)) for word in line)
    base = base_language(lang)
    said = {kind or _sound(word, base) for word, kind in known if kind or rarity(word.folded, lang) >= TELLING_WORD}
    return frozenset(said | states | set(_figures(text, lang).values()))


def _sound(word: Word, base: str) -> str:
    """A name without the ending of a case, in any script: Херсона is Kherson."""
    sound = heard(word.folded, base) or word.stem
    bare = ENDING.sub("", sound)
    return bare if len(bare) >= LEAST_NAME else sound


@lru_cache(maxsize=2_000)
def _figures(text: str, lang: str) -> Mapping[int, str]:
    """Every telling number, where it ends; the numbers of a date count nothing."""
    days = [(day.start, day.end) for day in dates(text, lang)]
    telling = [n for n in numbers(text, lang) if n.value >= TELLING_NUMBER]
    return {n.end: f"{n.value:g}" for n in telling if not any(start <= n.start < end for start, end in days)}


def tellings(peoples: Peoples, text: str, lang: str) -> Iterator[Telling]:
    """Whose things a text tells of, and against whom its acts go."""
    line = words(text, lang)
    sides = [peoples.people(word) or peoples.state(word) for word in line]
    if not any(sides):
        return
    figures = _figures(text, lang)
    french = base_language(lang) == "fr"
    things = [thing_of(word, figures.get(word.end)) for word in line]
    for i, side in enumerate(sides):
        if side:
            found = [*_by_preposition(line, things, i), *_acts(line, things, sides, i, text)]
            if peoples.owner(line[i], text):
                found += _missing(line, i)
                found += _owned(line, things, i, text, french)
            yield from ((relation, thing, side) for relation, thing in found)


def thing_of(word: Word, figure: str | None = None) -> str | None:
    """What a word tells of that can be somebody's: a figure, a concept, a word of reporting."""
    thing = LEFT if word.folded in LEAVES else concept(word.folded) or reported(word.folded)
    return figure or (None if thing in NO_THINGS else thing)


def _owned(
    line: Sequence[Word], things: Sequence[str | None], i: int, text: str, french: bool
) -> Iterator[tuple[str, str]]:
    """ "Russian cruise missiles", "630 captured Ukrainians"; "missiles russes"."""
    near = range(i - 1, max(-1, i - NEAR), -1) if french else _unbroken(line, i, text, NEAR - 1)
    found = [(j, thing) for j in near if (thing := things[j])][:1]
    yield from ((OF, thing) for _, thing in found)
    if found and not french:  # "Kyiv's prosecutors investigate"
        does = [things[j] for j in range(found[0][0] + 1, min(len(line), found[0][0] + NEAR))]
        yield from [(OF, thing) for thing in does if thing in OFFICES_DO][:1]
    yield from ((OF, thing) for j in range(max(0, i - NEAR + 1), i) if (thing := things[j]) and thing[0].isdigit())


def _by_preposition(line: Sequence[Word], things: Sequence[str | None], i: int) -> Iterator[tuple[str, str]]:
    """ "fired by Russia", "20 million people in Ukraine"; "missiles on Ukraine", "have hit Ukraine"."""
    at = i - 1 - (i > 1 and line[i - 1].folded in LINKS)
    if at >= 1 and line[at].folded in OWNERS:
        yield from ((OF, thing) for thing in _nearest(line, things, range(at - 1, max(-1, at - 1 - NEAR), -1)))
    elif at >= 1 and line[at].folded in TARGETS:
        yield from ((AT, thing) for thing in _nearest(line, things, range(at - 1, max(-1, at - 1 - FAR), -1)))
        if not line[at].folded.isascii():  # "випустила по ... понад 4700 ракет"
            yield from ((AT, thing) for thing in _nearest(line, things, range(i + 1, min(len(line), i + 1 + FAR))))
    elif at >= 1 and _hits(line[at]):
        yield from ((AT, thing) for thing in _nearest(line, things, range(at - 1, max(-1, at - 1 - NEAR), -1)))


def _hits(word: Word) -> bool:
    return word.folded in HIT or concept(word.folded) in HITS


def _nearest(line: Sequence[Word], things: Sequence[str | None], near: Sequence[int]) -> list[str]:
    """The nearest thing, and the figure that counts it; none where what is nobody's thing stands nearer."""
    acts: list[str] = []
    for n, j in enumerate(near):
        thing = things[j]
        if thing and line[j].folded.startswith(DOES):
            acts.append(thing)  # "missiles have been fired at": the act, and what it was done with
        elif thing:
            counted = (things[k] for k in near[n + 1 :][:2])
            return [*acts, thing, *(other for other in counted if other and other[0].isdigit())]
        elif concept(line[j].folded) in HARM:
            break
    return acts


def _acts(
    line: Sequence[Word], things: Sequence[str | None], sides: Sequence[str | None], i: int, text: str
) -> Iterator[tuple[str, str]]:
    """ "Russia sent investigators", "Russian forces fired more than 4,700 missiles"; "Russian units that left"."""
    if i and line[i - 1].folded in PREPOSITIONS:
        return
    reach = _unbroken(line, i, text, FAR)
    while reach and (line[reach[0]].folded in BETWEEN or concept(line[reach[0]].folded) in FORCES):
        reach = reach[1:]
    if len(reach) > 2 and line[reach[0]].folded in IN and line[reach[2]].folded.startswith(DOES):
        reach = reach[2:]  # "Россия в мае направила"
    if reach and line[reach[0]].folded.startswith(DOES):
        stop = next((n for n, j in enumerate(reach) if _stops(line, j) or sides[j]), len(reach))
        yield from ((OF, thing) for j in reach[:stop] if (thing := things[j]))
    elif reach and line[reach[0]].folded in HAS and any(line[j].folded.startswith(DOES) for j in reach):
        yield from ((OF, thing) for thing in _nearest(line, things, reach[1:]))  # "hat Ermittler geschickt"
    elif len(reach) > 1 and _hits(line[reach[0]]) and line[reach[1]].folded in BY:
        yield from ((AT, thing) for thing in _nearest(line, things, reach[2:]))  # "was hit by 4,700 missiles"
    elif reach and (thing := things[reach[0]]) and (thing == LEFT or reach[0] == i + 1):  # "Moscow prosecutors"
        yield OF, thing


def _stops(line: Sequence[Word], j: int) -> bool:
    """Whether the phrase ends here; "at us" ends none."""
    us = any(line[k].folded in US for k in (j, j + 1) if k < len(line))
    return line[j].folded in STOPS and not us


def _missing(line: Sequence[Word], i: int) -> Iterator[tuple[str, str]]:
    """ "missing Ukrainian soldiers", "soldats russes disparus"."""
    beside = (line[j] for j in (i - 1, i + 1) if 0 <= j < len(line))
    yield from [(OF, MISSING) for word in beside if concept(word.folded) == MISSING][:1]


def _unbroken(line: Sequence[Word], i: int, text: str, reach: int) -> list[int]:
    """The next words, up to a mark that ends the phrase."""
    found = []
    for j in range(i + 1, min(len(line), i + 1 + reach)):
        gap = text[line[j - 1].end : line[j].start]
        if len(gap) > 1 and any(mark in MARKS for mark in gap):  # "4,700" is one figure
            break
        found.append(j)
    return found
