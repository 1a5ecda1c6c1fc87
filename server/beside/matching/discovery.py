"""Finding matchers. Comes in: entry points, a plugins folder, addresses, who may run. Goes out: MatcherSpec(s).

Nothing is imported here: a matcher is loaded in its worker only. One whose entry point names an extra ("[minilm]") is
optional: it is there when every package of that extra is installed in the version that was examined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import Distribution, EntryPoint, PackageNotFoundError, entry_points, version
from pathlib import Path

GROUP = "beside.matchers"
OWN_DISTRIBUTION = "beside"
REMOTE = "beside.matching.remote:matcher"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
DIGITS = 12
PINNED = re.compile(r"([A-Za-z0-9._-]+)==([^;\s]+)\s*;.*\bextra == ['\"]([^'\"]+)['\"]")


@dataclass(frozen=True, slots=True)
class MatcherSpec:
    """A matcher that was found: its name, where its code is ("module:attribute" or a file), and whose it is.

    ``extra``: which extra of its distribution it needs, if any. ``address``: where a remote one is asked.
    """

    name: str
    where: str
    distribution: str
    extra: str = ""
    address: str = ""

    @property
    def own(self) -> bool:
        """Whether it stands on our shelf."""
        return self.distribution == OWN_DISTRIBUTION

    @property
    def alone(self) -> bool:
        """Whether it gets a worker to itself: a stranger does, and whoever brings a model and native code."""
        return not self.own or bool(self.extra)

    @property
    def fingerprint(self) -> str:
        """Which code it is: of a file its bytes, else the version of its distribution."""
        if self.where.endswith(".py"):
            return _digest(Path(self.where))
        if self.address:
            return sha256(self.address.encode()).hexdigest()[:DIGITS]
        return re.sub(r"[^0-9A-Za-z.+_-]", "-", _version(self.distribution) or "0")

    @property
    def cure(self) -> str:
        """What to type so that an optional one can be used."""
        return f'pip install "{self.distribution}[{self.extra}]"'


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A matcher that was found and is not used, and why."""

    spec: MatcherSpec
    reason: str


def find_matchers(
    folder: Path | None = None,
    deny: Iterable[str] = (),
    allow: Iterable[str] | None = None,
    remote: Mapping[str, str] | None = None,
) -> tuple[MatcherSpec, ...]:
    """Every matcher that may be used, in alphabetical order. ``allow``: these strangers and no others.

    ``remote``: the addresses that the admin allows, by the name of the matcher there.
    """
    return _sorted_out(folder, deny, allow, remote)[0]


def left_out_matchers(
    folder: Path | None = None,
    deny: Iterable[str] = (),
    allow: Iterable[str] | None = None,
    remote: Mapping[str, str] | None = None,
) -> tuple[LeftOut, ...]:
    """Every other that was found, by name, with the reason."""
    return _sorted_out(folder, deny, allow, remote)[1]


def _sorted_out(
    folder: Path | None, deny: Iterable[str], allow: Iterable[str] | None, remote: Mapping[str, str] | None
) -> tuple[tuple[MatcherSpec, ...], tuple[LeftOut, ...]]:
    found: dict[str, MatcherSpec] = {}
    left_out = []
    absent = {spec.name: spec for spec in absent_matchers() if spec.own}  # their weights are fitted by name
    for spec in (*_installed(), *_remote(remote or {}), *_files(folder)):
        if spec.name in absent:
            left_out.append(LeftOut(spec, f"its name is taken by {absent[spec.name].where}, which is not installed"))
        elif reason := _why_not(spec, found, set(deny), None if allow is None else set(allow)):
            left_out.append(LeftOut(spec, reason))
        else:
            found[spec.name] = spec
    return tuple(found[name] for name in sorted(found)), tuple(sorted(left_out, key=lambda one: one.spec.name))


def _why_not(spec: MatcherSpec, found: Mapping[str, MatcherSpec], deny: set[str], allow: set[str] | None) -> str:
    if not NAME.fullmatch(spec.name):
        return "its name is more than letters, digits, _ and -"
    if spec.name in deny:
        return "denied in the settings"
    if allow is not None and not spec.own and not spec.address and spec.name not in allow:
        return "not among those that the settings allow"
    if spec.name in found:
        return f"its name is taken by {found[spec.name].where}"
    return ""


def _installed() -> list[MatcherSpec]:
    # Ours first, then by distribution: who is first has the name, whatever the order on the search path.
    specs = {_spec(point) for point in entry_points(group=GROUP) if _usable(point)}
    return sorted(specs, key=lambda spec: (not spec.own, spec.distribution, spec.name, spec.where))


def _remote(addresses: Mapping[str, str]) -> list[MatcherSpec]:
    return [MatcherSpec(name, REMOTE, "remote", address=address) for name, address in sorted(addresses.items())]


def _digest(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()[:DIGITS]
    except OSError:
        return "gone"


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
