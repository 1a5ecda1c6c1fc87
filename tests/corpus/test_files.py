"""Folders and files that are not what they should be end in a clear error, never in a traceback."""

import os
from pathlib import Path

import pytest

from beside.corpus import CorpusError, read_folder

INCIDENT = "incidents/crates-2031-05.toml"


def refusal(path: Path) -> str:
    with pytest.raises(CorpusError) as refused:
        read_folder(path)
    return str(refused.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nowhere:1: is no folder" in refusal(tmp_path / "nowhere")


def test_a_file_is_no_corpus(folder) -> None:
    assert "README.md:1: is no folder" in refusal(folder.path / "README.md")


def test_an_empty_folder_is_no_corpus(tmp_path: Path) -> None:
    assert "holds no corpus.toml" in refusal(tmp_path)


@pytest.mark.parametrize("name", ["agents.toml", "documents.toml", "relations.toml"])
def test_a_missing_file_is_named(folder, name: str) -> None:
    (folder.path / name).unlink()
    assert f"{name}:1: is missing; add it, and leave it empty if there is nothing to say" in folder.problems()


def test_relations_may_be_empty(folder) -> None:
    folder.write("relations.toml", "")
    assert read_folder(folder.path).corpus.relations == ()


def test_a_corpus_without_incidents_is_refused(folder) -> None:
    (folder.path / INCIDENT).unlink()
    assert "incidents:1: holds no incident; add incidents/<id>.toml" in folder.problems()


def test_a_syntax_error_has_the_line_of_the_parser(folder) -> None:
    folder.replace("agents.toml", 'name = "Portland"', 'name = "Portland')
    (problem,) = folder.problems()
    assert problem.startswith(f"agents.toml:{folder.line('agents.toml', 'Portland')}: is not TOML: ")


def test_an_unreadable_file_makes_no_other_id_dangle(folder) -> None:
    folder.write(INCIDENT, "[[claim]")
    assert [problem.split(":")[0] for problem in folder.problems()] == [INCIDENT]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x00\xff\xfe\x80 not text", "is not UTF-8 text"),
        (b"\x7fELF\x02\x01\x00\x00", "is not TOML"),
        ("id = 'дім'".encode("cp1251"), "is not UTF-8 text"),
        (b"\xef\xbb\xbf" + b"[[agent]]", "byte order mark"),
        (b"# " + b"x" * 17 * 2**20, "is larger than 16 MiB"),
        (b"a = " + b"[" * 100_000, "is nested too deeply"),
        (b"a = " + b"9" * 10_000, "is not TOML"),
    ],
)
def test_a_file_that_is_no_toml_is_refused(folder, content: bytes, message: str) -> None:
    folder.write("agents.toml", content)
    assert any(problem.startswith("agents.toml:1: ") and message in problem for problem in folder.problems())


def test_a_bad_byte_has_its_line(folder) -> None:
    folder.write("agents.toml", b"# one\n# two\n# \xff\n")
    assert "agents.toml:3: is not UTF-8 text; save it as UTF-8" in folder.problems()


def test_a_symlink_loop_is_told(folder) -> None:
    (folder.path / "agents.toml").unlink()
    (folder.path / "agents.toml").symlink_to("agents.toml")
    assert any("agents.toml:1: could not be read: Too many levels" in problem for problem in folder.problems())


def test_a_folder_that_is_a_symlink_loop_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert "is no folder" in refusal(tmp_path / "loop")


def test_a_link_to_a_folder_is_followed(folder, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder.path)
    assert read_folder(tmp_path / "link").corpus.id == "harbour"


def test_a_pipe_is_not_waited_for(folder) -> None:
    (folder.path / "agents.toml").unlink()
    os.mkfifo(folder.path / "agents.toml")
    assert "agents.toml:1: is not a file; put a file here" in folder.problems()


def test_a_folder_in_the_place_of_a_file_is_told(folder) -> None:
    (folder.path / "incidents/another.toml").mkdir()
    assert "incidents/another.toml:1: is not a file; put a file here" in folder.problems()


@pytest.mark.parametrize("name", ["Crates 2031.toml", "crates_2031.toml", "cratés.toml", "-crates.toml"])
def test_a_file_name_that_is_no_id_is_refused(folder, name: str) -> None:
    (folder.path / INCIDENT).rename(folder.path / "incidents" / name)
    assert any("file name" in problem and "it is the incident's id" in problem for problem in folder.problems())


def test_a_file_that_nobody_would_read_is_told(folder) -> None:
    folder.write("agent.toml", "")
    folder.write("incidents/crates.tml", "")
    assert [problem.split(": ")[0] for problem in folder.problems()] == ["agent.toml:1", "incidents/crates.tml:1"]


def test_notes_and_hidden_files_may_lie_about(folder) -> None:
    folder.write("README.md", "notes")
    folder.write("incidents/.crates.toml.swp", b"\xff")
    assert read_folder(folder.path).corpus.id == "harbour"


def test_the_id_is_the_name_of_the_folder(folder, tmp_path: Path) -> None:
    folder.path.rename(tmp_path / "port")
    assert 'corpus.toml:2: id "harbour" is not the folder\'s name, "port"' in refusal(tmp_path / "port")


@pytest.mark.parametrize("kind", ["incidents", "claims", "statements", "documents"])
def test_less_than_was_expected_is_refused(folder, kind: str) -> None:
    text = (folder.path / "corpus.toml").read_text()
    held = text.split(f"{kind} = ")[1][0]
    folder.replace("corpus.toml", f"{kind} = {held}", f"{kind} = 9")
    assert folder.problems() == [
        f"corpus.toml:8: expect.{kind} is 9, but the files hold {held}; find what has gone missing"
    ]
