"""To whom it was done. Comes in: a corpus, a page. Goes out: whether the page tells of other people as harmed.

A side is a state of the corpus. The same place and time with the other side's people harmed is another incident, never
an answer to this one. Read first where the incident is spoken of, then, where nobody is told there, on the whole page.
Those whom one side holds, or kills after they gave up, are not its own people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy

from ..language import Word, base_language, concept, numbers, words
from ..model import Claim, Corpus, Incident, Passage
from .aside import captors_aside, own_people
from .captors import CAPTIVITY, captors, taken
from .doers import doers
from .harmed import BESIDE, CAPTIVE, DONE, HARM, IN_CUSTODY, IN_FRONT, KIN, LYING, MEN, MOURNED, OWN, SOLDIER, told_in
from .peoples import Peoples
from .roles import PEOPLE, STATE, Company, Leans, company_in, merge, weigh
from .surrender import GAVE_UP, Kinds, unheld, without_receivers

BEHIND, UNNAMED = 1.0, 1.5  # log-odds by which another side must be ahead, where nobody is told as harmed; and where
# the side on record is not named, since a doer alone tells little of who suffers
TELLING = 100  # a figure that is met by chance no more
# What was done, by concept; those of one row are told for one another.
ACTS = (
    frozenset(("kill", "massacre", "dead-body", "bullet", "gunshot", "wound", "rifle", "leg")),
    frozenset(("kill", "massacre", "behead", "cut", "head-skull", "knife")),
    frozenset(("torture",)),
    frozenset(("castrate",)),
    frozenset((CAPTIVE, CAPTIVITY)),
    frozenset((GAVE_UP, "unarmed", *LYING)),
)


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
        self._acts = {i.id: _acts(i) for i in corpus.incidents.values() if self._harmed[i.id]}
        self._of_captives = {i.id: bool(_claimed(i) & (HARM | {CAPTIVE, CAPTIVITY})) for i in corpus.incidents.values()}
        self._read: dict[tuple[str, str], frozenset[str]] | None = None
        self._leans: dict[tuple[str, tuple[str, ...]], Leans] = {}

    def for_page(self) -> Sides:
        """The same with a memory, for one page: what was read for one incident is not read again for the next."""
        view = copy(self)
        view._read, view._leans = {}, {}
        return view

    def contradict(self, incident: Incident, speaking: Iterable[Passage], page: Iterable[Passage], lang: str) -> bool:
        """True where harm to another side's people is told, and to the incident's nowhere.

        A figure on record says for itself what it speaks of, so it is read on the whole page.
        """
        on_record = self._harmed[incident.id]
        if len(on_record) != 1:
            return False
        speaking, page = tuple(speaking), tuple(page)
        told = self._told(incident, speaking, page, lang)
        if told and not told & on_record:
            return True
        if not told and self._all(page, "captors", lambda text: self.told_as_captors(text, lang)) == on_record:
            return True
        return not told and self._of_captives[incident.id] and self._is_behind(on_record, page, lang)

    def _told(
        self, incident: Incident, speaking: Sequence[Passage], page: Sequence[Passage], lang: str
    ) -> frozenset[str]:
        """Whose people the rules read as harmed: where the incident is spoken of, else on the page, else aside."""
        on_record, figures, kin = self._harmed[incident.id], self._figures[incident.id], self._kin[incident.id]
        told = self._all(speaking, f"harmed {kin}", lambda text: self.told_as_harmed(text, lang, kin))
        told |= {side for passage in page for side in self._counted(passage.text, lang, figures)}
        if not told:
            told = self._all(page, f"harmed {kin}", lambda text: self.told_as_harmed(text, lang, kin))
        if not told:  # nobody is told as harmed: then those alone whose soldiers lie there, if no others are spoken of
            told = self._all(speaking, "mourned", lambda text: self._soldiers(text, lang, mourned=True))
            told |= self._all(page, "soldiers", lambda text: self._soldiers(text, lang)) & on_record if told else told
        # and last what is told aside: whose are those who came home
        return told or self._all(page, "aside", lambda text: self.told_aside(text, lang))

    def _is_behind(self, on_record: frozenset[str], page: Sequence[Passage], lang: str) -> bool:
        """Whether another side that the page names leans farther towards suffering than the side on record."""
        told = self._leaning(page, lang)
        others = [lean for side, lean in told.items() if side not in on_record]
        its = [told[side] for side in on_record if side in told]
        if not others:
            return False  # those accused alone are named: a competing account
        return max(others) - max(its) > BEHIND if its else max(others) > UNNAMED

    def untold(self, incident: Incident, page: Iterable[Passage], lang: str) -> bool:
        """True where people were harmed, and the page tells nothing that comes near to what was done to them."""
        acts = self._acts.get(incident.id, frozenset())
        return bool(acts) and not self._all(page, "acts", lambda text: _concepts(text, lang)) & acts

    def _all(self, passages: Iterable[Passage], what: str, read: Callable[[str], Iterable[str]]) -> frozenset[str]:
        """What is read in any of the passages, once a page."""
        found: set[str] = set()
        for passage in passages:
            key = (what, passage.text)
            told = self._read.get(key) if self._read is not None else None
            if told is None:
                told = frozenset(read(passage.text))
                if self._read is not None:
                    self._read[key] = told
            found |= told
        return frozenset(found)

    def told_as_harmed(self, text: str, lang: str, kin: bool = False) -> frozenset[str]:
        """The sides whose people the text tells of as captives, killed or hurt; with ``kin``, whose relatives too."""
        line = words(text, lang)
        kinds = [concept(word.folded) for word in line]
        base = base_language(lang)
        everybody = self.peoples.people_in(text, line)
        named = unheld(line, everybody)
        people = without_receivers(line, named, kinds, base)
        own = self._their_own(line, kinds)
        return frozenset((*own, *told_in(line, kinds, named, people, base, kin), *taken(line, kinds, everybody)))

    def _leaning(self, page: Sequence[Passage], lang: str) -> Leans:
        """The same for a whole page, read once."""
        key = (lang, tuple(passage.text for passage in page))
        if key not in self._leans:
            self._leans = {key: self.leans(page, lang)}
        return self._leans[key]

    def leans(self, page: Iterable[Passage], lang: str) -> Leans:
        """How far each side that the passages name is told as the one that suffers."""
        return weigh(merge(self.company(passage.text, lang) for passage in page))

    def company(self, text: str, lang: str) -> Company:
        """What stands beside the names of each side, and what the rules read of it."""
        line = words(text, lang)
        people = self.peoples.people_in(text, line)
        named = [one or self.peoples.state(word) for one, word in zip(people, line, strict=True)]
        what = [PEOPLE if one else STATE if side else None for one, side in zip(people, named, strict=True)]
        read = (self.told_as_harmed(text, lang), self.told_as_captors(text, lang), self.told_aside(text, lang))
        rules = [
            {side: {f"told {how}": 1.0} for side in set(sides)}
            for how, sides in zip(("harmed", "captor", "aside"), read, strict=True)
        ]
        return merge([company_in(line, named, what, lang), *rules])

    def told_as_captors(self, text: str, lang: str) -> Iterator[str]:
        """The sides told to hold captives, or to do harm to those who gave up."""
        line = words(text, lang)
        kinds, named = [concept(word.folded) for word in line], self.peoples.people_in(text, line)
        states = [self.peoples.state(word) for word in line]
        yield from captors(line, kinds, named, states)
        yield from captors_aside(line, kinds, named, states)

    def told_aside(self, text: str, lang: str) -> Iterator[str]:
        """Whose people were harmed, where nobody says it outright."""
        line = words(text, lang)
        kinds, named = [concept(word.folded) for word in line], self.peoples.people_in(text, line)
        yield from own_people(line, kinds, named, [self.peoples.state(word) for word in line])

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
        people = self.peoples.people_in(text, line)
        if mourned and (not MOURNED & set(kinds) or DONE & set(kinds) or len(set(filter(None, people))) > 1):
            return
        for i, side in enumerate(people):
            if mourned and IN_FRONT & {word.folded for word in line[max(0, i - BESIDE - 1) : i]}:
                continue
            if side and MEN & set(kinds[max(0, i - 1) : i + 2]) and not (mourned and doers(line, max(0, i - 1), i)):
                yield side

    def _counted(self, text: str, lang: str, figures: frozenset[float]) -> Iterator[str]:
        """ "630 Russians", where 630 is on record."""
        line = words(text, lang)
        for number in numbers(text, lang):
            after = [word for word in line if word.start >= number.end][:BESIDE] if number.value in figures else ()
            yield from [side for word in after if (side := self.peoples.people(word))][:1]


def _acts(incident: Incident) -> frozenset[str]:
    """What is told to have been done, with what is told for it; nothing where nobody was harmed in body."""
    told = _claimed(incident)
    if not told & HARM:
        return frozenset()
    return frozenset(kind for row in ACTS if row & told for kind in row)


def _claimed(incident: Incident) -> frozenset[str]:
    """The concepts of its claims."""
    claims = [c.text.removeprefix("Whether ") for c in incident.claims if not c.background]
    return frozenset(kind for text in claims for kind in _concepts(text, "en"))


def _concepts(text: str, lang: str) -> frozenset[str]:
    return frozenset(kind for word in words(text, lang) if (kind := concept(word.folded)))


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
