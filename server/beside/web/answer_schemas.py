"""The forms of what is answered, for the OpenAPI document. A test holds every answer to them. Comes in: nothing.

Other keys may be added to any object later; none will go or change its meaning.
"""

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


class PlaceSchema(Answered):
    """Where an incident is said to have happened."""

    name = text()
    precision = text()
    basis = text()


class SpeakerSchema(Answered):
    """Who speaks, as the source names them."""

    agent = text()
    name = text()
    role = text()


class SelectorSchema(Answered):
    """A quoted phrase of a document, with its surroundings; offsets in code points."""

    exact = text()
    prefix = text()
    suffix = text()
    start = number()
    end = number()


class QuantitySchema(Answered):
    """A number that somebody gave."""

    what = text()
    comparator = text()
    value = fields.Float(required=True)
    unit = text()
    verbatim = text()
    as_of = fields.String()


class AccountSchema(Answered):
    """A statement as a card shows it. ``on_page`` only where a page was read: found, not found, null: not told."""

    statement = text()
    claim = text()
    speaker = fields.Nested(SpeakerSchema, required=True)
    stance = text()
    act = text()
    hedge = text()
    hedge_words = text()
    says = text()
    passage = fields.Nested(SelectorSchema, required=True)
    voice = text()
    relay = many(fields.String())
    said = fields.Nested(WhenSchema, required=True)
    document = text()
    quantities = many(QuantitySchema)
    link = text(allow_none=True)
    graphic = fields.Boolean(required=True)
    on_page = fields.Boolean(allow_none=True)


class ClaimSchema(Answered):
    """One neutral proposition."""

    kind = text()
    text = text()
    background = fields.Boolean()


class DocumentSchema(Answered):
    """One publication that statements were taken from."""

    outlet = text(allow_none=True)
    outlet_name = text(allow_none=True)
    outlet_basis = text()
    published = fields.Nested(WhenSchema, required=True)
    language = text()
    url = text(allow_none=True)
    sha256 = text()


class RelationSchema(Answered):
    """An edge between claims or statements."""

    source = text(data_key="from")
    type = text()
    to = many(fields.String())
    differs_in = fields.String(data_key="in")


class ParallelSchema(Answered):
    """Another incident with an allegation of the same kind; it answers nothing."""

    corpus = text()
    incident = text()
    title = text()
    relation = text()


class StateSchema(Answered):
    """The state of the accounts, computed: contested, one_alignment or several_voices."""

    accounts = text()
    statements = number()
    documents = number()
    investigated_by = many(fields.String())
    not_verified_by = many(fields.String())
    no_account_from = many(fields.String())


class CardSchema(Answered):
    """Everything on record about one incident."""

    corpus = text()
    incident = text()
    permalink = text()
    slug = text()
    kind = text()
    title = text()
    when = fields.Nested(WhenSchema, required=True)
    where = many(PlaceSchema)
    graphic = fields.Boolean(required=True)
    state = fields.Nested(StateSchema, required=True)
    accounts = many(AccountSchema)
    claims = by_id(ClaimSchema)
    documents = by_id(DocumentSchema)
    agents = by_id(fields.String())
    relations = many(RelationSchema)
    wordings = many(fields.List(fields.String()))
    parallel = many(ParallelSchema)
