from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from beside.model import Block, Limit, MatcherState, Node, PageRequest, PlacedBlock
from beside.reader import AmbiguousIncident, Reader, UnknownCorpus, UnknownIncident
from beside.reading import UnreadablePage, answer, see

NEWS = "Moscow says ten of its soldiers were shot near Makiivka after they had given themselves up on 13 November 2022."
DENIAL = "Ukraine’s ombudsman Dmytro Lubinets calls the scene staged."


def cards(reader: Reader, request: PageRequest) -> list[str]:
    return [card.incident.id for card in reader.read(request).cards]


def test_a_text_is_answered_with_its_incident(reader: Reader) -> None:
    assert cards(reader, PageRequest(text=f"{NEWS} {DENIAL}")) == ["makiivka-surrender-2022-11"]


def test_blocks_are_answered_by_their_numbers_in_code_points(reader: Reader) -> None:
    text = f"🛰🛰 {NEWS} {DENIAL}"
    tree = (Node("body", -1), Node("article", 0, "article"), Node("aside", 0, "related"))
    blocks = (PlacedBlock(Block(7, text), 1), PlacedBlock(Block(9, "Sign up for our letter"), 2))
    (card,) = reader.read(PageRequest(blocks=blocks, tree=tree)).cards
    assert card.found is not None
    evidence = card.found.evidence

    assert [e.block for e in evidence] == [7, 7]
    assert [text[e.start : e.end] for e in evidence] == [NEWS, DENIAL]


def test_only_the_blocks_of_the_article_are_read(reader: Reader) -> None:
    tree = (Node("body", -1), Node("article", 0, "article"), Node("aside", 0, "related"))
    story = "The weather on the coast stays fine, says the office, and the ferries keep to their summer timetable. " * 3
    blocks = (PlacedBlock(Block(0, story), 1), PlacedBlock(Block(1, f"{NEWS} {DENIAL}"), 2))
    told = reader.read(PageRequest(blocks=blocks, tree=tree))

    assert (told.cards, told.page.blocks_read) == ((), (0,))


@pytest.mark.parametrize("request_", [PageRequest(text=""), PageRequest(html=""), PageRequest(blocks=())])
def test_an_empty_page_has_no_card(reader: Reader, request_: PageRequest) -> None:
    assert cards(reader, request_) == []


def test_a_truncated_page_is_not_complete(reader: Reader) -> None:
    (card,) = reader.read(PageRequest(text=NEWS, truncated=True)).cards

    assert not card.complete


@pytest.mark.parametrize(
    ("state", "complete"), [("ok", True), ("denied", True), ("too_slow", False), ("failed", False)]
)
def test_an_answer_without_a_matcher_is_not_complete(reader: Reader, state: str, complete: bool) -> None:
    request, chosen = PageRequest(text=f"{NEWS} {DENIAL}"), reader._chosen(("pow-accounts",))
    shelf: Any = SimpleNamespace(states=(MatcherState("places", "1.0", 1, state),), reads_leads=False)
    told = answer(see(request, chosen, reader._shelf), request, chosen, shelf)
    (card,) = told.cards

    assert card.complete is complete
    assert told.limits == (() if complete else (Limit("matcher_out", "places", state),))
    assert complete or not [account for account in card.accounts if account.on_page is False]


@pytest.mark.parametrize(("lang", "codes"), [("pl", ["language_unmeasured"]), ("uk-UA", []), ("en", [])])
def test_a_language_without_a_measure_is_told(reader: Reader, lang: str, codes: list[str]) -> None:
    assert [limit.code for limit in reader.read(PageRequest(text=NEWS, lang=lang)).limits] == codes


def test_corpora_may_be_chosen(reader: Reader) -> None:
    assert cards(reader, PageRequest(text=NEWS, corpora=("halven-strait",))) == []


def test_an_unknown_corpus_is_refused(reader: Reader) -> None:
    with pytest.raises(UnknownCorpus):
        reader.read(PageRequest(text=NEWS, corpora=("nowhere",)))


def test_hostile_html_is_cut_off_and_the_next_page_is_read(reader: Reader) -> None:
    attributes = " ".join(f"a{i}=1" for i in range(120_000))
    with pytest.raises(UnreadablePage):
        reader.read(PageRequest(html=f"<html><body {attributes}><p>{NEWS}</p></body></html>"))

    assert cards(reader, PageRequest(text=NEWS)) == ["makiivka-surrender-2022-11"]


def test_every_matcher_is_named_with_its_version(reader: Reader) -> None:
    assert {(m.state, m.version != "") for m in reader.read(PageRequest(text=NEWS)).matchers} == {("ok", True)}


def test_an_incident_has_a_card_of_its_own(reader: Reader) -> None:
    card = reader.card("makiivka-surrender-2022-11")

    assert card.found is None
    assert len(card.accounts) == 16


def test_a_release_is_found_by_its_first_digits(reader: Reader) -> None:
    sha256 = reader.releases["pow-accounts"].sha256

    assert reader.card("makiivka-surrender-2022-11", release=sha256[:8]).release == sha256


@pytest.mark.parametrize("release", ["deadbeef", "../../..", "a", ""])
def test_an_unknown_incident_or_release_is_said_so(reader: Reader, release: str) -> None:
    with pytest.raises(UnknownIncident):
        reader.card("makiivka-surrender-2022-11", release=release)
    with pytest.raises(UnknownIncident):
        reader.card("no-such-incident")


def test_an_error_names_the_corpora_that_share_an_id() -> None:
    assert "a, b" in str(AmbiguousIncident(("a", "b")))


def test_a_reader_that_is_warm_answers_as_one_that_is_not(reader: Reader) -> None:
    request = PageRequest(text="Videos from Makiivka of 13 November 2022 show captives.", published="2022-11-21")
    cold = reader.read(request)

    reader.warm()

    assert reader.read(request).cards == cold.cards
