"""To whom it was done. Comes in: a corpus, passages. Goes out: the sides whose people they tell of as harmed.

A side is a state of the corpus. Told as harmed: captives of that side, people of that side after a word of killing, or
before one in the passive, who lie down or give up, and those whom a figure on record counts. The same place and time
with the other side's people harmed is another incident, never an answer to this one. Source of the idea:
predicate-argument patterns in event coreference (ECB+, Cybulska and Vossen 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..language import Word, base_language, concept, numbers, words
from ..model import Claim, Corpus, Incident, Passage
from .peoples import Peoples
from .surrender import GAVE_UP, Kinds, People, gives_up, unheld, who_gave_up, without_receivers

HARM = frozenset(("kill", "behead", "torture", "castrate", "dead-body", "massacre"))
CAPTIVE, SOLDIER = "prisoner", "soldier"
HELPLESS, LYING = (CAPTIVE, "unarmed"), ("lie-down", "face-down")
TAKEN, IN_CUSTODY = (CAPTIVE, "deport"), (CAPTIVE, "jail")
DEAD, BODIES, MEN = frozenset(("tot",)), frozenset(("corps",)), frozenset((SOLDIER, "military", CAPTIVE))
OWN = frozenset("own своїх своих eigene eigenen propres".split())
ACCUSED, CUT, HEAD = "accuse", "cut", frozenset(("head", "heads"))  # "cut off the head of"
HELD_BACK = frozenset((*HARM, CAPTIVE, GAVE_UP, "guard", "order", "unarmed"))  # then it is told what they did to others
MOURNED = frozenset(("dead-body", *LYING))
DONE = (HARM - MOURNED) | {ACCUSED, CAPTIVE, "guard", "order"}
OTHERS = frozenset("men man them those others people him captives".split())
WHO = frozenset("who that were was які що яких которые которых die qui".split())
AFTERWARDS = frozenset("after by dead during in near when while before".split())  # "soldiers shot after they ..."
BY = frozenset("by at von durch vom par".split())  # "by Russian soldiers", "at Russian hands"
BE = frozenset(
    "was were been being be is are wurde wurden worden été fut furent sont est був була були было был была были".split()
)
AUXILIARIES = BE | frozenset("haben hat habe hatten hatte sein sollen und oder".split())
CAPTURED, INSTRUMENTAL = "captur", "ими"  # "by ... soldiers", in Ukrainian and Russian
KIN, KIN_NEAR = "relative", 4
OF, GENITIVE = frozenset("of de des d von der".split()), ("их", "ян", "ців", "цев")
BESIDE, AFTER, BEFORE, LATELY = 2, 6, 8, 6  # to captives; after a killing; before its passive; before a surrender
LONG = 16  # from those who come out to where they lie down
TELLING = 100  # a figure that is met by chance no more


class Sides:
    """The sides of a corpus, and which of them each incident is told to have harmed."""

    def __init__(self, corpus: Corpus) -> None:
        self.peoples = Peoples(corpus)
        groups = {a.id: self.peoples.of_text(a.name) for a in corpus.agents.values() if a.kind == "group"}
        self._harmed = {i.id: _harmed(i, groups) for i in corpus.incidents.values()}
        self._kin = {i.id: _kin(i, corpus) for i in corpus.incidents.values()}
        self._figures = {
            i.id: frozenset(q.value for c in i.claims for s in c.statements for q in s.quantities if q.value >= TELLING)
            for i in corpus.incidents.values()
        }

    def contradict(self, incident: Incident, speaking: Iterable[Passage], page: Iterable[Passage], lang: str) -> bool:
        """True where the speaking passages tell of harm to another side's people, and of none to the incident's.

        A figure on record says for itself what it speaks of, so it is read on the whole page.
        """
        on_record, figures = self._harmed[incident.id], self._figures[incident.id]
        if len(on_record) != 1:
            return False
        kin = self._kin[incident.id]
        speaking, page = tuple(speaking), tuple(page)
        told = {side for passage in speaking for side in self.told_as_harmed(passage.text, lang, kin)}
        told |= {side for passage in page for side in self._counted(passage.text, lang, figures)}
        if not told:  # nobody is told as harmed: then those alone whose soldiers the page speaks of
            told = {side for passage in speaking for side in self._soldiers(passage.text, lang, mourned=True)}
            told |= {side for p in page for side in self._soldiers(p.text, lang)} & on_record
        return bool(told) and not told & on_record

    def told_as_harmed(self, text: str, lang: str, kin: bool = False) -> frozenset[str]:
        """The sides whose people the text tells of as captives, killed or hurt; with ``kin``, whose relatives too."""
        line = words(text, lang)
        kinds = [concept(word.folded) for word in line]
        base = base_language(lang)
        named = unheld(line, [self.peoples.people(word) for word in line])
        people = without_receivers(line, named, kinds, base)
        harmed = set(self._their_own(line, kinds))
        for i, kind in enumerate(kinds):
            if kind in HELPLESS:
                harmed.update(_captives(line, people, i, 1 if base == "de" else BESIDE))
            if kind in TAKEN:
                harmed.update(_taken(line, people, i))
            elif gives_up(line, named, kinds, i, base):
                harmed.update(_gave_up(line, people, i, kinds))
            elif kind in LYING or (base == "de" and line[i].folded in DEAD):
                harmed.update(_lying(line, people, i, kinds))
            elif kind in HARM or (kind == CUT and any(word.folded in HEAD for word in line[i : i + AFTER])):
                harmed.update(_hurt(line, people, i, base == "de"))
            elif base == "fr" and line[i].folded in BODIES and MEN & set(kinds[i : i + AFTER]):
                harmed.update(_first_after(line, people, i))
            elif kin and kind == KIN:
                harmed.update(_relatives(line, people, i))
        return frozenset(harmed)

    def _their_own(self, line: Sequence[Word], kinds: Kinds) -> Iterator[str]:
        """ "Russia leaves its own soldiers in prison": those of the side named last."""
        if not any(kind in IN_CUSTODY for kind in kinds):
            return
        for i, word in enumerate(line):
            if word.folded in OWN and any(kind in (CAPTIVE, SOLDIER) for kind in kinds[i + 1 : i + 1 + BESIDE]):
                named = (self.peoples.state(w) or self.peoples.people(w) for w in reversed(line[:i]))
                yield from [side for side in named if side][:1]

    def _soldiers(self, text: str, lang: str, mourned: bool = False) -> Iterator[str]:
        """Whose soldiers a text speaks of; with ``mourned``, of one side alone, where some lie and nobody does harm."""
        line = words(text, lang)
        kinds = [concept(word.folded) for word in line]
        people = [self.peoples.people(word) for word in line]
        if mourned and (not MOURNED & set(kinds) or DONE & set(kinds) or len(set(filter(None, people))) > 1):
            return
        for i, side in enumerate(people):
            if side and MEN & set(kinds[max(0, i - 1) : i + 2]) and not (mourned and _doers(line, max(0, i - 1), i)):
                yield side

    def _counted(self, text: str, lang: str, figures: frozenset[float]) -> Iterator[str]:
        """ "630 Russians", where 630 is on record."""
        line = words(text, lang)
        for number in numbers(text, lang):
            after = [word for word in line if word.start >= number.end][:BESIDE] if number.value in figures else ()
            yield from [side for word in after if (side := self.peoples.people(word))][:1]


def _harmed(incident: Incident, groups: dict[str, frozenset[str]]) -> frozenset[str]:
    affected = (
        a.agent
        for c in incident.claims
        if not (c.background or _reciprocal(c))
        for a in c.about
        if a.role == "affected"
    )
    return frozenset(side for agent in affected for side in groups.get(agent, ()))


def _reciprocal(claim: Claim) -> bool:
    """Whether both do it to each other: the people of either are then those affected."""
    return sum(a.role == "actor" for a in claim.about) > 1


def _kin(incident: Incident, corpus: Corpus) -> bool:
    """Whether those affected are told to be relatives."""
    affected = (a.agent for c in incident.claims if not c.background for a in c.about if a.role == "affected")
    return any(concept(word.folded) == KIN for agent in affected for word in words(corpus.agents[agent].name))


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
    if not found and i and line[i - 1].folded == "them":  # "six Russians, two of them shot"
        found = list(_last_before(line, people, i, LONG))
    if not found and i + 1 < len(line) and line[i + 1].folded in AFTERWARDS:  # "Russian soldiers shot after they ..."
        found = list(_last_before(line, people, i, BESIDE))
    return found or list(_harmed_at(line, people, i))


def _ended(line: Sequence[Word], i: int) -> bool:
    """Whether a mark, or an auxiliary, follows."""
    return line[i + 1].start - line[i].end > 1 or line[i + 1].folded in AUXILIARIES


def _taken(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """ "all Russians who were captured or deported"."""
    for j in range(i - 1, max(-1, i - 1 - LATELY), -1):
        if side := people[j]:
            if any(word.folded in WHO for word in line[j + 1 : i]) and not _doers(line, max(0, j - 1), j):
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
        if side := people[j]:
            if not _doers(line, max(0, j - 1), j):
                yield side
            return


def _captives(line: Sequence[Word], people: People, i: int, before: int) -> Iterator[str]:
    """ "Russian captives", "captured Russian soldiers"; not "captured by Russian soldiers"."""
    if line[i].folded.startswith(CAPTURED):  # "... troops captured ten Russian soldiers"
        yield from _first_after(line, people, i)
        return
    for distance in range(1, BESIDE + 1):
        for j in (i - distance, i + distance):
            far_after = j == i + BESIDE and not line[i].folded.isascii()  # a verb stands between, where cases tell
            far = far_after or i - j > before
            if 0 <= j < len(line) and (side := people[j]) and not far and not _doers(line, min(i, j), j):
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
            if not _doers(line, max(0, j - 1), j):
                yield side
            return


def _harmed_at(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    """ "the killing of Russian soldiers", "Russian soldiers were shot"."""
    if after := list(_first_after(line, people, i)):
        yield from after
        return
    for j in range(i - 1, max(-1, i - 1 - BEFORE), -1):
        if side := people[j]:
            if line[i - 1].folded != "to" and any(word.folded in BE for word in line[j:i]):
                yield side
            return


def _first_after(line: Sequence[Word], people: People, i: int) -> Iterator[str]:
    for j in range(i + 1, min(len(line), i + 1 + AFTER)):
        if (side := people[j]) and not _doers(line, i, j):
            yield side
            return


def _doers(line: Sequence[Word], start: int, j: int) -> bool:
    """Whether the people at ``j`` are told as those who did it."""
    accused = any(concept(word.folded) == ACCUSED for word in line[max(0, j - BESIDE) : j])
    return accused or line[j].folded.endswith(INSTRUMENTAL) or any(word.folded in BY for word in line[start:j])
