"""The page names somebody who speaks of the incident on record: a person, a body, an outlet.

Whoever speaks in many incidents tells little of each; the two states of a war tell almost nothing.
Source of the idea: named-source overlap in news event linking (see "names" in the ECB+ baselines).
"""

from collections.abc import Iterator

from beside import Corpus, Incident, Match, MatchPage, Page, Phrases, Reason

VERSION = "1.0"
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
    """Collect the names of everybody who takes part, with the incidents they take part in."""
    incidents_of: dict[str, list[str]] = {}
    for incident in corpus.incidents.values():
        for agent_id in sorted(speakers(incident)):
            incidents_of.setdefault(agent_id, []).append(incident.id)
    names: Phrases[str] = Phrases()
    for agent_id in incidents_of:
        agent = corpus.agents[agent_id]
        if agent.kind in WEIGHT and agent.status is None:
            names.add(agent.name, "en", agent_id)
            for alias in agent.aliases:
                names.add(alias.text, alias.lang, agent_id)

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            for found in names.find(passage.text, page.lang):
                for agent_id in found.values:
                    agent, among = corpus.agents[agent_id], incidents_of[agent_id]
                    weight = WEIGHT[agent.kind] / len(among) ** 0.5
                    for incident in among:
                        because = (Reason("name", found.start, found.end, agent.name),)
                        yield Match(passage.number, f"incident:{incident}", weight, because)

    return match
