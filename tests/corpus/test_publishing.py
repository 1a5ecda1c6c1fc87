"""A pointer of one line says which release is shown; it is switched in one step."""

import os
import threading
from pathlib import Path

import pytest

from beside.corpus import ReleaseError, open_release, publish, published, read_folder, seal


def sealed(folder, home: Path, title: str = "Accounts of a harbour") -> str:
    folder.replace("corpus.toml", "Accounts of a harbour", title)
    sha256 = seal(home, read_folder(folder.path).corpus).sha256
    folder.replace("corpus.toml", title, "Accounts of a harbour")
    return sha256


def test_nothing_is_published_at_first(home: Path) -> None:
    assert published(home) == {}


def test_a_sealed_release_is_not_shown_before_it_is_published(folder, home: Path) -> None:
    sealed(folder, home)
    assert published(home) == {}


def test_a_published_release_is_found_by_its_corpus(folder, home: Path) -> None:
    sha256 = sealed(folder, home)
    publish(home, "harbour", sha256)
    assert published(home) == {"harbour": sha256}
    assert (home / "current" / "harbour").read_text() == f"{sha256}\n"


def test_an_older_release_can_be_published_again(folder, home: Path) -> None:
    first, second = sealed(folder, home), sealed(folder, home, "New accounts")
    for sha256 in (first, second, first):
        publish(home, "harbour", sha256)
    assert published(home) == {"harbour": first}


def test_publishing_the_same_again_does_not_touch_the_pointer(folder, home: Path) -> None:
    sha256 = sealed(folder, home)
    publish(home, "harbour", sha256)
    before = (home / "current" / "harbour").stat()
    publish(home, "harbour", sha256)
    assert (home / "current" / "harbour").stat().st_ino == before.st_ino


def test_a_release_that_is_not_there_is_not_published(home: Path) -> None:
    with pytest.raises(ReleaseError, match="could not be read"):
        publish(home, "harbour", "0" * 64)
    assert published(home) == {}


def test_a_damaged_release_is_not_published(folder, home: Path) -> None:
    sha256 = sealed(folder, home)
    path = home / "releases" / f"{sha256}.db"
    path.chmod(0o644)
    path.write_bytes(b"x")
    with pytest.raises(ReleaseError, match="is damaged"):
        publish(home, "harbour", sha256)


@pytest.mark.parametrize("name", ["port", "../port", ""])
def test_a_release_is_published_only_under_its_own_name(folder, home: Path, name: str) -> None:
    with pytest.raises(ReleaseError, match="holds harbour"):
        publish(home, name, sealed(folder, home))
    assert not (home / "port").exists()


@pytest.mark.parametrize("content", [b"", b"../../etc/passwd\n", b"\xff" * 64, b"0" * 5000])
def test_a_spoilt_pointer_is_told(home: Path, content: bytes) -> None:
    published(home)
    (home / "current" / "harbour").write_bytes(content)
    with pytest.raises(ReleaseError, match="is no pointer to a release"):
        published(home)


def test_what_a_killed_writer_left_is_swept_by_the_next(folder, home: Path) -> None:
    sha256 = sealed(folder, home)
    for place in ("releases", "current"):
        (home / place / ".0123456789abcdef.part").write_bytes(b"half")
    publish(home, "harbour", sha256)
    assert not list(home.rglob("*.part"))


def test_leftovers_are_not_taken_for_pointers(home: Path) -> None:
    published(home)
    (home / "current" / ".0123456789abcdef.part").write_bytes(b"half")
    assert published(home) == {}


def test_a_reader_never_sees_half_a_switch(folder, home: Path) -> None:
    versions = [sealed(folder, home), sealed(folder, home, "New accounts")]
    publish(home, "harbour", versions[0])
    done, seen = threading.Event(), []

    def watch() -> None:
        while not done.is_set():
            sha256 = published(home)["harbour"]
            seen.append((sha256, open_release(home / "releases" / f"{sha256}.db").corpus.title))

    reader = threading.Thread(target=watch)
    reader.start()
    for turn in range(40):
        publish(home, "harbour", versions[turn % 2])
    done.set()
    reader.join()
    assert set(seen) <= set(zip(versions, ("Accounts of a harbour", "New accounts"), strict=True))


def test_loads_at_the_same_time_wait_for_each_other(folder, home: Path) -> None:
    corpus = read_folder(folder.path).corpus
    writers = [threading.Thread(target=seal, args=(home, corpus)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len([name for name in os.listdir(home / "releases") if name.endswith(".db")]) == 1
