"""`make browsers`: both browsers are there, or are installed where that needs no asking, or we say what to type."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from find_browsers import CURE, NAMES, PACKAGES, find


def main() -> int:
    missing = [variable for variable in NAMES if find(variable) is None]
    if not missing:
        return 0
    named = [variable for variable in missing if os.environ.get(variable)]
    apt = shutil.which("apt-get")
    if named or not apt or os.geteuid() != 0:
        sys.stderr.write(f"The tests need Chromium (or Chrome) and Firefox; not found: {', '.join(missing)}.\n")
        sys.stderr.write(f"On Debian, as root: {CURE}\nElsewhere: install them, or set $CHROMIUM and $FIREFOX.\n")
        return 1
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *PACKAGES]):
        subprocess.run([apt, *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)
    still = [variable for variable in NAMES if find(variable) is None]
    if still:
        sys.stderr.write(f"Installed, but still not found: {', '.join(still)}. Set $CHROMIUM and $FIREFOX.\n")
    return 1 if still else 0


if __name__ == "__main__":
    sys.exit(main())
