"""The docs are true: what they show runs, and what they point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from beside.cli import main
from beside.home import Home

ROOT = Path(__file__).resolve().parent.parent
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


def test_every_command_is_named_in_the_docs() -> None:
    told = "\n".join(page.read_text("utf-8") for page in PAGES)

    assert [name for name in main.commands if f"beside {name}" not in told] == []


def test_every_decision_has_its_four_parts() -> None:
    for record in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        text = record.read_text("utf-8").casefold()
        assert all(part in text for part in ("context", "decision", "status", "consequences")), record.name
