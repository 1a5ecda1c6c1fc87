from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from beside.corpus import open_release, seal_claims
from beside.home import Home
from beside.indexing import index_of
from beside.model import Block, Match, Page, Passage, Reason, StampedMatch
from beside.passages import split_passages
from beside.plain_matches import Lifted, _found, _match, _strange, match_plain, told_of
from beside.retrieval import Carried, IndexedClaim, PlainIncident, build_index, open_index

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
    why = (Reason("other", 0, 4, "x"),)
    told = [StampedMatch(f"{name}@1", Match(0, "claim:a", 0.5, why)) for name in ("minilm", "e5", "ships")]

    assert _strange(told) == {"ships@1": {"claim:a": 0.5}}


def test_what_a_stranger_gives_no_reason_for_does_not_count() -> None:
    assert _strange([StampedMatch("ships@1", Match(0, "claim:a", 0.5))]) == {}


CLAIMS = (
    ("ferry", "Ferry Marisole runs aground off Dunmore, 212 passengers taken to safety"),
    ("ferry", "Captain Ilvane says that fog hid the Dunmore lighthouse from the ferry Marisole"),
    ("bridge", "Mayor Torvald Quist opens the Harnell bridge two years late"),
    ("race", "Rower Anneke Fjordal wins the lake regatta for the third time"),
)
ONE_WORD = "A shop in Dunmore closed."
TWO_WORDS = "A ship sat on the rocks off Dunmore by the lighthouse."


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., list[Lifted]]:
    """What a page of one sentence speaks of, with a stranger that is certain of the ferry, or without."""
    build_index((IndexedClaim(f"c{n}", i, text) for n, (i, text) in enumerate(CLAIMS)), tmp_path / "x.index")
    index = open_index(tmp_path / "x.index")

    def found(text: str, *stamps: str) -> list[Lifted]:
        said = Match(0, "incident:ferry", 1.0, (Reason("other", 0, 6, "sea"),))
        page = Page((Passage(0, 0, 0, len(text), text),), lang="en")
        return _found(page, index, [StampedMatch(stamp, said) for stamp in stamps])

    return found


@pytest.mark.parametrize("strangers", [1, 9])
def test_of_a_single_shared_word_no_stranger_makes_a_card(found: Callable[..., list[Lifted]], strangers: int) -> None:
    assert found(ONE_WORD, *(f"ships{n}@1" for n in range(strangers))) == []


def test_of_more_a_stranger_makes_one_and_has_its_share_of_the_score(found: Callable[..., list[Lifted]]) -> None:
    (plain,), (lifted,) = found(TWO_WORDS), found(TWO_WORDS, "ships@1")

    assert lifted.incident.score > plain.incident.score
    assert lifted.owed["ships@1"] == pytest.approx(1 - plain.incident.score / lifted.incident.score, abs=0.001)


def test_a_stranger_that_lifted_a_card_is_named_in_its_reasons() -> None:
    said = StampedMatch("ships@1", Match(1, "claim:a", 1.0, (Reason("other", 19, 25, "alight"),)))
    one = PlainIncident("fire", "strong", 0.9, CARRIED)
    (evidence,) = _match(one, PAGE, (Block(0, TEXT),), {}, Lifted(one, {"ships@1": 0.2}, (said,))).evidence

    assert [(b.matcher, TEXT[b.start : b.end], b.corpus, b.share) for b in evidence.because] == [
        ("retrieval@1", "ferry", "ferries", 0.2),
        ("retrieval@1", "Larkspur", "Larkspur", 0.4),
        ("ships@1", "burned", "alight", 0.2),
        ("retrieval@1", "630", "630", 0.2),
    ]


@pytest.fixture
def stances(tmp_path: Path, home: Home) -> Callable[[str], set[str | None]]:
    """The stances that a page is said to take on the claims it carries."""
    rows = (
        {"id": f"c{n}", "incident": incident, "text": text, "lang": "en"} for n, (incident, text) in enumerate(CLAIMS)
    )
    (tmp_path / "claims.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    path = seal_claims(home.root, tmp_path / "claims.jsonl", "harbour").path
    assert path
    release = open_release(path)

    def stances(text: str) -> set[str | None]:
        blocks = (Block(0, text),)
        ((found, _),) = match_plain(
            Page(split_passages(blocks), lang="en"), blocks, index_of(release), (), release.corpus
        )
        return {claim.stance for evidence in found.evidence for claim in evidence.claims}

    return stances


def test_a_denial_is_told_where_a_headline_words_it_as_one(stances: Callable[[str], set[str | None]]) -> None:
    assert stances("Ferry Marisole aground off Dunmore with 212 passengers: the story is fake, a hoax") == {"denies"}


def test_of_an_article_no_stance_is_told(stances: Callable[[str], set[str | None]]) -> None:
    told = "Posts say the ferry Marisole ran aground off Dunmore, 212 passengers taken to safety. The story is fake, a hoax."

    assert stances(told) == {None}
