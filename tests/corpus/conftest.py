"""A small sound corpus in a folder of its own, which a test may spoil."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from beside.corpus import CorpusError, read_folder
from beside.home import Home

TEXT = "Harbour news.\n\nThe port office said that nine crates were likely lost. The guild denied any loss.\n"

FILES = {
    "corpus.toml": """\
format = 1
id = "harbour"
title = "Accounts of a harbour"
languages = ["en"]
maintainer = "the harbour desk"
licence = "CC0-1.0"
criteria = "One invented article."
expect = { incidents = 1, claims = 2, statements = 2, documents = 1 }
""",
    "agents.toml": """\
[[agent]]
id = "portland"
kind = "state"
name = "Portland"

[[agent]]
id = "port-office"
kind = "body"
name = "Port Office"
aliases = [ { text = "Портове управління", lang = "uk" } ]
speaks_for = "portland"

[[agent]]
id = "guild"
kind = "group"
name = "the Guild"

[[agent]]
id = "gazette"
kind = "outlet"
name = "Harbour Gazette"

[[agent]]
id = "docker"
kind = "anonymous"
name = "a docker"
status = "private"
""",
    "documents.toml": f"""\
[[document]]
id = "D1"
outlet = "gazette"
outlet_basis = "named"
published = {{ edtf = "2031-05-02", time = "08:30", basis = "named" }}
language = "en"
sha256 = "{hashlib.sha256(TEXT.encode()).hexdigest()}"
characters = {len(TEXT)}
file = "documents/d1.txt"
body = ["3"]
""",
    "relations.toml": """\
[[relation]]
from = "C2"
type = "contradicts"
to = ["C1"]
basis = "editor"
""",
    "incidents/crates-2031-05.toml": """\
title = "Crates at the harbour, May 2031"
slug = "crates-at-the-harbour-2031-05"
kind = "event"
when = { edtf = "2031-05-01~", what = "unloading", basis = "inferred" }
where = [ { name = "Harbour", precision = "facility", basis = "named", aliases = [ { text = "Гавань", lang = "uk" } ] } ]
media = [ { id = "quay-photo", kind = "photo" } ]
parties = ["portland", "guild"]
wordings = [["D1-01", "D1-02"]]

[[claim]]
id = "C1"
kind = "statistic"
text = "Whether nine crates were lost"
about = [ { agent = "guild", role = "actor" } ]

  [[claim.statement]]
  id = "D1-01"
  speaker = "port-office"
  stance = "asserts"
  act = "report"
  hedge = "likely"
  hedge_words = "likely"
  says = "Says that nine crates were likely lost"
  said = { edtf = "2031-05-02", basis = "document" }
  relay = ["gazette"]
  voice = "indirect"
  quantities = [ { what = "crates", comparator = "=", value = 9, unit = "crate", verbatim = "nine crates" } ]
  passage = { document = "D1", start = 41, end = 70, exact = "nine crates were likely lost.", prefix = "said that ", suffix = " The" }

[[claim]]
id = "C2"
kind = "factual"
text = "Whether any crate was lost"
background = true

  [[claim.statement]]
  id = "D1-02"
  speaker = "guild"
  stance = "denies"
  act = "report"
  hedge = "flat"
  says = "Denies a loss"
  said = { edtf = "2031-05-02", basis = "document" }
  relay = ["gazette"]
  voice = "indirect"
  passage = { document = "D1", start = 81, end = 96, exact = "denied any loss", prefix = "The guild ", suffix = ".\\n" }

[examples]
match = ["Nine crates went missing at the harbour in May 2031."]
silent = ["Nine crates went missing at another harbour in June."]
""",
    "documents/d1.txt": TEXT,
}
INCIDENT = "incidents/crates-2031-05.toml"


@dataclass(frozen=True)
class Folder:
    """A corpus folder on disk."""

    path: Path

    def write(self, name: str, content: str | bytes) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.path / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def problems(self) -> list[str]:
        """What the loader says, from the file name on."""
        with pytest.raises(CorpusError) as refused:
            read_folder(self.path)
        return [str(problem).removeprefix(f"{self.path}/") for problem in refused.value.problems]

    def line(self, name: str, text: str) -> int:
        """On which line of a file a text stands first."""
        return (self.path / name).read_text("utf-8").split(text)[0].count("\n") + 1


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The sound corpus."""
    made = Folder(tmp_path / "harbour")
    for name, content in FILES.items():
        made.write(name, content)
    return made


@pytest.fixture
def home(home: Home) -> Path:
    """An empty data folder, which commands find too."""
    return home.root
