"""A sealed file of plain claims as a Corpus that holds nothing: each incident is read when it is asked for.

Comes in: the path of a release. Goes out: a Corpus whose mappings read single rows, and all claims as a stream.
"""

from __future__ import annotations

import dataclasses
import sqlite3
import threading
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from ..model import Agent, Corpus, Document, Extent, Incident
from . import plain
from .claim_lines import PlainClaim
from .records import Header
from .rows import from_row
from .storing import address, open_sealed


class Rows:
    """A sealed file, asked from many threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(address(path), uri=True, check_same_thread=False)
        weakref.finalize(self, self._connection.close)

    def ask(self, question: str, *given: str) -> list[tuple[Any, ...]]:
        """Every row that answers."""
        with self._lock:
            return self._connection.execute(question, given).fetchall()

    def stream(self, question: str) -> Iterator[tuple[Any, ...]]:
        """Row by row, without holding anybody up."""
        with open_sealed(self.path) as connection:
            yield from connection.execute(question)


class Incidents(Mapping[str, Incident]):
    """Incident id -> Incident."""

    def __init__(self, rows: Rows, count: int) -> None:
        self._rows, self._count = rows, count

    def __getitem__(self, id: str) -> Incident:
        """The incident with all its claims."""
        claims = [PlainClaim(*row) for row in self._asked(id)]
        if not claims:
            raise KeyError(id)
        return plain.incident(claims)

    def __contains__(self, id: object) -> bool:
        """Whether there is one of that id."""
        return isinstance(id, str) and bool(self._rows.ask("SELECT 1 FROM plain_claims WHERE incident = ? LIMIT 1", id))

    def __iter__(self) -> Iterator[str]:
        """Every id, once."""
        return (id for (id,) in self._rows.stream("SELECT DISTINCT incident FROM plain_claims ORDER BY incident"))

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def _asked(self, id: object) -> list[tuple[Any, ...]]:
        if not isinstance(id, str):
            return []
        return self._rows.ask("SELECT * FROM plain_claims WHERE incident = ? ORDER BY line", id)


class Documents(Mapping[str, Document]):
    """Claim id -> the line it stands on, as a document."""

    def __init__(self, rows: Rows, count: int) -> None:
        self._rows, self._count = rows, count

    def __getitem__(self, id: str) -> Document:
        """The document of a claim."""
        for row in self._rows.ask("SELECT * FROM plain_claims WHERE id = ?", id):
            return plain.document(PlainClaim(*row))
        raise KeyError(id)

    def __iter__(self) -> Iterator[str]:
        """Every id, in the order of the file."""
        return (id for (id,) in self._rows.stream("SELECT id FROM plain_claims ORDER BY line"))

    def __len__(self) -> int:
        """How many there are."""
        return self._count


class Agents(Mapping[str, Agent]):
    """Name -> Agent."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __getitem__(self, id: str) -> Agent:
        """Whoever has that name."""
        for (publishes,) in self._rows.ask("SELECT publishes FROM plain_agents WHERE name = ?", id):
            return plain.agent(id, bool(publishes))
        raise KeyError(id)

    def __iter__(self) -> Iterator[str]:
        """Every name."""
        return (name for (name,) in self._rows.stream("SELECT name FROM plain_agents ORDER BY name"))

    def __len__(self) -> int:
        """How many there are."""
        return int(self._rows.ask("SELECT count(*) FROM plain_agents")[0][0])


def open_claims(path: Path) -> Corpus:
    """The corpus of a sealed file of plain claims."""
    rows = Rows(path)
    with open_sealed(path) as connection:
        (row,) = Database(connection, execute_plugins=False).table("corpus").rows
    header, (extent,) = from_row(Header, row), rows.ask("SELECT * FROM plain_extent")
    measured = Extent(*extent)
    return Corpus(
        **{field.name: getattr(header, field.name) for field in dataclasses.fields(header)},
        agents=Agents(rows),
        documents=Documents(rows, measured.documents),
        incidents=Incidents(rows, measured.incidents),
        plain=True,
        measured=measured,
    )


def read_claims(path: Path) -> Iterator[PlainClaim]:
    """Every claim of a release of plain claims, in the order of its file."""
    with open_sealed(path) as connection:
        for row in connection.execute("SELECT * FROM plain_claims ORDER BY line"):
            yield PlainClaim(*row)
