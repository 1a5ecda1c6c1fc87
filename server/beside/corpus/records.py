"""A corpus as flat records, one kind a list: how files and releases hold it.

Comes in: plain data (of TOML, of rows), or a Corpus. Goes out: typed records, and the Corpus they make up.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ..model import Agent, Claim, Corpus, Document, Incident, Relation, Statement

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is said of a corpus as a whole."""

    id: str
    title: str
    languages: tuple[str, ...]
    maintainer: str
    licence: str
    criteria: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Incidents stand here without their claims, claims without their statements; ids join them."""

    corpus: tuple[Header, ...]
    agents: tuple[Agent, ...]
    documents: tuple[Document, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]


KINDS: Mapping[str, type[Any]] = {
    "corpus": Header,
    "agents": Agent,
    "documents": Document,
    "incidents": Incident,
    "claims": Claim,
    "statements": Statement,
    "relations": Relation,
}


def build(kind: type[T], data: Mapping[str, Any]) -> T:
    """A record from plain data: tables become records, lists tuples. The data must have the right form."""
    hints = hints_of(kind)
    return kind(**{name: _convert(hints[name], value) for name, value in data.items()})


def hints_of(kind: Any) -> dict[str, Any]:
    """The types of a record's fields."""
    return _hints(kind)


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def optional(hint: Any) -> Any:
    """``X`` of ``X | None``, and everything else as it is."""
    if isinstance(hint, types.UnionType):
        (hint,) = (arm for arm in typing.get_args(hint) if arm is not types.NoneType)
    return hint


def _convert(hint: Any, value: Any) -> Any:
    hint = optional(hint)
    if value is None:
        return None
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return build(hint, value)
    if typing.get_origin(hint) is tuple:
        member = typing.get_args(hint)[0]
        return tuple(_convert(member, each) for each in value)
    return float(value) if hint is float else value


def assemble(records: Records) -> Corpus:
    """The corpus that the records make up."""
    (header,) = records.corpus
    statements = _group((statement.claim, statement) for statement in records.statements)
    whole = (replace(claim, statements=tuple(statements[claim.id])) for claim in records.claims)
    claims = _group((claim.incident, claim) for claim in whole)
    return Corpus(
        **{field.name: getattr(header, field.name) for field in dataclasses.fields(header)},
        agents={agent.id: agent for agent in records.agents},
        documents={document.id: document for document in records.documents},
        incidents={one.id: replace(one, claims=tuple(claims[one.id])) for one in records.incidents},
        relations=records.relations,
    )


def flatten(corpus: Corpus) -> Records:
    """The records that make up the corpus."""
    return Records(
        corpus=(Header(**{name: getattr(corpus, name) for name in hints_of(Header)}),),
        agents=tuple(corpus.agents.values()),
        documents=tuple(corpus.documents.values()),
        incidents=tuple(replace(incident, claims=()) for incident in corpus.incidents.values()),
        claims=tuple(replace(claim, statements=()) for claim in corpus.claims),
        statements=tuple(statement for claim in corpus.claims for statement in claim.statements),
        relations=corpus.relations,
    )


def _group(pairs: Iterable[tuple[str, T]]) -> defaultdict[str, list[T]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return groups
