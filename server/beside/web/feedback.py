"""What readers report about a card. Comes in: a report. Goes out: it, kept in people.db; the list of them.

Kept: which card of which release, what is wrong with it, the reader's own note, the day. Of the page nothing, but one
sentence where the reader said so. Who reported, from which page, and at what time of day is not kept.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlite_utils import Database
from sqlite_utils.db import Table

from ..home import Home

KINDS = ("wrong_incident", "wrong_side", "outdated", "missing_account", "wording", "other")
# Ids are drawn by chance, and the rows lie in their order: a rowid would count them as they came.
TABLE = """create table feedback (
    id text primary key, day text not null, corpus text not null, incident text not null, release text not null,
    kind text not null, note text not null, fragment text
) without rowid"""
KEEP = "insert into feedback values (:id, :day, :corpus, :incident, :release, :kind, :note, :fragment)"
COPY = """insert into feedback
    select id, day, corpus, incident, release, kind, note, fragment from feedback_as_it_came order by id"""


@dataclass(frozen=True, slots=True)
class Report:
    """What a reader says of a card. ``fragment``: a sentence of the page, kept with the reader's consent, or None."""

    corpus: str
    incident: str
    release: str
    kind: str
    note: str = ""
    fragment: str | None = None


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as it is kept."""

    id: str
    day: str
    corpus: str
    incident: str
    release: str
    kind: str
    note: str
    fragment: str | None


class Feedback:
    """All reports of a home; safe to call from many threads, and from two programs at once."""

    def __init__(self, home: Home) -> None:
        self._home = home
        home.people.touch(mode=0o600)
        with closing(Database(home.people)) as database:
            database.enable_wal()
        self._make_table()

    def keep(self, report: Report) -> None:
        """Keep a report, with the day and no finer time."""
        row = {"id": secrets.token_hex(4), "day": datetime.now(UTC).date().isoformat(), **asdict(report)}
        with self._table() as table:
            table.db.execute(KEEP, row)

    def kept(self) -> tuple[KeptReport, ...]:
        """Every report; within a day in no order that would tell when it came."""
        with self._table() as table:
            return tuple(KeptReport(**row) for row in table.rows_where(order_by="day, id"))

    def remove(self, report_id: str) -> bool:
        """Remove a report for good; whether there was one."""
        with self._table() as table:
            before = table.count
            table.delete_where("id = ?", [report_id])
            return table.count < before

    def _make_table(self) -> None:
        """The table, made once. One of an older form is copied in the order of its ids, and overwritten."""
        with closing(sqlite3.connect(self._home.people, timeout=5, isolation_level=None)) as connection:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("begin immediate")  # of two programs that start at once, one makes it
            form = connection.execute("select sql from sqlite_master where name = 'feedback'").fetchone()
            old = form is not None and "without rowid" not in form[0].lower()
            if old:
                connection.execute("alter table feedback rename to feedback_as_it_came")
            if old or form is None:
                connection.execute(TABLE)
            if old:
                connection.execute(COPY)
                connection.execute("drop table feedback_as_it_came")
            connection.execute("commit")

    @contextmanager
    def _table(self) -> Iterator[Table]:
        with closing(sqlite3.connect(self._home.people, timeout=5)) as connection, connection:
            connection.execute("PRAGMA secure_delete = ON")  # what is removed is overwritten, too
            yield Database(connection).table("feedback")
