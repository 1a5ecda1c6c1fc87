"""Who speaks, on two lines. Comes in: a statement, its corpus. Goes out: a Speaker.

First as the source names them, then by what the source's words leave out: the name, the office. What they say already
is not said again; where nothing is left, the kind stands there, which pages word only if it is an outlet or not named.
"""

from __future__ import annotations

import re
from functools import cache

from ..language import Demonyms, concept, words
from ..model import Agent, Corpus, Speaker, Statement

SMALL = frozenset("a an the of for and in at on to its".split())
UNNAMED = re.compile(r"\s*\([^()]*\bunnamed\)$")


def speaker_of(statement: Statement, corpus: Corpus) -> Speaker:
    """As the source names them; and by name and office, as far as the source's words do not say it."""
    agent = corpus.agents[statement.speaker]
    named = statement.speaker_as or agent.name
    states = _states(tuple(sorted(a.name for a in _speaking_for(agent, corpus))))
    return Speaker(agent.id, named, ", ".join(_left_out(agent, named, states)) or agent.kind)


def _left_out(agent: Agent, named: str, states: Demonyms) -> list[str]:
    told = _keys(named, states)
    name = UNNAMED.sub("", agent.name)
    if not agent.roles:
        return [agent.name] if _keys(name, states) - told else []
    office = agent.roles[0].title
    # "The general" leaves the name out, "Mr Stupak" does not; whoever is a captive or private stays without.
    nameless = agent.status is None and not _keys(name, states) & told
    return [*([name] if nameless else []), *([office] if _keys(office, states) - told else [])]


def _keys(text: str, states: Demonyms) -> set[str]:
    """What the words say, whatever their form: "Ukraine's" and "Ukrainian" are one, as are "ombudsman" and its like."""
    line = (word for word in words(text) if word.folded not in SMALL)
    return {states.named(w.folded) or concept(w.folded) or w.stem for w in line}


def _speaking_for(agent: Agent, corpus: Corpus) -> list[Agent]:
    ids = {id_ for id_ in (agent.speaks_for, *(role.speaks_for for role in agent.roles)) if id_}
    return [corpus.agents[id_] for id_ in ids if corpus.agents[id_].kind == "state"]


@cache
def _states(names: tuple[str, ...]) -> Demonyms:
    states = Demonyms()
    for name in names:
        states.learn(name, name, "en")
    return states
