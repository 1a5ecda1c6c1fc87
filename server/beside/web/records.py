"""Records of the corpus as JSON. Comes in: an account, claim, document, relation, date, place. Goes out: an object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model import Account, Claim, Document, Place, Quantity, Relation, Speaker, When

Json = dict[str, Any]


def account_json(account: Account, page: bool) -> Json:
    """A statement as a card shows it; ``on_page``, ``after_page`` only where there is a page, null if not told."""
    statement = account.statement
    selector = statement.passage
    told = {
        "statement": statement.id,
        "claim": statement.claim,
        "speaker": speaker_json(account.speaker),
        "stance": statement.stance,
        "act": statement.act,
        "hedge": statement.hedge,
        "hedge_words": statement.hedge_words,
        "says": statement.says,
        "passage": {
            "exact": selector.exact,
            "prefix": selector.prefix,
            "suffix": selector.suffix,
            "start": selector.start,
            "end": selector.end,
        },
        "voice": statement.voice,
        "relay": list(statement.relay),
        "said": when_json(statement.said),
        "document": selector.document,
        "quantities": [_quantity(quantity) for quantity in statement.quantities],
        "link": account.link,
        "graphic": account.graphic,
    }
    return told | {"on_page": account.on_page, "after_page": account.after_page} if page else told


def speaker_json(speaker: Speaker) -> Json:
    """Who speaks, as the source names them."""
    return {"agent": speaker.agent, "name": speaker.name, "role": speaker.role}


def _quantity(quantity: Quantity) -> Json:
    told = {
        "what": quantity.what,
        "comparator": quantity.comparator,
        "value": quantity.value,
        "unit": quantity.unit,
        "verbatim": quantity.verbatim,
    }
    return told | ({"as_of": quantity.as_of} if quantity.as_of else {})


def claim_json(claim: Claim) -> Json:
    """A claim; ``background`` only where it is so."""
    return {"kind": claim.kind, "text": claim.text} | ({"background": True} if claim.background else {})


def document_json(document: Document, names: Mapping[str, str]) -> Json:
    """A document and the outlet that published it, by the names of the card's agents."""
    return {
        "outlet": document.outlet,
        "outlet_name": names.get(document.outlet) if document.outlet else None,
        "outlet_basis": document.outlet_basis,
        "published": when_json(document.published),
        "language": document.language,
        "url": document.url,
        "sha256": document.sha256,
    }


def relation_json(relation: Relation) -> Json:
    """An edge; ``in`` says what two accounts differ in."""
    told = {"from": relation.source, "type": relation.type, "to": list(relation.targets)}
    return told | ({"in": relation.differs_in} if relation.differs_in else {})


def when_json(when: When) -> Json:
    """A date with its basis; time and what happened only where they are known."""
    told = {"edtf": when.edtf, "basis": when.basis}
    return told | ({"time": when.time} if when.time else {}) | ({"what": when.what} if when.what else {})


def place_json(place: Place) -> Json:
    """A place, with the region it lies in."""
    name = f"{place.name}, {place.admin}" if place.admin else place.name
    return {"name": name, "precision": place.precision, "basis": place.basis}
