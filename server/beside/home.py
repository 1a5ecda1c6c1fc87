"""Where beside keeps its data. Comes in: the environment. Goes out: one folder, private to its owner.

``$BESIDE_HOME``, else the platform's data folder. Layout: "The data folder" in docs/architecture.md.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder and the places in it."""

    root: Path

    @property
    def releases(self) -> Path:
        """Sealed corpora: ``<sha256>.db`` and, beside it, ``<sha256>.index/``."""
        return self.root / "releases"

    @property
    def current(self) -> Path:
        """One file a published corpus, named by its id, holding the SHA-256 of its release on one line."""
        return self.root / "current"

    @property
    def people(self) -> Path:
        """The one database that people change: tokens, and later feedback and reviews (WAL)."""
        return self.root / "people.db"

    @property
    def token(self) -> Path:
        """The local token for scripts, mode 0600."""
        return self.root / "token"

    @property
    def settings(self) -> Path:
        """The settings file, which need not exist."""
        return self.root / "settings.toml"

    @property
    def quarantine(self) -> Path:
        """Which matchers are in quarantine, and why."""
        return self.root / "matchers.json"

    @property
    def cache(self) -> Path:
        """``<matcher>@<code>/<version>/<sha256>/``: what a matcher keeps for a release."""
        return self.root / "cache"


def find_home(environ: Mapping[str, str] = os.environ) -> Home:
    """The data folder, made with mode 0700 if it is not there yet."""
    named = environ.get("BESIDE_HOME")
    root = Path(named) if named else user_data_path("beside", appauthor=False)
    for folder in (root, root / "releases", root / "current", root / "cache"):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Home(root.resolve())
