"""Whether a sentence speaks of another event than its card: another day, another place, the other side's people.

Comes in: a sentence, the incident, the statements that count a thing. Goes out: yes or no, and yes wherever it is not
plain. A number is taken for the page's own figure only where all of these are the card's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..language import DateMention, Demonyms, Phrases, Span, Word, concept, dates, edtf_span, words
from ..model import Agent, Corpus, Incident, Quantity, Statement

AWAY = 3  # words between a preposition and its name: "in the village of ..."; between "against" and whom
IN = frozenset(
    "in at near from around outside inside bei nahe aus im am von à en dans près в у під біля поблизу на з із зі"
    " под возле около близ из с со".split()
)
AGAINST = frozenset("against gegen contre проти против".split())
GIVEN_UP = re.compile(r"\b(?:surrender|capitul|kapitul|ergab|ergeb|(?:с|з)да(?:л|в|ч|т)\w*\W+(?:в|у)\W+п[ло])", re.I)


@dataclass(frozen=True, slots=True)
class Names:
    """What a corpus has names for: whose place each is (ids of incidents), who acts, which words name a state."""

    places: Phrases[str]
    agents: Phrases[str]
    states: Demonyms


def names_on_record(corpus: Corpus, states: Demonyms) -> Names:
    """The names of a corpus, made once for a card."""
    places: Phrases[str] = Phrases()
    for incident in corpus.incidents.values():
        for place in incident.where:
            admin = ((place.admin, "en"),) if place.admin else ()
            for name, lang in ((place.name, "en"), *admin, *((a.text, a.lang) for a in place.aliases)):
                places.add(name, lang, incident.id)
    agents: Phrases[str] = Phrases()
    for agent in (one for one in corpus.agents.values() if one.kind != "state"):
        for name, lang in ((agent.name, "en"), *((a.text, a.lang) for a in agent.aliases)):
            agents.add(name, lang, agent.id)
    return Names(places, agents, states)


def speaks_of_else(
    text: str, lang: str, incident: Incident, told: Sequence[tuple[Statement, Quantity]], corpus: Corpus, names: Names
) -> bool:
    """Whether anything in the sentence is of another time, place or side. ``told``: the accounts of one quantity."""
    line = words(text, lang)
    days = dates(text, lang)
    return (
        _another_time(days, incident, told)
        or _another_place(text, lang, line, incident, names, [(day.start, day.end) for day in days])
        or _another_side(text, line, incident, told, corpus, names.states)
    )


def _another_time(days: Iterable[DateMention], incident: Incident, told: Iterable[tuple[Statement, Quantity]]) -> bool:
    """A date that lies in none of those of the incident and of the accounts: "in 2024" may be any day of that year."""
    known = {incident.when.edtf, *(date for s, q in told for date in (s.said.edtf, q.as_of) if date)}
    spans = [span for span in map(edtf_span, known) if span]
    return any(not any(_within(day, span) for span in spans) for day in days)


def _within(day: DateMention, span: Span) -> bool:
    mention = day.span()
    if mention:
        return span.first <= mention.first and mention.last <= span.last
    years = range(span.first.year, span.last.year + 1)
    with_years = (DateMention(0, 0, year, day.month, day.day).span() for year in years)
    return any(one is not None and span.first <= one.first and one.last <= span.last for one in with_years)


def _another_place(
    text: str, lang: str, line: Sequence[Word], incident: Incident, names: Names, days: Sequence[tuple[int, int]]
) -> bool:
    """A place of another incident anywhere; or after "in" a name that is neither the incident's place nor a speaker."""
    places = list(names.places.find(text, lang))
    if any(incident.id not in found.values and not _is_state(found.phrase, names.states) for found in places):
        return True  # of a state's own name its accounts tell: other_figures.py asks them
    own = [found for found in places if incident.id in found.values]
    known = [(found.start, found.end) for found in (*own, *names.agents.find(text, lang))] + list(days)
    for number, word in enumerate(line):
        if word.folded not in IN:
            continue
        for away, name in enumerate(line[number + 1 : number + 2 + AWAY]):
            if re.search(r"[.,;:!?()«»\"“”–—]", text[word.end : name.start]):
                break
            if text[name.start].isupper():
                state = away and names.states.named(name.folded)
                if not state and not any(start <= name.start < end for start, end in known):
                    return True
                break
    return False


def _another_side(
    text: str,
    line: Sequence[Word],
    incident: Incident,
    told: Sequence[tuple[Statement, Quantity]],
    corpus: Corpus,
    states: Demonyms,
) -> bool:
    """Cases against those to whom it was done; people who surrendered, where no account of the number says so."""
    claims = {s.claim for s, _ in told}
    asked = [claim for claim in incident.claims if claim.id in claims]
    said = " ".join([*(claim.text for claim in asked), *(s.says for s, _ in told)])
    if GIVEN_UP.search(text) and not GIVEN_UP.search(said):
        return True
    sides: dict[str, set[str]] = {"actor": set(), "affected": set()}
    for involved in (one for claim in asked for one in claim.about if one.role in sides):
        sides[involved.role] |= _states_of(corpus.agents[involved.agent], states)
    for number, word in enumerate(line):
        after = line[number + 1 : number + 2 + AWAY]
        against = {s for w in after if word.folded in AGAINST and (s := states.named(w.folded))}
        if against and not against <= sides["actor"]:
            return True
        captives = any(concept(w.folded) in ("prisoner", "captivity") for w in after[:2])
        people = states.people(word.folded)
        if people and captives and sides["affected"] and people not in sides["affected"]:
            return True
    return False


def _states_of(agent: Agent, states: Demonyms) -> set[str]:
    """The states that an agent is, speaks for, or has in its name: "captured Vessmarkian soldiers"."""
    own = {agent.id} if agent.kind == "state" else set()
    named = {state for word in words(agent.name) if (state := states.named(word.folded))}
    return own | named | {id_ for id_ in (agent.speaks_for, *(role.speaks_for for role in agent.roles)) if id_}


def _is_state(name: str, states: Demonyms) -> bool:
    return any(states.named(word.folded) for word in words(name))
