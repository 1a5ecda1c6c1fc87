"""Labelled pages: read strictly, each set about one corpus, the frozen ones never."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from beside.bench import UnusablePages, example_sets, read_set, seeds_folder
from beside.bench.measures import Counts, count
from beside.model import Release

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def releases(pow_accounts: Release, halven_strait: Release) -> dict[str, Release]:
    return {"halven-strait": halven_strait, "pow-accounts": pow_accounts}


def lines(folder: Path, *rows: object) -> Path:
    file = folder / "some.jsonl"
    file.write_bytes(b"\n".join(orjson.dumps(row) for row in rows))
    return file


def test_the_corpus_is_the_one_that_holds_the_labels(tmp_path: Path, releases: dict[str, Release]) -> None:
    file = lines(tmp_path, {"text": "A"}, {"text": "B", "incidents": ["village-hall-yllverholt-2031-03"]})

    assert read_set(file, releases).corpus == "halven-strait"


def test_a_line_may_name_its_corpus(tmp_path: Path, releases: dict[str, Release]) -> None:
    page = {"id": "p1", "corpus": "pow-accounts", "title": "T", "text": "A", "lang": "en", "published": "2022-11-21"}
    (read,) = read_set(lines(tmp_path, page), releases).pages

    assert (read.id, read.request.text, read.request.corpora) == ("p1", "T\nA", ("pow-accounts",))


@pytest.mark.parametrize("row", [[], {"text": 1}, {"title": ""}, {"text": "A", "incidents": "x"}])
def test_a_line_that_is_no_page_is_refused(row: object, tmp_path: Path, releases: dict[str, Release]) -> None:
    good = {"text": "A", "corpus": "pow-accounts"}
    with pytest.raises(UnusablePages, match=r"some\.jsonl"):
        read_set(lines(tmp_path, good, row), releases)


def test_pages_about_no_corpus_that_is_loaded_are_refused(tmp_path: Path, releases: dict[str, Release]) -> None:
    with pytest.raises(UnusablePages, match="no corpus"):
        read_set(lines(tmp_path, {"text": "A", "incidents": ["nowhere"]}), releases)


def test_the_frozen_pages_are_never_read(releases: dict[str, Release]) -> None:
    with pytest.raises(UnusablePages, match="frozen"):
        read_set(ROOT / "tests" / "pages" / "frozen" / "mixed.jsonl", releases)


def test_the_examples_that_ship_are_two_sided(releases: dict[str, Release]) -> None:
    sets = example_sets(seeds_folder(), releases)

    assert [pages.corpus for pages in sets] == ["halven-strait", "pow-accounts"]
    assert all({bool(page.incidents) for page in pages.pages} == {True, False} for pages in sets)


def test_counts_add_up() -> None:
    both = count({"a", "b"}, {"a"}) + count({"c"}, set())

    assert both == Counts(right=1, said=3, wanted=1, quiet=1, alarms=1)
    assert (both.precision, both.recall, both.f1) == (0.3333, 1.0, 0.5)


def test_nothing_said_is_no_precision() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (None, None, 1.0)
