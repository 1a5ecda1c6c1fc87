"""The language in which the form of a file is written down: Value, Many, Table; ``forms`` is written in it.

Comes in: what tomllib made of a file. Goes out: what is wrong, and which ids are defined and referred to, by path.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from . import values
from .lines import Path


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something at ``path`` is not as the form wants it."""

    path: Path
    message: str


@dataclass(frozen=True, slots=True)
class Mention:
    """An id of one of ``kinds`` stands at ``path``; either it is defined there, or it must be defined somewhere."""

    path: Path
    kinds: tuple[str, ...]
    id: str
    defines: bool


Finding = Wrong | Mention


class Form(Protocol):
    """Anything a value can be held against."""

    def examine(self, value: object, path: Path) -> Iterator[Finding]:
        """Everything that is to be said about ``value``, which stands at ``path``."""
        ...


@dataclass(frozen=True, slots=True)
class Value:
    """A single value. With ``kinds`` it is an id: of something defined here, or of something referred to."""

    check: values.Check
    kinds: tuple[str, ...] = ()
    defines: bool = False

    def examine(self, value: object, path: Path) -> Iterator[Finding]:
        """Check the value; report it if it is an id."""
        if wrong := self.check(value):
            yield Wrong(path, wrong)
        elif self.kinds:
            yield Mention(path, self.kinds, str(value), self.defines)


@dataclass(frozen=True, slots=True)
class Many:
    """A list of things of one form."""

    of: Form
    at_least: int = 0

    def examine(self, value: object, path: Path) -> Iterator[Finding]:
        """Check the length, then each member."""
        if not isinstance(value, list):
            yield Wrong(path, values.wrong_type(value, "a list"))
            return
        if len(value) < self.at_least:
            yield Wrong(path, f"holds {len(value)}; at least {self.at_least} must stand here")
        for number, member in enumerate(value):
            yield from self.of.examine(member, (*path, number))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: keys that it needs, keys that it may have, and no others."""

    needs: Mapping[str, Form]
    may: Mapping[str, Form] = field(default_factory=dict)

    def examine(self, value: object, path: Path) -> Iterator[Finding]:
        """Check which keys are there, then what each holds."""
        if not isinstance(value, dict):
            yield Wrong(path, values.wrong_type(value, "a table"))
            return
        known = {**self.needs, **self.may}
        for name in self.needs:
            if name not in value:
                yield Wrong((*path, name), "is missing; add it")
        for name, held in value.items():
            if name in known:
                yield from known[name].examine(held, (*path, name))
            else:
                yield Wrong((*path, name), _unknown(name, list(known)))


def _unknown(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f'is an unknown key; write "{near[0]}"' if near else f"is an unknown key; known here: {', '.join(known)}"
