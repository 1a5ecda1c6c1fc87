"""Matchers that get at what holds them: the others lose nothing, and no word of a page is passed on as a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from beside.matching.believing import UNKNOWN, believed_facts, believed_reason
from beside.model import Page, Release

from .conftest import Pair

Beside = Callable[[str], Pair]
Eventually = Callable[..., bool]
BODY = "def matcher(corpus):\n    def match(page):\n{}\n        return []\n    return match\n"
FACTS = {"version": "1", "reads_leads": False, "budget_ms": 0, "about": "", "settings": []}


def that(*lines: str, first: str = "") -> str:
    return first + "\n" + BODY.format("\n".join(f"        {line}" for line in lines))


SLY = {
    "replaces what its answer is written with": (
        that("orjson.dumps = lambda *a, **k: b'[]'", "sys.stdout = None", first="import orjson, sys"),
        "it wrote what is no answer",
    ),
    "replaces what checks its matches": (
        that("m = sys.modules['__main__']", "m.match_to_wire = lambda one: 'x'", "return [1]", first="import sys"),
        "1 of its answers for a page do not hold; one has not the form of a match",
    ),
    "gives what never ends in place of a reason": (
        "from itertools import repeat\nfrom beside import Match, Reason\n"
        + that("return [Match(0, 'x', 1.0, repeat(Reason('place', 0, 1, 'x')))]"),
        "over 100 ms of processor time for a page",
    ),
    "keeps every page": (
        "pages = []\n" + that("pages.append(bytearray(200 << 20))"),
        "over its memory limit",
    ),
    "raises what is no Exception": (that("raise GeneratorExit"), "its process ended with exit code 1"),
    "closes whatever is open": (that("os.closerange(0, 100)", first="import os"), "its process ended with exit code"),
}


@pytest.mark.parametrize("what", SLY)
def test_the_others_lose_nothing_and_it_is_quarantined(
    what: str, beside_sound: Beside, page: Page, eventually: Eventually
) -> None:
    source, reason = SLY[what]
    pair, answers = beside_sound(source), []
    assert eventually(lambda: answers.append(pair.heard(page)) or pair.stranger.state == "quarantined")

    assert [answer for answer in answers if "first" not in answer] == []
    assert pair.stranger.reason.startswith(reason)


def test_one_that_turns_its_process_upside_down_harms_itself_alone(beside_sound: Beside, page: Page) -> None:
    pair = beside_sound(
        that(
            "os.environ.clear(); os.chdir('/'); sys.path.clear(); sys.setrecursionlimit(60)",
            "signal.signal(signal.SIGPROF, signal.SIG_IGN)",
            "sys.excepthook = sys.unraisablehook = None",
            "class Last:",
            "    def __del__(self): raise ValueError",
            "Last()",
            first="import os, signal, sys",
        )
    )

    assert [pair.heard(page) for _ in range(3)] == [{"first"}] * 3


def test_of_an_endless_answer_the_weightiest_part_is_read(
    beside_sound: Beside, page: Page, pow_accounts: Release
) -> None:
    every = "Match(0, i, n % 2, (Reason('other', 0, 1, str(n)),)) for n in range(8000)"
    pair = beside_sound(
        "from beside import Match, Reason\n" + that("i = 'incident:makiivka-surrender-2022-11'", f"return [{every}]")
    )
    said = [s.match for s in pair.shelf.match(page)[pow_accounts.sha256] if s.matcher.startswith("stranger")]

    assert 2_000 < len(said) < 4_000
    assert {match.weight for match in said} == {1}
    assert "of which the" in pair.stranger.reason
    assert pair.stranger.state == "ok"


@pytest.mark.parametrize(
    ("act", "first"),
    [
        ("raise type(page.passages[0].text, (Exception,), {})", ""),
        ("raise type(page.passages[0].text.split()[2], (Exception,), {})", ""),
        ("raise Refused(page.passages[0].text)", "from beside.matching.declared import Refused"),
        ("return [type('Makiivka', (), {})()]", ""),
    ],
)
def test_no_word_of_a_page_is_kept_as_a_reason(act: str, first: str, beside_sound: Beside, page: Page) -> None:
    pair = beside_sound(that(act, first=first))
    pair.heard(page)

    assert pair.stranger.state == "failed"
    assert "Makiivka" not in pair.stranger.reason


@pytest.mark.parametrize(
    ("told", "believed"),
    [
        ("raised ValueError in line 3", "raised ValueError in line 3"),
        ("raised JSONDecodeError", "raised JSONDecodeError"),
        ("raised Makiivka in line 3", "raised an error of its own in line 3"),
        ("raised ValueError: Makiivka", UNKNOWN),
        ("opens a socket and writes a file, which is refused", "opens a socket and writes a file, which is refused"),
        ("gave a dict where a Match belongs", "gave a dict where a Match belongs"),
        ("over 250 ms of processor time for a page\nMakiivka", UNKNOWN),
    ],
)
def test_a_reason_is_in_a_form_of_ours(told: str, believed: str) -> None:
    assert believed_reason(told) == believed


@pytest.mark.parametrize(
    "stated",
    [
        {"places": FACTS},
        {"stranger": FACTS, "places": FACTS},
        {"stranger": {**FACTS, "version": "../../token"}},
        {"stranger": {**FACTS, "version": ""}},
        {"stranger": {**FACTS, "budget_ms": "60000"}},
        {"stranger": {**FACTS, "settings": [{"name": "x"}]}},
    ],
)
def test_a_worker_states_nothing_of_others_and_no_path(stated: dict[str, dict[str, object]]) -> None:
    with pytest.raises((ValueError, KeyError)):
        believed_facts(stated, ["stranger"])


def test_a_forged_version_leaves_nothing_outside_the_cache(beside_sound: Beside, page: Page, tmp_path: Path) -> None:
    forged = {"matchers": {"stranger": {**FACTS, "version": "../../.."}}}
    pair = beside_sound(
        f"""
import json, os, struct
said = json.dumps({forged!r}).encode()
for pipe in range(3, 30):
    try:
        os.write(pipe, struct.pack(">I", len(said)) + said)
    except OSError:
        pass
"""
    )

    assert pair.heard(page) == {"first"}
    assert pair.stranger.version == ""
    assert pair.stranger.reason == "it wrote what is no answer while it was made ready"
