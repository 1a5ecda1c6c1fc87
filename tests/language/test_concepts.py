from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from beside.language import concept, fold

TABLE = tomllib.loads(files("beside.language").joinpath("concepts.toml").read_text("utf-8"))["concepts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("blast", "explosions"),
        ("вибухів", "explosion"),
        ("взрывы", "explosion"),
        ("captives", "військовополонених"),
        ("decapitated", "beheading"),
        ("enthauptung", "beheading"),
        ("décapité", "beheading"),
    ],
)
def test_words_of_one_concept_find_each_other(one: str, other: str) -> None:
    assert concept(fold(one)) == concept(fold(other)) is not None


@pytest.mark.parametrize("word", ["the", "weather", "ferry", "plantation", "a", "", "630"])
def test_a_word_of_none_has_none(word: str) -> None:
    assert concept(word) is None


def test_a_beginning_belongs_to_one_concept() -> None:
    beginnings = Counter(beginning for said in TABLE.values() for beginning in said.split())

    assert [beginning for beginning, count in beginnings.items() if count > 1] == []
