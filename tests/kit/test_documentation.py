"""docs/writing-a-matcher.md is true: each snippet is run, each command is there."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from beside.bench import ShadowSwitch
from beside.cli import main
from beside.home import Home
from beside.kit import check_matcher
from beside.kit.report import CHECKS
from beside.settings import load_settings

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "writing-a-matcher.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.S)
TOML = re.findall(r"```toml\n(.*?)```", TEXT, re.S)
WHOLE = {"capitals": 0, "later": 3, "alike": 4}


@pytest.mark.parametrize("name", WHOLE)
def test_a_matcher_in_the_docs_passes_the_kit(name: str, tmp_path: Path) -> None:
    (tmp_path / f"{name}.py").write_text(PYTHON[WHOLE[name]], "utf-8")
    report = check_matcher(tmp_path / f"{name}.py")

    assert report.passed, str(report)


def test_the_excuse_in_the_docs_is_that_of_the_shelf() -> None:
    assert PYTHON[1].strip() in (ROOT / "matchers" / "wording.py").read_text("utf-8")


def test_the_test_in_the_docs_is_what_new_writes() -> None:
    template = files("beside.kit").joinpath("templates", "test_matcher.py.txt").read_text("utf-8")

    assert PYTHON[2] == template.replace("NAME", "capitals")


def test_the_settings_in_the_docs_are_read(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(TOML[0], "utf-8")
    stated = load_settings(tmp_path / "settings.toml", {}).matchers.settings

    assert stated == {"later": {"most": 60, "corpora": {"halven-strait": {"most": 10}}}}


def test_a_matcher_is_put_in_the_shadow_as_the_docs_say(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(f"[matchers]\n{re.findall(r'`(shadow = .*?)`', TEXT)[0]}\n", "utf-8")

    assert load_settings(tmp_path / "settings.toml", {}).matchers.shadow == ("capitals",)


def test_it_is_put_there_and_taken_out_by_the_command_in_the_docs(home: Home) -> None:
    (home.root / "matchers").mkdir()
    (home.root / "matchers" / "capitals.py").write_text(PYTHON[0], "utf-8")
    typed = re.findall(r"^    beside (matcher shadow .* --on)$", TEXT, re.M)[0].split()
    done = CliRunner().invoke(main, typed)

    assert done.output == "capitals is in the shadow: asked about every page, heard by nobody.\n"
    assert ShadowSwitch(home.root, ()).names == {"capitals"}
    assert CliRunner().invoke(main, [*typed[:-1], "--off"]).exit_code == 0
    assert ShadowSwitch(home.root, ["capitals"]).names == frozenset()


def test_the_entry_point_in_the_docs_is_that_of_the_example() -> None:
    example = tomllib.loads((ROOT / "tests" / "example_plugin" / "pyproject.toml").read_text("utf-8"))

    assert tomllib.loads(TOML[1])["project"]["entry-points"] == example["project"]["entry-points"]


def test_every_command_in_the_docs_is_there() -> None:
    typed = {tuple(line.split()[1:4]) for line in re.findall(r"^    (beside .*)$", TEXT, re.M)}
    group = main.commands["matcher"]

    assert isinstance(group, click.Group)
    assert [words for words in typed if words[0] == "matcher" and words[1] not in group.commands] == []
    assert {"new", "check", "try", "list"} <= {words[1] for words in typed}


def test_every_check_is_told_in_the_docs() -> None:
    told = TEXT.partition("## What is checked")[2].partition("## As a test")[0]

    assert [check for check in CHECKS if check not in told] == []
