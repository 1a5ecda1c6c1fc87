"""A file of plain claims sealed as a release, line by line, in the memory of a few lines.

Comes in: a file. Goes out: what was sealed, and what it changes. A file with one bad line leaves nothing behind.
"""

from __future__ import annotations

import dataclasses
import operator
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from .claim_lines import PlainClaim, read_lines
from .files import shown
from .plain import NOT_NAMED
from .problems import CorpusError, Problem
from .records import Header
from .rows import columns, to_row
from .sealing import fresh_file, name_by_content
from .storing import ReleaseError, address, one_writer, open_sealed, part_in, releases

MOST_PROBLEMS = 100
COLUMNS = tuple(field.name for field in dataclasses.fields(PlainClaim) if field.name != "alone")
_row = operator.attrgetter(*COLUMNS)
TYPES = {"line": "INTEGER PRIMARY KEY", "id": "TEXT NOT NULL UNIQUE"}
SHAPE = ", ".join(f"{name} {TYPES.get(name, 'TEXT NOT NULL')}" for name in COLUMNS)
SUMMED = "incidents INTEGER, claims INTEGER, statements INTEGER, documents INTEGER, last_day TEXT"
TABLES = (
    f"CREATE TABLE plain_claims ({SHAPE})",
    "CREATE TABLE plain_agents (name TEXT PRIMARY KEY, publishes INTEGER NOT NULL) WITHOUT ROWID",
    f"CREATE TABLE plain_extent ({SUMMED})",
)
INSERT = f"INSERT INTO plain_claims VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608  only question marks
NAMED = "CREATE TEMP TABLE named_itself (line INTEGER PRIMARY KEY)"  # lines whose incident is given, and is their id
MERGED = """SELECT own.line, own.id, min(other.line)
    FROM plain_claims other JOIN plain_claims own ON own.id = other.incident
    WHERE other.id != other.incident AND own.incident = own.id
    AND own.line NOT IN (SELECT line FROM named_itself) GROUP BY own.line ORDER BY own.line LIMIT ?"""
SUMS = (
    "CREATE INDEX plain_incidents ON plain_claims (incident)",
    "INSERT INTO plain_agents SELECT DISTINCT publisher, 1 FROM plain_claims WHERE publisher != ''",
    "INSERT OR IGNORE INTO plain_agents SELECT DISTINCT speaker, 0 FROM plain_claims WHERE speaker != ''",
    f"INSERT OR IGNORE INTO plain_agents VALUES ('{NOT_NAMED}', 0)",  # noqa: S608  a word of ours
    "INSERT INTO plain_extent SELECT count(DISTINCT incident), count(*), count(*) + coalesce(sum(rating != ''), 0),"
    " count(*), nullif(max(edtf), '') FROM plain_claims",
)
DIFFERS = " OR ".join(f"new.{name} != old.{name}" for name in COLUMNS if name != "line")
JOINED = "main.plain_claims new JOIN old.plain_claims old USING (id)"
DIFFERENCES = {
    "added": "SELECT count(*) FROM main.plain_claims WHERE id NOT IN (SELECT id FROM old.plain_claims)",
    "removed": "SELECT count(*) FROM old.plain_claims WHERE id NOT IN (SELECT id FROM main.plain_claims)",
    "changed": f"SELECT count(*) FROM {JOINED} WHERE {DIFFERS}",  # noqa: S608  columns of ours
}


@dataclass(frozen=True, slots=True)
class SealedClaims:
    """``path`` is None where nothing was to be kept; ``changes``: claims added, removed, changed."""

    path: Path | None
    claims: int
    changes: dict[str, int]
    undated: tuple[int, ...]
    """Lines with a date that could not be read; the first hundred."""


def seal_claims(
    home: Path,
    file: Path,
    corpus_id: str,
    old: Path | None = None,
    *,
    keep: bool = True,
    step: Callable[[int], object] = lambda _: None,
) -> SealedClaims:
    """Seal a file of claims. ``old``: the release that is shown now. Raises CorpusError, ReleaseError."""
    with one_writer(home), part_in(releases(home)) as part:
        try:
            claims, undated = _fill(part, file, corpus_id, step)
        except sqlite3.Error as error:
            raise ReleaseError(f"could not be written: {error}; nothing has changed") from error
        changes = _changes(part, old) or {"added": claims, "removed": 0, "changed": 0}
        return SealedClaims(name_by_content(part, releases(home)) if keep else None, claims, changes, undated)


