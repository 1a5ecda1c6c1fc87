"""Whose it was, and against whom it went. Comes in: a corpus, a page. Goes out: whether the page turns an act around.

"Russian missiles" and "sent by Russia" tell whose (of), "on Ukraine" against whom (at); the corpus (``undisputed.py``)
and pages are read by the same plain rule. A page contradicts where a sentence on a matter on record gives to another
side what is on record for one, and nothing on the page gives it to that one. Where nothing is read nothing is said.
Source of the idea: semantic roles in event coreference (ECB+, Cybulska and Vossen 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..language import Word, base_language, concept, numbers, rarity, words
from ..model import Passage
from .affected import CAPTIVE, GAVE_UP, HARM
from .peoples import Peoples
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
STOPS = (OWNERS - OF_A) | TARGETS | frozenset("that which who for with and or but as if".split())
BETWEEN = frozenset("that which who were was are have had has been being which які що которые die ont qui".split())
DOES = tuple(
    "sent send sends dispatch launch fire deploy надісла надсила відправ направ випусти послал отправ выпусти "
    "schickt schick entsand feuert abgefeuert envoy dépêch depech tire".split()
)
LEAVES = frozenset("left leave leaves leaving pulled withdrawn пішли залишили покинули ушли оставили".split())
LEFT = "retreat"
MARKS = frozenset('-.,;:!?()[]–—"“”«»')
NEAR, FAR = 3, 7
TELLING_NUMBER, TELLING_WORD = 30, 0.45
BORNE_OUT = 2  # what else of a claim its sentence must speak of


class Directions:
    """By incident, what is on record, and the surnames of those it is about."""

    def __init__(self, peoples: Peoples, record: Mapping[str, Record], surnames: Mapping[str, frozenset[str]]) -> None:
        self._peoples, self._record, self._surnames = peoples, record, surnames

    def contradict(self, incident: str, speaking: Iterable[Passage], page: Sequence[Passage], lang: str) -> bool:
        """True where a speaking passage turns an act around, and nothing on the page tells it as on record."""
        record, named = self._record[incident], self._surnames[incident]
        if not record or not any(self._turned(passage, record, lang) for passage in speaking):
            return False
        told = (telling for passage in page for telling in tellings(self._peoples, passage.text, lang))
        as_on_record = any(record[key][0] == side for *pair, side in told if (key := (pair[0], pair[1])) in record)
        return not as_on_record and not any(word.folded in named for p in page for word in words(p.text, lang))

    def _turned(self, passage: Passage, record: Record, lang: str) -> bool:
        for relation, thing, side in tellings(self._peoples, passage.text, lang):
            on_record, spoken_of = record.get((relation, thing), (side, frozenset()))
            if on_record != side:
                shared = spoken_of & matter(self._peoples, passage.text, lang)
                figures = sum(key[0].isdigit() for key in shared)  # a figure on record is telling, so it counts twice
                if len(shared - {thing}) + figures >= BORNE_OUT:
                    return True
        return False


def matter(peoples: Peoples, text: str, lang: str) -> frozenset[str]:
    """What a sentence speaks of, sides apart: concepts, figures, rare words."""
    line = (w for w in words(text, lang) if not (peoples.people(w) or peoples.state(w) or w.folded.isdecimal()))
    known = ((word, concept(word.folded) or reported(word.folded)) for word in line)
    rare = {kind or word.stem for word, kind in known if kind or rarity(word.folded, lang) >= TELLING_WORD}
    return frozenset(rare | {f"{n.value:g}" for n in numbers(text, lang) if n.value >= TELLING_NUMBER})


def tellings(peoples: Peoples, text: str, lang: str) -> Iterator[Telling]:
    """Whose things a text tells of, and against whom its acts go."""
    line = words(text, lang)
    sides = [peoples.people(word) or peoples.state(word) for word in line]
    if not any(sides):
        return
    figures = {n.end: f"{n.value:g}" for n in numbers(text, lang) if n.value >= TELLING_NUMBER}
    french = base_language(lang) == "fr"
    things = [thing_of(word, figures.get(word.end)) for word in line]
    for i, side in enumerate(sides):
        if side:
            found = [*_by_preposition(line, things, i), *_acts(line, things, sides, i, text)]
            if peoples.owner(line[i], text):
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
    yield from [(OF, thing) for j in near if (thing := things[j])][:1]
    yield from ((OF, thing) for j in range(max(0, i - NEAR + 1), i) if (thing := things[j]) and thing[0].isdigit())


def _by_preposition(line: Sequence[Word], things: Sequence[str | None], i: int) -> Iterator[tuple[str, str]]:
    """ "fired by Russia", "prosecutors in Ukraine", "20 million people in Ukraine"; "missiles on Ukraine"."""
    at = i - 1 - (i > 1 and line[i - 1].folded in LINKS)
    if at >= 1 and line[at].folded in OWNERS:
        yield from ((OF, thing) for j in range(max(0, at - NEAR), at) if (thing := things[j]))
    elif at >= 1 and line[at].folded in TARGETS:
        yield from ((AT, thing) for j in range(max(0, at - FAR), at) if (thing := things[j]))
        if not line[at].folded.isascii():  # "випустила по ... понад 4700 ракет"
            yield from ((AT, thing) for j in range(i + 1, min(len(line), i + 1 + NEAR)) if (thing := things[j]))


def _acts(
    line: Sequence[Word], things: Sequence[str | None], sides: Sequence[str | None], i: int, text: str
) -> Iterator[tuple[str, str]]:
    """ "Russia sent investigators", "Russian forces fired more than 4,700 missiles"; "Russian units that left"."""
    if i and line[i - 1].folded in STOPS | OF_A:
        return
    reach = _unbroken(line, i, text, FAR)
    while reach and (line[reach[0]].folded in BETWEEN or concept(line[reach[0]].folded) in FORCES):
        reach = reach[1:]
    if reach and line[reach[0]].folded.startswith(DOES):
        stop = next((n for n, j in enumerate(reach) if line[j].folded in STOPS or sides[j]), len(reach))
        yield from ((OF, thing) for j in reach[:stop] if (thing := things[j]))
    elif reach and (thing := things[reach[0]]) and (thing == LEFT or reach[0] == i + 1):  # "Moscow prosecutors"
        yield OF, thing


def _unbroken(line: Sequence[Word], i: int, text: str, reach: int) -> list[int]:
    """The next words, up to a mark that ends the phrase."""
    found = []
    for j in range(i + 1, min(len(line), i + 1 + reach)):
        gap = text[line[j - 1].end : line[j].start]
        if len(gap) > 1 and any(mark in MARKS for mark in gap):  # "4,700" is one figure
            break
        found.append(j)
    return found
