"""A file of claims becomes a release, whole or not at all."""

import json
from pathlib import Path

import pytest

from beside.corpus import CorpusError, open_release, publish, published, seal_claims


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(
        tmp_path / "claims.jsonl", {"id": "a", "text": "A ferry burned"}, {"id": "b", "text": "Nobody was hurt"}
    )


def write(path: Path, *claims: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps(claim) + "\n" for claim in claims))
    return path


def test_the_same_file_gives_the_same_release(file: Path, home: Path) -> None:
    first, second = (seal_claims(home, file, "harbour").path for _ in range(2))

    assert first == second
    assert list((home / "releases").glob("*.db")) == [first]


def test_it_is_published_like_any_corpus(file: Path, home: Path) -> None:
    path = seal_claims(home, file, "harbour").path
    assert path
    publish(home, "harbour", path.stem)

    assert published(home) == {"harbour": path.stem}
    assert open_release(path).corpus.plain


def test_an_id_that_stands_twice_is_refused_with_both_lines(file: Path, home: Path) -> None:
    with file.open("a") as more:
        more.write('\n{"id": "a", "text": "Again"}\n')
    with pytest.raises(CorpusError, match=r"claims.jsonl:4: id \"a\" stands on line 1 already"):
        seal_claims(home, file, "harbour")


@pytest.mark.parametrize("turned", [False, True])
def test_a_claim_that_names_no_incident_is_not_merged_into_one_named_like_it(
    tmp_path: Path, home: Path, turned: bool
) -> None:
    claims = [{"id": "fire", "text": "A ferry burned"}, {"id": "b", "text": "Nobody was hurt", "incident": "fire"}]
    file = write(tmp_path / "claims.jsonl", *(reversed(claims) if turned else claims))
    told = r":2: names no incident, but line 1 has" if turned else r":1: names no incident, but line 2 has"
    with pytest.raises(CorpusError, match=told + r' its id "fire" as incident; give it an incident of its own'):
        seal_claims(home, file, "harbour")


def test_a_claim_may_name_an_incident_like_itself_and_others_join_it(tmp_path: Path, home: Path) -> None:
    claims = ({"id": "fire", "text": "x", "incident": "fire"}, {"id": "b", "text": "y", "incident": "fire"})
    path = seal_claims(home, write(tmp_path / "claims.jsonl", *claims), "harbour").path
    assert path

    assert list(open_release(path).corpus.incidents) == ["fire"]


def test_a_file_with_one_bad_line_leaves_nothing(file: Path, home: Path) -> None:
    with file.open("a") as more:
        more.write("{\n")
    with pytest.raises(CorpusError, match=r"claims\.jsonl:3: is not JSON"):
        seal_claims(home, file, "harbour")

    assert [path.name for path in (home / "releases").iterdir()] == [".lock"]


@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
def test_a_file_without_claims_is_refused(tmp_path: Path, home: Path, content: str) -> None:
    (tmp_path / "claims.jsonl").write_text(content)
    with pytest.raises(CorpusError, match=r"claims\.jsonl:1: holds no claim"):
        seal_claims(home, tmp_path / "claims.jsonl", "harbour")


def test_a_file_that_is_not_there_is_told(tmp_path: Path, home: Path) -> None:
    with pytest.raises(CorpusError, match="could not be read"):
        seal_claims(home, tmp_path / "none.jsonl", "harbour")


def test_no_more_than_a_hundred_problems_are_told(tmp_path: Path, home: Path) -> None:
    (tmp_path / "claims.jsonl").write_text("{\n" * 500)
    with pytest.raises(CorpusError) as refused:
        seal_claims(home, tmp_path / "claims.jsonl", "harbour")

    assert len(refused.value.problems) == 100


def test_what_changes_is_counted_against_the_release_before(file: Path, home: Path) -> None:
    old = seal_claims(home, file, "harbour").path
    write(file, {"id": "a", "text": "A ferry sank"}, {"id": "c", "text": "It was towed"}, {"id": "d", "text": "x"})

    assert seal_claims(home, file, "harbour", old).changes == {"added": 2, "removed": 1, "changed": 1}


def test_a_dry_run_keeps_nothing(file: Path, home: Path) -> None:
    sealed = seal_claims(home, file, "harbour", keep=False)

    assert (sealed.path, sealed.claims) == (None, 2)
    assert [path.name for path in (home / "releases").iterdir()] == [".lock"]


def test_a_date_that_cannot_be_read_is_told_and_kept_as_written(tmp_path: Path, home: Path) -> None:
    file = write(tmp_path / "claims.jsonl", {"id": "a", "text": "x", "date": "the other day"})
    sealed = seal_claims(home, file, "harbour")
    assert sealed.path
    document = open_release(sealed.path).corpus.documents["a"]

    assert sealed.undated == (1,)
    assert (document.published.edtf, document.note) == ("", "date as written: the other day")
