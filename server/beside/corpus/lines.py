"""On which line of a TOML text a key stands; the parser tells lines only for syntax errors.

Comes in: text that tomllib has accepted. Goes out: the line of every table header and key, by path,
where a path is keys and positions: ``("claim", 2, "statement", 0, "passage")``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Path = tuple[str | int, ...]

_PART = r"""(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]\]?")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
# Strings and comments are taken whole, so that a bracket or a line break inside them counts for nothing.
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'{3}.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[][{}]|\n', re.DOTALL
)


def find_lines(text: str) -> dict[Path, int]:
    """The line, counted from 1, of every header and key."""
    lines: dict[Path, int] = {}
    tables: dict[Path, int] = {}
    here: Path = ()
    position, line = 0, 1
    while position < len(text):
        start = position
        if header := _HEADER.match(text, position):
            here, start = _enter(_parts(header[2]), header[1] == "[[", tables), header.end()
            lines.setdefault(here, line)
        elif key := _KEY.match(text, position):
            lines.setdefault(here + _parts(key[1]), line)
            start = key.end()
        end = _end_of_statement(text, start)
        line += text.count("\n", position, end)
        position = end
    return lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of ``path``, or of the nearest thing around it that has one."""
    return next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), 1)


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def _enter(names: Path, repeated: bool, tables: dict[Path, int]) -> Path:
    """The path of the table that a header opens; ``tables`` counts those of each ``[[name]]``."""
    path: Path = ()
    for name in names[:-1]:
        path += (name,)
        if path in tables:
            path += (tables[path] - 1,)
    path += names[-1:]
    if repeated:
        tables[path] = tables.get(path, 0) + 1
        path += (tables[path] - 1,)
    return path


def _end_of_statement(text: str, position: int) -> int:
    depth = 0
    for token in _TOKEN.finditer(text, position):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and depth <= 0:
            return token.end()
    return len(text)
