"""Which incidents of plain claims a page speaks of. All claims are invented, as are the countries in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from beside.model import Page, Passage
from beside.ranking.strangers import MOST_TOGETHER, UNFITTED, plain_lift
from beside.retrieval import ClaimIndex, IndexedClaim, PlainIncident, build_index, open_index, plain_incidents
from beside.retrieval.incidents import shipped_decisions

FERRY = "Ferry Marisole runs aground off Dunmore, 212 passengers taken to safety"
CLAIMS = (
    ("ferry", FERRY),
    ("ferry", "Captain Ilvane says that fog hid the Dunmore lighthouse from the ferry Marisole"),
    ("cheese", "Baker from Ostrel claims the largest cheese pie of the province, 340 kilograms"),
    ("bridge", "Mayor Torvald Quist opens the Harnell bridge two years late"),
    ("orchard", "Late frost destroys half of the apricot harvest in the Velm valley"),
    ("museum", "Museum of clocks in Pellworth reopens after repairs to its roof"),
    ("race", "Rower Anneke Fjordal wins the lake regatta for the third time"),
)
SPEAKS = (
    "Ferry Marisole aground in fog off Dunmore",
    "The ferry Marisole ran aground near Dunmore on Tuesday, and all 212 passengers were taken to safety.",
    "Captain Ilvane told the harbour office that he could not see the lighthouse.",
    "The weather will stay mild.",
)
LOOK_ALIKE = (
    "Ferry Bellatrix collides with a pier in Wexcombe",
    "The ferry Bellatrix struck a pier on Friday; 34 passengers waited for buses.",
    "Its captain said that the engine had failed.",
)


@pytest.fixture
def index(tmp_path: Path) -> ClaimIndex:
    claims = (IndexedClaim(f"c{number}", incident, text) for number, (incident, text) in enumerate(CLAIMS))
    build_index(claims, tmp_path / "x.index")
    return open_index(tmp_path / "x.index")


def page(*texts: str, title: str = "") -> Page:
    return Page(tuple(Passage(n, n, 0, len(text), text) for n, text in enumerate(texts)), title, "en")


def shown(found: tuple[PlainIncident, ...]) -> list[tuple[str, str]]:
    return [(incident.incident, incident.band) for incident in found]


def test_the_incident_that_the_page_speaks_of_is_found(index: ClaimIndex) -> None:
    found = plain_incidents(page(*SPEAKS), index)

    assert shown(found) == [("ferry", "strong")]
    assert 0.9 < found[0].score <= 1


def test_a_page_about_a_look_alike_finds_nothing(index: ClaimIndex) -> None:
    assert plain_incidents(page(*LOOK_ALIKE), index) == ()


@pytest.mark.parametrize("texts", [(), ("",), ("The weather will stay mild.",), ("the and of",), ("💧" * 50,)])
def test_a_page_about_nothing_known_finds_nothing(index: ClaimIndex, texts: tuple[str, ...]) -> None:
    assert plain_incidents(page(*texts), index) == ()


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    build_index((), tmp_path / "x.index")

    assert plain_incidents(page(*SPEAKS), open_index(tmp_path / "x.index")) == ()


def test_what_carries_it_stands_where_it_says(index: ClaimIndex) -> None:
    asked = page(*SPEAKS)
    carried = plain_incidents(asked, index)[0].carried
    seen = {(asked.passages[c.passage].text[c.start : c.end], c.kind, c.corpus_text, c.claim) for c in carried}

    assert ("Marisole", "name", "Marisole", "c0") in seen
    assert ("212", "figure", "212", "c0") in seen
    assert ("lighthouse", "wording", "lighthouse", "c1") in seen
    assert 3 not in {c.passage for c in carried}


def test_a_title_counts_and_is_not_read_twice(index: ClaimIndex) -> None:
    apart, within = page(*SPEAKS[1:], title=SPEAKS[0]), page(*SPEAKS, title=SPEAKS[0])

    assert plain_incidents(apart, index)[0].score == plain_incidents(within, index)[0].score


def test_the_same_incident_recorded_twice_silences_neither(tmp_path: Path) -> None:
    twice = [IndexedClaim(f"{copy}{n}", f"{i}{copy}", text) for copy in "ab" for n, (i, text) in enumerate(CLAIMS)]
    build_index(twice, tmp_path / "x.index")
    found = plain_incidents(page(*SPEAKS), open_index(tmp_path / "x.index"))

    assert [incident.incident for incident in found] == ["ferrya", "ferryb"]


def test_meaning_raises_the_score_of_what_it_is_near_to(index: ClaimIndex) -> None:
    told = {"minilm": {"c0": 0.9, "c1": 0.8}}
    far = {"minilm": {"c2": 0.9}}
    asked = page("A ship sat on the rocks off Dunmore.", "Everybody came ashore unhurt, Captain Ilvane said.")
    scores = [sum(i.score for i in plain_incidents(asked, index, meaning)) for meaning in (told, far)]

    assert scores[0] > scores[1]


def test_a_matcher_that_nobody_has_fitted_changes_nothing(index: ClaimIndex) -> None:
    assert plain_incidents(page(*SPEAKS), index, {"stranger": {"c2": 1.0}}) == plain_incidents(page(*SPEAKS), index)


def test_every_choice_of_matchers_has_its_own_thresholds() -> None:
    decisions = shipped_decisions()

    assert set(decisions) == {(), ("e5",), ("minilm",), ("e5", "minilm")}
    assert all(0.5 < decision.possible < decision.strong < 1 for decision in decisions.values())


def test_a_stranger_lifts_what_words_point_to_and_nothing_else(index: ClaimIndex) -> None:
    everything = {f"claim:c{number}": 1.0 for number in range(len(CLAIMS))}
    asked = page("A ship sat on the rocks off Dunmore.", "Everybody came ashore unhurt, Captain Ilvane said.")
    plain = plain_incidents(asked, index)
    lifted = plain_incidents(asked, index, lift=plain_lift({"stranger@1": everything}))

    assert sum(i.score for i in lifted) > sum(i.score for i in plain)
    assert {incident.incident for incident in lifted} <= {"ferry"}


def test_many_strangers_add_no_more_than_a_few() -> None:
    said = {f"stranger-{number}@1": {"claim:a": 1.0} for number in range(9)}

    assert plain_lift({"stranger@1": {"claim:a": 1.0}})("i", ["a"]) == UNFITTED
    assert plain_lift(said)("i", ["a"]) == MOST_TOGETHER
    assert plain_lift(said)("i", ["b"]) == 0.0
