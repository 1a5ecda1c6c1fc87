"""An incident's own words in the reader's language, where the record has them; the words of others as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from beside.cards import deal
from beside.corpus import publish, seal
from beside.home import Home
from beside.model import Card, Corpus, Incident, PageRequest, Release
from beside.reader import Reader, open_reader
from beside.settings import load_settings

MAKIIVKA = "makiivka-surrender-2022-11"
PAGE = "Відео з Макіївки, листопад 2022 року: Москва каже, що десятьох її військових застрелили після здачі в полон."


def card(release: Release, incident: str, reader: str) -> Card:
    return deal(release.corpus.incidents[incident], release, reader=reader)


def untranslated(corpus: Corpus) -> Corpus:
    without: dict[str, Incident] = {i: replace(one, translations=()) for i, one in corpus.incidents.items()}
    return replace(corpus, incidents=without)


@pytest.fixture
def without(home: Home, pow_accounts: Release) -> Iterator[Reader]:
    """A reader over the first corpus, its translations taken out."""
    home.root.mkdir(parents=True, exist_ok=True)
    home.settings.write_text("[matchers]\nhard_ms = 20_000\n", "utf-8")
    publish(home.root, "pow-accounts", seal(home.root, untranslated(pow_accounts.corpus)).sha256)
    reader = open_reader(home, load_settings(home.settings, {}, deny=("e5", "minilm")))
    yield reader
    reader.close()


@pytest.mark.parametrize(
    ("language", "title", "place"),
    [
        ("uk-UA", "Відео з Макіївки, листопад 2022 року", ("Макіївка", "Луганська область")),
        ("ru", "Видео из Макеевки, ноябрь 2022 года", ("Макеевка", "Луганская область")),
    ],
)
def test_a_card_is_worded_in_the_language_of_its_reader(
    pow_accounts: Release, language: str, title: str, place: tuple[str, str]
) -> None:
    told = card(pow_accounts, MAKIIVKA, language)

    assert (told.translated, told.incident.title) == (language[:2], title)
    assert [(where.name, where.admin) for where in told.incident.where] == [place]
    assert {one.text.isascii() for one in told.claims.values()} == {False}
    assert {figure.what.isascii() for figure in told.figures} == {False}


def test_what_is_said_of_others_words_stays_as_it_is_on_record(pow_accounts: Release) -> None:
    told = [card(pow_accounts, MAKIIVKA, reader) for reader in ("en", "uk", "ru")]

    assert told[0].accounts == told[1].accounts == told[2].accounts


def test_without_a_translation_the_card_is_in_the_language_of_the_record(pow_accounts: Release) -> None:
    told = card(pow_accounts, MAKIIVKA, "de")

    assert (told.translated, told.incident.title) == (None, "Videos from Makiivka, November 2022")


def test_the_shelf_is_worded_in_the_language_of_the_reader(pow_accounts: Release) -> None:
    others = card(pow_accounts, MAKIIVKA, "uk").parallel

    assert {(other.translated, other.title.isascii()) for other in others} == {("uk", False)}


def test_a_card_counts_and_orders_the_same_in_every_language(pow_accounts: Release) -> None:
    for incident in pow_accounts.corpus.incidents:
        cards = [card(pow_accounts, incident, reader) for reader in ("en", "uk", "ru")]
        figures = {tuple((f.unit, f.given, f.sums) for f in one.figures) for one in cards}
        assert len(figures) == 1
        assert len({(one.state, tuple(other.incident for other in one.parallel)) for one in cards}) == 1


def test_nothing_is_matched_by_a_translation(reader: Reader, without: Reader) -> None:
    request = PageRequest(text=PAGE, corpora=("pow-accounts",))
    (told,), (bare,) = (one.read(request).cards for one in (reader, without))

    assert told.found == bare.found
    assert told.found is not None
