"""To whom it was done. Comes in: a corpus, passages. Goes out: the sides whose people they tell of as harmed.

A side is a state of the corpus; words that begin as its name does name its people ("Russian", "росіян"). Told as
harmed: captives of that side, people of that side after a word of killing, or before one in the passive. The same place
and time with the other side's people harmed is another incident, never an answer to this one. Source of the idea:
predicate-argument patterns in event coreference (ECB+, Cybulska and Vossen 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..language import Word, base_language, concept, inflected, rarity, words
from ..model import Corpus, Incident, Passage

SHORTEST, ENDING = 4, 3  # a people's word shares its state's name but for the ending: "Russ|ia", "Russ|ian", "russ|e"
A_WORD = 0.7  # rarity below which a beginning is a word of its own: "wars" is not Warsaw
HARM = frozenset(("kill", "behead", "torture", "castrate", "dead-body"))
CAPTIVE, GAVE_UP = "prisoner", "surrender"
CAPTURED = "captur"
BY = frozenset("by at von durch vom par".split())  # "by Russian soldiers", "at Russian hands"
BE = frozenset(
    "was were been being be is are wurde wurden worden été fut furent sont est був була були было был была были".split()
)
INSTRUMENTAL = "ими"  # "by ... soldiers", in Ukrainian and Russian
BESIDE, AFTER, BEFORE, LATELY = 2, 6, 8, 6  # to captives; after a killing; before its passive; before a surrender


class Sides:
    """The sides of a corpus, and which of them each incident is told to have harmed."""

    def __init__(self, corpus: Corpus) -> None:
        self._beginnings: dict[str, str] = {}
        self._states: set[str] = set()
        for agent in corpus.agents.values():
            if agent.kind == "state":
                for name, lang in ((agent.name, "en"), *((a.text, a.lang) for a in agent.aliases)):
                    self._learn(agent.id, name, lang)
        groups = {a.id: self._of_text(a.name) for a in corpus.agents.values() if a.kind == "group"}
        self._harmed = {i.id: _harmed(i, groups) for i in corpus.incidents.values()}

    def contradict(self, incident: Incident, passages: Iterable[Passage], lang: str) -> bool:
        """True where the passages tell of harm to another side's people, and of none to those of the incident."""
        on_record = self._harmed[incident.id]
        if len(on_record) != 1:
            return False
        told = {side for passage in passages for side in self.told_as_harmed(passage.text, lang)}
        return bool(told) and not told & on_record

    def told_as_harmed(self, text: str, lang: str) -> frozenset[str]:
        """The sides whose people the text tells of as captives, killed or hurt."""
        line = words(text, lang)
        people = [self._people(word) for word in line]
        harmed: set[str] = set()
        german = base_language(lang) == "de"
        for i, kind in enumerate(concept(word.folded) for word in line):
            if kind == CAPTIVE:
                harmed.update(_captives(line, people, i, 1 if german else BESIDE))
            elif (
                kind == GAVE_UP
                and line[i].folded != kind
                and len({p for p in people[max(0, i - LATELY) : i] if p}) == 1
            ):
                harmed.update(_last_before(line, people, i, LATELY))
            elif kind in HARM:
                # German tells the object before the verb: "... die ukrainische Soldaten erschossen".
                ends = german and line[i - 1].folded != "zu" and (i + 1 == len(line) or people[i + 1] is None)
                found = list(_harmed_at(line, people, i)) if not ends else list(_last_before(line, people, i, BESIDE))
                harmed.update(found or _harmed_at(line, people, i))
        return frozenset(harmed)

    def _learn(self, side: str, name: str, lang: str) -> None:
        line = words(name, lang)
        if len(line) == 1 and len(line[0].folded) > SHORTEST:
            folded = line[0].folded
            lengths = range(max(SHORTEST, len(folded) - ENDING), len(folded))
            beginning = next((folded[:n] for n in lengths if rarity(folded[:n], lang) >= A_WORD), folded)
            self._beginnings[beginning] = side
            self._states |= inflected(folded, base_language(lang))

    def _people(self, word: Word) -> str | None:
        """The side that a word names the people of; None for the state's own name."""
        if word.folded in self._states:
            return None
        lengths = range(len(word.folded), SHORTEST - 1, -1)
        return next((s for n in lengths if (s := self._beginnings.get(word.folded[:n]))), None)

    def _of_text(self, text: str) -> frozenset[str]:
        return frozenset(side for word in words(text) if (side := self._people(word)))


def _harmed(incident: Incident, groups: dict[str, frozenset[str]]) -> frozenset[str]:
    affected = (a.agent for c in incident.claims if not c.background for a in c.about if a.role == "affected")
    return frozenset(side for agent in affected for side in groups.get(agent, ()))


def _captives(line: Sequence[Word], people: Sequence[str | None], i: int, before: int) -> Iterator[str]:
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


def _last_before(line: Sequence[Word], people: Sequence[str | None], i: int, reach: int) -> Iterator[str]:
    """ "Russian soldiers who surrendered": the people named last before it, unless it is told by whom."""
    for j in range(i - 1, max(-1, i - 1 - reach), -1):
        if side := people[j]:
            if not _doers(line, max(0, j - 1), j):
                yield side
            return


def _harmed_at(line: Sequence[Word], people: Sequence[str | None], i: int) -> Iterator[str]:
    """ "the killing of Russian soldiers", "Russian soldiers were shot"."""
    if after := list(_first_after(line, people, i)):
        yield from after
        return
    for j in range(i - 1, max(-1, i - 1 - BEFORE), -1):
        if side := people[j]:
            if any(word.folded in BE for word in line[j:i]):
                yield side
            return


def _first_after(line: Sequence[Word], people: Sequence[str | None], i: int) -> Iterator[str]:
    for j in range(i + 1, min(len(line), i + 1 + AFTER)):
        if (side := people[j]) and not _doers(line, i, j):
            yield side
            return


def _doers(line: Sequence[Word], start: int, j: int) -> bool:
    """Whether the people at ``j`` are told as those who did it."""
    return line[j].folded.endswith(INSTRUMENTAL) or any(word.folded in BY for word in line[start:j])
