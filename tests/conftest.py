"""What every test may use: the seed corpora as sealed releases, a reader over them, and a home of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from beside.corpus import publish, read_folder, seal
from beside.home import Home, find_home
from beside.model import Release
from beside.reader import Reader, open_reader
from beside.settings import load_settings

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
CORPORA = ("halven-strait", "pow-accounts")
collect_ignore = ["example_plugin"]  # a distribution of its own: tests/kit installs it and runs its tests
PATIENT = "[matchers]\nhard_ms = 20_000\n"  # a busy machine must not cost a test an answer
MODELS = ("e5", "minilm")  # everything works without; tests/matchers asks them


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An empty data folder; no test ever sees the user's."""
    monkeypatch.setenv("BESIDE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BESIDE_DENY", " ".join(MODELS))
    return find_home()


@pytest.fixture(scope="session")
def published_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A data folder with both seed corpora published. Not to be written to."""
    home = find_home({"BESIDE_HOME": str(tmp_path_factory.mktemp("published"))})
    home.settings.write_text(PATIENT, "utf-8")
    for corpus_id in CORPORA:
        release = seal(home.root, read_folder(SEEDS / corpus_id).corpus)
        publish(home.root, corpus_id, release.sha256)
    return home


@pytest.fixture(scope="session")
def reader(published_home: Home) -> Iterator[Reader]:
    """A running reader over both seed corpora, with every matcher of the shelf that brings no model."""
    reader = open_reader(published_home, load_settings(published_home.settings, {}, deny=MODELS))
    yield reader
    reader.close()


@pytest.fixture(scope="session")
def pow_accounts(reader: Reader) -> Release:
    """The release of the first corpus."""
    return reader.releases["pow-accounts"]


@pytest.fixture(scope="session")
def halven_strait(reader: Reader) -> Release:
    """The release of the invented corpus."""
    return reader.releases["halven-strait"]
