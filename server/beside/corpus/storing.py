"""The folders of releases and pointers, written so that a kill at any moment loses nothing and shows nothing half.

Comes in: a home and what is to be written. Goes out: files that are there whole, on the disk, or not at all.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path

PATIENCE = 60.0  # seconds that a second load waits for the first


class ReleaseError(Exception):
    """A release cannot be written, read or published; the message says why and what to do."""


def releases(home: Path) -> Path:
    """Where sealed releases lie, in the data folder ``home``."""
    return _made(home / "releases")


def current(home: Path) -> Path:
    """Where a file for each published corpus points to its release."""
    return _made(home / "current")


@contextlib.contextmanager
def one_writer(home: Path) -> Iterator[None]:
    """Write alone, and clear what a killed writer has left. The lock dies with its holder, on every system."""
    try:
        with contextlib.closing(sqlite3.connect(releases(home) / ".lock", PATIENCE, isolation_level=None)) as lock:
            lock.execute("BEGIN EXCLUSIVE")
            for folder in (releases(home), current(home)):
                for left in folder.glob(".*.part"):
                    left.unlink()
            yield
    except (OSError, sqlite3.Error) as error:
        raise ReleaseError(f"could not be written: {error}; nothing has changed, see to it and load again") from error


@contextlib.contextmanager
def part_in(folder: Path) -> Iterator[Path]:
    """The path of a file to write; it is gone afterwards unless ``put`` gave it its name."""
    part = folder / f".{secrets.token_hex(8)}.part"
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def put(part: Path, path: Path, mode: int) -> None:
    """Bring a finished file to the disk, then to its name, in one step."""
    _sync(part, os.O_RDWR)
    part.chmod(mode)
    os.replace(part, path)
    if hasattr(os, "O_DIRECTORY"):  # Windows brings names to the disk by itself
        _sync(path.parent, os.O_RDONLY | os.O_DIRECTORY)


def address(path: Path) -> str:
    """A sealed file as SQLite opens it: read-only, without a lock or a trace."""
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1"


@contextlib.contextmanager
def open_sealed(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a sealed file."""
    with contextlib.closing(sqlite3.connect(address(path), uri=True)) as connection:
        yield connection


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
