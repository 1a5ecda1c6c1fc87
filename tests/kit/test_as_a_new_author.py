"""From an empty environment to a card: the built wheel is installed, and then what an author would type.

Nothing here imports beside from the checkout: every command runs in the other environment.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, Run, build_wheel, install

DOCS = (ROOT / "docs" / "writing-a-matcher.md").read_text("utf-8")
CAPITALS = re.findall(r"```python\n(.*?)```", DOCS, re.S)[0]
PAGE = "Ebbrolt says that a rocket hit the village hall of Yllverholt on 14 March 2031, and nine were hurt."

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the environment is laid out otherwise there")


def ok(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_from_pip_install_to_the_card(run: Run, tmp_path: Path, environment: Path) -> None:
    where = ok(run("python", "-c", "import beside; print(beside.__file__)"))
    assert str(environment) in where
    assert (Path(where.strip()).parent / "seeds" / "halven-strait").is_dir()  # as the docs say

    assert ok(run("beside", "matcher", "new", "capitals")).startswith("Wrote capitals.py and test_capitals.py.")
    assert "checks, 0 failed" in ok(run("beside", "matcher", "check", "capitals.py"))

    # The author puts an idea of their own in its place, and at first gets it wrong: places are counted in bytes.
    file = tmp_path / "author" / "capitals.py"
    in_bytes = "len(passage.text[:found.start].encode()), found.end"
    file.write_text(CAPITALS.replace("found.start, found.end", in_bytes), "utf-8")
    wrong = run("beside", "matcher", "check", "capitals.py")
    assert wrong.returncode == 1
    assert re.search(r"^FAIL  emoji: .*\n      input: \"A🛰", wrong.stdout, re.M), wrong.stdout

    file.write_text(CAPITALS, "utf-8")
    assert "checks, 0 failed" in ok(run("beside", "matcher", "check", "capitals.py"))

    (tmp_path / "author" / "page.txt").write_text(PAGE, "utf-8")
    card = ok(run("beside", "matcher", "try", "capitals.py", "page.txt"))
    assert "Village hall of Yllverholt" in card
    assert re.search(r"^  Its part: capitals@0\.1 place \d+%$", card, re.M), card


def test_what_new_writes_is_tested_by_the_plugin_without_configuration(run: Run) -> None:
    ok(run("beside", "matcher", "new", "times"))
    told = ok(run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rs"))

    assert re.search(r"20 passed, 3 skipped", told), told
    assert "it points at incidents, not at what is claimed of them" in told


def test_a_failing_check_is_a_failing_test_with_its_input(run: Run, tmp_path: Path) -> None:
    ok(run("beside", "matcher", "new", "times"))
    file = tmp_path / "author" / "times.py"
    file.write_text(file.read_text("utf-8").replace("at 21:15", "at 22:40"), "utf-8")
    done = run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "two-sided")

    assert done.returncode == 1
    assert 'input: "The first call came at 22:40."' in done.stdout


def test_a_real_distribution_is_built_installed_and_found(run: Run, environment: Path, tmp_path: Path) -> None:
    source = tmp_path / "beside-clock"
    __import__("shutil").copytree(ROOT / "tests" / "example_plugin", source)
    install(environment, build_wheel(source, tmp_path / "dist"))
    try:
        listed = ok(run("beside", "matcher", "list"))
        assert re.search(r"^clock +0\.2 +ready ", listed, re.M), listed
        assert "weight (float, default 0.3): the chance" in listed
        assert "clock@0.2: 20 checks, 0 failed" in ok(run("beside", "matcher", "check", "clock"))
        assert "Its part: clock@0.2 other" in ok(run("beside", "matcher", "try", "clock"))
        assert " passed" in ok(run("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", str(source / "tests")))
    finally:
        python = next((environment / "bin").glob("python3"))
        away = ["--python", str(python), "uninstall", "-q", "-y", "beside-clock"]
        subprocess.run([sys.executable, "-m", "pip", *away], check=True, timeout=120)
