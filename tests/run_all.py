"""Runs every test: those of the extension, which wait for browsers, beside all others, which wait for the processor.

Comes in: options for pytest, if any. Goes out: both halves' output, one after the other; exit code 1 if a test failed.
See docs/decisions/422.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTEST = [sys.executable, "-m", "pytest", *sys.argv[1:]]
NONE_CHOSEN = 5  # what pytest ends with where the options leave out every test of a half


def main() -> int:
    with tempfile.TemporaryFile() as told:
        browsers = subprocess.Popen([*PYTEST, "tests/extension"], cwd=ROOT, stdout=told, stderr=subprocess.STDOUT)
        try:
            rest = subprocess.run([*PYTEST, "--ignore=tests/extension"], cwd=ROOT, check=False).returncode
            codes = {rest, browsers.wait()}
        finally:  # whoever breaks off from the keyboard breaks both off
            browsers.wait()
            told.seek(0)
            sys.stdout.write(told.read().decode("utf-8", "replace"))
    return 0 if codes <= {0, NONE_CHOSEN} and codes != {NONE_CHOSEN} else 1


if __name__ == "__main__":
    sys.exit(main())
