"""The extension's pure JavaScript, tested by node's own runner: the node that Playwright brings, no other is needed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import playwright
import pytest

TESTS = sorted((Path(__file__).parent / "js").glob("*.test.mjs"))
DRIVER = Path(playwright.__file__).parent / "driver"
NODE = DRIVER / ("node.exe" if (DRIVER / "node.exe").exists() else "node")


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_in_node(path: Path) -> None:
    done = subprocess.run([NODE, "--test", path], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
