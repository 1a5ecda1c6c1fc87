"""The forms of POST /v1/why. Comes in: nothing. Goes out: what may be asked, and what is answered."""

from __future__ import annotations

from marshmallow import fields

from .answer_fields import Answered, many, number, text
from .fields import words
from .schemas import SHORT, PageSchema


class WhySchema(PageSchema):
    """A page, and optionally of which matcher's matches or of which incident is asked; otherwise of every card."""

    matcher = words(limit=SHORT, load_default=None)
    incident = words(limit=SHORT, load_default=None)


class RefusedSchema(Answered):
    """The nearest incident that has no card, and what told it apart: numbers of the decision, weightiest first."""

    incident = text()
    score = fields.Float(required=True)
    barred = many(fields.String())
    proven = fields.Boolean(required=True)
    apart = many(fields.String())


class HangsOnSchema(Answered):
    """Without ``words`` there is no card, or the matcher says nothing of it; ``how``: smallest sparest enough none."""

    corpus = text()
    incident = text()
    matcher = text(allow_none=True)
    words = many(fields.String())
    how = text()
    readings = number()
    refused = fields.Nested(RefusedSchema, required=True, allow_none=True)


class WhyAnswerSchema(Answered):
    """What the cards of a page hang on."""

    api = number()
    why = many(HangsOnSchema)
