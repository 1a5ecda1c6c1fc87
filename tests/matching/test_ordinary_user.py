"""The same as an ordinary user: nothing here may hang on being root. Root runs a part of the tests as nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
NOBODY = 65534
# To read an interpreter that lies in root's own folder; it lets write nothing, start nothing and reach nothing.
READS_ALL = ("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search")
CHOSEN = "exits or forks or sleeps or calls or hogs or started or holds_every_fence or no_token"


def test_nobody_is_contained_as_well(tmp_path_factory: pytest.TempPathFactory) -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("this run is an ordinary user's already")
    if not shutil.which("setpriv"):
        pytest.skip("setpriv, which takes root's rights away, is not installed")
    folder = Path("/tmp") / f"beside-nobody-{os.getpid()}"
    folder.mkdir()
    os.chown(folder, NOBODY, NOBODY)
    tests = [str(HERE / "test_hostile.py"), str(HERE / "test_fences.py")]
    pytest_as = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--basetemp={folder}/t", "-k", CHOSEN]
    command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *READS_ALL, *pytest_as, *tests]
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        ran = subprocess.run(command, cwd=HERE.parents[1], env=environment, capture_output=True, text=True, timeout=300)
    finally:
        shutil.rmtree(folder)
    if "setpriv:" in ran.stderr:
        pytest.skip(f"rights can't be taken away here: {ran.stderr.strip()}")

    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-1000:]
    assert " passed" in ran.stdout
