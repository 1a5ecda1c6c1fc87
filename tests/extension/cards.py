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


def figure(letter: str, comparator: str, value: float, **changes: Any) -> dict[str, Any]:
    """A number that speaker ``letter`` gave."""
    return {
        "statement": f"T-{letter}",
        "comparator": comparator,
        "value": value,
        "verbatim": f"words of {letter} for {value}",
        "said": {"edtf": "2031-03-04", "basis": "document"},
        "speaker": {"agent": f"speaker-{letter.lower()}", "name": f"Speaker {letter}", "role": "body"},
        "on_page": None,
    } | changes


def rich(**changes: Any) -> dict[str, Any]:
    """A card with everything that a card can hold. Its page is of 5 March; speaker D spoke a week later."""
    late = {"said": {"edtf": "2031-03-11", "basis": "named"}, "after_page": True}
    said = [account("A", on_page=True), account("B", stance="denies"), account("C", claim="C2", on_page=None)]
    return (
        card(
            accounts=[*said, account("D", stance="doubts", **late)],
            claims={
                "C1": {"kind": "factual", "text": "Whether this is a test"},
                "C2": {"kind": "factual", "text": "Whether that is one"},
            },
            wordings=[["T-D", "T-A", "T-B"]],
            page_wordings=[[0]],
            page_places=[2],
            figures=[
                {
                    "what": "tests",
                    "unit": "piece",
                    "given": [figure("A", "~", 10, on_page=True), figure("B", ">", 1200)],
                    "page": [{"comparator": "=", "value": 12, "exact": "twelve", "evidence": 0}],
                    "sums": [
                        {
                            "total": {"statement": "T-B", "value": 13},
                            "parts": [{"statement": "T-A", "value": 10}, {"statement": "T-C", "value": 2}],
                            "sum": 12,
                            "adds_up": False,
                        }
                    ],
                }
            ],
            missing=[{"agent": "speaker-e", "name": "Speaker E", "documents": 5, "to": "2031-05-16"}],
            known_at={"published": "2031-03-05", "before": 3, "after": 1},
            parallel=[
                {
                    "corpus": "test",
                    "incident": "other",
                    "title": "Another test",
                    "relation": "parallel_allegation",
                    "permalink": "/incidents/test/other?release=9f2c41d0",
                    "when": {"edtf": "2032-01", "basis": "named"},
                    "where": [{"name": "Another place", "precision": "settlement", "basis": "named"}],
                }
            ],
        )
        | changes
    )
