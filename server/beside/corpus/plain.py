"""Plain claims as the nouns of a corpus. Comes in: PlainClaim(s). Goes out: an Incident, a Document, an Agent.

A claim is said by its speaker; by its publisher where there is neither speaker nor rating; else by nobody who is named.
A rating is its publisher's own statement, in its own words and scale. It takes no stance on the claim, and none is read
into it: it stands as a second proposition of the same incident.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ..model import Agent, Claim, Document, Incident, Role, Selector, Statement, When
from .claim_lines import PlainClaim

NOT_NAMED = "not-named"
LONGEST_TITLE = 160
SAID, RATING = "#said", "#rating"  # no id of a plain claim holds a "#"


def speaker_of(claim: PlainClaim) -> str:
    """Who says it: the name is the agent's id."""
    return claim.speaker or ("" if claim.rating else claim.publisher) or NOT_NAMED


def agent(name: str, publishes: bool) -> Agent:
    """Whoever is named in a file of claims; what they are, it does not tell."""
    if name == NOT_NAMED:
        return Agent(id=name, kind="anonymous", name="Not named")
    return Agent(id=name, kind="outlet" if publishes else "body", name=name, roles=(_role(publishes),))


def _role(publishes: bool) -> Role:
    return Role("publisher" if publishes else "speaker")


def document(claim: PlainClaim) -> Document:
    """The line that was loaded, as a document: its text is the claim, and the rating on a line of its own."""
    text = claim.text + (f"\n{claim.rating}" if claim.rating else "")
    return Document(
        id=claim.id,
        language=claim.lang,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        characters=len(text),
        published=_when(claim, "named"),
        outlet=claim.publisher or None,
        outlet_basis="named" if claim.publisher else "unknown",
        title=claim.title or None,
        url=claim.url or None,
        note=f"date as written: {claim.date}" if claim.date and not claim.edtf else "",
    )


def incident(claims: Sequence[PlainClaim]) -> Incident:
    """What the claims of one incident are of. Nothing proves an event, so it is a topic: never "the same incident"."""
    first = claims[0]
    dated = min((claim for claim in claims if claim.edtf), key=lambda claim: claim.edtf, default=first)
    return Incident(
        id=first.incident,
        kind="statement",
        title=_title(next((claim.title for claim in claims if claim.title), first.text)),
        slug=first.incident,
        when=_when(dated, "document", "published"),
        claims=tuple(noun for claim in claims for noun in nouns(claim)),
    )


def nouns(claim: PlainClaim) -> tuple[Claim, ...]:
    """The claim, and the question how it is rated where it is."""
    return (_said(claim), _rated(claim)) if claim.rating else (_said(claim),)


def _said(claim: PlainClaim) -> Claim:
    statement = Statement(
        id=claim.id + SAID,
        claim=claim.id,
        speaker=speaker_of(claim),
        stance="asserts",
        act="report",
        hedge="flat" if speaker_of(claim) == claim.publisher else "reported",
        says=claim.text,
        said=_when(claim, "document"),
        passage=Selector(document=claim.id, start=0, end=len(claim.text), exact=claim.text),
        voice="outlet" if speaker_of(claim) == claim.publisher else "indirect",
        relay=(claim.publisher,) if claim.publisher else (),
    )
    return Claim(id=claim.id, incident=claim.incident, kind="factual", text=claim.text, statements=(statement,))


def _rated(claim: PlainClaim) -> Claim:
    start, id = len(claim.text) + 1, claim.id + RATING
    statement = Statement(
        id=id,
        claim=id,
        speaker=claim.publisher or NOT_NAMED,
        stance="asserts",
        act="opine",
        hedge="flat",
        says=f"“{claim.rating}”" + (f" (scale: “{claim.scale}”)" if claim.scale else ""),
        said=_when(claim, "document"),
        passage=Selector(document=claim.id, start=start, end=start + len(claim.rating), exact=claim.rating),
        voice="outlet",
        relay=(claim.publisher,) if claim.publisher else (),
    )
    text = f"How {claim.publisher or 'the source'} rates this claim"
    return Claim(id=id, incident=claim.incident, kind="opinion", text=text, statements=(statement,))


def _when(claim: PlainClaim, basis: str, what: str = "") -> When:
    return When(edtf=claim.edtf, basis=basis if claim.edtf else "unknown", what=what if claim.edtf else "")


def _title(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TITLE else text[: LONGEST_TITLE - 1].rstrip() + "…"
