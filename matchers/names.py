"""The page names somebody who speaks of the incident on record: a person, a body, an outlet.

Whoever speaks in many incidents tells little of each; the two states of a war tell almost nothing.
Source of the idea: named-source overlap in news event linking (see "names" in the ECB+ baselines).
"""

from collections.abc import Iterator

from beside import Corpus, Incident, Match, MatchPage, Page, Phrases, Reason

VERSION = "1.0"
OWN_NAME = 0.6  # a ship, an operation: the name an incident goes by
WEIGHT = {"person": 0.5, "body": 0.35, "group": 0.25, "state": 0.2, "outlet": 0.15}

EXAMPLES = {
    "match": ["Joss Herrevik would not comment."],
    "silent": ["A spokesman would not comment."],
}


def speakers(incident: Incident) -> set[str]:
    """The agents who speak, pass words on, or are spoken of in an incident; background left out."""
    named: set[str] = set()
    for claim in incident.claims:
        if not claim.background:
            named.update(involved.agent for involved in claim.about)
            named.update(agent for s in claim.statements for agent in (s.speaker, *s.relay[:-1]))
    return named


def matcher(corpus: Corpus) -> MatchPage:
    """Collect the names of everybody who takes part, and of the incidents themselves, with where they take part."""
    incidents_of: dict[str, list[str]] = {}
    for incident in corpus.incidents.values():
        for agent_id in sorted(speakers(incident)):
            incidents_of.setdefault(agent_id, []).append(incident.id)
    names: Phrases[tuple[str, str, float]] = Phrases()
    for incident in corpus.incidents.values():
        for alias in incident.aliases:
            names.add(alias.text, alias.lang, (incident.id, alias.text, OWN_NAME))
    for agent_id, among in incidents_of.items():
        agent = corpus.agents[agent_id]
        if agent.kind in WEIGHT and agent.status is None:
            for incident_id in among:
                value = (incident_id, agent.name, WEIGHT[agent.kind] / len(among) ** 0.5)
                for name, lang in ((agent.name, "en"), *((alias.text, alias.lang) for alias in agent.aliases)):
                    names.add(name, lang, value)

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            for found in names.find(passage.text, page.lang):
                for incident_id, name, weight in found.values:
                    because = (Reason("name", found.start, found.end, name),)
                    yield Match(passage.number, f"incident:{incident_id}", weight, because)

    return match
