"""Aliases are attested names, never keywords: a keyword would make a page match by its subject."""

from __future__ import annotations

import pytest

from beside.language import rarity, words
from beside.model import Alias, Corpus, Release
from beside.reader import Reader

COMMON = 0.25  # below this a word is as common as "letter" or "village"


def aliases(corpus: Corpus) -> list[Alias]:
    agents = [alias for agent in corpus.agents.values() for alias in agent.aliases]
    places = [alias for i in corpus.incidents.values() for place in i.where for alias in place.aliases]
    media = [alias for i in corpus.incidents.values() for medium in i.media for alias in medium.aliases]
    return [*agents, *places, *media, *(alias for i in corpus.incidents.values() for alias in i.aliases)]


@pytest.fixture(params=["halven-strait", "pow-accounts"])
def release(request: pytest.FixtureRequest, reader: Reader) -> Release:
    return reader.releases[request.param]


def test_an_alias_is_written_as_a_name(release: Release) -> None:
    assert [alias.text for alias in aliases(release.corpus) if alias.text == alias.text.casefold()] == []


def test_no_alias_is_a_common_word(release: Release) -> None:
    single = [(a.text, words(a.text, a.lang)) for a in aliases(release.corpus) if len(words(a.text, a.lang)) == 1]
    # An acronym is looked for in capitals, so that "UN" never is "un".
    names = [(text, line[0].folded) for text, line in single if not text.isupper()]

    assert [text for text, folded in names if rarity(folded) < COMMON] == []
