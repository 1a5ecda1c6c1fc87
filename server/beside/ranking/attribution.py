"""Who is named as a speaker. Comes in: an incident, a sentence. Goes out: how plainly each speaker is named in it.

By a name, in any spelling; by an office ("the ombudsman") beside their side ("Ukraine's"); by either alone. Whoever has
no name on record is found by an office only. Source of the idea: attribution by names and offices (Pareti 2013).
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..language import Phrases, rarity, words
from ..model import Agent, Corpus, Incident
from .spelling import skeleton, spells

NAME, OFFICE_AND_SIDE, OFFICE, SIDE = 1.0, 0.7, 0.4, 0.2
SHORTEST, ENDING = 4, 2  # letters in which a people's word agrees with the name of its state; letters of its own
LONG, LONG_ENDING = 9, 3  # the same of a long name: "Orvell|and", "Orvell|ish"
BEARERS = ("person", "outlet")
RARE = 0.6  # rarity from which a word of a name is no common word


@cache
def _offices() -> dict[str, re.Pattern[str]]:
    """Office -> how it is said in five languages."""
    table = tomllib.loads(files("beside.ranking").joinpath("offices.toml").read_text("utf-8"))["offices"]
    return {office: re.compile(rf"\b(?:{said})", re.I) for office, said in table.items()}


def offices_in(text: str) -> frozenset[str]:
    """The offices that a text names."""
    return frozenset(office for office, said in _offices().items() if said.search(text))


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named in a sentence: agents by name, sides by a word of theirs, offices."""

    agents: frozenset[str]
    sides: frozenset[str]
    offices: frozenset[str]


class Speakers:
    """The speakers of an incident, and what each goes by."""

    def __init__(self, incident: Incident, corpus: Corpus) -> None:
        self._names: Phrases[str] = Phrases()
        self._surnames: dict[str, set[str]] = defaultdict(set)
        self._offices: dict[str, frozenset[str]] = {}
        self._side: dict[str, str | None] = {}
        spoken_as: dict[str, set[str]] = defaultdict(set)
        for statement in incident.statements:
            spoken_as[statement.speaker].add(statement.speaker_as)
        for agent_id in sorted(spoken_as):
            self._learn(corpus.agents[agent_id], " ".join(sorted(spoken_as[agent_id])))
        states = [agent for agent in corpus.agents.values() if agent.kind == "state"]
        self._peoples = [(beginning, state.id) for state in states for beginning in _beginnings(state)]
        self._proper = frozenset(_proper_words(incident, corpus))

    def named(self, text: str, lang: str) -> Named:
        """Everybody whom a sentence names."""
        line = words(text, lang)
        agents = {value for found in self._names.find(text, lang) for value in found.values}
        capitals = [text[word.start : word.end] for word in line if text[word.start].isupper()]
        for surname, ids in self._surnames.items():
            if any(spells(word, surname) for word in capitals):
                agents |= ids
        sides = {state for word in line for state in self._people(word.folded)}
        return Named(frozenset(agents), frozenset(sides | agents), offices_in(text))

    def plainly(self, agent: str, named: Named) -> float:
        """How plainly the agent is named: 1 by name, less by office and side, 0 not at all."""
        if agent in named.agents:
            return NAME
        side, office = self._side[agent] in named.sides, bool(self._offices[agent] & named.offices)
        return OFFICE_AND_SIDE if office and side else OFFICE if office else SIDE if side else 0.0

    def side(self, agent: str) -> str | None:
        """The state that the agent is, or speaks for."""
        return self._side[agent]

    def without_names(self, text: str) -> str:
        """The text without names of speakers, states, peoples and places: no side's name shall weigh more."""
        names = [(found.start, found.end) for found in self._names.find(text, "en")]
        names += [(w.start, w.end) for w in words(text) if w.folded in self._proper or self._people(w.folded)]
        hidden = {position for start, end in names for position in range(start, end)}
        return "".join(" " if position in hidden else letter for position, letter in enumerate(text))

    def _people(self, folded: str) -> list[str]:
        return [state for beginning, state in self._peoples if folded.startswith(beginning)]

    def _learn(self, agent: Agent, spoken_as: str) -> None:
        own = "" if agent.kind == "person" else agent.name
        self._offices[agent.id] = offices_in(" ".join((own, spoken_as, *(role.title for role in agent.roles))))
        sides = (agent.speaks_for, *(role.speaks_for for role in agent.roles))
        self._side[agent.id] = agent.id if agent.kind == "state" else next((side for side in sides if side), None)
        if agent.kind != "anonymous":
            for name, lang in ((agent.name, "en"), *((alias.text, alias.lang) for alias in agent.aliases)):
                self._names.add(name, lang, agent.id)
                if agent.kind == "person" and words(name):
                    self._surnames[skeleton(words(name)[-1].folded)].add(agent.id)


def _beginnings(state: Agent) -> Iterable[str]:
    """How words for a state's own begin: "russ", "росі", "ukrai"."""
    for name in (state.name, *(alias.text for alias in state.aliases)):
        line = words(name)
        if len(line) == 1 and len(line[0].folded) >= SHORTEST:
            length = len(line[0].folded)
            yield line[0].folded[: max(SHORTEST, length - (LONG_ENDING if length >= LONG else ENDING))]


def _proper_words(incident: Incident, corpus: Corpus) -> Iterable[str]:
    """The words of the proper names that accounts of the incident may use."""
    speakers = {agent for s in incident.statements for agent in (s.speaker, *s.relay)}
    bearers = [a for a in corpus.agents.values() if a.kind == "state" or (a.id in speakers and a.kind in BEARERS)]
    names = [name for a in bearers for name in (a.name, *(alias.text for alias in a.aliases))]
    names += [name for p in incident.where for name in (p.name, p.admin or "", *(alias.text for alias in p.aliases))]
    return (word.folded for name in names for word in words(name) if rarity(word.folded) >= RARE)
