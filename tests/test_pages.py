"""Whole pages, written by someone who had not seen the matchers. Which incidents does each speak of?

The decision's numbers were set with these pages in view (docs/decisions/006): a regression test, no measure of quality.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml.html import document_fromstring

from beside.home import Home
from beside.model import Answer, PageRequest
from beside.reader import Reader, open_reader
from beside.settings import load_settings

PAGES = sorted(path.parent for path in (Path(__file__).parent / "pages").glob("*/expected.json"))


@cache
def expected(page: Path) -> Any:
    return json.loads((page / "expected.json").read_text("utf-8"))


def answer(page: Path, reader: Reader) -> Answer:
    html = (page / "page.html").read_text("utf-8")
    return reader.read(PageRequest(html=html, corpora=("pow-accounts",)))


def incidents(answer: Answer) -> set[str]:
    return {card.incident.id for card in answer.cards}


@pytest.fixture(scope="module")
def reader_without_quotation(published_home: Home) -> Any:
    settings = load_settings(published_home.settings, {}, deny=["quotation"])
    reader = open_reader(published_home, settings)
    yield reader
    reader.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_answers_exactly_its_incidents(page: Path, reader: Reader) -> None:
    assert incidents(answer(page, reader)) == set(expected(page)["incidents"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_it_does_so_without_the_quotation_matcher(page: Path, reader_without_quotation: Reader) -> None:
    assert incidents(answer(page, reader_without_quotation)) == set(expected(page)["incidents"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_evidence_stands_verbatim_in_the_page(page: Path, reader: Reader) -> None:
    shown = " ".join(document_fromstring((page / "page.html").read_text("utf-8")).text_content().split())
    found = [card.found for card in answer(page, reader).cards if card.found]

    assert all(match.evidence for match in found)
    assert [e.exact for match in found for e in match.evidence if " ".join(e.exact.split()) not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_sentence_the_author_meant_is_among_the_evidence(page: Path, reader: Reader) -> None:
    meant = expected(page).get("evidence", {})
    for card in answer(page, reader).cards:
        found = [" ".join(e.exact.split()) for e in (card.found.evidence if card.found else ())]
        fragments = [" ".join(fragment.split()) for fragment in meant[card.incident.id]]

        assert any(fragment in exact or exact in fragment for fragment in fragments for exact in found)
