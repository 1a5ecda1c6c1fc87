"""Checks of single values. Each takes what the file has and returns what is wrong and what to do, or None.

Comes in: a value as tomllib gives it. Goes out: a message that follows the name of the key, or None.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

Check = Callable[[object], str | None]

BIGGEST = 2**53  # what JSON readers in a browser still hold exactly

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_KEY = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_LINES = re.compile(r"([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?", re.ASCII)
_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][^\s\\<>\"\x00-\x1f]*)?", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_KINDS = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}


def show(value: object) -> str:
    """A value as an error names it, cut to what a line can hold."""
    text = repr(value) if not isinstance(value, str) else '"' + value.encode("unicode_escape").decode() + '"'
    return text if len(text) <= 60 else text[:57] + "..."


def wrong_type(value: object, wanted: str) -> str:
    """That a value is of another type than the key holds."""
    return f"must be {wanted}, not {_KINDS.get(type(value), 'a date or time')}"


def quoted(value: object) -> str | None:
    """Text of a source, as it stands there: may be empty, may begin with a space."""
    if not isinstance(value, str):
        return wrong_type(value, "text in quotation marks")
    if _CONTROL.search(value):
        return "holds a control character; take it out"
    return None


def text(value: object) -> str | None:
    """Text that says something."""
    if wrong := quoted(value):
        return wrong
    return None if str(value).strip() else "is empty; write something or leave the key out"


def proposition(value: object) -> str | None:
    """A claim's text: nobody's voice."""
    if wrong := text(value):
        return wrong
    return None if str(value).startswith("Whether ") else 'must begin with "Whether "; word it as an open question'


def flag(value: object) -> str | None:
    """A true or false."""
    return None if isinstance(value, bool) else wrong_type(value, "true or false")


def whole(value: object) -> str | None:
    """A whole number from 0."""
    if not isinstance(value, int) or isinstance(value, bool):
        return wrong_type(value, "a whole number")
    return None if 0 <= value <= BIGGEST else f"is out of range: {show(value)}; use a number from 0 to 2^53"


def number(value: object) -> str | None:
    """Any number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return wrong_type(value, "a number")
    return None if math.isfinite(value) and abs(value) <= BIGGEST else f"is out of range: {show(value)}"


def one_of(*words: str) -> Check:
    """A word of a closed list."""

    def check(value: object) -> str | None:
        if not isinstance(value, str):
            return wrong_type(value, "text in quotation marks")
        return None if value in words else f"{show(value)} is not on the list; use one of: {', '.join(words)}"

    return check


def _matching(pattern: re.Pattern[str], longest: int, hint: str) -> Check:
    def check(value: object) -> str | None:
        if not isinstance(value, str):
            return wrong_type(value, "text in quotation marks")
        good = len(value) <= longest and pattern.fullmatch(value)
        return None if good else f"{show(value)} is not well formed; {hint}"

    return check


slug = _matching(_ID, 80, "use lower case letters, digits and single hyphens")
key = _matching(_KEY, 80, "use letters, digits and single hyphens")
language = _matching(_LANGUAGE, 12, "use a language tag such as en, uk, ru or uk-Latn")
sha256 = _matching(_SHA256, 64, "give the SHA-256 as 64 lower case hex digits")
url = _matching(_URL, 2000, "give an http or https address without user name")


def lines(value: object) -> str | None:
    """A line number or a range of them."""
    match = _LINES.fullmatch(value) if isinstance(value, str) else None
    if match and int(match[2] or match[1]) >= int(match[1]):
        return None
    return f'{show(value)} is no line; use text such as "7" or "9-10", counted from 1'
