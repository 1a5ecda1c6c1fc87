"""Finding matchers. Comes in: installed entry points, a plugins folder, names to leave out. Goes out: MatcherSpec(s).

Nothing is imported here: a matcher is loaded in its worker only. One whose entry point names an extra ("[minilm]") is
optional: it is there when every package of that extra is installed in the version that was examined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, EntryPoint, PackageNotFoundError, entry_points, version
from pathlib import Path

GROUP = "beside.matchers"
OWN_DISTRIBUTION = "beside"
PINNED = re.compile(r"([A-Za-z0-9._-]+)==([^;\s]+)\s*;.*\bextra == ['\"]([^'\"]+)['\"]")


@dataclass(frozen=True, slots=True)
class MatcherSpec:
    """A matcher that was found: its name, where its code is ("module:attribute" or a file), and whose it is.

    ``extra``: which extra of its distribution it needs, if any.
    """

    name: str
    where: str
    distribution: str
    extra: str = ""

    @property
    def own(self) -> bool:
        """Whether it stands on our shelf."""
        return self.distribution == OWN_DISTRIBUTION

    @property
    def alone(self) -> bool:
        """Whether it gets a worker to itself: a stranger does, and whoever brings a model and native code."""
        return not self.own or bool(self.extra)

    @property
    def cure(self) -> str:
        """What to type so that an optional one can be used."""
        return f'pip install "{self.distribution}[{self.extra}]"'


def find_matchers(folder: Path | None = None, deny: Iterable[str] = ()) -> tuple[MatcherSpec, ...]:
    """Every matcher by name, in alphabetical order. An entry point wins over a file of the same name."""
    installed = [_spec(point) for point in entry_points(group=GROUP) if _usable(point)]
    found = {spec.name: spec for spec in (*_files(folder), *installed)}
    return tuple(found[name] for name in sorted(found) if name not in set(deny))


def absent_matchers() -> tuple[MatcherSpec, ...]:
    """The optional ones whose packages are not installed, by name: not broken, and not asked."""
    absent = (_spec(point) for point in entry_points(group=GROUP) if not _usable(point))
    return tuple(sorted(absent, key=lambda spec: spec.name))


def _spec(point: EntryPoint) -> MatcherSpec:
    where = f"{point.module}:{point.attr}" if point.attr else point.module
    return MatcherSpec(point.name, where, point.dist.name if point.dist else "unknown", ",".join(point.extras))


def _usable(point: EntryPoint) -> bool:
    """Whether all that its extras pin is installed. On a system that a package does not run on, it is not."""
    pins = _pins(point.dist) if point.dist else {}
    return all(_version(name) == pinned for extra in point.extras for name, pinned in pins.get(extra, ()))


def _pins(distribution: Distribution) -> dict[str, list[tuple[str, str]]]:
    """Extra -> the packages it pins, each with its version."""
    pins: dict[str, list[tuple[str, str]]] = {}
    for found in filter(None, map(PINNED.match, distribution.requires or ())):
        pins.setdefault(found[3], []).append((found[1], found[2]))
    return pins


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _files(folder: Path | None) -> list[MatcherSpec]:
    if folder is None or not folder.is_dir():
        return []
    paths = sorted(path for path in folder.glob("*.py") if not path.name.startswith("_"))
    return [MatcherSpec(path.stem, str(path.resolve()), "file") for path in paths]
