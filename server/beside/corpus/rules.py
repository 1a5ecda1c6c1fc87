"""How the values of a corpus must agree with each other. What a single value must be is said in ``forms``.

Comes in: the sound records of a folder. Goes out: a problem for each that contradicts itself or another.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..model import Agent, Document, Incident, Relation, Statement
from . import privacy, selectors, translations
from .located import Located, Parts
from .problems import Problem

_Rule = Callable[[Any, Parts], Iterator[Problem]]


def check(parts: Parts) -> Iterator[Problem]:
    """Every rule on every record."""
    checks: tuple[tuple[Iterable[Any], tuple[_Rule, ...]], ...] = (
        (parts.agents.values(), (_person, _alignment)),
        (parts.documents.values(), (_outlet, _language, _body)),
        (parts.incidents.values(), (_neighbours, _media, _wordings, _translations)),
        (parts.statements.values(), (_passage, _said, _relay, _speaker)),
        (parts.relations, (_difference,)),
    )
    for records, rules in checks:
        for record, rule in itertools.product(records, rules):
            yield from rule(record, parts)
    yield from _slugs(parts)


def _person(agent: Located[Agent], parts: Parts) -> Iterator[Problem]:
    return privacy.check_agent(agent)


def _alignment(agent: Located[Agent], parts: Parts) -> Iterator[Problem]:
    """Who speaks for whom."""
    one = agent.item
    if one.speaks_for and one.kind in ("outlet", "person"):
        way = "leave it out" if one.kind == "outlet" else "put it into a role"
        yield agent.problem(f"does not belong to an agent of kind {one.kind}; {way}", "speaks_for")
    yield from _party(agent, one.speaks_for, parts, "speaks_for")
    for number, role in enumerate(one.roles):
        yield from _party(agent, role.speaks_for, parts, "roles", number, "speaks_for")


def _party(agent: Located[Agent], id: str | None, parts: Parts, *key: str | int) -> Iterator[Problem]:
    party = parts.agents.get(id or "")
    if party and party.item.kind not in ("state", "group", "body"):
        yield agent.problem(f'"{id}" is of kind {party.item.kind}; name a state, a group or a body', *key)


def _outlet(document: Located[Document], parts: Parts) -> Iterator[Problem]:
    """An outlet has a basis, and is one."""
    one = document.item
    if one.outlet is None and one.outlet_basis != "unknown":
        yield document.problem(
            f"is {one.outlet_basis}, but there is no outlet; add it or write unknown", "outlet_basis"
        )
    if one.outlet is not None and one.outlet_basis == "unknown":
        yield document.problem("is unknown, but an outlet is given; write named or inferred", "outlet_basis")
    outlet = parts.agents.get(one.outlet or "")
    if outlet and outlet.item.kind != "outlet":
        yield document.problem(f'"{one.outlet}" is of kind {outlet.item.kind}; name an outlet', "outlet")


def _language(document: Located[Document], parts: Parts) -> Iterator[Problem]:
    for header in parts.headers:
        if document.item.language not in header.item.languages:
            yield document.problem("is not among the languages of corpus.toml; add it there or mend it", "language")


def _body(document: Located[Document], parts: Parts) -> Iterator[Problem]:
    """The lines of the article run forward."""
    last = 0
    for number, span in enumerate(document.item.body):
        first, _, end = span.partition("-")
        if int(first) <= last:
            yield document.problem(f'"{span}" comes after line {last}; put the lines in order', "body", number)
        last = int(end or first)


def _neighbours(incident: Located[Incident], parts: Parts) -> Iterator[Problem]:
    """An incident mirrors others and is part of another."""
    one = incident.item
    if one.id in one.mirrors:
        yield incident.problem("names the incident itself; take it out", "mirrors")
    seen, above = {one.id}, one.part_of
    while above in parts.incidents and above not in seen:
        seen.add(above)
        above = parts.incidents[above].item.part_of
    if above == one.id:
        yield incident.problem("leads back to the incident itself; take one of the steps out", "part_of")


def _media(incident: Located[Incident], parts: Parts) -> Iterator[Problem]:
    ids = [media.id for media in incident.item.media]
    for number, id in enumerate(ids):
        if id in ids[:number]:
            yield incident.problem(f'"{id}" is there twice; give one of them another id', "media", number)


def _wordings(incident: Located[Incident], parts: Parts) -> Iterator[Problem]:
    """A chain of wordings belongs to the incident whose file it stands in, and so do its statements."""
    for number, chain in enumerate(incident.item.wordings):
        for id in chain:
            statement = parts.statements.get(id)
            if statement and statement.file is not incident.file:
                yield incident.problem(f'"{id}" belongs to another incident; take it out', "wordings", number)


def _translations(incident: Located[Incident], parts: Parts) -> Iterator[Problem]:
    return translations.check(incident)


def _passage(statement: Located[Statement], parts: Parts) -> Iterator[Problem]:
    document = parts.documents.get(statement.item.passage.document)
    for wrong in selectors.misfits(statement.item.passage, document.item.characters) if document else ():
        yield statement.problem(wrong, "passage")


def _said(statement: Located[Statement], parts: Parts) -> Iterator[Problem]:
    document = parts.documents.get(statement.item.passage.document)
    said = statement.item.said
    if document and said.basis == "document" and said.edtf != document.item.published.edtf:
        date = document.item.published.edtf
        yield statement.problem(f'is "{said.edtf}", but the document\'s date is "{date}"; mend date or basis', "said")


def _relay(statement: Located[Statement], parts: Parts) -> Iterator[Problem]:
    """From the first source to the outlet; the speaker is no hop of it."""
    one = statement.item
    if one.speaker in one.relay:
        yield statement.problem("names the speaker; take it out", "relay")
    document = parts.documents.get(one.passage.document)
    outlet = document.item.outlet if document else None
    if outlet in parts.agents and one.relay and one.relay[-1] != outlet:
        yield statement.problem(f'does not end with the publishing outlet; put "{outlet}" last', "relay")


def _speaker(statement: Located[Statement], parts: Parts) -> Iterator[Problem]:
    speaker = parts.agents.get(statement.item.speaker)
    if speaker:
        yield from privacy.check_speaker(statement, speaker.item)


def _difference(relation: Located[Relation], parts: Parts) -> Iterator[Problem]:
    """What differs is said where something differs, and only there."""
    one = relation.item
    if (one.type == "differs_in") != (one.differs_in is not None):
        way = "add what differs" if one.type == "differs_in" else "goes with differs_in only; take it out"
        yield relation.problem(way, "in")
    if one.source in one.targets:
        yield relation.problem("names where the relation comes from; take it out", "to")


def _slugs(parts: Parts) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for incident in parts.incidents.values():
        holder = first.setdefault(incident.item.slug, incident.file.name)
        if holder != incident.file.name:
            yield incident.problem(f'"{incident.item.slug}" is already that of {holder}; choose another', "slug")
