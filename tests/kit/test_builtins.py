"""The built-in matchers before the kit: each passes, or says of its kind why a check does not apply."""

from __future__ import annotations

import pytest

from beside.kit import check_matcher
from beside.matching import find_matchers

# The optional two load a model: checked by hand, by `beside matcher check e5`, which takes a minute.
OWN = [spec.name for spec in find_matchers() if spec.own and not spec.extra]
POINT_AT_CLAIMS = {"e5", "figures", "minilm", "quotation", "wording"}


@pytest.mark.parametrize("name", OWN)
def test_a_built_in_matcher_passes_or_says_why_a_check_does_not_apply(name: str) -> None:
    report = check_matcher(name)

    assert report.passed, str(report)
    assert all(finding.detail for finding in report.findings if not finding.applies)
    assert report["role swap"].detail.startswith(
        "its author says" if name in POINT_AT_CLAIMS else "it points at incidents"
    )
