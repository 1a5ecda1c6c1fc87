"""The answer as JSON. Comes in: an Answer or a Card. Goes out: plain objects, in the form of /v1 (docs/api.md).

Keys are added, never changed. A card without a page behind it has no score, band, proof, evidence or marks.
"""

from __future__ import annotations

from ..model import (
    LANGUAGE_UNMEASURED,
    MATCHER_OUT,
    AccountsState,
    Answer,
    Because,
    Card,
    Evidence,
    IncidentMatch,
    KnownAt,
    Limit,
    MatcherState,
    PageRead,
    Parallel,
)
from .card_view import own_language
from .figure_records import figure_json
from .records import Json, account_json, claim_json, document_json, place_json, relation_json, when_json

API = 1
SHORT_RELEASE = 8


def answer_json(answer: Answer) -> Json:
    """What ``POST /v1/cards`` answers and ``beside match --json`` prints."""
    return {
        "api": API,
        "releases": dict(answer.releases),
        "page": _page(answer.page),
        "cards": [card_json(card) for card in answer.cards],
        "matchers": [matcher_json(state) for state in answer.matchers],
        "notices": list(answer.notices),
        "limits": [_limit(limit) for limit in answer.limits],
    }


def card_json(card: Card) -> Json:
    """One card."""
    incident = card.incident
    return {
        "corpus": card.corpus,
        "language": own_language(card),
        **_translated(card),
        "incident": incident.id,
        "permalink": permalink(card),
        "slug": incident.slug,
        "kind": incident.kind,
        "title": incident.title,
        "when": when_json(incident.when),
        "where": [place_json(place) for place in incident.where],
        "graphic": incident.graphic,
        **(_found(card, card.found) if card.found else {}),
        "state": _state(card.state),
        "accounts": [account_json(account, page=card.found is not None) for account in card.accounts],
        "claims": {id_: claim_json(claim) for id_, claim in card.claims.items()},
        "documents": {id_: document_json(document, card.agent_names) for id_, document in card.documents.items()},
        "agents": dict(card.agent_names),
        "relations": [relation_json(relation) for relation in card.relations],
        "wordings": [list(way) for way in card.wordings],
        "figures": [figure_json(figure, card) for figure in card.figures],
        "missing": [{"agent": m.agent, "name": m.name, "documents": m.documents, "to": m.to} for m in card.missing],
        "parallel": [_parallel(other, card.release) for other in card.parallel],
    }


def permalink(card: Card) -> str:
    """Where the card stays, in the release it was made from."""
    return address(card.corpus, card.incident.slug, card.release)


def address(corpus: str, slug: str, release: str) -> str:
    """Where the card of an incident stays, in that release: by its slug, which names neither an actor nor an act."""
    return f"/incidents/{corpus}/{slug}?release={release[:SHORT_RELEASE]}"


def _parallel(other: Parallel, release: str) -> Json:
    return {
        "corpus": other.corpus,
        "incident": other.incident,
        "slug": other.slug,
        "title": other.title,
        "relation": "parallel_allegation",
        "permalink": address(other.corpus, other.slug, release),
        "when": when_json(other.when),
        "where": [place_json(place) for place in other.where],
        **_translated(other),
    }


def _translated(shown: Card | Parallel) -> Json:
    """The language of title, places, questions and what is counted, where it is another than the record's."""
    return {"translated": shown.translated} if shown.translated else {}


def matcher_json(state: MatcherState) -> Json:
    """How a matcher is; a reason only where there is one."""
    told = {"name": state.name, "version": state.version, "api": state.api, "state": state.state}
    return told | ({"reason": state.reason} if state.reason else {})


def _limit(limit: Limit) -> Json:
    """Each code with the keys that it has use for."""
    if limit.code == MATCHER_OUT:
        return {"code": limit.code, "matcher": limit.about, "state": limit.state}
    return {"code": limit.code} | ({"language": limit.about} if limit.code == LANGUAGE_UNMEASURED else {})


def _page(page: PageRead) -> Json:
    return {
        "lang": page.lang,
        "lang_basis": page.lang_basis,
        "published": page.published,
        "blocks_read": list(page.blocks_read),
        "passages": page.passages,
    }


def _found(card: Card, found: IncidentMatch) -> Json:
    return {
        "band": found.band,
        "score": round(found.score, 4),
        "proof": [{"kind": p.kind, "page": p.page, "corpus": p.corpus} for p in found.proof],
        "evidence": [_evidence(evidence) for evidence in found.evidence],
        "found_in_text": {
            "accounts": sum(account.on_page is True for account in card.accounts),
            "of": len(card.accounts),
            "complete": card.complete,
        },
        "page_wordings": [list(indexes) for indexes in card.page_wordings],
        "page_places": list(card.page_places),
        "known_at": _known_at(card.known_at) if card.known_at else None,
    }


def _known_at(known: KnownAt) -> Json:
    return {"published": known.published, "before": known.before, "after": known.after, "untold": known.untold}


def _evidence(evidence: Evidence) -> Json:
    return {
        "block": evidence.block,
        "start": evidence.start,
        "end": evidence.end,
        "exact": evidence.exact,
        "prefix": evidence.prefix,
        "suffix": evidence.suffix,
        "claims": [{"claim": on_page.claim, "stance": on_page.stance} for on_page in evidence.claims],
        "because": [_because(because) for because in evidence.because],
    }


def _because(because: Because) -> Json:
    return {
        "matcher": because.matcher,
        "kind": because.kind,
        "start": because.start,
        "end": because.end,
        "corpus": because.corpus,
        "share": round(because.share, 4),
    }


def _state(state: AccountsState) -> Json:
    return {
        "accounts": state.accounts,
        "statements": state.statements,
        "documents": state.documents,
        "investigated_by": list(state.investigated_by),
        "not_verified_by": list(state.not_verified_by),
        "no_account_from": list(state.no_account_from),
    }
