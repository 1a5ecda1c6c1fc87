"""Everything about the matchers of this machine. Comes in: the home, settings. Goes out: a Listing, and it in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from beside import API

from ..bench import ShadowSwitch
from ..home import Home
from ..matching import (
    Capability,
    Introduction,
    Limits,
    absent_matchers,
    capabilities,
    introduce,
    left_out_matchers,
    quarantined_matchers,
)
from ..reader import matchers_of
from ..settings import Settings


@dataclass(frozen=True, slots=True)
class Listed:
    """One matcher. state: ready, refused, quarantined, shadow, left out or absent; ``reason``: why, or what to do."""

    name: str
    version: str
    state: str
    reason: str
    about: str
    where: str
    settings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Every matcher, the version of the contract, and each fence around them."""

    api: int
    matchers: tuple[Listed, ...]
    fences: tuple[Capability, ...]


def everything(home: Home, settings: Settings) -> Listing:
    """Load each matcher in a worker and hear what it says of itself; read who is left out, and try the fences."""
    chosen = settings.matchers
    limits = Limits(chosen.soft_ms, chosen.hard_ms, chosen.cap_ms, chosen.prepare_s, chosen.memory_mb)
    kept = {one.name: one for one in quarantined_matchers(home.quarantine)}
    shadow = ShadowSwitch(home.root, chosen.shadow).names
    found = []
    for one in introduce(matchers_of(home, settings), limits, chosen.settings):
        state, reason = "ready", ""
        if one.refused:
            state, reason = "refused", one.refused
        elif (held := kept.get(one.spec.name)) and held.code == one.spec.fingerprint:
            state = "quarantined"
            reason = f"{held.reason}, since {held.since}; the way back: beside matcher release {held.name}"
        elif one.spec.name in shadow:
            state, reason = "shadow", "asked about every page, heard by nobody"
        found.append(_listed(one, state, reason))
    folder = home.root / (chosen.folder or "matchers")
    for left in left_out_matchers(folder, chosen.deny, chosen.allow, chosen.remote):
        found.append(Listed(left.spec.name, "", "left out", left.reason, "", left.spec.where, ()))
    for spec in absent_matchers():
        found.append(Listed(spec.name, "", "absent", spec.cure, "", spec.where, ()))
    return Listing(API, tuple(sorted(found, key=lambda one: (one.name, one.state))), capabilities())


def _listed(one: Introduction, state: str, reason: str) -> Listed:
    settings = tuple(
        f"{s.name} ({s.type}, default {s.default or 'none'}"
        f"{f', set to {s.stated}' if s.stated else ''}{f', {s.per_corpus}' if s.per_corpus else ''}): {s.help}"
        for s in one.settings
    )
    return Listed(one.spec.name, one.version, state, reason, one.about, one.spec.address or one.spec.where, settings)


def in_words(listing: Listing) -> Iterator[str]:
    """A line each, its settings below it; then what holds here, and what is weaker."""
    width = max((len(one.name) for one in listing.matchers), default=0)
    for one in listing.matchers:
        yield f"{one.name:{width}}  {one.version or '-':7}  {one.state:11}  {one.reason or one.about}".rstrip()
        yield from (f"{'':{width}}    {setting}" for setting in one.settings)
    yield f"Contract: version {listing.api}. A matcher here:"
    for fence in listing.fences:
        yield f"  {'      ' if fence.holds else 'WEAKER'}  {fence.words}"
