"""Plain claims, one a line of JSON. Comes in: a file. Goes out: PlainClaim(s) and Problem(s), line by line.

The file is never held in memory: it may have a million lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

import orjson

from . import values
from .dates import edtf_date
from .files import shown
from .form import Table, Value, Wrong
from .problems import Problem

MOST_BYTES = 2**20  # of a line
LONGEST = 20_000
BOM = b"\xef\xbb\xbf"
SPOKEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%d.%m.%Y")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PLAIN_ID = re.compile(r"(?!\.{1,2}$)[^\s/\\#?%\x00-\x1f\x7f]{1,200}")


@dataclass(frozen=True, slots=True)
class PlainClaim:
    """A line of the file. ``incident`` is its own id where none is given; ``edtf`` is "" where the date is not read."""

    line: int
    id: str
    text: str
    incident: str
    title: str = ""
    speaker: str = ""
    publisher: str = ""
    date: str = ""
    edtf: str = ""
    lang: str = ""
    url: str = ""
    rating: str = ""
    scale: str = ""
    alone: bool = False
    """Whether the line names no incident; not kept in a release."""


def _id(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return None if value >= 0 else "is below 0; use a number from 0, or text"
    if not isinstance(value, str):
        return values.wrong_type(value, "text or a whole number")
    good = _PLAIN_ID.fullmatch(value)
    return None if good else f"{values.show(value)} is no id; use up to 200 characters, no space, slash, #, ? or %"


def _short(value: object) -> str | None:
    if wrong := values.text(value):
        return wrong
    return None if len(str(value)) <= LONGEST else f"is longer than {LONGEST} characters; cut it to the claim"


_TEXT, _ID = Value(_short), Value(_id)
FORM = Table(
    needs={"id": _ID, "text": _TEXT},
    may={
        "incident": _ID,
        "lang": Value(values.language),
        "url": Value(values.url),
        **dict.fromkeys(("title", "speaker", "publisher", "date", "rating", "scale"), _TEXT),
    },
)


def read_lines(path: Path, step: Callable[[int], object] = lambda _: None) -> Iterator[PlainClaim | Problem]:
    """Every claim and every problem, in order. ``step`` is told how many bytes were read. Raises OSError."""
    name = shown(path)
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), 1):
            step(len(line))
            line = line.removeprefix(BOM) if number == 1 else line
            if line.strip():
                yield from _read(line, number, name)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(MOST_BYTES + 1):
        yield line
        while len(line) > MOST_BYTES and not line.endswith(b"\n"):
            line = file.readline(MOST_BYTES + 1)


def _read(line: bytes, number: int, name: str) -> Iterator[PlainClaim | Problem]:
    if len(line) > MOST_BYTES:
        yield Problem(name, number, f"is longer than {MOST_BYTES // 2**20} MiB; cut it to the claim")
        return
    try:
        data = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        yield Problem(name, number, _unreadable(line, error))
        return
    if not isinstance(data, dict):
        yield Problem(name, number, 'is no object; write {"id": ..., "text": ...}')
        return
    given = {key: value for key, value in data.items() if value is not None}
    wrong = [finding for finding in FORM.examine(given, ()) if isinstance(finding, Wrong)]
    for finding in wrong:
        yield Problem(name, number, f"{finding.path[0]} {finding.message}")
    if not wrong and "rating" in given and "publisher" not in given:
        yield Problem(name, number, 'rating is without a publisher; name in "publisher" whose words it is')
    elif not wrong:
        yield _claim(given, number)


def _unreadable(line: bytes, error: orjson.JSONDecodeError) -> str:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return "is not UTF-8 text; save the file as UTF-8"
    return f"is not JSON: {error.msg.split(':')[0]} (column {error.colno}); write one object a line"


def _claim(given: dict[str, str], number: int) -> PlainClaim:
    own, alone = str(given.pop("id")), "incident" not in given
    incident, edtf = str(given.pop("incident", own)), read_date(given.get("date", ""))
    return PlainClaim(line=number, id=own, incident=incident, edtf=edtf, alone=alone, **given)


@lru_cache(maxsize=100_000)
def read_date(written: str) -> str:
    """A date as EDTF, whether it is written so or as people write it; "" where it cannot be read."""
    words = " ".join(written.split())
    if words[10:11] in ("T", " ") and _DAY.match(words):
        words = words[:10]  # a time of day is more than a card shows
    for form in SPOKEN if not words[:4].isdecimal() else ():
        try:
            return datetime.strptime(words, form).date().isoformat()
        except ValueError:
            continue
    if _DAY.fullmatch(words):  # EDTF's own grammar takes 10 ms a date
        return _calendar(words)
    return "" if edtf_date(words) else words


def _calendar(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        return ""
