"""What a corpus holds on an incident. Comes in: an incident, its corpus. Goes out: AccountsState, and who is missing.

Computed from stances, relations and parties alone; nobody types it in.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model import AccountsState, Claim, Corpus, Incident, Missing, Statement

AFFIRMS = frozenset(("asserts", "corroborates"))
DISPUTES = frozenset(("denies", "doubts"))


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


def missing_voices(state: AccountsState, corpus: Corpus) -> tuple[Missing, ...]:
    """The parties without an account, each with how much was looked through: they may have spoken elsewhere."""
    held = corpus.extent
    return tuple(
        Missing(agent, corpus.agents[agent].name, held.documents, held.last_day) for agent in state.no_account_from
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
