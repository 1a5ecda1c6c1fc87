"""Incidents -> cards: every account on record, who has none, what is alleged elsewhere. No account is left out.

Comes in: an incident, its release, what the page was found to carry (or nothing). Goes out: a Card.
Accounts stand in an order that is blind to their content: date, document, place in the document.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from .model import (
    Account,
    AccountsState,
    Card,
    Claim,
    Corpus,
    Document,
    Incident,
    IncidentMatch,
    Parallel,
    Release,
    Speaker,
    Statement,
)

AFFIRMS = frozenset(("asserts", "corroborates"))
DISPUTES = frozenset(("denies", "doubts"))


def deal(incident: Incident, release: Release, found: IncidentMatch | None = None, complete: bool = True) -> Card:
    """The card of one incident."""
    corpus = release.corpus
    ordered = sorted(incident.statements, key=lambda s: account_order(s, corpus))
    claims = {claim.id: claim for claim in incident.claims}
    documents = {s.passage.document: corpus.documents[s.passage.document] for s in ordered}
    ids = {*claims, *(statement.id for statement in ordered)}
    return Card(
        corpus=corpus.id,
        release=release.sha256,
        incident=incident,
        state=state_of_accounts(incident, corpus),
        accounts=tuple(_account(s, incident, corpus, _on_page(s.id, found, complete)) for s in ordered),
        claims=claims,
        documents=documents,
        agent_names=_names(incident, documents.values(), corpus),
        relations=tuple(r for r in corpus.relations if r.source in ids and r.type != "parallel_allegation"),
        parallel=_parallel(incident, corpus),
        found=found,
        complete=complete,
    )


def account_order(statement: Statement, corpus: Corpus) -> tuple[str, str, int]:
    """When it was said (else published), then document, then place in it. Never who said it."""
    published = corpus.documents[statement.passage.document].published
    said = statement.said if statement.said.edtf else published
    return (f"{said.edtf}T{said.time or ''}", statement.passage.document, statement.passage.start)


def state_of_accounts(incident: Incident, corpus: Corpus) -> AccountsState:
    """What the corpus holds on an incident, computed from stances and relations alone."""
    statements = incident.statements
    voices = {_side(s.speaker, corpus) for s in statements}
    contested = any(map(_contested, incident.claims)) or _contradicted(incident, corpus)
    # Nothing is on record of whom the speakers of plain claims speak for: they are never called one side.
    one_sided = len(voices) == 1 and not corpus.plain
    kind = "contested" if contested else "one_alignment" if one_sided else "several_voices"
    return AccountsState(
        accounts=kind,
        statements=len(statements),
        documents=len({s.passage.document for s in statements}),
        investigated_by=_bodies(statements, "investigates", corpus),
        not_verified_by=_bodies(statements, "could_not_verify", corpus),
        no_account_from=tuple(p for p in incident.parties if p not in _who_spoke(statements, corpus)),
    )


def _contested(claim: Claim) -> bool:
    affirming = {s.speaker for s in claim.statements if s.stance in AFFIRMS}
    disputing = {s.speaker for s in claim.statements if s.stance in DISPUTES}
    return any(a != d for a in affirming for d in disputing)


def _contradicted(incident: Incident, corpus: Corpus) -> bool:
    ids = {claim.id for claim in incident.claims} | {statement.id for statement in incident.statements}
    edges = (r for r in corpus.relations if r.type == "contradicts" and r.source in ids)
    return any(target in ids for edge in edges for target in edge.targets)


def _side(agent_id: str, corpus: Corpus) -> str | None:
    """Whom an agent speaks for: a state for itself, an official for theirs, others for nobody."""
    agent = corpus.agents[agent_id]
    if agent.kind == "state":
        return agent.id
    return agent.speaks_for or next((role.speaks_for for role in agent.roles if role.speaks_for), None)


def _bodies(statements: Iterable[Statement], stance: str, corpus: Corpus) -> tuple[str, ...]:
    """Who takes that stance, in order; a person counts as the state or body they speak for."""
    persons = ((s.speaker, corpus.agents[s.speaker].kind == "person") for s in statements if s.stance == stance)
    return tuple(dict.fromkeys(_side(who, corpus) or who if person else who for who, person in persons))


def _who_spoke(statements: Iterable[Statement], corpus: Corpus) -> set[str | None]:
    return {who for s in statements for who in (s.speaker, _side(s.speaker, corpus))}


def _on_page(statement: str, found: IncidentMatch | None, complete: bool) -> bool | None:
    """Whether the page carries an account; None where that can't be told. Of a truncated page False is never said."""
    if found and statement in found.on_page:
        return True
    return False if found and complete and statement in found.not_on_page else None


def _account(statement: Statement, incident: Incident, corpus: Corpus, on_page: bool | None) -> Account:
    return Account(
        statement=statement,
        speaker=_speaker(statement, corpus),
        relay_names=tuple(corpus.agents[agent].name for agent in statement.relay),
        link=_link(statement, corpus.documents[statement.passage.document]),
        graphic=statement.graphic or incident.graphic,
        on_page=on_page,
    )


def _speaker(statement: Statement, corpus: Corpus) -> Speaker:
    agent = corpus.agents[statement.speaker]
    role = agent.roles[0].title if agent.roles else agent.kind
    return Speaker(agent.id, statement.speaker_as or agent.name, role)


def _link(statement: Statement, document: Document) -> str | None:
    """The document's address with a text fragment that lands on the quoted words; None without an address."""
    if document.url is None:
        return None
    fragment = quote(statement.passage.exact, safe="").replace("-", "%2D")
    return f"{document.url}#:~:text={fragment}"


def _names(incident: Incident, documents: Iterable[Document], corpus: Corpus) -> dict[str, str]:
    """Agent id -> name, for every agent the card speaks of."""
    mentioned = [*incident.parties, *(d.outlet for d in documents if d.outlet)]
    for claim in incident.claims:
        mentioned += [involved.agent for involved in claim.about]
        mentioned += [agent for s in claim.statements for agent in (s.speaker, *s.relay)]
    return {agent: corpus.agents[agent].name for agent in sorted(set(mentioned))}


def _parallel(incident: Incident, corpus: Corpus) -> tuple[Parallel, ...]:
    """Incidents with an allegation of the same kind, whoever is accused; the mirror goes both ways."""
    if corpus.plain:
        return ()  # plain claims have no mirrors, and a million of them would be asked
    back = (other.id for other in corpus.incidents.values() if incident.id in other.mirrors)
    ids = sorted({*incident.mirrors, *back} - {incident.id})
    return tuple(Parallel(corpus.id, i, corpus.incidents[i].title) for i in ids)
