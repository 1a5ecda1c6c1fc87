"""The two-sided examples of an incident: text that must match it, look-alikes that must not.

Comes in: an incident's file. Goes out: Examples, which stay with the check of the corpus: no matcher, no release
ever gets them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model import Corpus
from .files import TomlFile
from .problems import Problem


@dataclass(frozen=True, slots=True)
class Examples:
    """Page text that speaks of the incident, and page text that does not; ``file`` and ``line`` say where."""

    match: tuple[str, ...]
    silent: tuple[str, ...]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Source:
    """What a folder holds: the corpus, and beside it the examples by incident."""

    corpus: Corpus
    examples: Mapping[str, Examples]


def read_examples(file: TomlFile) -> Examples:
    """The examples of an incident's file, which may have none."""
    table = file.data.get("examples", {})
    line = file.problem(("examples",), "").line
    return Examples(tuple(table.get("match", ())), tuple(table.get("silent", ())), file.name, line)


def check_examples(source: Source) -> Iterator[Problem]:
    """Every incident has examples on both sides, and none stands on both."""
    for one in source.examples.values():
        for side, texts in (("match", one.match), ("silent", one.silent)):
            if not texts:
                yield Problem(one.file, one.line, f"examples.{side} is missing; add at least one text")
            if len(set(texts)) < len(texts):
                yield Problem(one.file, one.line, f"examples.{side} has one text twice; take one of them out")
        if set(one.match) & set(one.silent):
            yield Problem(one.file, one.line, "examples has one text on both sides; take it out of one")
