from __future__ import annotations

from beside.model import Block, Match, Page, Passage, StampedMatch
from beside.plain_matches import _match, _strange, told_of
from beside.retrieval import Carried, PlainIncident

TEXT = "News. The ferry Larkspur burned with 630 crates. It was May."
PAGE = Page((Passage(0, 0, 0, 5, TEXT[:5]), Passage(1, 0, 6, 48, TEXT[6:48])), lang="en")
CARRIED = (
    Carried(1, 4, 9, "wording", "ferries", "a", 1.0),
    Carried(1, 10, 18, "name", "Larkspur", "b", 2.0),
    Carried(1, 31, 34, "figure", "630", "b", 1.0),
)


def test_evidence_stands_where_the_page_has_it() -> None:
    found = _match(PlainIncident("fire", "strong", 0.9, CARRIED), PAGE, (Block(3, TEXT),), {"b": "denies"})
    (evidence,) = found.evidence

    assert (evidence.block, TEXT[evidence.start : evidence.end]) == (3, evidence.exact)
    assert [(claim.claim, claim.stance) for claim in evidence.claims] == [("b", "denies"), ("a", None)]
    assert [TEXT[b.start : b.end] for b in evidence.because] == ["ferry", "Larkspur", "630"]
    assert [because.share for because in evidence.because] == [0.25, 0.5, 0.25]


def test_names_and_figures_are_shown_as_shared_and_words_are_not() -> None:
    found = _match(PlainIncident("fire", "strong", 0.9, CARRIED), PAGE, (Block(0, TEXT),), {})

    assert [(proof.kind, proof.page) for proof in found.proof] == [("name", "Larkspur"), ("figure", "630")]
    assert (found.band, found.score, found.on_page) == ("strong", 0.9, frozenset())


def test_text_cut_from_html_is_found_by_its_quote() -> None:
    (evidence,) = _match(PlainIncident("fire", "possible", 0.5, CARRIED), PAGE, (Block(None, TEXT),), {}).evidence

    assert (evidence.block, evidence.start, evidence.end) == (None, None, None)
    assert (evidence.prefix, evidence.suffix) == ("News. ", " It was May.")


def test_what_matchers_told_is_kept_apart() -> None:
    told = [StampedMatch(f"{name}@1", Match(0, "claim:a", weight)) for name, weight in (("m", 0.2), ("e", 0.7))]

    assert told_of(told) == {"m": {"a": 0.2}, "e": {"a": 0.7}}


def test_a_claim_that_a_matcher_weighed_twice_has_the_higher_weight() -> None:
    told = [StampedMatch("m@1", Match(0, target, weight)) for target, weight in (("claim:a", 0.2), ("claim:a", 0.7))]

    assert told_of([*told, StampedMatch("m@1", Match(0, "incident:x", 0.9))]) == {"m": {"a": 0.7}}


def test_what_strangers_say_is_kept_by_itself() -> None:
    told = [StampedMatch(f"{name}@1", Match(0, "claim:a", 0.5)) for name in ("minilm", "e5", "ships")]

    assert _strange(told) == {"ships@1": {"claim:a": 0.5}}
