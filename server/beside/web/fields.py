"""The fields that requests are made of, each with its range. Comes in: one value. Goes out: it, or what is wrong.

Messages are fixed sentences: a value that was sent is never quoted back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from edtf import parse_edtf
from marshmallow import ValidationError, fields, validate

from ..model import MAX_BLOCKS, MAX_CODE_POINTS, TREE_HINTS

MAX_NUMBER = 1_000_000
EARLIEST, LATEST = date(1000, 1, 1), date(2999, 12, 31)  # no page is older or younger, and dates can be reckoned with
TAG = r"[a-z][a-z0-9]{0,31}"
ID = r"[a-z0-9][a-z0-9-]{0,99}"
LANGUAGE = r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}"
EDTF_LETTERS = r"[0-9XYESWTZ?~%/.:+-]{1,60}"


def messages(wanted: str) -> dict[str, str | list[Any] | dict[Any, Any]]:
    """Every message a field of ours can give."""
    return {"invalid": wanted, "null": wanted, "too_large": wanted, "required": "is needed"}


class Matches(validate.Validator):
    """The whole string has a form."""

    def __init__(self, pattern: str, wanted: str) -> None:
        self.regex = re.compile(f"^(?:{pattern})$", re.ASCII)  # the name and form that apispec looks for
        self.wanted = wanted

    def __call__(self, value: str) -> str:
        """The value, if it has the form."""
        if not self.regex.fullmatch(value):
            raise ValidationError(self.wanted)
        return value


class OneOf(validate.OneOf):
    """One word of a list, which the message names."""

    def __init__(self, choices: Iterable[str]) -> None:
        known = tuple(choices)
        super().__init__(known, error=f"must be one of {', '.join(known)}")


class Filled(validate.Length):
    """At least one code point."""

    def __init__(self) -> None:
        super().__init__(min=1, error="must not be empty")


def no_nul(value: str) -> str:
    """Text without U+0000, which nothing that is written for people holds."""
    if "\x00" in value:
        raise ValidationError("must not hold the character U+0000")
    return value


def _is_day_or_span(value: str) -> bool:
    try:
        parsed = parse_edtf(value)
        ends = [end for end in (parsed.lower_strict(), parsed.upper_strict()) if not isinstance(end, float)]
        return all(EARLIEST <= date(end.tm_year, end.tm_mon, end.tm_mday) <= LATEST for end in ends)
    except Exception:  # the library raises its own errors, pyparsing's and many of Python's
        return False


def edtf(value: str) -> str:
    """A date as EDTF has it, no more precise than it is known."""
    if not re.fullmatch(EDTF_LETTERS, value, re.ASCII) or not _is_day_or_span(value):
        raise ValidationError("must be a date in EDTF, such as 2022-11-21 or 2022-11")
    return value


def hint_words(value: str) -> str:
    """Words of the fixed list, so that no name of the page travels."""
    if value and not TREE_HINTS.issuperset(value.split(" ")):
        raise ValidationError("must hold words of the fixed list only")
    return value


def longest(limit: int, of: str) -> validate.Length:
    """At most so many."""
    return validate.Length(max=limit, error=f"must hold at most {limit} {of}")


def words(*checks: Callable[[str], Any], limit: int = MAX_CODE_POINTS, **options: Any) -> fields.String:
    """A string field."""
    checked: list[Callable[[Any], Any]] = [longest(limit, "code points"), no_nul, *checks]
    return fields.String(validate=checked, error_messages=messages("must be a string"), **options)


def whole(low: int, high: int, **options: Any) -> fields.Integer:
    """A whole number field; true, false and 41.0 are none."""
    limits = validate.Range(low, high, error=f"must be from {low} to {high}")
    return fields.Integer(strict=True, validate=limits, error_messages=messages("must be a whole number"), **options)


class TrueOrFalse(fields.Field[bool]):
    """true or false, and nothing that only looks like it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(error_messages=messages("must be true or false"), **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid")
        return value


class ShortList(fields.List[Any]):
    """A list whose length is looked at before its items are: a million of them cost nothing."""

    def __init__(self, item: fields.Field[Any], limit: int = MAX_BLOCKS, **options: Any) -> None:
        self.length = longest(limit, "items")
        super().__init__(item, error_messages=messages("must be a list"), validate=self.length, **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> list[Any]:
        if isinstance(value, list):
            self.length(value)
        return super()._deserialize(value, attr, data, **kwargs)


class TreeNode(fields.Tuple):
    """``[tag, parent, hint]``: one node of the bare skeleton."""

    def __init__(self) -> None:
        parts = (
            words(Matches(TAG, "must be a tag in lower case")),
            whole(-1, MAX_BLOCKS),
            words(hint_words, limit=200),
        )
        super().__init__(parts, error_messages=messages("must be [tag, parent, hint]"))
        self.validate_length = validate.Length(equal=3, error="must be [tag, parent, hint]")
