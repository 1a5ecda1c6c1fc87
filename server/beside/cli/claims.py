"""A file of plain claims on its way into the store. Comes in: a path. Goes out: a sealed release with its index."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from .. import corpus as room
from ..indexing import index_of

SUFFIXES = (".jsonl", ".ndjson")
NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class LoadedClaims:
    """What is sealed, and how it becomes what is shown. ``sealed.path`` is None in a dry run."""

    home: Path
    corpus_id: str
    sealed: room.SealedClaims
    before: str | None

    def publish(self) -> None:
        """Show it, unless this is a dry run, and say what changes."""
        sealed = self.sealed
        done = "would change"
        if sealed.path:
            room.publish(self.home, self.corpus_id, sealed.path.stem)
            done = "nothing changes" if sealed.path.stem == self.before else f"published as {sealed.path.stem[:8]}"
        changes = ", ".join(f"{count} {word}" for word, count in sealed.changes.items() if count)
        click.echo(f"{self.corpus_id}: {sealed.claims} claims: {done if changes else 'nothing changes'}")
        if changes:
            click.echo(f"  claims: {changes}")


def are_claims(path: Path, format: str | None) -> bool:
    """Whether a path names a file of claims: by what is asked for, else by its name."""
    return format == "claims" or (format is None and path.suffix.casefold() in SUFFIXES and not path.is_dir())


def claims_id(path: Path, wanted: str | None) -> str:
    """The id of the corpus: the one that is wanted, else the file's name made into one."""
    id = wanted if wanted is not None else NOT_IN_AN_ID.sub("-", path.stem.casefold()).strip("-")[:80].strip("-")
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id) or len(id) > 80:
        raise click.ClickException(f"{id!r} is no id of a corpus; give it one of a-z, 0-9 and hyphens: --corpus ID")
    return id


def keep_forms(home: Path, claims: Iterable[str], folders: Iterable[str]) -> None:
    """Refuse what would replace a published corpus by one of the other form. A damaged one may be replaced."""
    claims, folders, published = set(claims), set(folders), room.published(home)
    for id in sorted(claims & folders):
        raise click.ClickException(f"a file and a folder would both be {id}; load the file with another --corpus ID")
    for id in sorted((claims | folders) & published.keys()):
        try:
            plain = room.is_plain(home / "releases" / f"{published[id]}.db")
        except sqlite3.Error:
            continue
        if id in claims and not plain:
            cure = "load the file with another --corpus ID"
            raise click.ClickException(f"{id} is published from a folder; {cure}. Nothing is loaded")
        if id in folders and plain:
            cure = "give the folder another name, and the same as id in its corpus.toml"
            raise click.ClickException(f"{id} is published from a file of plain claims; {cure}. Nothing is loaded")


def load_claims(home: Path, file: Path, corpus_id: str, dry_run: bool) -> LoadedClaims:
    """Seal a file and index it; nothing is shown yet. Raises CorpusError, ReleaseError, OSError."""
    before = room.published(home).get(corpus_id)
    old = home / "releases" / f"{before}.db" if before else None
    old = old if old and old.is_file() else None
    with _bar(_size(file), "Reading") as step:
        sealed = room.seal_claims(home, file, corpus_id, old, keep=not dry_run, step=step)
    if sealed.undated:
        more = f", and {len(sealed.undated) - 1} more" if len(sealed.undated) > 1 else ""
        click.echo(f"{file}:{sealed.undated[0]}: the date could not be read{more}; shown as unknown", err=True)
    if sealed.path:
        with _bar(sealed.claims, "Indexing") as step:
            index_of(room.open_release(sealed.path), step)
    return LoadedClaims(home, corpus_id, sealed, before)


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


@contextlib.contextmanager
def _bar(length: int, label: str) -> Iterator[Callable[[int], object]]:
    """A bar, for a person who watches."""
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield bar.update
