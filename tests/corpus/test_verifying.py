"""Whoever has the documents can prove every quotation."""

from dataclasses import replace
from pathlib import Path

import pytest

from beside.corpus import read_folder, verify_documents
from beside.model import Corpus


@pytest.fixture
def texts(folder, tmp_path: Path) -> Path:
    """The document under another name, among other files."""
    place = tmp_path / "texts" / "2031"
    place.mkdir(parents=True)
    (place / "downloaded (3).txt").write_bytes((folder.path / "documents/d1.txt").read_bytes())
    (place / "other.bin").write_bytes(b"\xff\x00")
    return tmp_path / "texts"


@pytest.fixture
def corpus(folder) -> Corpus:
    return read_folder(folder.path).corpus


def shifted(corpus: Corpus, by: int) -> Corpus:
    """The corpus with its first quotation pointing elsewhere."""
    (incident,) = corpus.incidents.values()
    first, second = incident.claims
    (statement,) = first.statements
    passage = replace(statement.passage, start=statement.passage.start + by, end=statement.passage.end + by)
    first = replace(first, statements=(replace(statement, passage=passage),))
    return replace(corpus, incidents={incident.id: replace(incident, claims=(first, second))})


def test_a_document_is_found_by_its_hash_under_any_name(corpus: Corpus, texts: Path) -> None:
    assert verify_documents(corpus, texts).files == {"D1": texts / "2031" / "downloaded (3).txt"}


def test_every_quotation_is_proven(corpus: Corpus, texts: Path) -> None:
    proof = verify_documents(corpus, texts)
    assert (proof.proven, proof.failures, proof.complete) == (2, (), True)


def test_a_missing_document_is_named(corpus: Corpus, tmp_path: Path) -> None:
    proof = verify_documents(corpus, tmp_path / "nothing")
    assert (proof.missing, proof.proven, proof.complete) == (("D1",), 0, False)


def test_a_quotation_that_stands_elsewhere_is_told(corpus: Corpus, texts: Path) -> None:
    proof = verify_documents(shifted(corpus, 1), texts)
    assert proof.failures == ("D1-01 in D1: exact is not at 42-71; it stands at 41",)
    assert (proof.proven, proof.complete) == (1, False)


def test_a_wrong_number_of_characters_is_told(corpus: Corpus, texts: Path) -> None:
    document = replace(corpus.documents["D1"], characters=99)
    proof = verify_documents(replace(corpus, documents={"D1": document}), texts)
    assert proof.failures == ("D1: characters is 99, but the file has 98 code points; mend it",)


def test_links_that_lead_in_a_circle_are_not_followed(corpus: Corpus, texts: Path) -> None:
    (texts / "again").symlink_to(texts)
    (texts / "loop").symlink_to("loop")
    assert verify_documents(corpus, texts).complete
