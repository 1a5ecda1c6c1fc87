"""What a matcher declares: its version of the contract, its settings with defaults, help and validation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from beside.matching import Limits, MatcherSpec, Shelf, introduce
from beside.model import Page, Release

Alone = Callable[..., Shelf]
DECLARES = '''
"""Likes some incidents. Source of the idea: a test."""
from marshmallow import Schema, fields, validate
from beside import Match
REQUIRES_API = 1
VERSION = "2.1"

class Settings(Schema):
    weight = fields.Float(load_default=0.25, validate=validate.Range(0, 1), metadata={"help": "How much it likes them."})

def matcher(corpus):
    return lambda page: [Match(0, "incident:" + min(corpus.incidents), corpus.settings["weight"])]
'''


def weights(shelf: Shelf, page: Page, release: Release) -> list[float]:
    return [stamped.match.weight for stamped in shelf.match(page)[release.sha256]]


@pytest.mark.parametrize(
    ("stated", "weight"),
    [
        ({}, 0.25),
        ({"weight": 0.5}, 0.5),
        ({"weight": 0.5, "corpora": {"pow-accounts": {"weight": 0.75}}}, 0.75),
        ({"weight": 0.5, "corpora": {"another": {"weight": 0.75}}}, 0.5),
    ],
)
def test_a_setting_has_a_default_is_set_for_all_or_for_a_corpus(
    stated: dict[str, Any], weight: float, alone: Alone, page: Page, pow_accounts: Release
) -> None:
    assert weights(alone(DECLARES, settings={"stranger": stated}), page, pow_accounts) == [weight]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ({"weight": 7}, "settings: weight: Must be greater than or equal to 0 and less than or equal to 1."),
        ({"wait": 1}, "settings: wait: Unknown field."),
        ({"corpora": {"harbour": {"weight": "x"}}}, "settings for harbour: weight: Not a valid number."),
    ],
)
def test_a_setting_that_does_not_hold_is_told(stated: dict[str, Any], told: str, alone: Alone) -> None:
    state = alone(DECLARES, settings={"stranger": stated}).states[0]

    assert (state.state, state.reason) == ("refused", told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("REQUIRES_API = 99", "made for version 99 of the matcher contract, this is 1"),
        ("VERSION = '../../token'", "its VERSION is more than letters, digits and . + _ -"),
        ("Settings = 3", "its Settings is no marshmallow schema"),
        ("import no_such_module", "raised ModuleNotFoundError in line 2: No module named 'no_such_module'"),
        ("raise SystemExit(1)", "raised SystemExit in line 2: 1"),
    ],
)
def test_one_that_cannot_be_used_says_why(line: str, told: str, alone: Alone) -> None:
    shelf = alone("def matcher(corpus): return lambda page: []\n" + line)

    assert [(state.state, state.reason) for state in shelf.states] == [("refused", told)]
    assert shelf.running == 0


def test_it_introduces_itself_without_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "likes.py").write_text(DECLARES.lstrip(), "utf-8")
    spec = MatcherSpec("likes", str(tmp_path / "likes.py"), "file")
    (told,) = introduce([spec], Limits(), {"likes": {"weight": 0.5, "corpora": {"harbour": {"weight": 1}}}})
    (setting,) = told.settings

    assert (told.version, told.refused) == ("2.1", "")
    assert told.about == "Likes some incidents. Source of the idea: a test."
    assert (setting.name, setting.type, setting.default, setting.help) == (
        "weight",
        "float",
        "0.25",
        "How much it likes them.",
    )
    assert (setting.stated, setting.per_corpus) == ("0.5", "harbour: 1")
