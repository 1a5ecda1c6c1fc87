"""The kit for authors of matchers. Comes in: a matcher's name or file. Goes out: a Report, a finding for every check.

A matcher is never imported here: it runs in a worker, as it does in the service. What the checks need is imported when
they run, so that the worker's end of the kit (``probe``) and the pytest plugin stay light.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .report import CHECKS, Finding, Report

__all__ = ["CHECKS", "Finding", "Report", "check_matcher"]


def check_matcher(
    path_or_name: str | Path, folder: Path | None = None, remote: Mapping[str, str] | None = None
) -> Report:
    """Run every check on an installed matcher or a file; ``folder``: where names of one-file matchers are looked up.

    ``remote``: addresses of matchers that run elsewhere, by name. Raises LookupError where there is no such matcher.
    """
    from .checking import check

    return check(path_or_name, folder, remote)
