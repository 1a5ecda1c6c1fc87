"""A text that ships with the corpus is hashed, and every quotation from it proven, when the corpus is loaded."""

import hashlib
from pathlib import Path

import pytest

from beside.corpus import read_folder

INCIDENT = "incidents/crates-2031-05.toml"
TEXT = "documents/d1.txt"


def test_a_changed_text_is_noticed_by_its_hash(folder) -> None:
    folder.replace(TEXT, "Harbour", "Arbour!")
    (problem,) = folder.problems()
    assert problem.startswith(
        f"documents.toml:{folder.line('documents.toml', 'sha256')}: document.sha256 is not that of"
    )


def test_a_wrong_length_is_noticed(folder) -> None:
    folder.replace("documents.toml", "characters = 98", "characters = 99")
    assert "document.characters is 99, but the file has 98 code points" in folder.problems()[0]


def test_lines_beyond_the_text_are_noticed(folder) -> None:
    folder.replace("documents.toml", 'body = ["3"]', 'body = ["3-9"]')
    assert "document.body goes to line 9, but the file has 4 lines" in folder.problems()[0]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('exact = "nine crates', 'exact = "Nine crates', "exact is not at 41-70 nor anywhere else"),
        ("start = 41, end = 70", "start = 42, end = 71", "exact is not at 42-71; it stands at 41"),
        ('prefix = "said that "', 'prefix = "says that "', "prefix is not what stands before 41"),
        ('suffix = " The"', 'suffix = " She"', "suffix is not what stands after 70"),
    ],
)
def test_a_quotation_that_is_not_verbatim_is_refused(folder, old: str, new: str, message: str) -> None:
    folder.replace(INCIDENT, old, new)
    (problem,) = folder.problems()
    assert problem.startswith(f"{INCIDENT}:{folder.line(INCIDENT, new[:14])}: claim.statement.passage {message}")


def test_offsets_count_code_points(folder) -> None:
    text = (folder.path / TEXT).read_text("utf-8").replace("Harbour", "🛰rbouŕ")
    folder.write(TEXT, text)
    folder.replace("documents.toml", 'sha256 = "', f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"#')
    assert read_folder(folder.path)


def test_a_missing_text_is_told(folder) -> None:
    (folder.path / TEXT).unlink()
    assert "could not be read: No such file" in folder.problems()[0]


def test_a_text_that_is_not_utf_8_is_told(folder) -> None:
    folder.write(TEXT, b"\xff\xfe")
    assert "is not UTF-8 text" in folder.problems()[0]


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/hostname", "documents/link.txt"])
def test_a_text_outside_the_folder_is_refused(folder, tmp_path: Path, path: str) -> None:
    (tmp_path / "outside.txt").write_text("x")
    (folder.path / "documents/link.txt").symlink_to(tmp_path / "outside.txt")
    folder.replace("documents.toml", "documents/d1.txt", path)
    assert "document.file leads out of the corpus folder" in folder.problems()[0]


def test_a_document_without_its_text_is_taken_as_it_is(folder) -> None:
    folder.replace("documents.toml", 'file = "documents/d1.txt"\n', "")
    assert read_folder(folder.path).corpus.documents["D1"].file is None
