"""``beside corpus`` says what it found and what it did; problems end with exit code 1."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from beside.cli.corpus import corpus
from beside.corpus import published

SEEDS = Path(__file__).parents[2] / "seeds"
INCIDENT = "incidents/crates-2031-05.toml"


@pytest.fixture
def run(home: Path):
    """Run a command on an empty data folder."""

    def command(*arguments: str | Path) -> Result:
        return CliRunner().invoke(corpus, list(map(str, arguments)), catch_exceptions=False)

    return command


def damage_release(home: Path) -> None:
    """Spoil the one release there is."""
    (release,) = home.glob("releases/*.db")
    release.chmod(0o644)
    release.write_bytes(b"x")


def test_a_sound_folder_passes_the_check(run, folder, home: Path) -> None:
    result = run("check", folder.path)
    assert result.stdout == "harbour: 1 incident, 2 claims, 2 statements, 1 document: no problems\n"
    assert (result.stderr, result.exit_code, published(home)) == ("", 0, {})


def test_every_problem_is_told_on_stderr(run, folder) -> None:
    folder.replace("agents.toml", 'kind = "state"', 'kind = "country"')
    folder.replace(INCIDENT, 'speaker = "guild"', 'speaker = "gild"')
    result = run("check", folder.path)
    assert result.exit_code == 1
    assert f"{folder.path}/agents.toml:3: " in result.stderr
    assert result.stderr.endswith("2 problems; nothing is loaded\n")


def test_the_check_wants_examples_on_both_sides(run, folder) -> None:
    folder.replace(INCIDENT, "silent = ", "match_not = ")
    folder.replace(INCIDENT, 'match_not = ["Nine crates went missing at another harbour in June."]', "")
    result = run("check", folder.path)
    assert (result.exit_code, "examples.silent is missing" in result.stderr) == (1, True)


def test_a_load_publishes(run, folder, home: Path) -> None:
    result = run("load", folder.path)
    assert f"published as {published(home)['harbour'][:8]}" in result.stdout
    assert "  statements: 2 added\n" in result.stdout


def test_loading_the_same_again_changes_nothing(run, folder, home: Path) -> None:
    run("load", folder.path)
    before = published(home)
    assert run("load", f"{folder.path}/").stdout.endswith("nothing changes\n")
    assert published(home) == before


def test_a_second_load_tells_what_changed(run, folder) -> None:
    run("load", folder.path)
    folder.replace(INCIDENT, "Denies a loss", "Denies any loss")
    assert run("load", folder.path).stdout.splitlines()[1:] == ["  statements: 1 changed"]


def test_a_dry_run_changes_nothing(run, folder, home: Path) -> None:
    result = run("load", "--dry-run", folder.path)
    assert "would change" in result.stdout
    assert (published(home), list(home.rglob("*.db"))) == ({}, [])


def test_one_bad_folder_stops_the_load_of_all(run, folder, home: Path, tmp_path: Path) -> None:
    assert run("load", folder.path, tmp_path / "nowhere").exit_code == 1
    assert published(home) == {}


def test_a_folder_named_twice_is_loaded_once(run, folder) -> None:
    assert run("load", folder.path, f"{folder.path}/").stdout.count("harbour:") == 1


def test_a_plain_file_that_a_glob_brought_along_is_left_aside(run, folder, home: Path, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("notes")
    result = run("load", tmp_path / "README.md", folder.path)
    assert (result.exit_code, list(published(home))) == (0, ["harbour"])
    assert "README.md is left aside" in result.stderr


def test_a_plain_file_named_as_a_corpus_is_an_error(run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("notes")
    result = run("load", tmp_path / "README.md")
    assert (result.exit_code, "is no folder" in result.stderr) == (1, True)


def test_another_corpus_than_the_one_wanted_is_refused(run, folder, home: Path) -> None:
    result = run("load", folder.path, "--corpus", "port")
    assert (result.exit_code, "holds harbour, not port" in result.stderr) == (1, True)
    assert published(home) == {}


def test_an_unknown_format_is_refused_with_those_there_are(run, folder) -> None:
    result = run("load", folder.path, "--format", "csv")
    assert result.exit_code == 2
    assert "there is no format 'csv'. The formats are: toml" in " ".join(result.stderr.split())


def test_no_bar_is_drawn_where_nobody_watches(run, folder) -> None:
    assert "Reading" not in run("load", folder.path).output


def test_a_list_of_nothing_says_how_to_load(run) -> None:
    assert "Load one: beside corpus load FOLDER" in run("list").stdout


def test_the_list_names_release_and_counts(run, folder, home: Path) -> None:
    run("load", folder.path)
    expected = f"harbour  {published(home)['harbour'][:8]}  1 incident, 2 claims, 2 statements, 1 document  Accounts of"
    assert run("list").stdout.startswith(expected)


def test_a_damaged_release_is_told_and_mended_by_a_load(run, folder, home: Path) -> None:
    run("load", folder.path)
    damage_release(home)
    assert (run("list").exit_code, "is damaged" in run("list").stderr) == (1, True)
    run("load", folder.path)
    assert run("list").exit_code == 0


@pytest.mark.parametrize("what", ["folder", "id"])
def test_quotations_are_verified_by_folder_or_id(run, folder, what: str) -> None:
    run("load", folder.path)
    result = run("verify", folder.path if what == "folder" else "harbour", "--documents", folder.path / "documents")
    assert result.stdout == "harbour: 1 of 1 documents found, 2 of 2 quotations verbatim\n"


def test_a_document_that_is_missing_fails_the_verification(run, folder, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    result = run("verify", folder.path, "--documents", tmp_path / "texts")
    assert (result.exit_code, "D1: no file has its hash" in result.stderr) == (1, True)


def test_an_unknown_corpus_is_not_verified(run, tmp_path: Path) -> None:
    result = run("verify", "nowhere", "--documents", tmp_path)
    assert (result.exit_code, "neither a folder nor a published corpus" in result.stderr) == (1, True)


def test_every_published_corpus_with_a_document_there_is_verified(run, folder) -> None:
    run("load", folder.path, SEEDS / "halven-strait")
    texts = folder.path / "documents"
    result = run("verify", "--documents", texts)
    assert result.stdout == "harbour: 1 of 1 documents found, 2 of 2 quotations verbatim\n"
    assert result.stderr == f"halven-strait is left out: none of its documents is in {texts}\n"
    assert result.exit_code == 0


def test_one_missing_document_fails_the_verification_of_all(run, folder, tmp_path: Path) -> None:
    run("load", folder.path, SEEDS / "halven-strait")
    texts = tmp_path / "texts"
    texts.mkdir()
    for text in (folder.path / "documents/d1.txt", SEEDS / "halven-strait/documents/H1.txt"):
        (texts / text.name).write_bytes(text.read_bytes())
    result = run("verify", "--documents", texts)
    assert "harbour: 1 of 1 documents found" in result.stdout
    assert "halven-strait: 1 of 8 documents found" in result.stdout
    assert (result.exit_code, "H2: no file has its hash" in result.stderr) == (1, True)


def test_a_verification_that_finds_no_document_fails(run, folder, tmp_path: Path) -> None:
    run("load", folder.path)
    (tmp_path / "texts").mkdir()
    result = run("verify", "--documents", tmp_path / "texts")
    assert (result.stdout, result.exit_code) == ("", 1)
    assert "harbour is left out" in result.stderr
    assert "no published corpus is verified" in result.stderr


def test_a_damaged_release_fails_the_verification_of_all(run, folder, home: Path) -> None:
    run("load", folder.path)
    damage_release(home)
    run("load", SEEDS / "halven-strait")
    result = run("verify", "--documents", SEEDS / "halven-strait/documents")
    assert "halven-strait: 8 of 8 documents found" in result.stdout
    assert (result.exit_code, "is damaged" in result.stderr) == (1, True)


def test_a_verification_of_nothing_says_how_to_load(run, tmp_path: Path) -> None:
    result = run("verify", "--documents", tmp_path)
    assert (result.exit_code, "Load one: beside corpus load FOLDER" in result.stderr) == (1, True)
