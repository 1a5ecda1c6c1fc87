"""What matchers say of themselves, without a corpus. Comes in: specs, settings. Goes out: an Introduction each.

Each is imported in a worker of its own, fenced in like any other: for ``beside matcher list``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .discovery import MatcherSpec
from .process import WorkerBusy, WorkerDied, WorkerTooSlow
from .setting_up import Limits, Places, raise_worker

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class DeclaredSetting:
    """A setting: its name, type, default, help; what is stated for all corpora, and for which another value is."""

    name: str
    type: str
    default: str
    help: str
    stated: str
    per_corpus: str


@dataclass(frozen=True, slots=True)
class Introduction:
    """A matcher in its own words; ``refused``: why it can't be used, if it can't."""

    spec: MatcherSpec
    version: str
    about: str
    reads_leads: bool
    budget_ms: int
    settings: tuple[DeclaredSetting, ...]
    refused: str = ""


def introduce(
    specs: Iterable[MatcherSpec], limits: Limits, settings: Mapping[str, Mapping[str, Any]] | None = None
) -> tuple[Introduction, ...]:
    """Every matcher, in the order given."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as threads:
        places = Places(limits, "", Path(folder), settings or {})
        return tuple(threads.map(lambda spec: _introduced(spec, places), specs))


def _introduced(spec: MatcherSpec, places: Places) -> Introduction:
    try:
        worker = raise_worker([spec], (), places)
    except (WorkerDied, WorkerTooSlow, WorkerBusy) as error:
        reason = str(error) or f"not ready within {places.limits.prepare_s} s"
        return Introduction(spec, "", "", False, 0, (), reason)
    worker.process.kill()
    fact = worker.facts[spec.name]
    told = () if spec.address else tuple(DeclaredSetting(**setting) for setting in fact["settings"])
    refused = worker.refused.get(spec.name, "")
    return Introduction(spec, fact["version"], fact["about"], fact["reads_leads"], fact["budget_ms"], told, refused)
