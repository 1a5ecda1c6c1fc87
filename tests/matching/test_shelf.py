from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from beside.matching import Limits, MatcherSpec, Shelf, WorkerTooSlow, find_matchers
from beside.model import Page, Passage, Release

OPENER = "beside.corpus:open_release"
TEXT = "Videos from Makiivka were discussed."
PAGE = Page((Passage(0, 0, 0, len(TEXT), TEXT),), lang="en")
GOOD = """
from beside import Match, Reason
BUDGET_MS = 2000
def matcher(corpus):
    def match(page):
        yield Match(0, "incident:makiivka-surrender-2022-11", 0.5, (Reason("place", 12, 20, "Makiivka"),))
    return match
"""
BODY = "def matcher(corpus):\n    def match(page):\n        {}\n        yield None\n    return match\n"
BAD = {
    "loops": BODY.format("while True: pass"),
    "sleeps": BODY.format("import time; time.sleep(60)"),
    "exits": BODY.format("import os; os._exit(3)"),
    "crashes": BODY.format("import ctypes; ctypes.string_at(0)"),
    "hogs": BODY.format("x = bytearray(4 << 30)"),
    "raises": BODY.format("raise RuntimeError('page text')"),
    "garbage": BODY.format("yield 'garbage'"),
    "unimportable": "import no_such_module\n",
    "wrong-version": "REQUIRES_API = 99\n" + GOOD,
}

MakeShelf = Callable[..., Shelf]


@pytest.fixture
def make_shelf(tmp_path: Path, pow_accounts: Release) -> Iterator[MakeShelf]:
    """Shelves over one-file matchers, closed at the end."""
    shelves = []

    def make(**sources: str) -> Shelf:
        for name, source in sources.items():
            (tmp_path / f"{name}.py").write_text(source)
        specs = [s for s in find_matchers(tmp_path) if not s.own or s.name == "places"]
        shelves.append(Shelf(specs, Limits(hard_ms=2000), OPENER, tmp_path / "cache"))
        shelves[-1].prepare([pow_accounts])
        return shelves[-1]

    yield make
    for shelf in shelves:
        shelf.close()


def matchers_heard(shelf: Shelf, release: Release) -> set[str]:
    return {stamped.matcher.partition("@")[0] for stamped in shelf.match(PAGE)[release.sha256]}


def state(shelf: Shelf, name: str) -> tuple[str, str]:
    return next((s.state, s.reason) for s in shelf.states if s.name == name)


def test_a_file_in_a_folder_is_a_matcher(make_shelf: MakeShelf, pow_accounts: Release) -> None:
    assert matchers_heard(make_shelf(stranger=GOOD), pow_accounts) == {"places", "stranger"}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_matcher_costs_nobody_else_their_answer(name: str, make_shelf: MakeShelf, pow_accounts: Release) -> None:
    shelf = make_shelf(bad=BAD[name], stranger=GOOD)

    assert matchers_heard(shelf, pow_accounts) == {"places", "stranger"}
    assert matchers_heard(shelf, pow_accounts) == {"places", "stranger"}


@pytest.mark.parametrize(
    ("name", "states"),
    [("loops", ("too_slow",)), ("exits", ("failed",)), ("raises", ("failed",)), ("wrong-version", ("refused",))],
)
def test_a_bad_matcher_is_named_with_its_reason(name: str, states: tuple[str, ...], make_shelf: MakeShelf) -> None:
    shelf = make_shelf(bad=BAD[name])
    shelf.match(PAGE)

    assert state(shelf, "bad")[0] in states
    assert state(shelf, "bad")[1]
    assert "page text" not in state(shelf, "bad")[1]


def test_what_a_matcher_prints_goes_nowhere(make_shelf: MakeShelf, capfd: pytest.CaptureFixture[str]) -> None:
    shout = "import os, sys; print('page text'); print('page text', file=sys.stderr); os.write(1, b'page text')"
    make_shelf(loud=BODY.format(shout)).match(PAGE)

    assert "page text" not in "".join(capfd.readouterr())


def test_a_tool_that_hangs_is_cut_off_and_the_next_call_is_answered(make_shelf: MakeShelf) -> None:
    shelf = make_shelf()
    with pytest.raises(WorkerTooSlow):
        shelf.call("time:sleep", 60, 0.3)

    assert shelf.call("builtins:len", "abc", 60.0) == 3


def test_a_worker_never_imports_flask_and_knows_no_token(make_shelf: MakeShelf) -> None:
    shelf = make_shelf()

    assert "flask" not in shelf.call("builtins:eval", "list(__import__('sys').modules)", 60.0)
    assert "BESIDE_HOME" not in shelf.call("builtins:eval", "dict(__import__('os').environ)", 60.0)


def test_a_matcher_gets_no_examples(make_shelf: MakeShelf) -> None:
    source = GOOD.replace("def match(", "assert 'examples' not in repr(corpus)\n    def match(")

    assert state(make_shelf(stranger=source), "stranger")[0] == "ok"


def test_the_built_in_matchers_come_through_the_same_door() -> None:
    own = {spec.name for spec in find_matchers() if not spec.extra}

    assert own == {"dates", "figures", "media", "names", "offices", "places", "quotation", "wording"}
    assert "wording" not in {spec.name for spec in find_matchers(deny=["wording"])}


def test_an_installed_matcher_wins_over_a_file_of_its_name(tmp_path: Path) -> None:
    (tmp_path / "places.py").write_text(GOOD)

    assert MatcherSpec("places", "beside.matchers.places:matcher", "beside") in find_matchers(tmp_path)


def test_one_that_is_not_ready_yet_says_so(make_shelf: MakeShelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beside.matching.shelf.FIRST_SECONDS", 2.0)
    shelf = make_shelf(late="import time\ntime.sleep(1000)\n", good=GOOD)

    assert {s.reason for s in shelf.states if s.name == "late"} == {"not asked yet: it is being made ready"}
    assert {s.reason for s in shelf.states if s.name == "good"} == {""}
