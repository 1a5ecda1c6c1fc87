"""A sealed release, opened: its bytes are proven first, then it is read as it is, without a lock or a trace.

Comes in: the path of a release. Goes out: a Release with the very Corpus that was sealed.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from ..model import Release
from .opening_claims import open_claims
from .records import KINDS, Records, assemble
from .rows import from_row
from .sealing import USER_VERSION, digest
from .sealing_claims import is_plain
from .storing import ReleaseError, open_sealed

_AGAIN = "load the corpus again: beside corpus load FOLDER"


def open_release(path: Path) -> Release:
    """Open a release. Raises ReleaseError if it is missing, damaged or of another version."""
    path = Path(path)
    try:
        found = digest(path)
    except OSError as error:
        raise ReleaseError(f"release {path.name} could not be read: {error.strerror}; {_AGAIN}") from None
    if found != path.stem:
        raise ReleaseError(f"release {path.name} is damaged: its bytes are not those that were sealed; {_AGAIN}")
    try:
        _check_version(path)
        return Release(found, path, open_claims(path) if is_plain(path) else assemble(_read(path)))
    except (sqlite3.Error, LookupError, TypeError, ValueError) as error:
        raise ReleaseError(f"release {path.name} is no release of a corpus ({error}); {_AGAIN}") from None


def _check_version(path: Path) -> None:
    with open_sealed(path) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != USER_VERSION:
        raise ReleaseError(f"release {path.name} is of version {version}, not {USER_VERSION}; {_AGAIN}")


def _read(path: Path) -> Records:
    with open_sealed(path) as connection:
        database = Database(connection, execute_plugins=False)
        return Records(**{name: _records(database, name, kind) for name, kind in KINDS.items()})


def _records(database: Database, name: str, kind: type[Any]) -> tuple[Any, ...]:
    return tuple(from_row(kind, row) for row in database.table(name).rows_where(order_by="rowid"))
