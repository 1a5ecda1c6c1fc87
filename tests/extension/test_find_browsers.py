"""A missing browser is an error that says what to type, never a skipped test."""

from __future__ import annotations

from pathlib import Path

import find_browsers
import pytest


@pytest.fixture
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(find_browsers, "APPLICATIONS", {"CHROMIUM": (), "FIREFOX": ()})
    for variable in find_browsers.NAMES:
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


@pytest.mark.parametrize("variable", ["CHROMIUM", "FIREFOX"])
def test_the_error_holds_the_cure(nowhere: Path, variable: str) -> None:
    with pytest.raises(RuntimeError, match="apt-get install -y --no-install-recommends chromium firefox-esr"):
        find_browsers.need(variable)


def test_a_variable_that_names_no_program_is_not_passed_over(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (nowhere / "chromium").write_text("#!/bin/sh\n")
    (nowhere / "chromium").chmod(0o755)
    assert find_browsers.need("CHROMIUM") == str(nowhere / "chromium")
    monkeypatch.setenv("CHROMIUM", "/no/such/program")
    with pytest.raises(RuntimeError, match="which is no program"):
        find_browsers.need("CHROMIUM")
