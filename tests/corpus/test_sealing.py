"""A release is one sealed file that holds the very corpus, and says so when it does not."""

import contextlib
import hashlib
import json
import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from beside.corpus import ReleaseError, open_release, read_folder, seal


@pytest.fixture
def release(folder, home: Path):
    return seal(home, read_folder(folder.path).corpus)


def rename_to_hash(path: Path) -> Path:
    """What a file would be called if it had been sealed like this."""
    return path.rename(path.with_name(f"{hashlib.sha256(path.read_bytes()).hexdigest()}.db"))


def test_the_corpus_that_is_opened_is_the_one_that_was_sealed(folder, release) -> None:
    assert open_release(release.path).corpus == read_folder(folder.path).corpus


def test_what_was_in_order_stays_in_order(folder, release) -> None:
    assert list(open_release(release.path).corpus.agents) == list(read_folder(folder.path).corpus.agents)


def test_a_release_is_named_by_the_hash_of_its_bytes(release) -> None:
    assert release.path.name == f"{hashlib.sha256(release.path.read_bytes()).hexdigest()}.db"


def test_a_release_is_read_only(release) -> None:
    assert stat.S_IMODE(release.path.stat().st_mode) == 0o444


def test_sealing_again_changes_nothing(folder, home: Path, release) -> None:
    before = release.path.stat()
    assert seal(home, read_folder(folder.path).corpus) == release
    assert (release.path.stat().st_ino, release.path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_else_is_left_in_the_folder(home: Path, release) -> None:
    assert sorted(os.listdir(home / "releases")) == [".lock", release.path.name]


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_the_same_folder_gives_the_same_bytes_in_any_process(folder, tmp_path: Path, release, seed: str) -> None:
    script = "import sys; from pathlib import Path; from beside.corpus import *\n"
    script += "print(seal(Path(sys.argv[2]), read_folder(Path(sys.argv[1])).corpus).sha256)"
    command = [sys.executable, "-c", script, folder.path, tmp_path / "elsewhere"]
    ran = subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == release.sha256


def test_the_bytes_do_not_tell_which_sqlite_wrote_them(release) -> None:
    assert int.from_bytes(release.path.read_bytes()[96:100], "big") == 3_040_000


def test_sqlite_finds_the_file_sound(release) -> None:
    with sqlite3.connect(release.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_an_admin_finds_readable_tables(release) -> None:
    database = Database(release.path)
    (row,) = database.query("select says, said_edtf, passage_exact, relay from statements where claim = 'C1'")
    assert row["passage_exact"] == "nine crates were likely lost."
    assert json.loads(row["relay"]) == ["gazette"]
    database.close()


def test_tables_know_how_they_hang_together(release) -> None:
    database = Database(release.path)
    keys = {(key.column, key.other_table) for key in database.table("statements").foreign_keys}
    assert keys == {("claim", "claims"), ("speaker", "agents"), ("passage_document", "documents")}
    database.close()


@pytest.mark.parametrize("damage", ["bit", "zeros", "cut", "longer", "empty"])
def test_damage_is_noticed_when_a_release_is_opened(release, damage: str) -> None:
    content = bytearray(release.path.read_bytes())
    middle = len(content) // 2
    spoilt = {
        "bit": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
        "zeros": content[:middle] + bytes(64) + content[middle + 64 :],
        "cut": content[:middle],
        "longer": content + b"\0",
        "empty": b"",
    }[damage]
    if spoilt == content:
        spoilt[100] ^= 1
    release.path.chmod(0o644)
    release.path.write_bytes(spoilt)
    with pytest.raises(
        ReleaseError, match="is damaged: its bytes are not those that were sealed; load the corpus again"
    ):
        open_release(release.path)


def test_a_damaged_release_is_mended_by_sealing_again(folder, home: Path, release) -> None:
    release.path.chmod(0o644)
    release.path.write_bytes(b"x")
    seal(home, read_folder(folder.path).corpus)
    assert open_release(release.path).corpus.id == "harbour"


def test_a_missing_release_is_told(home: Path) -> None:
    with pytest.raises(ReleaseError, match="could not be read: No such file"):
        open_release(home / "releases" / f"{'0' * 64}.db")


def test_another_version_is_refused_with_the_way_to_load_again(release) -> None:
    release.path.chmod(0o644)
    with sqlite3.connect(release.path) as connection:
        connection.execute("PRAGMA user_version = 2")
    connection.close()
    with pytest.raises(ReleaseError, match="is of version 2, not 1; load the corpus again: beside corpus load FOLDER"):
        open_release(rename_to_hash(release.path))


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"not a database, whatever its name says" * 100)
    with pytest.raises(ReleaseError, match="is no release of a corpus"):
        open_release(rename_to_hash(path))


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as connection:
        connection.execute("PRAGMA user_version = 1")
        connection.execute("CREATE TABLE corpus (id TEXT)")
    connection.close()
    with pytest.raises(ReleaseError, match="is no release of a corpus"):
        open_release(rename_to_hash(tmp_path / "x.db"))


def test_opening_leaves_no_trace(home: Path, release) -> None:
    before = sorted(os.listdir(home / "releases"))
    open_release(release.path)
    assert sorted(os.listdir(home / "releases")) == before


def test_a_full_disk_is_told_and_nothing_half_is_left(folder, home: Path, release) -> None:
    folder.replace("corpus.toml", "the harbour desk", "another desk")
    script = "import sys, signal, resource; from pathlib import Path; from beside.corpus import *\n"
    script += "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); corpus = read_folder(Path(sys.argv[1])).corpus\n"
    script += "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))\n"
    script += "try: seal(Path(sys.argv[2]), corpus)\nexcept ReleaseError as error: print(error)"
    ran = subprocess.run([sys.executable, "-c", script, folder.path, home], capture_output=True, text=True, check=True)
    assert "nothing has changed" in ran.stdout
    assert sorted(os.listdir(home / "releases")) == [".lock", release.path.name]


def test_a_release_sealed_before_there_were_translations_still_opens(folder, release) -> None:
    release.path.chmod(0o600)
    with contextlib.closing(sqlite3.connect(release.path)) as connection:
        connection.execute("ALTER TABLE incidents DROP COLUMN translations")
        connection.commit()
    assert open_release(rename_to_hash(release.path)).corpus == read_folder(folder.path).corpus
