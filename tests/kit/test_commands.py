"""``beside matcher`` from the outside, without an environment of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from beside.cli import main
from beside.home import Home

SET_UP = """
'''Says nothing. Source of the idea: a test.'''
from marshmallow import Schema, fields
VERSION = "2"
class Settings(Schema):
    depth = fields.Integer(load_default=3, metadata={"help": "how deep"})
def matcher(corpus):
    return lambda page: ()
"""


@pytest.fixture
def type_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")

    def type_(*words: str) -> Result:
        return CliRunner().invoke(main, ["matcher", *words], catch_exceptions=False)

    return type_


def test_new_writes_a_file_that_passes_and_a_test(type_: Any) -> None:
    said = type_("new", "ships")
    checked = type_("check", "ships.py")

    assert said.exit_code == 0
    assert sorted(path.name for path in Path.cwd().iterdir()) == ["ships.py", "test_ships.py"]
    assert 'MATCHER = "ships.py"' in Path("test_ships.py").read_text("utf-8")
    assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize("name", ["Ships", "ship-names", "places", "test_x", "../x", ""])
def test_new_refuses_a_name_that_would_not_do(name: str, type_: Any) -> None:
    assert type_("new", name).exit_code == 1
    assert list(Path.cwd().iterdir()) == []


def test_new_overwrites_nothing(type_: Any) -> None:
    Path("test_ships.py").write_text("mine", "utf-8")

    assert "is there already" in type_("new", "ships").output
    assert not Path("ships.py").exists()


def test_check_says_which_input_failed_and_its_exit_code_does_too(type_: Any) -> None:
    type_("new", "ships")
    file = Path("ships.py")
    file.write_text(file.read_text("utf-8").replace("at 21:15", "at 22:40"), "utf-8")
    said = type_("check", "ships.py")

    assert said.exit_code == 1
    assert "FAIL  two-sided examples: its example says silent" in said.output
    assert '      input: "The first call came at 22:40."' in said.output


def test_check_as_json_is_a_line_a_matcher(type_: Any) -> None:
    report = json.loads(type_("check", "media", "--json").output)

    assert (report["name"], report["passed"], report["findings"][0]["check"]) == ("media", True, "loads")


@pytest.mark.parametrize("name", ["nobody", "nobody.py"])
def test_who_is_not_there_is_said_in_a_line(name: str, type_: Any) -> None:
    for command in ("check", "try"):
        assert type_(command, name).output.startswith("Error: ")


def test_try_shows_what_it_says_the_card_and_its_part_in_it(type_: Any) -> None:
    type_("new", "ships")
    said = type_("try", "ships.py").output

    assert "      other: “22:40” as “22:40”" in said
    assert "\nGate of the Hoskmar dam, March 2031\n" in said
    assert "  Its part: ships@0.1 other " in said


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (
            "[Match(p.number, TARGET, 0.3, because(p)) for p in page.passages if 'Tordvane' in p.text]",
            "others say the same",
        ),
        ("[]", "it says nothing"),
    ],
)
def test_try_says_why_it_has_no_part(says: str, told: str, type_: Any) -> None:
    source = f"""
from beside import Match, Reason
TARGET = "incident:boarding-video-2031-03"
def because(p):
    return (Reason("name", p.text.index("Tordvane"), p.text.index("Tordvane") + 8, "Tordvane"),)
def matcher(corpus):
    return lambda page: {says}
"""
    Path("ships.py").write_text(source, "utf-8")

    assert f"  Its part: none: {told}" in type_("try", "ships.py").output


def test_try_reads_a_page(type_: Any) -> None:
    Path("page.txt").write_text("Nothing happened.", "utf-8")
    said = type_("try", "media", "page.txt").output

    assert (
        said
        == "| Nothing happened.\n\nNo card: no matcher carries one alone, and the others say too little of this text.\n"
    )


def test_list_shows_state_settings_and_what_holds_here(type_: Any, home: Home) -> None:
    folder = home.root / "matchers"
    folder.mkdir()
    (folder / "deep.py").write_text(SET_UP.strip(), "utf-8")
    (folder / "broken.py").write_text("import no_such_module", "utf-8")
    said = type_("list").output.splitlines()

    assert any(line.split()[:3] == ["deep", "2", "ready"] for line in said)
    assert any("depth (integer, default 3): how deep" in line for line in said)
    assert any(line.split()[:3] == ["broken", "-", "refused"] and "no_such_module" in line for line in said)
    assert any(line.split()[:4] == ["e5", "-", "left", "out"] and "denied" in line for line in said)
    assert "Contract: version 1. A matcher here:" in said


def test_a_matcher_in_quarantine_is_listed_with_its_reason_and_can_be_released(type_: Any, home: Home) -> None:
    folder = home.root / "matchers"
    folder.mkdir()
    (folder / "deep.py").write_text(SET_UP.strip(), "utf-8")
    listed = json.loads(type_("list", "--json").output)["matchers"]
    (where,) = [one["where"] for one in listed if one["name"] == "deep"]
    code = __import__("beside.matching", fromlist=["MatcherSpec"]).MatcherSpec("deep", where, "file").fingerprint
    held = {"deep": {"reason": "too slow 3 times", "since": "2031-03-04T10:00:00+00:00", "code": code}}
    home.quarantine.write_text(json.dumps(held), "utf-8")

    assert "quarantined  too slow 3 times, since 2031-03-04" in type_("list").output
    assert type_("release", "deep").output == "Released deep.\n"
    assert type_("release", "deep").exit_code == 1
