"""A matcher that writes to the pipe itself, loops while it is imported, or works on between pages: others lose nothing."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from beside.model import Page, Release

from .conftest import Pair

Eventually = Callable[..., bool]
FORGES = """
import os, struct
def send(said):
    for pipe in range(3, 30):
        try:
            os.write(pipe, struct.pack(">I", len(said)) + said)
        except OSError:
            pass
def matcher(corpus):
    def match(page):
        send({said!r})
        return []
    return match
"""
WORKS_ON = """
import threading
def forever():
    while True: pass
def matcher(corpus):
    def match(page):
        if threading.active_count() < 3:
            threading.Thread(target=forever, daemon=True).start()
        return []
    return match
"""


FORGED = {
    "a list": "[]",
    "nothing": "null",
    "no results": {"errors": {}},
    "a list of results": {"results": [1], "errors": {}},
    "nothing for a release": {"results": {"SHA": None}, "errors": {}},
    "another release": {"results": {"abc": {"stranger": []}}, "errors": {}},
    "another matcher": {"results": {"SHA": {"places": []}}, "errors": {}},
    "an error without a reason": {"results": {"SHA": {}}, "errors": {"stranger": "x"}},
    "a reason that is none": {"results": {"SHA": {}}, "errors": {"stranger": ["failed", {"a": 1}]}},
}


@pytest.mark.parametrize("forged", FORGED)
def test_a_forged_answer_costs_no_other_card(
    beside_sound: Callable[[str], Pair], page: Page, pow_accounts: Release, forged: str
) -> None:
    said = FORGED[forged] if isinstance(FORGED[forged], str) else json.dumps(FORGED[forged])
    pair = beside_sound(FORGES.format(said=said.replace("SHA", pow_accounts.sha256).encode()))
    sound = [pair.heard(page) for _ in range(2)]

    assert sound == [{"first"}] * 2
    assert pair.stranger.state == "failed"


def test_a_forged_answer_while_it_is_imported_does_not_stop_the_start(
    beside_sound: Callable[[str], Pair], page: Page
) -> None:
    pair = beside_sound(FORGES.format(said=b"") + "\nsend(b'{}')\n")

    assert pair.heard(page), pair.shelf.states
    assert pair.stranger.reason == "it wrote what is no answer while it was made ready"


def test_one_that_loops_while_it_is_imported_does_not_hold_up_the_start(
    beside_sound: Callable[[str], Pair], page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("beside.matching.shelf.FIRST_SECONDS", 5.0)
    pair = beside_sound("while True: pass")

    assert pair.heard(page)
    assert pair.stranger.state == "ok"  # nobody has waited until it was given up


def test_one_that_works_on_between_pages_is_quarantined(
    beside_sound: Callable[[str], Pair], page: Page, eventually: Eventually
) -> None:
    pair = beside_sound(WORKS_ON)

    assert eventually(lambda: bool(pair.heard(page)) and pair.stranger.state == "quarantined")
    assert pair.stranger.reason == "over 100 ms of processor time between pages"
    assert eventually(lambda: pair.shelf.running == 1)
