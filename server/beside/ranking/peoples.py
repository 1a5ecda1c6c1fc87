"""Whose a word is. Comes in: a corpus; then words. Goes out: the state that a word names, or names the people of.

A word that begins as a state's name does names its people ("Russian", "росіян"); a state's own name and its capital
name the state, and with "'s" what belongs to it: its soldiers are its people, too ("Kyiv's troops", "soldats de Kiev").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..language import Demonyms, Word, concept, fold, words
from ..model import Agent, Corpus

POSSESSIVE = ("'s", "’s", "ʼs", "s'", "s’")
MEN = frozenset("soldier units army military combatant marines infantry prisoner sailor mobilisation relative".split())
FORCES = frozenset(("вс", "зс"))  # "ВС РФ"
LINKS = frozenset("of de des du d von der the la".split())
ITS = frozenset("its country's country own своїх своих свої свои ses seine seiner".split())  # "its soldiers"
OWNED = 3  # words from "Kyiv's" to its soldiers
LONGEST_ACRONYM = 5


class Peoples:
    """The states of a corpus by what they and their people are called."""

    def __init__(self, corpus: Corpus) -> None:
        self._demonyms = Demonyms()
        self._nominative: set[str] = set()
        for agent in corpus.agents.values():
            if agent.kind == "state":
                for name, lang in ((agent.name, "en"), *((a.text, a.lang) for a in agent.aliases)):
                    self._demonyms.learn(agent.id, name, lang)
                    self._nominative.add(fold(name))
        self._persons = tuple(sorted(self._person_stems(corpus)))
        self._forces = self._forces_of(corpus)

    def _person_stems(self, corpus: Corpus) -> set[str]:
        """Names of persons that begin as a state's name does, without the letter that cases change."""
        named = [a for a in corpus.agents.values() if a.kind == "person"]
        told = [word for a in named for text in (a.name, *(n.text for n in a.aliases)) for word in words(text)]
        return {word.folded[:-1] for word in told if self._demonyms.people(word.folded)}

    def _forces_of(self, corpus: Corpus) -> dict[str, str]:
        """What a state's forces are called for short ("ВСУ"), where a body of the corpus is named a military."""
        sides = self.of_agents(corpus.agents)
        named = {a.id: (a.name, *(n.text for n in a.aliases)) for a in corpus.agents.values() if a.kind == "body"}
        forces = {
            agent: names
            for agent, names in named.items()
            if len(sides[agent]) == 1 and concept(words(names[0])[-1].folded) == "military"
        }
        return {
            name.casefold(): next(iter(sides[agent]))
            for agent, names in forces.items()
            for name in names
            if name.isupper() and len(name) <= LONGEST_ACRONYM
        }

    def people_in(self, text: str, line: Sequence[Word]) -> list[str | None]:
        """Of each word, whose people it names: "Russian", "Kyiv's" troops, soldiers of "Ukraine", "ВСУ"."""
        kinds = [concept(word.folded) for word in line]
        named = [self.people(word) or self._men_of(text, line, kinds, j) for j, word in enumerate(line)]
        for j, word in enumerate(line):
            if word.folded in ITS and MEN & set(kinds[j + 1 : j + 1 + OWNED]) and not any(named[j : j + 1 + OWNED]):
                before = {side for w, one in zip(line[:j], named, strict=False) if (side := one or self.state(w))}
                named[j] = before.pop() if len(before) == 1 else None
        return named

    def _men_of(self, text: str, line: Sequence[Word], kinds: Sequence[str | None], j: int) -> str | None:
        """The side whose soldiers are spoken of where its own name, or that of its forces, stands."""
        word = line[j]
        side = self.state(word)
        if side is None or word.folded in self._forces:
            return self._forces.get(word.folded)
        said = text[word.start : word.end]
        if said.endswith(POSSESSIVE):
            return side if MEN & set(kinds[j + 1 : j + 1 + OWNED]) else None
        first = next((n for n in range(j - 1, max(-1, j - 1 - OWNED), -1) if line[n].folded not in LINKS), j)
        if first == j or line[first + 1].start - line[first].end > 1:
            return None  # "with prisoners: Moscow condemns it"
        men = kinds[first] in MEN or line[first].folded in FORCES
        of = first < j - 1 or (word.folded not in self._nominative) or said.isupper()
        return side if men and of else None

    def people(self, word: Word) -> str | None:
        """The side that a word names the people of; None for the state's own name, and for a person's."""
        return None if word.folded.startswith(self._persons) else self._demonyms.people(word.folded)

    def state(self, word: Word) -> str | None:
        """The side whose own name, or capital, the word is."""
        return self._demonyms.state(word.folded)

    def owner(self, word: Word, text: str) -> str | None:
        """The side that what stands next belongs to: "Russian missiles", "Russia's missiles"."""
        possessive = text[word.start : word.end].endswith(POSSESSIVE)
        return self.people(word) or (self.state(word) if possessive else None)

    def of_text(self, text: str) -> frozenset[str]:
        """The sides whose people a name tells of."""
        return frozenset(side for word in words(text) if (side := self.people(word)))

    def of_agents(self, agents: Mapping[str, Agent]) -> dict[str, frozenset[str]]:
        """The side of every agent: its own, the one it speaks for, or that of the people in a group's name."""
        return {a.id: frozenset((a.id,)) if a.kind == "state" else self._speaks_for(a, agents) for a in agents.values()}

    def _speaks_for(self, agent: Agent, agents: Mapping[str, Agent]) -> frozenset[str]:
        named = {agent.speaks_for, *(role.speaks_for for role in agent.roles)}
        sides = frozenset(side for side in named if side and agents[side].kind == "state")
        return sides or (self.of_text(agent.name) if agent.kind == "group" else frozenset())
