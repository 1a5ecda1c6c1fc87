"""Finding matchers. Comes in: installed entry points, a plugins folder, names to leave out. Goes out: MatcherSpec(s).

Nothing is imported here: a matcher is loaded in its worker only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import entry_points
from pathlib import Path

GROUP = "beside.matchers"
OWN_DISTRIBUTION = "beside"


@dataclass(frozen=True, slots=True)
class MatcherSpec:
    """A matcher that was found: its name, where its code is ("module:attribute" or a file), and whose it is."""

    name: str
    where: str
    distribution: str

    @property
    def own(self) -> bool:
        """Whether it stands on our shelf; strangers' matchers each get a worker alone."""
        return self.distribution == OWN_DISTRIBUTION


def find_matchers(folder: Path | None = None, deny: Iterable[str] = ()) -> tuple[MatcherSpec, ...]:
    """Every matcher by name, in alphabetical order. An entry point wins over a file of the same name."""
    found = {spec.name: spec for spec in (*_files(folder), *_installed())}
    return tuple(found[name] for name in sorted(found) if name not in set(deny))


def _installed() -> list[MatcherSpec]:
    points = entry_points(group=GROUP)
    return [MatcherSpec(p.name, p.value, p.dist.name if p.dist else "unknown") for p in points]


def _files(folder: Path | None) -> list[MatcherSpec]:
    if folder is None or not folder.is_dir():
        return []
    paths = sorted(path for path in folder.glob("*.py") if not path.name.startswith("_"))
    return [MatcherSpec(path.stem, str(path.resolve()), "file") for path in paths]
