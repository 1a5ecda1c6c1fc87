"""Plain claims are read as the nouns of a corpus, one incident at a time."""

import json
from pathlib import Path

import pytest

from beside.cards import deal
from beside.corpus import open_release, read_claims, seal_claims
from beside.model import Release

CLAIMS = (
    {"id": "a", "text": "A ferry burned", "incident": "fire", "speaker": "Mayor", "publisher": "Gazette", "date": "2031-05-02"},
    {"id": "b", "text": "Nobody was hurt", "incident": "fire", "date": "2031-05-01", "title": "The ferry"},
    {"id": "0", "text": "A whale was seen", "publisher": "Gazette", "rating": "Mostly False", "scale": "True to False"},
    {"id": "c", "text": "The port is closed", "publisher": "Gazette", "url": "https://example.org/c", "lang": "en"},
)  # fmt: skip


@pytest.fixture
def release(tmp_path: Path, home: Path) -> Release:
    file = tmp_path / "claims.jsonl"
    file.write_text("".join(json.dumps(claim) + "\n" for claim in CLAIMS))
    path = seal_claims(home, file, "harbour").path
    assert path
    return open_release(path)


def test_claims_of_one_incident_stand_together(release: Release) -> None:
    fire = release.corpus.incidents["fire"]

    assert [claim.id for claim in fire.claims] == ["a", "b"]
    assert (fire.title, fire.when.edtf, fire.kind) == ("The ferry", "2031-05-01", "statement")


def test_a_claim_is_said_by_its_speaker_else_by_its_publisher_else_by_nobody_named(release: Release) -> None:
    incidents = release.corpus.incidents
    speakers = [incidents[i].claims[0].statements[0].speaker for i in ("fire", "c", "0")]

    assert speakers == ["Mayor", "Gazette", "not-named"]
    assert [release.corpus.agents[speaker].kind for speaker in speakers] == ["body", "outlet", "anonymous"]


def test_a_rating_is_its_publishers_own_statement_and_takes_no_stance_on_the_claim(release: Release) -> None:
    said, rated = release.corpus.incidents["0"].claims
    (statement,) = rated.statements

    assert [s.speaker for s in said.statements] == ["not-named"]
    assert (statement.speaker, statement.says) == ("Gazette", "“Mostly False” (scale: “True to False”)")
    assert statement.claim == rated.id == "0#rating"
    assert statement.passage.exact == "Mostly False"


def test_plain_claims_are_never_called_one_side(release: Release) -> None:
    states = [deal(incident, release).state.accounts for incident in release.corpus.incidents.values()]

    assert set(states) == {"several_voices"}


def test_a_document_is_the_line_that_was_loaded(release: Release) -> None:
    document = release.corpus.documents["0"]

    assert document.characters == len("A whale was seen\nMostly False")
    assert (document.outlet, document.url, document.published.basis) == ("Gazette", None, "unknown")


def test_the_mappings_count_list_and_know_what_they_hold(release: Release) -> None:
    corpus = release.corpus

    assert (len(corpus.incidents), list(corpus.incidents)) == (3, ["0", "c", "fire"])
    assert (len(corpus.documents), list(corpus.documents)) == (4, ["a", "b", "0", "c"])
    assert (len(corpus.agents), list(corpus.agents)) == (3, ["Gazette", "Mayor", "not-named"])
    assert "fire" in corpus.incidents
    assert "a" not in corpus.incidents
    assert 7 not in corpus.incidents
    assert corpus.incidents.get("none") is corpus.documents.get("none") is corpus.agents.get("none") is None


def test_how_much_it_holds_is_known_without_counting(release: Release) -> None:
    extent = release.corpus.extent

    assert (extent.incidents, extent.claims, extent.statements, extent.documents) == (3, 4, 5, 4)
    assert extent.last_day == "2031-05-02"


def test_a_card_is_dealt_as_of_any_corpus(release: Release) -> None:
    card = deal(release.corpus.incidents["0"], release)

    assert [account.speaker.name for account in card.accounts] == ["Not named", "Gazette"]
    assert [account.speaker.role for account in card.accounts] == ["anonymous", "publisher"]
    assert card.parallel == card.relations == ()


def test_every_claim_can_be_read_in_order(release: Release) -> None:
    assert [claim.id for claim in read_claims(release.path)] == ["a", "b", "0", "c"]
