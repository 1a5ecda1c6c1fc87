from __future__ import annotations

from beside.model import Block, Match, Page, Passage, Reason, Release, StampedMatch
from beside.ranking import rank, shipped_coefficients
from beside.ranking.conflicts import conflicts
from beside.ranking.score import score_signals
from beside.ranking.signals import Signal, signals_by_incident

INCIDENT = "hoskmar-dam-gate-2031-03"
TEXT = "Hoskmar, 20 March 2031: a gate was open at night."
BLOCKS = (Block(0, TEXT),)


def page(published: str | None = None) -> Page:
    return Page((Passage(0, 0, 0, len(TEXT), TEXT),), lang="en", published=published)


def said(
    kind: str, weight: float, target: str = f"incident:{INCIDENT}", text: str = "x", start: int = 0
) -> StampedMatch:
    return StampedMatch("test@1", Match(0, target, weight, (Reason(kind, start, start + 3, text),)))


PLACE = said("place", 0.8)
DATE = said("date", 0.5, start=9)


def ranked(release: Release, *matches: StampedMatch, published: str | None = None) -> dict[str, str]:
    found = rank(matches, page(published), BLOCKS, release.corpus)
    return {match.incident: match.band for match, _ in found}


def scored(release: Release, matches: list[StampedMatch]) -> tuple[str, float]:
    signals = signals_by_incident(matches, release.corpus)[INCIDENT]
    return INCIDENT, score_signals(signals, (), shipped_coefficients()).score


def claim_of(release: Release) -> str:
    return f"claim:{release.corpus.incidents[INCIDENT].claims[0].id}"


def words(release: Release) -> list[StampedMatch]:
    return [said("wording", 0.5, claim_of(release), f"word {n}", 20 + n) for n in range(3)]


def test_place_date_and_words_together_are_a_card(halven_strait: Release) -> None:
    assert ranked(halven_strait, PLACE, DATE, *words(halven_strait)) == {INCIDENT: "strong"}


def test_words_alone_are_no_card_however_many(halven_strait: Release) -> None:
    claim = claim_of(halven_strait)

    assert ranked(halven_strait, *(said("wording", 0.95, claim, f"w{n}", n) for n in range(40))) == {}


def test_no_single_kind_carries_a_card(halven_strait: Release) -> None:
    for kind in ("place", "date", "name", "figure", "media", "meaning", "other"):
        assert ranked(halven_strait, *(said(kind, 1.0, text=f"t{n}", start=n) for n in range(40))) == {}


def test_what_one_kind_adds_is_capped(halven_strait: Release) -> None:
    few = [PLACE, *(said("other", 1.0, text=f"t{n}", start=n) for n in range(2))]
    many = [PLACE, *(said("other", 1.0, text=f"t{n}", start=n) for n in range(40))]
    (_, few_score), (_, many_score) = (scored(halven_strait, matches) for matches in (few, many))

    assert few_score == many_score


def test_a_stranger_cannot_match_on_background(halven_strait: Release) -> None:
    (background,) = [claim for claim in halven_strait.corpus.claims if claim.background]

    assert signals_by_incident([said("wording", 1.0, f"claim:{background.id}")], halven_strait.corpus) == {}


def test_another_figure_for_the_same_thing_speaks_against_it(pow_accounts: Release) -> None:
    incident = pow_accounts.corpus.incidents["missile-strikes-count-2022-11"]
    text = "Zelensky said that 3,000 missiles had been fired at Ukraine."
    other = Page((Passage(0, 0, 0, len(text), text),), lang="en")
    window = [Signal("wording", 0, "missiles", 0.3, "C61", "test@1", Reason("wording", 25, 33, "missiles"))]

    assert conflicts(incident, window, other) == ("figure",)


def test_a_page_older_than_the_incident_cannot_speak_of_it(halven_strait: Release) -> None:
    assert ranked(halven_strait, PLACE, DATE, *words(halven_strait), published="2030-06-01") == {}


def test_the_proof_names_what_page_and_corpus_share(halven_strait: Release) -> None:
    ((match, _),) = rank([PLACE, DATE, *words(halven_strait)], page(), BLOCKS, halven_strait.corpus)

    assert [(proof.kind, proof.page) for proof in match.proof] == [("place", "Hos"), ("date", "20 ")]


def test_evidence_is_the_sentence_at_its_place(halven_strait: Release) -> None:
    ((match, _),) = rank([PLACE, DATE, *words(halven_strait)], page(), BLOCKS, halven_strait.corpus)

    assert [TEXT[e.start : e.end] for e in match.evidence] == [e.exact for e in match.evidence] == [TEXT]


def test_the_shares_of_the_reasons_add_up_to_one(halven_strait: Release) -> None:
    ((match, _),) = rank([PLACE, DATE, *words(halven_strait)], page(), BLOCKS, halven_strait.corpus)

    assert abs(sum(because.share for because in match.evidence[0].because) - 1) < 0.01


def test_the_order_of_the_matches_does_not_matter(halven_strait: Release) -> None:
    matches = [PLACE, DATE, *words(halven_strait)]

    assert rank(matches, page(), BLOCKS, halven_strait.corpus) == rank(
        matches[::-1], page(), BLOCKS, halven_strait.corpus
    )
