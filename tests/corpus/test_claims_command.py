"""``beside corpus load FILE.jsonl`` says what it did, and publishes all or nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from beside.cli.corpus import corpus
from beside.corpus import published

LINES = '{"id": "a", "text": "A ferry burned"}\n{"id": "b", "text": "Nobody was hurt", "date": "long ago"}\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Harbour Claims_2.jsonl"
    path.write_text(LINES)
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(corpus, list(map(str, arguments)), catch_exceptions=False)


def test_the_form_and_the_id_are_told_by_the_name(file: Path, home: Path) -> None:
    result = run("load", file)

    assert result.stdout == (
        f"harbour-claims-2: 2 claims: published as {published(home)['harbour-claims-2'][:8]}\n  claims: 2 added\n"
    )
    assert f"{file}:2: the date could not be read" in result.stderr


def test_both_can_be_given(file: Path, home: Path) -> None:
    run("load", file.rename(file.with_suffix(".txt")), "--format", "claims", "--corpus", "harbour")

    assert list(published(home)) == ["harbour"]


def test_the_index_lies_beside_the_release(file: Path, home: Path) -> None:
    run("load", file)

    assert (home / "releases" / f"{published(home)['harbour-claims-2']}.index").is_dir()


def test_loading_again_tells_what_changes(file: Path, home: Path) -> None:
    run("load", file)

    assert run("load", file).stdout == "harbour-claims-2: 2 claims: nothing changes\n"
    file.write_text(LINES.replace("burned", "sank"))
    assert "  claims: 1 changed\n" in run("load", file).stdout


def test_a_dry_run_changes_nothing(file: Path, home: Path) -> None:
    assert run("load", file, "--dry-run").stdout == "harbour-claims-2: 2 claims: would change\n  claims: 2 added\n"
    assert published(home) == {}


def test_a_bad_line_is_told_and_nothing_is_published(file: Path, folder, home: Path) -> None:
    file.write_text(LINES + "{}\n")
    result = run("load", folder.path, file)

    assert result.exit_code == 1
    assert f"{file}:3: id is missing; add it" in result.stderr
    assert published(home) == {}


@pytest.mark.parametrize("id", ["Harbour", "a b", "../x", ""])
def test_an_id_that_is_none_is_refused(file: Path, home: Path, id: str) -> None:
    assert "is no id of a corpus" in run("load", file, "--corpus", id).stderr
    assert published(home) == {}


def test_two_files_are_not_one_corpus(file: Path, home: Path) -> None:
    other = file.with_name("other.jsonl")
    other.write_text(LINES)

    assert "two files would be one corpus" in run("load", file, other, "--corpus", "harbour").stderr


def test_plain_corpora_are_listed_and_have_nothing_to_verify(file: Path, home: Path) -> None:
    run("load", file)

    assert "2 incidents, 2 claims, 2 statements, 2 documents" in run("list").stdout
    assert "nothing to verify" in run("verify", "harbour-claims-2", "--documents", file.parent).stderr


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_file_does_not_replace_a_corpus_of_a_folder(file: Path, folder, home: Path, dry: tuple[str, ...]) -> None:
    run("load", folder.path)
    before = published(home)
    result = run("load", file, "--corpus", "harbour", *dry)

    assert (result.exit_code, "with another --corpus ID" in result.stderr) == (1, True)
    assert published(home) == before


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_folder_does_not_replace_a_corpus_of_claims(file: Path, folder, home: Path, dry: tuple[str, ...]) -> None:
    run("load", file, "--corpus", "harbour")
    before = published(home)
    result = run("load", folder.path, *dry)

    assert (result.exit_code, "give the folder another name" in result.stderr) == (1, True)
    assert published(home) == before


def test_a_file_and_a_folder_are_not_one_corpus(file: Path, folder, home: Path) -> None:
    assert "would both be harbour" in run("load", folder.path, file, "--corpus", "harbour").stderr
    assert published(home) == {}
