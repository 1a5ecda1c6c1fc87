"""How a stranger's matcher counts: at once, capped, never against a card of the shelf, never alone."""

from __future__ import annotations

import pytest

from beside.model import Block, Match, Page, Passage, Reason, Release, StampedMatch
from beside.ranking import Judged, Ranker
from beside.ranking.known import Known
from beside.ranking.strangers import MOST, MOST_TOGETHER

INCIDENT = "hoskmar-dam-gate-2031-03"
TEXT = "Hoskmar, 20 March 2031: a gate was open at night."
BLOCKS = (Block(0, TEXT),)
PAGE = Page((Passage(0, 0, 0, len(TEXT), TEXT),), lang="en")
SHELF = ("place", "date", "wording")


def said(kind: str, weight: float, text: str = "x", start: int = 0, matcher: str = "") -> StampedMatch:
    because = (Reason(kind, start, start + 3, text),)
    return StampedMatch(matcher or f"{kind}@1", Match(0, f"incident:{INCIDENT}", weight, because))


def flood(matcher: str) -> list[StampedMatch]:
    kinds = ("place", "date", "name", "figure", "quotation", "media", "other")
    return [said(kind, 1.0, f"t{n}", n, matcher) for kind in kinds for n in range(9)]


PLACE, DATE = said("place", 0.8), said("date", 0.5, start=9)
SHIP = said("other", 1.0, "the Hoskmar", 2, "ships@0.1")


@pytest.fixture(scope="module")
def ranker(halven_strait: Release) -> Ranker:
    return Ranker(halven_strait.corpus, shelf=SHELF)


@pytest.fixture(scope="module")
def words(halven_strait: Release) -> list[StampedMatch]:
    """Half a dozen words that the claims of the incident are worded in."""
    known = Known.of(halven_strait.corpus)
    telling = sorted(known.matters[INCIDENT].keys, key=lambda key: (-known.weight[key], key))[:6]
    said_as = {key: word for word, key in known.key_of.items()}
    return [said("wording", 0.3, said_as[key], 20 + n) for n, key in enumerate(telling)]


def cards(ranker: Ranker, *matches: StampedMatch) -> list[str]:
    return [match.band for match, _ in ranker.rank(matches, PAGE, BLOCKS)]


def judged(ranker: Ranker, *matches: StampedMatch) -> Judged:
    (one,) = ranker.judge(matches, PAGE)
    return one


def test_a_stranger_makes_a_card_of_what_the_shelf_nearly_took_for_one(
    ranker: Ranker, words: list[StampedMatch]
) -> None:
    near = [PLACE, *words[:4]]

    assert (cards(ranker, *near), cards(ranker, *near, SHIP)) == ([], ["possible"])


def test_a_kind_that_nobody_has_fitted_counts_too(ranker: Ranker, words: list[StampedMatch]) -> None:
    before, after = judged(ranker, PLACE, *words), judged(ranker, PLACE, *words, SHIP)

    assert after.scored.score > before.scored.score


def test_one_stranger_adds_so_much_and_no_more_however_much_it_says(ranker: Ranker, words: list[StampedMatch]) -> None:
    assert judged(ranker, PLACE, *words, *flood("ships@0.1")).lift == MOST


def test_ten_strangers_add_no_more_than_a_few(ranker: Ranker, words: list[StampedMatch]) -> None:
    crowd = [match for n in range(10) for match in flood(f"ships{n}@0.1")]

    assert judged(ranker, PLACE, *words, *crowd).lift == MOST_TOGETHER


@pytest.mark.parametrize("strangers", [1, 10])
def test_no_stranger_carries_a_card_alone_nor_do_many(ranker: Ranker, strangers: int) -> None:
    crowd = [match for n in range(strangers) for match in flood(f"ships{n}@0.1")]

    assert cards(ranker, *crowd) == []
    assert cards(ranker, said("wording", 0.3, "gate", 30), *crowd) == []


def test_the_pages_own_date_is_no_second_matcher_for_a_stranger(ranker: Ranker) -> None:
    dated = Page(PAGE.passages, lang="en", published="2031-03-21")

    assert ranker.rank(flood("ships@0.1"), dated, BLOCKS) == ()


def test_a_stranger_never_costs_a_card(ranker: Ranker, words: list[StampedMatch], halven_strait: Release) -> None:
    others = [incident for incident in halven_strait.corpus.incidents if incident != INCIDENT]
    rivals = [
        StampedMatch("ships@0.1", Match(0, f"incident:{other}", 1.0, (Reason(kind, 0, 9, f"{other} {n}"),)))
        for other in others
        for kind in ("place", "date", "figure", "quotation")
        for n in range(9)
    ]

    near = [DATE, *words[:4]]

    assert cards(ranker, *near, *rivals) == cards(ranker, *near) == ["possible"]


def test_a_stranger_that_repeats_the_shelf_takes_no_voice_from_it(ranker: Ranker, words: list[StampedMatch]) -> None:
    shelf = [PLACE, DATE, *words]
    echo = [StampedMatch("echo@1", Match(0, s.match.target, 1.0, s.match.because)) for s in shelf]

    assert cards(ranker, *shelf, *echo) == ["strong"]
    assert judged(ranker, *shelf, *echo).lift == 0.0


def test_without_strangers_nothing_is_otherwise(halven_strait: Release, words: list[StampedMatch]) -> None:
    everybody, shelf = Ranker(halven_strait.corpus), Ranker(halven_strait.corpus, shelf=SHELF)
    matches = [PLACE, DATE, *words]

    assert shelf.rank(matches, PAGE, BLOCKS) == everybody.rank(matches, PAGE, BLOCKS)


def test_a_strangers_reason_is_shown_under_its_own_name(ranker: Ranker, words: list[StampedMatch]) -> None:
    ((match, _),) = ranker.rank([PLACE, DATE, *words, SHIP], PAGE, BLOCKS)

    assert "ships@0.1" in {because.matcher for evidence in match.evidence for because in evidence.because}
