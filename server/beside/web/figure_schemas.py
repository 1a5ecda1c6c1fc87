"""The forms of figures, for the OpenAPI document. A test holds every answer to them. Comes in: nothing."""

from __future__ import annotations

from marshmallow import fields

from .answer_fields import Answered, SpeakerSchema, WhenSchema, many, number, text


class GivenNumberSchema(Answered):
    """A number of an account. ``on_page`` only where a page was read: the account was found in it, or not; null."""

    statement = text()
    comparator = text()
    value = fields.Float(required=True)
    verbatim = text()
    as_of = fields.String()
    said = fields.Nested(WhenSchema, required=True)
    speaker = fields.Nested(SpeakerSchema, required=True)
    on_page = fields.Boolean(allow_none=True)


class PageNumberSchema(Answered):
    """The page's own number for it: in its words, and which of the card's evidence holds it."""

    comparator = text()
    value = fields.Float(required=True)
    exact = text()
    evidence = number()


class PartSchema(Answered):
    """A number that a sum is made of."""

    statement = text()
    what = text()
    value = fields.Float(required=True)


class SumSchema(Answered):
    """A total and its parts, as one speaker gives them in one document, and whether they add up."""

    total = fields.Nested(PartSchema, required=True)
    parts = many(PartSchema)
    sum = fields.Float(required=True)
    adds_up = fields.Boolean(required=True)


class FigureSchema(Answered):
    """All numbers given for one quantity, in the order of accounts; never a best estimate."""

    what = text()
    unit = text()
    given = many(GivenNumberSchema)
    page = many(PageNumberSchema)
    sums = many(SumSchema)
