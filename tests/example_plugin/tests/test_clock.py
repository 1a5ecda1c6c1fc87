"""All that "beside matcher check clock" checks, a test each."""

from beside.kit import Finding

MATCHER = "clock"  # as it is installed


def test_it_passes_the_kit(beside_finding: Finding) -> None:
    assert beside_finding.passed, str(beside_finding)
