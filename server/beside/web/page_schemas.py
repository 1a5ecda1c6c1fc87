"""The forms of the whole answers, for the OpenAPI document. A test holds every answer to them. Comes in: nothing."""

from __future__ import annotations

from marshmallow import fields

from .answer_fields import Answered, by_id, many, number, text
from .answer_schemas import CardSchema


class ProofSchema(Answered):
    """One thing that page and incident share."""

    kind = text()
    page = text()
    corpus = text()


class BecauseSchema(Answered):
    """Why a sentence of the page counts, and by which matcher; offsets in code points of the block."""

    matcher = text()
    kind = text()
    start = number()
    end = number()
    corpus = text()
    share = fields.Float(required=True)


class ClaimOnPageSchema(Answered):
    """A claim that the sentence carries, and the stance its words take."""

    claim = text()
    stance = text(allow_none=True)


class EvidenceSchema(Answered):
    """A sentence of the page. With html, block, start and end are null: find it by the quote."""

    block = number(allow_none=True)
    start = number(allow_none=True)
    end = number(allow_none=True)
    exact = text()
    prefix = text()
    suffix = text()
    claims = many(ClaimOnPageSchema)
    because = many(BecauseSchema)


class FoundSchema(Answered):
    """How many of the accounts the page itself carries; ``complete``: the whole page was read, by every matcher."""

    accounts = number()
    of = number()
    complete = fields.Boolean(required=True)


class KnownAtSchema(Answered):
    """How many accounts there were when the page was published, how many came after, of how many no date tells."""

    published = text()
    before = number()
    after = number()
    untold = number()


class FoundCardSchema(CardSchema):
    """A card beside a page."""

    band = text()
    score = fields.Float(required=True)
    proof = many(ProofSchema)
    evidence = many(EvidenceSchema)
    found_in_text = fields.Nested(FoundSchema, required=True)
    page_wordings = many(fields.List(fields.Integer()))
    page_places = many(fields.Integer())
    known_at = fields.Nested(KnownAtSchema, required=True, allow_none=True)


class ReadSchema(Answered):
    """What was read of the page."""

    lang = text()
    lang_basis = text()
    published = text(allow_none=True)
    blocks_read = many(fields.Integer())
    passages = number()


class MatcherSchema(Answered):
    """How a matcher is: ok, failed, too_slow, quarantined, denied or refused."""

    name = text()
    version = text()
    api = number()
    state = text()
    reason = fields.String()


class LimitSchema(Answered):
    """What the answer falls short in: matcher_out (matcher, state), language_unmeasured (language), truncated."""

    code = text()
    matcher = fields.String()
    state = fields.String()
    language = fields.String()


class AnswerSchema(Answered):
    """The cards of one page, in the order of their first sentence on it."""

    api = number()
    releases = by_id(fields.String())
    page = fields.Nested(ReadSchema, required=True)
    cards = many(FoundCardSchema)
    matchers = many(MatcherSchema)
    notices = many(fields.String())
    limits = many(LimitSchema)


class IncidentSchema(Answered):
    """The card of one incident, without a page."""

    api = number()
    releases = by_id(fields.String())
    card = fields.Nested(CardSchema, required=True)


class KeptSchema(Answered):
    """A report was kept."""

    kept = fields.Boolean(required=True)


class TokenSchema(Answered):
    """What a pairing gives, once."""

    token = text()


class CorpusSchema(Answered):
    """A corpus that is served."""

    id = text()
    title = text()
    release = text()
    languages = many(fields.String())
    maintainer = text()
    licence = text()
    criteria = text()
    counts = by_id(fields.Integer())
    documents_to = text(allow_none=True)


class AboutSchema(Answered):
    """What this service is, holds and keeps."""

    api = number()
    name = text()
    version = text()
    corpora = many(CorpusSchema)
    releases = by_id(fields.String())
    matchers = many(MatcherSchema)
    weaker = many(fields.String())
    stored = text()
    remote_matchers = many(fields.String())
    sqlite = text()


class FaultSchema(Answered):
    """One thing to mend: a JSON pointer into the body, or the name of a parameter."""

    pointer = fields.String()
    parameter = fields.String()
    detail = text()


class ProblemSchema(Answered):
    """An error (RFC 9457). It never holds a value of the request."""

    type = text()
    title = text()
    status = number()
    detail = text()
    errors = fields.List(fields.Nested(FaultSchema))
    corpora = fields.List(fields.String())
