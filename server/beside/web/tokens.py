"""Who may call. Comes in: a bearer token and the caller's origin. Goes out: yes or no; new tokens; the list of them.

Tokens of paired extensions are kept as SHA-256 alone, each bound to the origin it was given to.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest

from sqlite_utils import Database
from sqlite_utils.db import Table

from ..home import Home
from .local_token import TokenError, local_token

COLUMNS = {"id": str, "sha256": str, "origin": str, "created": str}


@dataclass(frozen=True, slots=True)
class PairedToken:
    """A token of a paired extension, as it is listed. The token itself is known to the extension alone."""

    id: str
    origin: str
    created: str


class Tokens:
    """All tokens of a home; safe to call from many threads, and from two programs at once. Raises TokenError."""

    def __init__(self, home: Home) -> None:
        self._home = home
        local_token(home)
        home.people.touch(mode=0o600)
        with closing(Database(home.people)) as database:
            database.enable_wal()
            table = database.table("tokens")
            table.create(COLUMNS, pk="id", not_null=set(COLUMNS), if_not_exists=True)
            table.create_index(["sha256"], unique=True, if_not_exists=True)

    def admits(self, token: str | None, origin: str | None, reads: bool = False) -> bool:
        """Whether the token may be used by a caller of that origin. ``reads``: with GET, browsers may send none."""
        if not token:
            return False
        if self._is_local(token):
            return True
        with self._table() as table:
            rows = list(table.rows_where("sha256 = ?", [_digest(token)]))
        return any(row["origin"] == (origin or "") or (reads and origin is None) for row in rows)

    def issue(self, origin: str | None) -> str:
        """A new token for an extension, bound to its origin."""
        token = secrets.token_urlsafe(32)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        row = {"id": secrets.token_hex(4), "sha256": _digest(token), "origin": origin or "", "created": created}
        with self._table() as table:
            table.insert(row)
        return token

    def paired(self) -> tuple[PairedToken, ...]:
        """Every token given to an extension, oldest first."""
        with self._table() as table:
            rows = list(table.rows_where(order_by="created, id"))
        return tuple(PairedToken(row["id"], row["origin"], row["created"]) for row in rows)

    def revoke(self, token_id: str) -> bool:
        """Make a token worthless, at once and for good; whether there was one."""
        with self._table() as table:
            before = table.count
            table.delete_where("id = ?", [token_id])
            return table.count < before

    def _is_local(self, token: str) -> bool:
        try:
            return compare_digest(_digest(token), _digest(local_token(self._home)))
        except TokenError:
            return False

    @contextmanager
    def _table(self) -> Iterator[Table]:
        with closing(sqlite3.connect(self._home.people, timeout=5)) as connection, connection:
            yield Database(connection).table("tokens")


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
