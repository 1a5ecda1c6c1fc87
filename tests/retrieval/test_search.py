from __future__ import annotations

from pathlib import Path

import pytest

from beside.retrieval import ClaimIndex, IndexedClaim, build_index, candidates, open_index, search
from beside.retrieval.search import MEANINGS, expected, shipped_decisions

CLAIMS = {
    "ferry": ("A photograph shows a ferry burning off Halven Point in 2021.", "Did a Ferry Burn Off Halven Point?"),
    "lanterns": ("Two hundred lanterns were lit at Dunmore harbour.", "Were 200 Lanterns Lit at Dunmore?"),
    "walrus": ("A walrus named Osgood was elected mayor of Dunmore.", "Was a Walrus Elected Mayor?"),
    "fishers": ("630 fishermen were freed at Tarrow on Friday.", ""),
    "attack": ("Arlen attacked Wendover with seven boats.", ""),
    "bread": ("The bakers of Tarrow give away bread on Mondays.", "Free Bread in Tarrow?"),
    "untitled": ("The lighthouse of Halven Point was painted green.", ""),
}


@pytest.fixture
def index(tmp_path: Path) -> ClaimIndex:
    # Other claims around them: in a corpus of five, no word is rare.
    fillers = ((f"f{n}", f"A report says that street {n} of Tarrow was closed", f"Street {n}") for n in range(300))
    made = (*((claim, *said) for claim, said in CLAIMS.items()), *fillers)
    build_index((IndexedClaim(claim, claim, text, title) for claim, text, title in made), tmp_path / "x.index")
    return open_index(tmp_path / "x.index")


def test_the_claim_that_a_post_speaks_of_comes_first_and_is_likely(index: ClaimIndex) -> None:
    first, second = search("Look: a ferry is burning off Halven Point right now!", "en", index, 2)

    assert (first.claim, first.incident) == ("ferry", "ferry")
    assert first.score > 0.5 > second.score


def test_a_text_about_something_else_is_unlikely(index: ClaimIndex) -> None:
    hits = search("My sister was at Dunmore last year and did not like the weather at all", "en", index, 10)

    assert max(hit.score for hit in hits) < 0.3


@pytest.mark.parametrize(
    ("text", "altered"),
    [
        ("630 fishermen were freed at Tarrow on Friday", "603 fishermen were freed at Tarrow on Friday"),
        ("Arlen attacked Wendover with seven boats", "Wendover attacked Arlen with seven boats"),
        ("Arlen attacked Wendover with seven boats", "Arlen did not attack Wendover with seven boats"),
    ],
)
def test_a_claim_with_one_thing_altered_comes_first_and_is_unlikely(index: ClaimIndex, text: str, altered: str) -> None:
    same, other = (search(said, "en", index, 1)[0] for said in (text, altered))

    assert same.claim == other.claim
    assert same.score > 0.9
    assert other.score < 0.5


def test_scores_fall_with_the_rank(index: ClaimIndex) -> None:
    scores = [hit.score for hit in search("A report of lanterns on a street of Tarrow, at Dunmore", "en", index, 400)]

    assert len(scores) > 200
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_glued_words_find_their_claim(index: ClaimIndex) -> None:
    assert search("haha OsgoodTheWalrus for mayor", "en", index, 1)[0].claim == "walrus"


def test_a_claim_without_a_title_can_come_first(index: ClaimIndex) -> None:
    first = search("They painted the lighthouse green at Halven Point", "en", index, 1)[0]

    assert first.claim == "untitled"
    assert first.score > 0.5


@pytest.mark.parametrize("text", ["", "🙂", "the and of", "zyxomma qwertz"])
def test_a_text_without_a_known_word_finds_nothing(index: ClaimIndex, text: str) -> None:
    assert search(text, "en", index, 10) == ()


@pytest.mark.parametrize("matcher", MEANINGS)
def test_meaning_lifts_a_claim_that_shares_few_words(index: ClaimIndex, matcher: str) -> None:
    text = "Fire on the boat at Halven"
    near = {c.claim: 0.1 for c in candidates(text, "en", index)}

    plain = {hit.claim: hit.score for hit in search(text, "en", index, 5)}
    told = search(text, "en", index, 5, {matcher: near | {"ferry": 0.9}})
    assert told[0].claim == "ferry"
    assert told[0].score > plain["ferry"]


def test_a_matcher_that_nothing_was_fitted_for_changes_nothing(index: ClaimIndex) -> None:
    text = "Fire on the boat at Halven"

    assert search(text, "en", index, 5, {"guess": {"bread": 1.0}}) == search(text, "en", index, 5)


def test_there_are_numbers_for_every_choice_of_matchers() -> None:
    assert set(shipped_decisions()) == {(), ("e5",), ("minilm",), ("e5", "minilm")}


def test_the_same_text_gives_the_same_hits(index: ClaimIndex) -> None:
    text = "A ferry, a walrus, lanterns at Dunmore"

    assert search(text, "en", index, 10) == search(text, "en", index, 10)


def test_what_one_matcher_left_out_is_expected_from_the_other() -> None:
    told = {
        "e5": {"a": 0.2, "b": 0.4, "c": 0.6, "d": 0.8},
        "minilm": {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.4, "e": 0.25},
    }

    assert expected(told)["e5"]["e"] == pytest.approx(0.5)
    assert expected(told)["e5"]["a"] == 0.2
    assert expected(told)["minilm"] == told["minilm"]


def test_a_matcher_alone_stands_for_itself() -> None:
    assert expected({"e5": {"a": 0.2}}) == {"e5": {"a": 0.2}}


def test_of_no_claim_is_expected_more_than_was_told_of_any() -> None:
    told = {
        "e5": {"a": 0.2, "b": 0.4, "c": 0.6, "d": 0.8},
        "minilm": {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.4, "e": 0.9},
    }

    assert expected(told)["e5"]["e"] == 0.8
