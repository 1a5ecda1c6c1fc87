"""Every matcher of the shelf against the invented corpus: its own examples, and what all of them must stand."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from beside import MatchPage, Page, Passage
from beside.matching import absent_matchers
from beside.matching.checking import known_targets, sound_matches
from beside.matching.wire import match_to_wire
from beside.model import Match, Release

ABSENT = {"__init__", *(spec.where.split(":")[0].split(".")[-1] for spec in absent_matchers())}  # see test_optional
SHELF = sorted({path.stem for path in (Path(__file__).parents[2] / "matchers").glob("*.py")} - ABSENT)
HOSTILE = ("", " ", "🛰" * 50, "a" * 5000, "\u202e\u200b" * 40, "1" * 400, "п’ять " * 60, "(((((" * 40, "\x00\ufffe")


def module(name: str) -> ModuleType:
    return import_module(f"beside.matchers.{name}")


def page(*texts: str, lang: str = "en") -> Page:
    return Page(tuple(Passage(i, i, 0, len(text), text) for i, text in enumerate(texts)), lang=lang)


def prepared(name: str, release: Release) -> MatchPage:
    match: MatchPage = module(name).matcher(release.corpus)
    return match


def matches(name: str, release: Release, *texts: str) -> list[Match]:
    return list(prepared(name, release)(page(*texts)))


@pytest.mark.parametrize("name", SHELF)
def test_it_speaks_where_its_examples_say(name: str, halven_strait: Release) -> None:
    for text in module(name).EXAMPLES["match"]:
        assert matches(name, halven_strait, text), text


@pytest.mark.parametrize("name", SHELF)
def test_it_is_silent_where_its_examples_say(name: str, halven_strait: Release) -> None:
    for text in module(name).EXAMPLES["silent"]:
        assert matches(name, halven_strait, text) == []


@pytest.mark.parametrize("name", SHELF)
def test_what_it_says_is_sound_on_any_text(name: str, halven_strait: Release) -> None:
    texts = (*HOSTILE, *(text for other in SHELF for text in module(other).EXAMPLES["match"]))
    wires = [match_to_wire(match) for match in matches(name, halven_strait, *texts)]

    assert wires
    assert sound_matches(wires, page(*texts), known_targets(halven_strait.corpus))[1] == 0


@pytest.mark.parametrize("name", SHELF)
def test_it_answers_the_same_twice(name: str, pow_accounts: Release) -> None:
    text = "On 13 November 2022 more than ten lay in a yard at Makiivka; Moscow spoke of it, Lubinets too, of a video."
    match = prepared(name, pow_accounts)

    assert list(match(page(text))) == list(match(page(text)))


@pytest.mark.parametrize("name", SHELF)
def test_background_of_an_article_is_never_matched_on(name: str, pow_accounts: Release) -> None:
    background = [claim for claim in pow_accounts.corpus.claims if claim.background]
    texts = [s.passage.exact for claim in background for s in claim.statements]
    targets = {match.target for match in matches(name, pow_accounts, *texts)}

    assert background
    assert targets & {f"claim:{claim.id}" for claim in background} == set()
