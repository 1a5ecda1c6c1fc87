"""Typed records that know where they stand, cut from the files. What is badly formed is left out: it has its problem.

Comes in: files, and the paths at which their form is wrong. Goes out: Parts, for ``rules`` to check and to assemble.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from ..model import Agent, Claim, Document, Incident, Relation, Statement
from .files import TomlFile
from .lines import Path
from .problems import Problem
from .records import Header, Records, build

T = TypeVar("T")
Draft = tuple[Path, type[Any], Mapping[str, Any]]

_CHILDREN: Mapping[type[Any], tuple[str, ...]] = {Incident: ("claim", "examples"), Claim: ("statement",)}
_RELATION_NAMES = {"from": "source", "to": "targets", "in": "differs_in"}


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """A record, and the table it was read from."""

    item: T
    file: TomlFile
    path: Path

    def problem(self, message: str, *key: str | int) -> Problem:
        """A problem with the record, or with one key of it."""
        return self.file.problem((*self.path, *key), message)


@dataclass(frozen=True, slots=True)
class Parts:
    """All sound records of a folder."""

    headers: list[Located[Header]] = field(default_factory=list)
    agents: dict[str, Located[Agent]] = field(default_factory=dict)
    documents: dict[str, Located[Document]] = field(default_factory=dict)
    incidents: dict[str, Located[Incident]] = field(default_factory=dict)
    claims: dict[str, Located[Claim]] = field(default_factory=dict)
    statements: dict[str, Located[Statement]] = field(default_factory=dict)
    relations: list[Located[Relation]] = field(default_factory=list)

    def add(self, one: Located[Any]) -> None:
        """Put a record in its place; the first of an id stays."""
        if isinstance(one.item, Header):
            self.headers.append(one)
        elif isinstance(one.item, Relation):
            self.relations.append(one)
        else:
            self._by_id[type(one.item)].setdefault(one.item.id, one)

    @property
    def _by_id(self) -> Mapping[type[Any], dict[str, Located[Any]]]:
        return {
            Agent: self.agents,
            Document: self.documents,
            Incident: self.incidents,
            Claim: self.claims,
            Statement: self.statements,
        }

    def records(self) -> Records:
        """The bare records, without their places."""
        return Records(
            corpus=_items(self.headers),
            agents=_items(self.agents.values()),
            documents=_items(self.documents.values()),
            incidents=_items(self.incidents.values()),
            claims=_items(self.claims.values()),
            statements=_items(self.statements.values()),
            relations=_items(self.relations),
        )


def locate(file: TomlFile, wrong: Iterable[Path]) -> Iterator[Located[Any]]:
    """Every record of the file whose own keys are all well formed."""
    wrong = list(wrong)
    for path, kind, data in _DRAFTS[file.kind](file):
        if not any(_concerns(each, path, _CHILDREN.get(kind, ())) for each in wrong):
            yield Located(build(kind, data), file, path)


def tables(data: Mapping[str, Any], name: str, above: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """The tables of ``[[name]]``, each with its path; nothing if there are none."""
    listed = data.get(name)
    for number, table in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(table, dict):
            yield (*above, name, number), table


def _items(located: Iterable[Located[T]]) -> tuple[T, ...]:
    return tuple(one.item for one in located)


def _concerns(wrong: Path, path: Path, children: tuple[str, ...]) -> bool:
    below = wrong[len(path) :]
    return wrong[: len(path)] == path and not (below and below[0] in children)


def _without(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}


def _corpus(file: TomlFile) -> Iterator[Draft]:
    yield (), Header, _without(file.data, "format", "expect")


def _agents(file: TomlFile) -> Iterator[Draft]:
    for path, table in tables(file.data, "agent"):
        yield path, Agent, table


def _documents(file: TomlFile) -> Iterator[Draft]:
    for path, table in tables(file.data, "document"):
        yield path, Document, table


def _relations(file: TomlFile) -> Iterator[Draft]:
    for path, table in tables(file.data, "relation"):
        yield path, Relation, {_RELATION_NAMES.get(name, name): value for name, value in table.items()}


def _incident(file: TomlFile) -> Iterator[Draft]:
    own = _without(file.data, "claim", "examples", "translation")
    yield (), Incident, own | {"id": file.stem, "translations": file.data.get("translation", ())}
    for path, claim in tables(file.data, "claim"):
        yield path, Claim, _without(claim, "statement") | {"incident": file.stem}
        for below, statement in tables(claim, "statement", path):
            yield below, Statement, {**statement, "claim": claim.get("id", "")}


_DRAFTS = {
    "corpus": _corpus,
    "agents": _agents,
    "documents": _documents,
    "relations": _relations,
    "incident": _incident,
}
