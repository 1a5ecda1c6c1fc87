"""What a new corpus changes of the one that is published. Comes in: two corpora. Goes out: ids, kind by kind."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Corpus
from .records import KINDS, Records, flatten


@dataclass(frozen=True, slots=True)
class Change:
    """The ids of one kind (incidents, claims ...) that were added, removed or changed."""

    kind: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


def compare(old: Corpus | None, new: Corpus) -> tuple[Change, ...]:
    """Every kind in which something differs; an incident has not changed because a claim of it has."""
    before, after = flatten(old) if old else None, flatten(new)
    changes = (_compare(kind, _by_id(before, kind), _by_id(after, kind)) for kind in KINDS if old or kind != "corpus")
    return tuple(change for change in changes if change)


def _compare(kind: str, old: dict[str, object], new: dict[str, object]) -> Change | None:
    added = tuple(id for id in new if id not in old)
    removed = tuple(id for id in old if id not in new)
    changed = tuple(id for id in new if id in old and old[id] != new[id])
    return Change(kind, added, removed, changed) if added or removed or changed else None


def _by_id(records: Records | None, kind: str) -> dict[str, object]:
    return {_id(record): record for record in getattr(records, kind, ())}


def _id(record: object) -> str:
    """A relation has no id: it is what it joins."""
    return str(getattr(record, "id", record))
