"""The index of a release is made once, and again where it is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from beside.corpus import ReleaseError, open_release, seal_claims
from beside.home import Home
from beside.indexing import index_folder, index_of
from beside.model import Release


@pytest.fixture
def release(tmp_path: Path, home: Home) -> Release:
    file = tmp_path / "claims.jsonl"
    texts = {"a": "Пленных вернули через пролив", "b": "Полонених повернули, їх четверо", "c": "A ferry burned"}
    file.write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items()))
    path = seal_claims(home.root, file, "harbour").path
    assert path
    return open_release(path)


def test_every_claim_is_in_it_and_counted(release: Release) -> None:
    steps: list[int] = []

    assert index_of(release, steps.append).count == sum(steps) == 3


def test_a_claim_without_a_language_is_read_in_the_one_its_letters_tell(release: Release) -> None:
    found = index_of(release).find({"плен": 1.0, "ferri": 1.0, "полонених": 1.0}, 10)

    assert {candidate.claim: candidate.lang for candidate in found}.keys() == {"a", "b", "c"}


def test_it_is_not_built_twice(release: Release) -> None:
    index_of(release)

    assert index_of(release, lambda _: pytest.fail("built again")).count == 3


def test_it_is_built_again_where_it_is_damaged(release: Release) -> None:
    index_of(release)
    (index_folder(release.path) / "meta.json").write_text("{")

    assert index_of(release).count == 3


def test_an_index_that_cannot_be_written_is_told(release: Release) -> None:
    index_folder(release.path).write_text("a file stands in its place")

    with pytest.raises(ReleaseError, match="could not be written"):
        index_of(release)


def test_a_written_corpus_is_indexed_without_its_background(pow_accounts: Release) -> None:
    claims = [claim for claim in pow_accounts.corpus.claims if not claim.background]

    assert index_of(pow_accounts).count == len(claims) < len(pow_accounts.corpus.claims)
