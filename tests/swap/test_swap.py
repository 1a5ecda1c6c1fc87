"""Neutrality as a unit test: exchange the sides in corpus and pages alike, and every decision stays what it was."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from mirror import INVENTED, INVENTED_EXCHANGED, REAL_EXCHANGED, Exchange, mirrored

from beside.corpus import publish, seal
from beside.home import find_home
from beside.model import Answer, PageRequest, Release
from beside.reader import Reader, open_reader
from beside.settings import load_settings

PAGES = Path(__file__).resolve().parent.parent / "pages" / "open"


def english_pages() -> list[dict[str, str]]:
    lines = [
        line for name in ("wires", "long-reads") for line in (PAGES / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    return [page for page in map(json.loads, lines) if page["lang"] == "en"]


def mirrored_reader(release: Release, change: Exchange, folder: Path) -> Reader:
    home = find_home({"BESIDE_HOME": str(folder)})
    publish(home.root, "pow-accounts", seal(home.root, mirrored(release.corpus, change)).sha256)
    home.settings.write_text("[matchers]\nhard_ms = 20_000\n", "utf-8")  # a busy machine must not cost an answer
    return open_reader(home, load_settings(home.settings, {}, deny=("e5", "minilm")))


def read(reader: Reader, page: dict[str, str], change: Exchange) -> Answer:
    text = change(f"{page['title']}\n{page['text']}")
    return reader.read(PageRequest(text=text, published=page["published"], lang="en", corpora=("pow-accounts",)))


def decisions(answer: Answer) -> list[tuple[str, str, int, int]]:
    """Which incidents, in which band and order, with how many passages and accounts."""
    return [
        (card.incident.id, card.found.band, len(card.found.evidence), len(card.accounts))
        for card in answer.cards
        if card.found
    ]


def scores(answer: Answer) -> list[float]:
    return [card.found.score for card in answer.cards if card.found]


@pytest.fixture(
    scope="module", params=[(str, REAL_EXCHANGED), (INVENTED, INVENTED_EXCHANGED)], ids=["real", "invented"]
)
def tellings(
    request: pytest.FixtureRequest, pow_accounts: Release, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[tuple[Reader, Exchange], tuple[Reader, Exchange]]]:
    """A corpus told with the sides one way and the other, each with how to tell a page."""
    one, other = request.param
    readers = [mirrored_reader(pow_accounts, change, tmp_path_factory.mktemp("telling")) for change in (one, other)]
    yield (readers[0], one), (readers[1], other)
    for reader in readers:
        reader.close()


@pytest.mark.parametrize("page", english_pages(), ids=lambda page: page["id"])
def test_decisions_are_the_same_with_the_sides_exchanged(
    page: dict[str, str], tellings: tuple[tuple[Reader, Exchange], tuple[Reader, Exchange]]
) -> None:
    one, other = (read(reader, page, change) for reader, change in tellings)

    assert decisions(one) == decisions(other)
    assert scores(one) == pytest.approx(scores(other), abs=0.01)


@pytest.mark.parametrize("noun", ["Russian", "Ukrainian"])
def test_a_page_whose_victims_alone_are_exchanged_does_not_match(noun: str, reader: Reader) -> None:
    text = (
        f"Moscow says a video made in Makiivka in November 2022 shows the execution of {noun} soldiers who had "
        f"surrendered. Kyiv's ombudsman says that the captured {noun} soldiers opened fire. The UN is looking into it."
    )
    answer = reader.read(PageRequest(text=text, lang="en", corpora=("pow-accounts",)))

    assert ("makiivka-surrender-2022-11" in {card.incident.id for card in answer.cards}) is (noun == "Russian")
