"""Whose a word is. Comes in: a corpus; then words. Goes out: the state that a word names, or names the people of.

A word that begins as a state's name does names its people ("Russian", "росіян"); a state's own name and its capital
name the state, and with "'s" what belongs to it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..language import Demonyms, Word, words
from ..model import Agent, Corpus

POSSESSIVE = ("'s", "’s", "ʼs", "s'", "s’")


class Peoples:
    """The states of a corpus by what they and their people are called."""

    def __init__(self, corpus: Corpus) -> None:
        self._demonyms = Demonyms()
        for agent in corpus.agents.values():
            if agent.kind == "state":
                for name, lang in ((agent.name, "en"), *((a.text, a.lang) for a in agent.aliases)):
                    self._demonyms.learn(agent.id, name, lang)
        self._persons = tuple(sorted(self._person_stems(corpus)))

    def _person_stems(self, corpus: Corpus) -> set[str]:
        """Names of persons that begin as a state's name does, without the letter that cases change."""
        named = [a for a in corpus.agents.values() if a.kind == "person"]
        told = [word for a in named for text in (a.name, *(n.text for n in a.aliases)) for word in words(text)]
        return {word.folded[:-1] for word in told if self._demonyms.people(word.folded)}

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
