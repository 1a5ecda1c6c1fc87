"""Record 400, held: what version 1 of the contract gives to a matcher is there, as it was on the day it was promised.

``promise-1.json`` is that day's shape: it is not mended to fit the code. What may be added is added to the code alone.
"""

from __future__ import annotations

import dataclasses
import inspect
import json
from pathlib import Path
from typing import Any

import pytest

import beside
from beside import model

PROMISED: dict[str, Any] = json.loads(Path(__file__).with_name("promise-1.json").read_text("utf-8"))


def shape(name: str) -> list[list[str]]:
    return [[field.name, str(field.type)] for field in dataclasses.fields(getattr(model, name))]


def without_default(name: str, after: int) -> list[str]:
    missing = dataclasses.MISSING
    added = dataclasses.fields(getattr(model, name))[after:]
    return [field.name for field in added if field.default is missing and field.default_factory is missing]


def test_it_is_version_one_that_is_promised() -> None:
    assert beside.API == 1


@pytest.mark.parametrize("name", PROMISED["fields"])
def test_no_field_is_renamed_moved_or_of_another_type(name: str) -> None:
    promised = PROMISED["fields"][name]

    assert shape(name)[: len(promised)] == promised


@pytest.mark.parametrize("name", PROMISED["fields"])
def test_a_field_that_was_added_has_a_default(name: str) -> None:
    assert without_default(name, len(PROMISED["fields"][name])) == []


def test_no_kind_of_reason_and_no_name_is_gone() -> None:
    assert set(PROMISED["kinds"]) <= set(model.REASON_KINDS)
    assert set(PROMISED["names"]) <= set(beside.__all__)


@pytest.mark.parametrize("name", PROMISED["calls"])
def test_a_function_is_called_as_it_was(name: str) -> None:
    now = inspect.signature(getattr(beside, name)).parameters
    promised = PROMISED["calls"][name]

    assert list(now)[: len(promised)] == promised
    assert [p.name for p in list(now.values())[len(promised) :] if p.default is p.empty] == []
