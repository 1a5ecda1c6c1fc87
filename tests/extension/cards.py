"""Cards in the form of the contract, of nobody and nowhere: speakers are letters, words say that they are a test."""

from __future__ import annotations

from typing import Any

HOSTILE = '<img src=x onerror="document.title=1">&amp;</p><script>document.title=2</script>\u202e"\'`${1}'


def account(letter: str, **changes: Any) -> dict[str, Any]:
    """One account by speaker ``letter``."""
    return {
        "statement": f"T-{letter}",
        "claim": "C1",
        "speaker": {"agent": f"speaker-{letter.lower()}", "name": f"Speaker {letter}", "role": "body"},
        "stance": "asserts",
        "act": "report",
        "hedge": "reported",
        "hedge_words": "",
        "says": f"CARD-TEXT of {letter} in our words",
        "passage": {"exact": f"a phrase of {letter}", "prefix": "", "suffix": "", "start": 0, "end": 13},
        "voice": "indirect",
        "relay": ["agency", "outlet"],
        "said": {"edtf": "2031-03-04", "basis": "document"},
        "document": "D1",
        "quantities": [],
        "link": None,
        "graphic": False,
        "on_page": False,
    } | changes


def card(**changes: Any) -> dict[str, Any]:
    """A card with four accounts and two documents, one of them without an outlet or an address."""
    return {
        "corpus": "test",
        "incident": "test-incident",
        "permalink": "/incidents/test/test-incident?release=9f2c41d0",
        "kind": "event",
        "title": "CARD-TEXT of a test, March 2031",
        "when": {"edtf": "2031-03", "what": "first told", "basis": "named"},
        "where": [{"name": "A place", "precision": "settlement", "basis": "said to be"}],
        "graphic": False,
        "band": "strong",
        "score": 0.9,
        "state": {
            "accounts": "contested",
            "statements": 4,
            "documents": 2,
            "investigated_by": ["speaker-c"],
            "not_verified_by": ["speaker-d"],
            "no_account_from": ["speaker-e"],
        },
        "proof": [{"kind": "place", "page": "A place", "corpus": "A place"}],
        "evidence": [],
        "found_in_text": {"accounts": 1, "of": 4, "complete": True},
        "accounts": [
            account("A", on_page=True),
            account("B", stance="denies", hedge="flat", relay=["outlet"]),
            account("C", stance="investigates", act="pledge", document="D2"),
            account("D", stance="could_not_verify", hedge_words="could not", document="D2", relay=[], on_page=None),
        ],
        "claims": {"C1": {"kind": "factual", "text": "Whether this is a test"}},
        "documents": {
            "D1": {
                "outlet": "outlet",
                "outlet_name": "An Outlet",
                "outlet_basis": "inferred",
                "published": {"edtf": "2031-03-05", "time": "10:30", "basis": "named"},
                "url": "https://outlet.example/story",
            },
            "D2": {
                "outlet": None,
                "outlet_name": None,
                "outlet_basis": "unknown",
                "published": {"edtf": "2031", "basis": "inferred"},
                "url": None,
            },
        },
        "agents": {f"speaker-{letter}": f"Speaker {letter.upper()}" for letter in "abcde"}
        | {"agency": "An Agency", "outlet": "An Outlet"},
        "relations": [],
        "wordings": [],
        "parallel": [
            {"corpus": "test", "incident": "other", "title": "Another test", "relation": "parallel_allegation"}
        ],
    } | changes
