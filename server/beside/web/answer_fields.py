"""What the forms of answers are made of: fields that are always there, dates, speakers. Comes in: nothing."""

from __future__ import annotations

from typing import Any

from marshmallow import EXCLUDE, Schema, fields


class Answered(Schema):
    """An object of an answer."""

    class Meta:
        """Which leaves room for keys to come."""

        unknown = EXCLUDE


def text(**options: Any) -> fields.String:
    """A string that is always there."""
    return fields.String(required=True, **options)


def number(**options: Any) -> fields.Integer:
    """A whole number that is always there."""
    return fields.Integer(required=True, strict=True, **options)


def many(item: Any) -> fields.List[Any]:
    """A list that is always there."""
    return fields.List(fields.Nested(item) if isinstance(item, type) else item, required=True)


def by_id(item: Any) -> fields.Dict:
    """An object whose keys are ids."""
    return fields.Dict(
        keys=fields.String(), values=fields.Nested(item) if isinstance(item, type) else item, required=True
    )


class WhenSchema(Answered):
    """A date as EDTF, and where it comes from."""

    edtf = text()
    basis = text()
    time = fields.String()
    what = fields.String()


class SpeakerSchema(Answered):
    """Who speaks, as the source names them."""

    agent = text()
    name = text()
    role = text()
