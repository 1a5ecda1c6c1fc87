"""The kit as a pytest plugin, for authors' repositories. Comes in: MATCHER in a test module. Goes out: a test a check.

A test that asks for ``beside_finding`` is run once for each check; ``beside_report`` gives the whole Report at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from . import CHECKS, Finding, Report, check_matcher


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each check."""
    if "beside_finding" in metafunc.fixturenames:
        names = [check.replace(" ", "-") for check in CHECKS]
        metafunc.parametrize("beside_finding", CHECKS, ids=names, indirect=True)


@pytest.fixture(scope="session")
def beside_reports() -> Callable[[str | Path], Report]:
    """What the kit says of a file or an installed matcher, found out once."""
    known: dict[str, Report] = {}

    def report(path_or_name: str | Path) -> Report:
        if str(path_or_name) not in known:
            known[str(path_or_name)] = check_matcher(path_or_name)
        return known[str(path_or_name)]

    return report


@pytest.fixture
def beside_report(request: pytest.FixtureRequest, beside_reports: Callable[[str | Path], Report]) -> Report:
    """The Report on the test module's MATCHER: a file, from the module's own folder, or an installed name."""
    matcher = getattr(request.module, "MATCHER", None)
    if not isinstance(matcher, str):
        raise pytest.UsageError(f'{request.path}: say which matcher is tested: MATCHER = "capitals.py"')
    return beside_reports(request.path.parent / matcher if matcher.endswith(".py") else matcher)


@pytest.fixture
def beside_finding(request: pytest.FixtureRequest, beside_report: Report) -> Finding:
    """One check of that report; skipped where it does not apply to this kind of matcher."""
    finding = beside_report[request.param]
    if not finding.applies:
        pytest.skip(finding.detail)
    return finding
