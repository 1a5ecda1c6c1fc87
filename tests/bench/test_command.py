"""The commands bench, shadow and why, as a person types them."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result

from beside.bench import kept_sheets
from beside.bench.trial import releases_at
from beside.cli.matcher_bench import bench, shadow, why
from beside.corpus import publish, seal
from beside.home import Home
from beside.model import Release
from beside.settings import Settings

HALL = "village-hall-yllverholt-2031-03"


def run(command: object, *arguments: object) -> Result:
    return CliRunner().invoke(command, [str(a) for a in arguments], catch_exceptions=False)  # type: ignore[call-overload]


@pytest.fixture
def published(published_home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESIDE_HOME", str(published_home.root))


@pytest.mark.usefixtures("published")
def test_bench_prints_the_data_sheet_as_json(gates: Path, pages: Path, published_home: Home) -> None:
    told = orjson.loads(run(bench, gates, "--pages", pages, "--json", "--dry-run").output)

    assert (told["sheet"]["matcher"], told["sheet"]["version"]) == ("gates", "0.1")
    assert told["kept"]["stamp"] == "gates@0.1"
    assert kept_sheets(published_home) == []


def test_bench_keeps_the_sheet_and_needs_no_pages_but_those_that_ship(
    gates: Path, home: Home, halven_strait: Release
) -> None:
    publish(home.root, "halven-strait", seal(home.root, halven_strait.corpus).sha256)
    told = run(bench, gates)

    assert told.exit_code == 0, told.output
    assert "examples of halven-strait" in told.output
    assert [table["sheet"]["matcher"] for table in kept_sheets(home)] == ["gates"]


def test_where_no_corpus_is_loaded_those_that_ship_are_taken(home: Home, settings: Settings, tmp_path: Path) -> None:
    assert [release.corpus.id for release in releases_at(home, settings, tmp_path)] == ["halven-strait", "pow-accounts"]


@pytest.mark.usefixtures("published")
def test_a_matcher_that_cannot_be_asked_gets_no_sheet(tmp_path: Path, pages: Path) -> None:
    (tmp_path / "broken.py").write_text("import no_such_module\n")
    told = run(bench, tmp_path / "broken.py", "--pages", pages)

    assert told.exit_code == 1
    assert "could not be asked" in told.output


@pytest.mark.usefixtures("published")
def test_shadow_shows_the_cards_that_would_change_and_how_to_switch_it_on(gates: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_bytes(orjson.dumps({"id": "p1", "text": "A rocket hit a hall in Yllverholt and singers were hurt."}))
    told = run(shadow, gates, "--pages", file).output

    assert f"p1: gained halven-strait/{HALL}" in told
    assert "To switch it on" in told


@pytest.mark.usefixtures("published")
def test_why_names_the_words_that_a_card_hangs_on(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("A rocket hit the village hall of Yllverholt on 14 March 2031, and nine were hurt, Selquara says.")
    told = run(why, page).output

    assert HALL in told
    assert "Without “" in told


@pytest.mark.usefixtures("published")
def test_why_of_a_matcher_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("A page.")

    assert "No matcher is called" in run(why, tmp_path / "page.txt", "--matcher", "no-such").output


def test_the_frozen_pages_are_refused(gates: Path) -> None:
    frozen = Path(__file__).resolve().parents[1] / "pages" / "frozen" / "mixed.jsonl"

    assert "frozen" in run(bench, gates, "--pages", frozen).output
