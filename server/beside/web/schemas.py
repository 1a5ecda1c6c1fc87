"""What may be asked: one schema for each request. Comes in: parsed JSON. Goes out: checked data, or every fault in it.

The OpenAPI document is made from these very schemas.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validates_schema

from ..model import MAX_CODE_POINTS
from .feedback import KINDS
from .fields import (
    ID,
    LANGUAGE,
    MAX_NUMBER,
    TAG,
    Filled,
    Matches,
    OneOf,
    ShortList,
    TreeNode,
    TrueOrFalse,
    edtf,
    whole,
    words,
)
from .gate import MAX_BODY
from .sample import NAMES
from .skeleton import block_faults, tree_faults

MAX_CORPORA = 50
MAX_NOTE, MAX_FRAGMENT = 2000, 2000
SHORT = 100
RELEASE = r"[0-9a-f]{8,64}"


class Strict(Schema):
    """An object without unknown keys."""

    class Meta:
        """Which marshmallow reads."""

        unknown = RAISE

    error_messages = {"type": "must be an object", "unknown": "unknown key"}  # noqa: RUF012 (marshmallow's own form)


def language_tag(**options: Any) -> fields.String:
    """BCP 47, more or less."""
    return words(Matches(LANGUAGE, "must be a language tag, such as en or uk"), limit=SHORT, **options)


def id_words(wanted: str, **options: Any) -> fields.String:
    """An id of ours."""
    return words(Matches(ID, wanted), limit=SHORT, **options)


class BlockSchema(Strict):
    """A text block of the page and the node of the tree it stands in."""

    number = whole(0, MAX_NUMBER, data_key="i", required=True)
    tag = words(Matches(TAG, "must be a tag in lower case"), limit=SHORT, load_default="p")
    node = whole(0, MAX_NUMBER, data_key="in", load_default=None)
    text = words(required=True)


class PageSchema(Strict):
    """One page, in exactly one of three forms: blocks (with their tree), html, or text."""

    blocks = ShortList(fields.Nested(BlockSchema, error_messages={"null": "must be an object"}))
    tree = ShortList(TreeNode())
    html = words(limit=MAX_BODY)
    text = words()
    title = words(limit=1000, load_default="")
    lang = language_tag(load_default="")
    published = words(edtf, limit=SHORT, load_default=None)
    ui = language_tag(load_default="en")
    corpora = ShortList(id_words("must be the id of a corpus"), limit=MAX_CORPORA, load_default=None)
    truncated = TrueOrFalse(load_default=False)

    @validates_schema(skip_on_field_errors=True)
    def _one_form(self, data: Mapping[str, Any], **_: Any) -> None:
        if sum(form in data for form in ("blocks", "html", "text")) != 1:
            raise ValidationError("exactly one of blocks, html and text is needed")
        if "tree" in data and "blocks" not in data:
            raise ValidationError({"tree": ["needs blocks"]})

    @validates_schema(skip_on_field_errors=True)
    def _whole_page(self, data: Mapping[str, Any], **_: Any) -> None:
        faults = tree_faults(data.get("tree", [])) or block_faults(data.get("blocks", []), len(data.get("tree", [])))
        if faults:
            raise ValidationError(faults)
        if sum(len(block["text"]) for block in data.get("blocks", [])) > MAX_CODE_POINTS:
            raise ValidationError({"blocks": [f"must hold at most {MAX_CODE_POINTS} code points of text"]})


class SecretSchema(Strict):
    """What redeems a pairing."""

    secret = words(Matches(r"[0-9a-f]{64}", "must be 64 hex digits"), limit=64, required=True)


class FragmentSchema(Strict):
    """A sentence of the page, sent only with the reader's consent."""

    exact = words(Filled(), limit=MAX_FRAGMENT, required=True)


class FeedbackSchema(Strict):
    """What a reader reports about a card. Of the page nothing, but the one sentence the reader chose to send."""

    corpus = id_words("must be the id of a corpus", required=True)
    incident = words(Filled(), limit=SHORT, required=True)
    release = words(Matches(RELEASE, "must be 8 to 64 hex digits"), limit=SHORT, required=True)
    kind = words(OneOf(KINDS), limit=SHORT, required=True)
    note = words(limit=MAX_NOTE, load_default="")
    fragment = fields.Nested(
        FragmentSchema, load_default=None, allow_none=False, error_messages={"null": "must be an object"}
    )


class IncidentQuery(Strict):
    """Which corpus and which release of it."""

    corpus = id_words("must be the id of a corpus", load_default=None)
    release = words(Matches(RELEASE, "must be 8 to 64 hex digits"), limit=SHORT, load_default=None)


class ReportedQuery(IncidentQuery):
    """The same, and what tells once that a report was kept."""

    receipt = words(limit=SHORT, load_default=None)


class SampleQuery(Strict):
    """Which of the sample articles."""

    sample = words(OneOf(NAMES), limit=SHORT, load_default=None)
