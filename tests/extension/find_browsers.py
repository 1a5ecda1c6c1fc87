"""Where Chromium and Firefox are on this machine, or the one line that brings them.

No test is skipped for want of a browser: it fails and says this line.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

NAMES = {
    "CHROMIUM": ("chromium", "chromium-browser", "google-chrome"),
    "FIREFOX": ("firefox-esr", "firefox"),
}
APPLICATIONS = {
    "CHROMIUM": (
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
    "FIREFOX": ("/Applications/Firefox.app/Contents/MacOS/firefox",),
}
PACKAGES = ("chromium", "firefox-esr", "fonts-noto-core", "fonts-noto-color-emoji")
CURE = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(PACKAGES)}"


def find(variable: str) -> str | None:
    """The browser that $CHROMIUM or $FIREFOX names, else the one on PATH, else the one in /Applications."""
    named = os.environ.get(variable)
    if named:
        return shutil.which(named)
    on_path = next((path for name in NAMES[variable] if (path := shutil.which(name))), None)
    return on_path or next((path for path in APPLICATIONS[variable] if Path(path).exists()), None)


def need(variable: str) -> str:
    """The same, or an error that says what to type."""
    path = find(variable)
    if path is None:
        named = os.environ.get(variable)
        why = f"${variable} names {named!r}, which is no program" if named else f"none of {NAMES[variable]} is on PATH"
        raise RuntimeError(f"{why}. Install both browsers (as root on Debian: {CURE}) or set $CHROMIUM and $FIREFOX.")
    return path
