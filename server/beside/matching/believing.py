"""What a worker states, before it is believed. Comes in: facts, reasons as sent. Goes out: plain ones, or ValueError.

A stranger's code lives in the process that speaks for it, and may write to the pipe itself. So facts must have the form
that ours gives them. A reason is kept and shown to whoever reads next, and could hold words of a page: only the forms
that are listed here pass, with numbers and with names that this process knows already.
"""

from __future__ import annotations

import builtins
import http.client
import json
import re
import sqlite3
import ssl
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .declared import VERSION
from .forbidden import NETWORK, SIGNALS, STARTS, WRITES

KNOWN_LIBRARIES = (http.client, json, sqlite3, ssl, struct, zlib)  # an author is told of their errors by name
SETTING = ("name", "type", "default", "help", "stated", "per_corpus")
MOST_SETTINGS, LONGEST = 100, 400
REFUSED = "|".join((NETWORK, SIGNALS, STARTS, WRITES))
FORMS = re.compile(
    r"raised (?P<error>\w{1,80})(?P<line> in line \d{1,6})?"
    r"|gave a (?P<given>\w{1,80}) where a Match belongs"
    r"|gave a value that JSON cannot hold"
    r"|gave more than [\d,]{1,9} matches for a page"
    r"|over \d{1,9} ms of processor time (for a page|between pages)"
    r"|over its memory limit"
    rf"|({REFUSED})( and ({REFUSED}))*, which is refused"
    r"|answered (with status \d{3}|with more than \d{1,9} bytes|with what is no JSON|with what is no match)"
    r"|answered without a list of matches",
    re.ASCII,
)
UNKNOWN = "failed in words that are not passed on"


def believed_facts(told: Mapping[str, Any], names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """What these matchers say of themselves, of each and of no other. Raises ValueError."""
    names = set(names)
    if set(told) != names:
        raise ValueError("facts of others")
    return {name: _fact(told[name]) for name in names}


def believed_readiness(told: Mapping[str, Any], names: Iterable[str]) -> tuple[set[str], dict[str, str]]:
    """Who of these is ready, and why others are not. Raises ValueError."""
    names, ready = set(names), set(told["ready"])
    errors = {name: plain(_is(str, why)) for name, why in told["errors"].items()}
    if not ready | set(errors) <= names:
        raise ValueError("readiness of others")
    return ready, errors


def believed_reason(told: str) -> str:
    """Why a matcher failed, in a form of ours."""
    form = FORMS.fullmatch(told)
    if not form:
        return UNKNOWN
    if (error := form["error"]) and error not in set(_known_errors(BaseException)):
        return f"raised an error of its own{form['line'] or ''}"
    if (given := form["given"]) and not isinstance(getattr(builtins, given, None), type) and given != "NoneType":
        return "gave an object of its own where a Match belongs"
    return told


def plain(text: str, most: int = LONGEST) -> str:
    """A text that does nothing to those beside it: one line, no marks of direction, and short."""
    return "".join(letter if letter.isprintable() else " " for letter in text[:most])


def _fact(told: Mapping[str, Any]) -> dict[str, Any]:
    version = _is(str, told["version"])
    if not VERSION.fullmatch(version) and (version or "error" not in told):
        raise ValueError("a version that is none")
    settings = _is(list, told["settings"])[:MOST_SETTINGS]
    fact = {
        "version": version,
        "reads_leads": _is(bool, told["reads_leads"]),
        "budget_ms": _is(int, told["budget_ms"]),
        "about": plain(_is(str, told["about"])),
        "settings": [{key: plain(_is(str, setting[key])) for key in SETTING} for setting in settings],
    }
    return {**fact, "error": plain(_is(str, told["error"]))} if "error" in told else fact


def _is(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise ValueError("a value of another kind")
    return value


def _known_errors(kind: type[BaseException]) -> Iterator[str]:
    """The names of all errors that the host itself knows."""
    yield kind.__name__
    for below in type.__subclasses__(kind):
        yield from _known_errors(below)
