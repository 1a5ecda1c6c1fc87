"""What a matcher would change. Comes in: the cards of a page with it and without. Goes out: Change(s); no text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from ..model import IncidentMatch


@dataclass(frozen=True, slots=True)
class Change:
    """One card: ``gained``, ``lost``, ``stronger`` or ``weaker`` (its band), with the scores before and after."""

    incident: str
    what: str
    before: float | None
    after: float | None

    def table(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


def changes(without: Mapping[str, IncidentMatch], with_it: Mapping[str, IncidentMatch]) -> tuple[Change, ...]:
    """Card by card, by name; one whose band stays is no change."""
    found = []
    for incident in sorted({*without, *with_it}):
        before, after = without.get(incident), with_it.get(incident)
        what = _what(before, after)
        if what:
            found.append(Change(incident, what, _score(before), _score(after)))
    return tuple(found)


def _score(match: IncidentMatch | None) -> float | None:
    return None if match is None else match.score


def _what(before: IncidentMatch | None, after: IncidentMatch | None) -> str:
    if before is None or after is None:
        return "gained" if before is None else "lost"
    if before.band == after.band:
        return ""
    return "stronger" if after.band == "strong" else "weaker"
