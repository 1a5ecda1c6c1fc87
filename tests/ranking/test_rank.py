from __future__ import annotations

import pytest

from beside.model import Block, Match, Page, Passage, Reason, Release, StampedMatch
from beside.ranking import Ranker
from beside.ranking.known import Known
from beside.ranking.signals import signals_by_incident

INCIDENT = "hoskmar-dam-gate-2031-03"
TEXT = "Hoskmar, 20 March 2031: a gate was open at night."
BLOCKS = (Block(0, TEXT),)


def page(published: str | None = None) -> Page:
    return Page((Passage(0, 0, 0, len(TEXT), TEXT),), lang="en", published=published)


def said(
    kind: str, weight: float, target: str = f"incident:{INCIDENT}", text: str = "x", start: int = 0, matcher: str = ""
) -> StampedMatch:
    return StampedMatch(matcher or f"{kind}@1", Match(0, target, weight, (Reason(kind, start, start + 3, text),)))


PLACE = said("place", 0.8)
DATE = said("date", 0.5, start=9)


@pytest.fixture(scope="module")
def ranker(halven_strait: Release) -> Ranker:
    return Ranker(halven_strait.corpus)


@pytest.fixture(scope="module")
def words(halven_strait: Release) -> list[StampedMatch]:
    """Half a dozen words that the claims of the incident are worded in."""
    known = Known.of(halven_strait.corpus)
    telling = sorted(known.matters[INCIDENT].keys, key=lambda key: (-known.weight[key], key))[:6]
    said_as = {key: word for word, key in known.key_of.items()}
    return [said("wording", 0.3, text=said_as[key], start=20 + n) for n, key in enumerate(telling)]


def ranked(ranker: Ranker, *matches: StampedMatch, published: str | None = None) -> dict[str, str]:
    return {match.incident: match.band for match, _ in ranker.rank(matches, page(published), BLOCKS)}


def test_place_date_and_words_together_are_a_card(ranker: Ranker, words: list[StampedMatch]) -> None:
    assert ranked(ranker, PLACE, DATE, *words) == {INCIDENT: "strong"}


def test_words_alone_are_no_card_however_many(ranker: Ranker, halven_strait: Release) -> None:
    known = Known.of(halven_strait.corpus)
    every = [said("wording", 0.95, text=word, start=n) for n, word in enumerate(known.key_of)]

    assert ranked(ranker, *every) == {}


@pytest.mark.parametrize("kind", ["place", "date", "name", "figure", "media", "meaning", "other"])
def test_no_single_kind_carries_a_card(ranker: Ranker, kind: str) -> None:
    assert ranked(ranker, *(said(kind, 1.0, text=f"t{n}", start=n) for n in range(40))) == {}


def test_no_matcher_carries_a_card_alone_however_many_kinds_it_gives(ranker: Ranker) -> None:
    kinds = ("place", "date", "name", "figure", "quotation")

    assert ranked(ranker, *(said(kind, 1.0, text=kind, start=n, matcher="one@1") for n, kind in enumerate(kinds))) == {}


def test_what_one_kind_adds_is_capped(ranker: Ranker) -> None:
    few = [PLACE, *(said("other", 1.0, text=f"t{n}", start=n) for n in range(2))]
    many = [PLACE, *(said("other", 1.0, text=f"t{n}", start=n) for n in range(40))]
    (of_few,), (of_many,) = (ranker.describe(matches, page()) for matches in (few, many))

    assert of_few.features == of_many.features


def test_a_stranger_cannot_match_on_background(halven_strait: Release) -> None:
    (background,) = [claim for claim in halven_strait.corpus.claims if claim.background]
    known = Known.of(halven_strait.corpus)

    assert signals_by_incident([said("wording", 1.0, f"claim:{background.id}")], known) == {}


def test_a_page_older_than_the_incident_cannot_speak_of_it(ranker: Ranker, words: list[StampedMatch]) -> None:
    assert ranked(ranker, PLACE, *words, published="2030-06-01") == {}


def test_the_proof_names_what_page_and_corpus_share(ranker: Ranker, words: list[StampedMatch]) -> None:
    ((match, _),) = ranker.rank([PLACE, DATE, *words], page(), BLOCKS)

    assert [(proof.kind, proof.page) for proof in match.proof] == [("place", "Hos"), ("date", "20 ")]


def test_evidence_is_the_sentence_at_its_place(ranker: Ranker, words: list[StampedMatch]) -> None:
    ((match, _),) = ranker.rank([PLACE, DATE, *words], page(), BLOCKS)

    assert [TEXT[e.start : e.end] for e in match.evidence] == [e.exact for e in match.evidence] == [TEXT]


def test_the_shares_of_the_reasons_add_up_to_one(ranker: Ranker, words: list[StampedMatch]) -> None:
    ((match, _),) = ranker.rank([PLACE, DATE, *words], page(), BLOCKS)

    assert abs(sum(because.share for because in match.evidence[0].because) - 1) < 0.01


def test_the_order_of_the_matches_does_not_matter(ranker: Ranker, words: list[StampedMatch]) -> None:
    matches = [PLACE, DATE, *words]

    assert ranker.rank(matches, page(), BLOCKS) == ranker.rank(matches[::-1], page(), BLOCKS)
