"""The corpus as a whole: its id is the folder's name, and nothing that was expected has gone missing.

Comes in: all files of a folder. Goes out: problems with corpus.toml.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from . import values
from .files import TomlFile
from .forms import FORMAT
from .located import tables
from .problems import Problem


def check(folder: Path, read: list[TomlFile], *, complete: bool) -> Iterator[Problem]:
    """What corpus.toml says against what is there; without ``complete``, numbers mean nothing."""
    for file in read:
        if file.kind == "corpus":
            yield from _check_name(folder, file)
            if file.data.get("format", FORMAT) != FORMAT:
                yield file.problem(("format",), f"must be {FORMAT}")
            if complete:
                yield from _check_expected(file, _count(read))


def _check_name(folder: Path, file: TomlFile) -> Iterator[Problem]:
    name, id = os.path.basename(os.path.realpath(folder)), file.data.get("id")
    if isinstance(id, str) and id != name:
        yield file.problem(
            ("id",), f"{values.show(id)} is not the folder's name, {values.show(name)}; rename one of them"
        )


def _check_expected(file: TomlFile, held: dict[str, int]) -> Iterator[Problem]:
    expected = file.data.get("expect")
    for kind, least in expected.items() if isinstance(expected, dict) else ():
        if isinstance(least, int) and kind in held and held[kind] < least:
            yield file.problem(
                ("expect", kind), f"is {least}, but the files hold {held[kind]}; find what has gone missing"
            )


def _count(read: list[TomlFile]) -> dict[str, int]:
    incidents = [file.data for file in read if file.kind == "incident"]
    claims = [claim for incident in incidents for _, claim in tables(incident, "claim")]
    return {
        "incidents": len(incidents),
        "claims": len(claims),
        "statements": sum(1 for claim in claims for _ in tables(claim, "statement")),
        "documents": sum(1 for file in read if file.kind == "documents" for _ in tables(file.data, "document")),
    }
