"""A stranger's matcher, a few labelled pages, and a trial of the one on the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from beside.bench import Trial, example_sets, find_candidate, open_trial, seeds_folder
from beside.home import Home
from beside.model import Release
from beside.settings import Settings, load_settings

GATES = '''"""Both speak of a gate or a hall. Source of the idea: a test."""
from beside import Match, Reason
VERSION = "0.1"
WORDS = {"gate": "hoskmar-dam-gate-2031-03", "hall": "village-hall-yllverholt-2031-03"}
def matcher(corpus):
    if corpus.cache_dir:
        (corpus.cache_dir / "index").write_bytes(b"12345")
    def match(page):
        for passage in page.passages:
            for word, incident in WORDS.items():
                at = passage.text.find(word)
                if at >= 0 and incident in corpus.incidents:
                    reason = Reason("other", at, at + len(word), word)
                    yield Match(passage.number, "incident:" + incident, 0.9, (reason,))
    return match
'''


@pytest.fixture(scope="session")
def gates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A one-file matcher that says more than it knows."""
    file = tmp_path_factory.mktemp("gates") / "gates.py"
    file.write_text(GATES)
    return file


@pytest.fixture(scope="session")
def settings(published_home: Home) -> Settings:
    """What is set where nothing is set, without the matchers that bring models."""
    return load_settings(published_home.settings, {}, deny=["e5", "minilm"])


@pytest.fixture(scope="session")
def trial(published_home: Home, settings: Settings, gates: Path) -> Iterator[Trial]:
    """That matcher beside the shelf."""
    with open_trial(published_home, settings, find_candidate(str(gates), None)) as trial:
        yield trial


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory, halven_strait: Release) -> Path:
    """The examples of the invented corpus as labelled pages, and others that only name a gate or a hall."""
    (examples,) = example_sets(seeds_folder(), {"halven-strait": halven_strait})
    rows = [{"id": p.id, "text": p.request.text, "incidents": sorted(p.incidents)} for p in examples.pages]
    told = ("The gate of park {} was painted.", "Saal {} heißt auch hall und ist neu.")
    rows += [{"id": f"other-{n}", "text": told[n % 2].format(n), "lang": ("en", "de")[n % 2]} for n in range(20)]
    file = tmp_path_factory.mktemp("pages") / "examples.jsonl"
    file.write_bytes(b"\n".join(map(orjson.dumps, rows)))
    return file
