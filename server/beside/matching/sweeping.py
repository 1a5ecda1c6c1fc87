"""Caches that nobody needs any more. Comes in: the cache folder, what has gone. Goes out: nothing; folders go.

A cache lies in ``<matcher>@<code>/<version>/<sha256>/``. It is taken away when the service changes from that release to
another, or that matcher's file is edited; and, whoever made it, when no worker was made ready with it for a month.
A corpus that is rolled back finds none: its matchers prepare once more.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Collection
from pathlib import Path

KEPT_SECONDS = 30 * 24 * 3600.0


def used(folder: Path) -> None:
    """Note that a worker was made ready with this cache."""
    with contextlib.suppress(OSError):
        if not _laid(folder):
            os.utime(folder, follow_symlinks=False)


def sweep(cache: Path, gone: Collection[str] = (), now: float | None = None) -> None:
    """Take away the caches of releases that are ``gone``, and those that were not used for a month."""
    oldest = (time.time() if now is None else now) - KEPT_SECONDS
    for folder in cache.glob("*@*/*/*"):
        with contextlib.suppress(OSError):
            if not _laid(folder) and (folder.name in gone or folder.stat().st_mtime < oldest):
                forget(folder)
                folder.parent.rmdir()  # and its matcher's, if they hold nothing else
                folder.parent.parent.rmdir()


def _laid(folder: Path) -> bool:
    """Whether a link is on the way: a matcher may have laid it, to have what it leads to taken away."""
    return any(path.is_symlink() for path in (folder, *folder.parents[:2]))


def forget(folder: Path) -> None:
    """Take away a cache, or all of a matcher."""
    shutil.rmtree(folder, ignore_errors=True)
