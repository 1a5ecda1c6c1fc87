"""The forms of what is answered, for the OpenAPI document. A test holds every answer to them. Comes in: nothing.

Other keys may be added to any object later; none will go or change its meaning.
"""

from __future__ import annotations

from marshmallow import fields

from .answer_fields import Answered, SpeakerSchema, WhenSchema, by_id, many, number, text
from .figure_schemas import FigureSchema


class PlaceSchema(Answered):
    """Where an incident is said to have happened."""

    name = text()
    precision = text()
    basis = text()


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
    """A statement as a card shows it. Only where a page was read, and null where that can't be told:

    ``on_page``, found in it or not; ``after_page``, said after it was published, on a day the source names, or not.
    """

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
    after_page = fields.Boolean(allow_none=True)


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
    slug = text()
    title = text()
    relation = text()
    permalink = text()
    when = fields.Nested(WhenSchema, required=True)
    where = many(PlaceSchema)
    translated = fields.String()


class StateSchema(Answered):
    """The state of the accounts, computed: contested, one_alignment or several_voices."""

    accounts = text()
    statements = number()
    documents = number()
    investigated_by = many(fields.String())
    not_verified_by = many(fields.String())
    no_account_from = many(fields.String())


class MissingSchema(Answered):
    """A party with no account in this corpus, of so many documents, to that date; it may have spoken elsewhere."""

    agent = text()
    name = text()
    documents = number()
    to = text(allow_none=True)


class CardSchema(Answered):
    """Everything on record about one incident.

    ``translated``: the language of title, ``when.what``, places, claims and what figures count, where it is not
    ``language``. The same key stands in ``parallel`` for what stands there.
    """

    corpus = text()
    language = text()
    translated = fields.String()
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
    figures = many(FigureSchema)
    missing = many(MissingSchema)
    parallel = many(ParallelSchema)
