"""Which accounts on record the page itself carries. Comes in: an incident, the evidence. Goes out: statement ids.

Sparing: a sentence must carry the claim with the statement's stance and name its speaker, or quote its very words.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language import Phrases
from ..model import Corpus, Evidence, Incident, Statement
from .signals import Signal


def accounts_on_page(
    incident: Incident, evidence: Sequence[Evidence], signals: Sequence[Signal], corpus: Corpus
) -> frozenset[str]:
    """The ids of the statements that the page was found to carry."""
    quoted = {(s.claim, s.reason.corpus_text) for s in signals if s.kind == "quotation"}
    names = {speaker: _names(speaker, corpus) for speaker in {s.speaker for s in incident.statements}}
    return frozenset(
        statement.id
        for statement in incident.statements
        if (statement.claim, statement.passage.exact) in quoted
        or any(_carries(item, statement, names[statement.speaker]) for item in evidence)
    )


def _names(speaker: str, corpus: Corpus) -> Phrases[str]:
    """What a speaker is called; an unnamed source is called nothing, and so is never found."""
    agent, names = corpus.agents[speaker], Phrases[str]()
    if agent.kind != "anonymous":
        for name, lang in ((agent.name, "en"), *((alias.text, alias.lang) for alias in agent.aliases)):
            names.add(name, lang, speaker)
    return names


def _carries(item: Evidence, statement: Statement, names: Phrases[str]) -> bool:
    taken = any(c.claim == statement.claim and c.stance == statement.stance for c in item.claims)
    return taken and any(names.find(item.exact, "en"))
