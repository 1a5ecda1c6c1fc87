"""The docs are true: what they show runs, and what they point to is there."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from beside.cli import main
from beside.home import Home

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
LARGEST = 200 * 1024
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_matcher_in_the_docs_counts_as_soon_as_it_is_dropped_in(
    tmp_path: Path, published_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BESIDE_HOME", str(published_home.root))
    source = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "writing-a-matcher.md").read_text("utf-8"), re.S)
    assert source
    (tmp_path / "capitals.py").write_text(source.group(1))
    page = tmp_path / "page.txt"
    page.write_text(
        "Ebbrolt says that a rocket hit the village hall of Yllverholt on 14 March 2031, and nine were hurt."
    )
    said = CliRunner().invoke(main, ["match", str(page), "--matchers", str(tmp_path), "--json"], catch_exceptions=False)

    assert '"capitals@0.1"' in said.output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", page.read_text("utf-8"))

    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_pictures_are_those_that_the_command_takes_and_the_docs_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "tools"), *sys.path])
    import pictures

    there = {path.name for path in PICTURES.iterdir()}
    shown = {
        name for page in PAGES for name in re.findall(r"!\[[^]]+\]\(\S*pictures/([^)]+)\)", page.read_text("utf-8"))
    }
    assert there == pictures.PICTURES.keys() == shown


def test_pictures_are_small() -> None:
    assert [path.name for path in PICTURES.iterdir() if path.stat().st_size >= LARGEST] == []


def test_what_the_panel_may_say_is_told_in_its_own_words() -> None:
    messages = json.loads((ROOT / "extension" / "_locales" / "en" / "messages.json").read_text("utf-8"))
    words = tuple(entry["message"].rstrip(".") for entry in messages.values())
    table = (ROOT / "docs" / "reader.md").read_text("utf-8").split("## What the panel may say")[1]
    told = re.findall(r"^\| ([A-Z].*?) \|", table, re.M)
    assert len(told) > 20
    assert [saying for saying in told if not any(word.startswith(saying) for word in words)] == []
    states = {key for key in messages if f"{key}Title" in messages} - {"compare", "privateWindows"}  # these are pages
    assert {messages[f"{state}Title"]["message"] for state in states} - set(told) == set()


def test_every_command_is_named_in_the_docs() -> None:
    told = "\n".join(page.read_text("utf-8") for page in PAGES)

    assert [name for name in main.commands if f"beside {name}" not in told] == []


def test_every_decision_has_its_four_parts() -> None:
    for record in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        text = record.read_text("utf-8").casefold()
        assert all(part in text for part in ("context", "decision", "status", "consequences")), record.name
