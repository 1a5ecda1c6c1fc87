"""A corpus sealed as one read-only SQLite file, named by the SHA-256 of its bytes.

Comes in: a Corpus. Goes out: a Release. The same corpus gives the same bytes, on any day, in any order of hashing.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from ..model import Corpus, Release
from .records import KINDS, flatten
from .rows import columns, to_row
from .storing import one_writer, part_in, put, releases

USER_VERSION = 1
READ_ONLY = 0o444

_FOREIGN_KEYS = {
    "documents": [("outlet", "agents", "id")],
    "claims": [("incident", "incidents", "id")],
    "statements": [("claim", "claims", "id"), ("speaker", "agents", "id"), ("passage_document", "documents", "id")],
}
# Where SQLite notes which of its versions wrote last: the one thing in the file that is not the corpus.
_WRITER, _ANY_WRITER = 96, (3_040_000).to_bytes(4, "big")


def seal(home: Path, corpus: Corpus) -> Release:
    """Write the corpus as a release, if it is not there yet. Raises ReleaseError."""
    with one_writer(home), part_in(releases(home)) as part:
        with fresh_file(part) as connection:
            _fill(Database(connection, execute_plugins=False), corpus)
        path = name_by_content(part, releases(home))
    return Release(path.stem, path, corpus)


def name_by_content(part: Path, folder: Path) -> Path:
    """Give a finished file the name that its bytes have, unless it is there already."""
    sha256 = digest(part)
    path = folder / f"{sha256}.db"
    if not (path.is_file() and digest(path) == sha256):
        put(part, path, READ_ONLY)
    return path


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def fresh_file(part: Path) -> Iterator[sqlite3.Connection]:
    """A file to fill, such that the same content gives the same bytes."""
    with contextlib.closing(sqlite3.connect(part)) as connection:
        for setting in ("page_size=4096", "auto_vacuum=NONE", "journal_mode=OFF", "synchronous=OFF"):
            connection.execute(f"PRAGMA {setting}")
        yield connection
        connection.execute(f"PRAGMA user_version={USER_VERSION}")
        connection.commit()
    with part.open("r+b") as file:
        file.seek(_WRITER)
        file.write(_ANY_WRITER)


def _fill(database: Database, corpus: Corpus) -> None:
    records = flatten(corpus)
    for name, kind in KINDS.items():
        shape = columns(kind)
        table = database.create_table(
            name, shape, pk="id" if "id" in shape else None, foreign_keys=_FOREIGN_KEYS.get(name, [])
        )
        table.insert_all(to_row(record) for record in getattr(records, name))
