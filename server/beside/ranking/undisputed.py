"""Whose what is on record. Comes in: a corpus. Goes out: Directions, told by the claims that nobody can turn around.

A killing, a blast or a seizure may be laid at another side's door: a competing account of the same incident. Whose
investigators were sent, whose missiles were counted, whose units left is not in dispute: another side's are another
matter. So what counts is: claims in no dispute, in incidents in which nobody is accused, or in which both sides act
and every claim stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..language import base_language, inflected, words
from ..model import Agent, Claim, Corpus, Incident, Involved
from .direction import OF, Directions, Record, Telling, matter, tellings, thing_of
from .peoples import Peoples

ACCUSING = frozenset("factual legal provenance normative opinion".split())  # where somebody is affected
BLAMING = frozenset("responsibility intent".split())
DISPUTED = frozenset("denies doubts could_not_verify states_unknown".split())
EACH_ACTS = ("situation", "statistic")
BOTH = ""


def directions_on_record(corpus: Corpus, peoples: Peoples) -> Directions:
    """Read a corpus."""
    sides = peoples.of_agents(corpus.agents)
    record = {i.id: _on_record(i, corpus, peoples, sides) for i in corpus.incidents.values()}
    surnames = {i.id: _surnames(i, corpus) for i in corpus.incidents.values()}
    return Directions(peoples, record, surnames, _offices(corpus, sides))


def _on_record(incident: Incident, corpus: Corpus, peoples: Peoples, sides: Mapping[str, frozenset[str]]) -> Record:
    """What one side alone is told to own, to do or to be the target of, as far as nobody disputes it."""
    claims = [claim for claim in incident.claims if not claim.background]
    if incident.kind not in EACH_ACTS and any(_accuses(claim, sides) for claim in claims):
        return {}
    whose: dict[tuple[str, str], set[str]] = defaultdict(set)
    spoken_of: frozenset[str] = frozenset().union(*(matter(peoples, claim.text, "en") for claim in claims))
    for claim in incident.claims:
        usable = claim in claims and not _accuses(claim, sides) and not _disputed(claim, sides)
        for relation, thing, side in _of_claim(claim, corpus, peoples, sides):
            whose[relation, thing] |= {side} if usable else {side, BOTH}
    for said in (s for claim in incident.claims for s in claim.statements):
        for relation, thing, side in tellings(peoples, said.says, "en"):
            if (relation, thing) in whose:
                whose[relation, thing].add(side)
    return {key: (next(iter(own)), spoken_of) for key, own in whose.items() if len(own) == 1}


def _accuses(claim: Claim, sides: Mapping[str, frozenset[str]]) -> bool:
    """Whether one side is said to have done something to others, to be to blame, or what somebody disputes."""
    actors, affected = _in_role(claim.about, "actor", sides), {a.agent for a in claim.about if a.role == "affected"}
    blamed = claim.kind in BLAMING or any(s.stance in DISPUTED for s in claim.statements)
    return len(actors) == 1 and (blamed or (claim.kind in ACCUSING and bool(affected - actors)))


def _disputed(claim: Claim, sides: Mapping[str, frozenset[str]]) -> bool:
    together = len(_in_role(claim.about, "actor", sides)) > 1  # what both did has no direction
    return together or any(s.stance in DISPUTED for s in claim.statements)


def _in_role(about: Iterable[Involved], role: str, sides: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(side for one in about if one.role == role for side in sides[one.agent])


def _of_claim(claim: Claim, corpus: Corpus, peoples: Peoples, sides: Mapping[str, frozenset[str]]) -> Iterator[Telling]:
    """What a claim tells, read as a page is, and the offices of those it is about."""
    targets = _in_role(claim.about, "affected", sides)
    yield from (told for told in tellings(peoples, claim.text, "en") if told[0] == OF or told[2] in targets)
    for agent in (corpus.agents[one.agent] for one in claim.about):
        for name in (agent.name, *(role.title for role in agent.roles)):
            offices = {thing for word in words(name) if (thing := thing_of(word))}
            yield from ((OF, thing, side) for side in sides[agent.id] for thing in sorted(offices))


def _surnames(incident: Incident, corpus: Corpus) -> frozenset[str]:
    """The surnames of those it is about, in every form: they tell whose it was as well."""
    about = {one.agent for claim in incident.claims if not claim.background for one in claim.about}
    people = [agent for a in about if (agent := corpus.agents[a]).kind == "person"]
    return frozenset(form for agent in people for form in _surname(agent))


def _surname(agent: Agent) -> frozenset[str]:
    """A surname in every form and language on record."""
    called = [(agent.name, "en"), *((alias.text, alias.lang) for alias in agent.aliases)]
    last = [(words(name, lang)[-1].folded, base_language(lang)) for name, lang in called]
    return frozenset(form for name, lang in last for form in (name, *inflected(name, lang)))


def _offices(corpus: Corpus, sides: Mapping[str, frozenset[str]]) -> dict[str, frozenset[Telling]]:
    """Whose office a person's is, by surname: an ombudsman who is named is that side's ombudsman."""
    found: dict[str, frozenset[Telling]] = {}
    for agent in corpus.agents.values():
        if agent.kind == "person" and len(sides[agent.id]) == 1:
            (side,) = sides[agent.id]
            titles = (word for role in agent.roles for word in words(role.title))
            told = frozenset((OF, thing, side) for word in titles if (thing := thing_of(word)))
            found |= dict.fromkeys(_surname(agent), told)
    return found
