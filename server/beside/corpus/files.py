"""The files of a corpus folder, read with suspicion.

Comes in: the path of a folder. Goes out: its TOML files, each knowing where its keys stand, and what could not be read.
"""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import values
from .lines import Path as Key
from .lines import find_lines, line_of
from .problems import CorpusError, Problem

MAX_BYTES = 16 * 2**20
SINGLE = ("corpus", "agents", "documents", "relations")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """One file: ``name`` as errors show it, ``kind`` as ``forms`` calls it, ``stem`` its name without ``.toml``."""

    name: str
    kind: str
    stem: str
    data: Mapping[str, Any]
    lines: Mapping[Key, int]

    def problem(self, path: Key, message: str) -> Problem:
        """A problem with what stands at ``path``."""
        key = ".".join(part for part in path if isinstance(part, str))
        return Problem(self.name, line_of(self.lines, path), f"{key} {message}".lstrip())


@dataclass(frozen=True, slots=True)
class TomlPath:
    """A file that is to be read, and as what."""

    path: Path
    kind: str


def find(folder: Path) -> tuple[list[TomlPath], list[Problem]]:
    """The files that make up a corpus, incidents by name, and what should not be there or is missing."""
    if not folder.is_dir():
        raise CorpusError([_whole(folder, "is no folder; name the folder that holds corpus.toml")])
    if not os.path.lexists(folder / "corpus.toml"):
        raise CorpusError(
            [_whole(folder, "holds no corpus.toml; name a folder in the form of docs/loading-a-corpus.md")]
        )
    problems = list(_strays(folder))
    found = []
    for kind in SINGLE:
        path = folder / f"{kind}.toml"
        if os.path.lexists(path):
            found.append(TomlPath(path, kind))
        else:
            problems.append(_whole(path, "is missing; add it, and leave it empty if there is nothing to say"))
    incidents = [TomlPath(path, "incident") for path in _list(folder / "incidents") if path.suffix == ".toml"]
    if not incidents:
        problems.append(_whole(folder / "incidents", "holds no incident; add incidents/<id>.toml"))
    return found + incidents, problems


def read(file: TomlPath) -> TomlFile:
    """Read one file. Raises CorpusError with the line where that is known."""
    text = read_text(file.path)
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise CorpusError([_whole(file.path, "is nested too deeply; write it flat")]) from None
    except ValueError as error:
        raise CorpusError([_syntax(file.path, text, str(error))]) from None
    return TomlFile(shown(file.path), file.kind, file.path.stem, data, find_lines(text))


def read_text(path: Path) -> str:
    """The text of a file, nothing changed. Raises CorpusError if it is not a sound text file."""
    return decode(path, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file that is not too large."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # before it is opened: a pipe would wait for ever
            raise CorpusError([_whole(path, "is not a file; put a file here")])
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CorpusError([_whole(path, f"could not be read: {error.strerror}; see to the file")]) from None
    if len(content) > MAX_BYTES:
        raise CorpusError([_whole(path, f"is larger than {MAX_BYTES // 2**20} MiB; divide it")])
    return content


def decode(path: Path, content: bytes) -> str:
    """Bytes as UTF-8, and nothing else. Raises CorpusError with the line of the first bad byte."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CorpusError([Problem(shown(path), line, "is not UTF-8 text; save it as UTF-8")]) from None
    if text.startswith("\ufeff") and path.suffix == ".toml":
        raise CorpusError([_whole(path, "begins with a byte order mark; save it as UTF-8 without one")])
    return text


def shown(path: Path) -> str:
    """A path as errors show it: also when the file system holds a name that is not text."""
    return str(path).encode("utf-8", "backslashreplace").decode().replace("\n", "\\n")


def _whole(path: Path, message: str) -> Problem:
    return Problem(shown(path), 1, message)


def _syntax(path: Path, text: str, error: str) -> Problem:
    place = re.search(r" \(at line (\d+), column (\d+)\)$", error)
    line = int(place[1]) if place else max(1, text.count("\n"))
    message = error[: place.start()] if place else error
    return Problem(shown(path), line, f"is not TOML: {message[:200]}; mend the syntax")


def _list(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.is_dir() else []


def _strays(folder: Path) -> Iterator[Problem]:
    """What nobody would read: a misspelt file must not vanish in silence."""
    for path in _list(folder):
        if path.suffix == ".toml" and path.stem not in SINGLE:
            yield _whole(path, f"is none of {', '.join(f'{kind}.toml' for kind in SINGLE)}; rename it or move it away")
    for path in _list(folder / "incidents"):
        if path.suffix != ".toml":
            yield _whole(path, "is no incident; name it <id>.toml or move it away")
        elif wrong := values.slug(path.stem):
            yield _whole(path, f"file name {wrong}: it is the incident's id")
