"""Labelled pages. Comes in: JSONL files, the folder of corpora that ships. Goes out: PageSet(s), each of one corpus.

A line is a page: ``text`` or ``html``, and optionally ``id title lang published corpus incidents``; ``incidents`` are
those that an editor would link, none for a page that speaks of nothing on record. What a line holds besides is left.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from ..model import PageRequest, Release


class UnusablePages(ValueError):
    """A file that cannot be used; the message says why, and where."""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page to be read, and the incidents that an editor would link."""

    id: str
    request: PageRequest
    incidents: frozenset[str]


@dataclass(frozen=True, slots=True)
class PageSet:
    """Pages that belong together, all about one corpus."""

    name: str
    corpus: str
    pages: tuple[LabelledPage, ...]


def read_set(file: Path, releases: Mapping[str, Release], labelled: bool = True) -> PageSet:
    """The pages of a file; about the corpus of its labels; without labels, about all. Raises UnusablePages."""
    refuse_frozen(file)
    rows = _rows(file)
    corpus = _corpus(rows, releases, file) if labelled else ""
    return PageSet(file.stem, corpus, tuple(_page(row, corpus, n, file) for n, row in enumerate(rows, 1)))


def refuse_frozen(file: Path) -> None:
    """Raises UnusablePages for a file of the pages that benchmarks/quality alone may read."""
    if {"pages", "frozen"} <= set(file.resolve().parts):
        raise UnusablePages(
            f"{file}: the frozen pages are read by benchmarks/quality alone, or they are no judge any more"
        )


def example_sets(seeds: Path | None, releases: Mapping[str, Release]) -> list[PageSet]:
    """What the corpora themselves say must match and must be silent, where their files are at hand."""
    if seeds is None:
        return []
    found = ((corpus, sorted((seeds / corpus / "incidents").glob("*.toml"))) for corpus in sorted(releases))
    return [
        PageSet(f"examples of {corpus}", corpus, tuple(page for file in files for page in _examples(file, corpus)))
        for corpus, files in found
        if files
    ]


def _examples(file: Path, corpus: str) -> Iterable[LabelledPage]:
    for side, texts in tomllib.loads(file.read_text("utf-8")).get("examples", {}).items():
        labels = frozenset([file.stem] if side == "match" else [])
        for number, text in enumerate(texts):
            yield LabelledPage(f"{file.stem}:{side}:{number}", PageRequest(text=text, corpora=(corpus,)), labels)


def _rows(file: Path) -> list[dict[str, Any]]:
    try:
        lines = file.read_bytes().splitlines()
    except OSError as error:
        raise UnusablePages(f"{file}: {error.strerror}") from error
    rows = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise UnusablePages(f"{file}:{number}: not JSON") from error
        if not isinstance(row, dict) or not all(isinstance(row.get(k, ""), str) for k in ("text", "html", "title")):
            raise UnusablePages(f"{file}:{number}: a page is an object with text or html")
        rows.append(row)
    if not rows:
        raise UnusablePages(f"{file}: no pages")
    return rows


def _corpus(rows: Sequence[Mapping[str, Any]], releases: Mapping[str, Release], file: Path) -> str:
    """The corpus that the lines name, or else the one that holds most of their labels."""
    named = Counter(row["corpus"] for row in rows if row.get("corpus"))
    if not named:
        labels = Counter(label for row in rows for label in row.get("incidents", ()))
        for corpus, release in sorted(releases.items()):
            named[corpus] = sum(n for label, n in labels.items() if label in release.corpus.incidents)
    corpus, most = max(named.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    if corpus not in releases or (not most and len(releases) > 1):
        raise UnusablePages(f"{file}: no corpus that is loaded holds its incidents ({', '.join(sorted(releases))})")
    return corpus


def _page(row: Mapping[str, Any], corpus: str, number: int, file: Path) -> LabelledPage:
    html, title = row.get("html"), row.get("title", "")
    text = None if html is not None else "\n".join(part for part in (title, row.get("text", "")) if part)
    incidents = row.get("incidents", ())
    if (html is None and not text) or not isinstance(incidents, (list, tuple)):
        raise UnusablePages(f"{file}: page {number} has no text, or its incidents are no list")
    request = PageRequest(
        text=text,
        html=html,
        lang=row.get("lang") or "",
        published=row.get("published"),
        corpora=(corpus,) if corpus else None,
    )
    return LabelledPage(str(row.get("id", number)), request, frozenset(map(str, incidents)))
