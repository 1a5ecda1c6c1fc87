"""Plain claims from the file to the card, and ``beside search`` from the outside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from beside.cli.search import claim_text, search_line
from beside.corpus import publish, seal_claims
from beside.home import Home, find_home
from beside.indexing import index_folder
from beside.model import PageRequest, Release
from beside.reader import Reader, UnknownCorpus, UnknownIncident, open_reader
from beside.searching import Query
from beside.settings import load_settings
from beside.web.about import about_json

CLAIMS = (
    ("0", "The ferry Larkspur burned off Halven Point on a night in May"),
    ("storm", "Two hundred paper lanterns were lit at Dunmore after the storm"),
    ("whale", "A whale was seen in the harbour basin of Dunmore"),
)
PAGE = (
    "Crews from Halven Point watched the ferry Larkspur burn through the night in May. "
    "The ferry Larkspur burned off Halven Point, the harbour office said. Nobody knows how the night fire began."
)


@pytest.fixture(scope="module")
def plain_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("plain")
    home = find_home({"BESIDE_HOME": str(folder / "home")})
    file = folder / "claims.jsonl"
    file.write_text("".join(json.dumps({"id": id, "text": text, "lang": "en"}) + "\n" for id, text in CLAIMS))
    path = seal_claims(home.root, file, "harbour").path
    assert path
    publish(home.root, "harbour", path.stem)
    return home


@pytest.fixture(scope="module")
def plain_reader(plain_home: Home) -> Iterator[Reader]:
    reader = open_reader(plain_home, load_settings(plain_home.settings, {}, deny=("e5", "minilm")))
    yield reader
    reader.close()


def claims(reader: Reader, text: str, **options: Any) -> list[str]:
    return [hit.claim for hit in reader.search(Query(text, **options))]


def test_the_claim_that_a_text_speaks_of_comes_first(plain_reader: Reader) -> None:
    assert claims(plain_reader, "@dunmore #LanternsLit 200 lanterns after the storm!")[0] == "storm"


def test_a_score_is_a_probability_and_they_fall(plain_reader: Reader) -> None:
    scores = [hit.score for hit in plain_reader.search(Query("the harbour of Dunmore"))]

    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_there_are_no_more_hits_than_asked_for(plain_reader: Reader) -> None:
    assert len(claims(plain_reader, "Dunmore", limit=1)) == 1


@pytest.mark.parametrize("text", ["", "the of and", "\x00", '"( AND text:* [a TO', "🛰" * 500, "a " * 10_000])
def test_a_text_that_says_nothing_finds_nothing(plain_reader: Reader, text: str) -> None:
    assert claims(plain_reader, text) == []


def test_an_unknown_corpus_is_told(plain_reader: Reader) -> None:
    with pytest.raises(UnknownCorpus):
        plain_reader.search(Query("Dunmore", corpora=("none",)))


def test_an_index_is_built_where_there_is_none(plain_reader: Reader) -> None:
    plain_reader.search(Query("Dunmore"))

    assert index_folder(plain_reader.releases["harbour"].path).is_dir()


def test_a_page_is_read_against_plain_claims(plain_reader: Reader) -> None:
    answer = plain_reader.read(PageRequest(text=PAGE))

    for card in answer.cards:
        assert card.found
        assert card.found.evidence
        for evidence in card.found.evidence:
            assert PAGE[evidence.start : evidence.end] == evidence.exact
            assert abs(sum(because.share for because in evidence.because) - 1) < 0.02


def test_claims_of_a_written_corpus_are_found_and_background_is_not(reader: Reader, pow_accounts: Release) -> None:
    hits = reader.search(Query("video of surrender at Makiivka", limit=100, corpora=("pow-accounts",)))
    background = {claim.id for claim in pow_accounts.corpus.claims if claim.background}

    assert hits[0].incident == "makiivka-surrender-2022-11"
    assert background
    assert not background & {hit.claim for hit in hits}
    assert claim_text(reader, hits[0]).startswith("Whether ")


@pytest.mark.parametrize(
    ("line", "status"),
    [(b"{", 400), (b"[]", 422), (b'{"id": 1}', 422), (b'{"id": 1, "text": ""}', 422), (b'{"text": "x", "k": 1}', 422)],
)
def test_a_bad_line_is_answered_with_its_problem(plain_reader: Reader, line: bytes, status: int) -> None:
    assert search_line(plain_reader, line, 7, Query(""), 0.0)["error"]["status"] == status


def run(home: Home, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [str(Path(sys.executable).parent / "beside"), "search", *arguments]
    environment = {"BESIDE_HOME": str(home.root), "BESIDE_DENY": "e5 minilm", "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, timeout=60, check=False)


def test_a_batch_is_answered_in_order_and_a_bad_line_costs_only_itself(plain_home: Home) -> None:
    batch = b'{"id": "q1", "text": "whale in the harbour basin"}\n{"id": "q2"}\n\n{"text": "ferry Larkspur burned"}\n'
    done = run(plain_home, "--batch", "-", "--limit", "1", "--corpus", "harbour", stdin=batch)
    first, second, third = map(json.loads, done.stdout.splitlines())

    assert [(hit["claim"], 0 < hit["score"] <= 1) for hit in first["hits"]] == [("whale", True)]
    assert (second["id"], second["error"]["status"]) == ("q2", 422)
    assert (third["id"], third["hits"][0]["claim"]) == (4, "0")
    assert done.returncode == 1


def test_a_person_sees_score_id_and_text(plain_home: Home) -> None:
    told = run(plain_home, "whale in the harbour").stdout.decode()

    assert "harbour  whale  A whale was seen in the harbour basin of Dunmore" in told


def test_hits_below_the_least_score_are_left_out(plain_home: Home) -> None:
    done = run(plain_home, "--batch", "-", "--min-score", "1", stdin=b'{"id": 1, "text": "whale"}\n')

    assert json.loads(done.stdout) == {"id": 1, "hits": []}


def test_a_corpus_that_is_not_loaded_is_told(plain_home: Home) -> None:
    done = run(plain_home, "whale", "--corpus", "none")

    assert (done.returncode, b"No such corpus" in done.stderr) == (1, True)


def test_what_a_plain_corpus_holds_is_told_without_reading_it(plain_reader: Reader) -> None:
    (corpus,) = about_json(plain_reader)["corpora"]

    assert corpus["counts"] == {"incidents": 3, "claims": 3, "statements": 3, "documents": 3}
    assert corpus["documents_to"] is None


def test_an_incident_of_a_plain_corpus_has_its_card(plain_reader: Reader) -> None:
    card = plain_reader.card("0")

    assert (card.incident.title, len(card.accounts), card.parallel) == (CLAIMS[0][1], 1, ())
    with pytest.raises(UnknownIncident):
        plain_reader.card("none")
