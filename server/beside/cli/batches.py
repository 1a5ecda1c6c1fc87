"""The lines of a batch. Comes in: a path, or - for standard input. Goes out: every line that is not empty, numbered."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import click


def numbered_lines(batch: str) -> Iterator[tuple[int, bytes]]:
    """Empty lines are counted and left out; a byte order mark at the start is let pass."""
    with click.open_file(batch, "rb") as lines:
        for number, line in enumerate(lines, 1):
            line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
            if line.strip():
                yield number, line