def is_plain(path: Path) -> bool:
    """Whether a release is one of plain claims."""
    with open_sealed(path) as connection:
        return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'plain_claims'").fetchone())


def _fill(part: Path, file: Path, corpus_id: str, step: Callable[[int], object]) -> tuple[int, tuple[int, ...]]:
    with fresh_file(part) as connection:
        for table in (*TABLES, NAMED):
            connection.execute(table)
        claims, undated = _insert(connection, file, step)
        for statement in SUMS:
            connection.execute(statement)
        _describe(connection, corpus_id)
    return claims, undated


def _insert(connection: sqlite3.Connection, file: Path, step: Callable[[int], object]) -> tuple[int, tuple[int, ...]]:
    problems: list[Problem] = []
    undated: list[int] = []
    count = 0
    for read in _lines(file, step):
        problem = read if isinstance(read, Problem) else _insert_one(connection, read, shown(file))
        if problem:
            problems.append(problem)
        elif isinstance(read, PlainClaim):
            count += 1
            if read.date and not read.edtf and len(undated) < MOST_PROBLEMS:
                undated.append(read.line)
        if len(problems) >= MOST_PROBLEMS:
            break
    problems += _merged(connection, shown(file)) if not problems else ()
    if not problems and not count:
        problems.append(Problem(shown(file), 1, 'holds no claim; write one a line: {"id": ..., "text": ...}'))
    if problems:
        raise CorpusError(problems)
    return count, tuple(undated)


def _lines(file: Path, step: Callable[[int], object]) -> Iterator[PlainClaim | Problem]:
    try:
        yield from read_lines(file, step)
    except OSError as error:
        yield Problem(shown(file), 1, f"could not be read: {error.strerror}; see to the file")


def _insert_one(connection: sqlite3.Connection, claim: PlainClaim, name: str) -> Problem | None:
    try:
        connection.execute(INSERT, _row(claim))
    except sqlite3.IntegrityError:
        (first,) = connection.execute("SELECT line FROM plain_claims WHERE id = ?", (claim.id,)).fetchone()
        return Problem(name, claim.line, f'id "{claim.id}" stands on line {first} already; give each claim its own')
    if claim.incident == claim.id and not claim.alone:
        connection.execute("INSERT INTO named_itself VALUES (?)", (claim.line,))
    return None


def _merged(connection: sqlite3.Connection, name: str) -> list[Problem]:
    """Claims that name no incident, and would stand on the card of one that happens to be called like them."""
    cure = "give it an incident of its own, or name that one"
    return [
        Problem(name, line, f'names no incident, but line {other} has its id "{id}" as incident; {cure}')
        for line, id, other in connection.execute(MERGED, (MOST_PROBLEMS,))
    ]


def _describe(connection: sqlite3.Connection, corpus_id: str) -> None:
    found = connection.execute("SELECT DISTINCT lang FROM plain_claims WHERE lang != '' ORDER BY lang")
    header = Header(
        id=corpus_id,
        title=corpus_id,
        languages=tuple(lang for (lang,) in found),
        maintainer="not stated",
        licence="not stated",
        criteria="Every claim of the file that was loaded.",
    )
    Database(connection, execute_plugins=False).create_table("corpus", columns(Header), pk="id").insert(to_row(header))


def _changes(part: Path, old: Path | None) -> dict[str, int]:
    """Against the release that is shown now; nothing where there is none of plain claims, or none that can be read."""
    try:
        if old is None or not is_plain(old):
            return {}
        with open_sealed(part) as connection:
            connection.execute("ATTACH ? AS old", (address(old),))
            return {word: connection.execute(question).fetchone()[0] for word, question in DIFFERENCES.items()}
    except sqlite3.Error:
        return {}
