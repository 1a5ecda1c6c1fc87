"""Every id once, and every id that is spoken of known.

Comes in: the ids mentioned in all files. Goes out: a problem for each that is there twice or nowhere.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .files import TomlFile
from .form import Mention
from .problems import Problem

# A relation joins claims and statements by id alone, so they share one set of names.
_SPACE = {"claim": "claim or statement", "statement": "claim or statement"}


@dataclass(frozen=True, slots=True)
class Cited:
    """An id and the file that mentions it."""

    file: TomlFile
    mention: Mention

    def problem(self, message: str) -> Problem:
        """A problem with this mention."""
        return self.file.problem(self.mention.path, message)


def check(cited: Iterable[Cited], incomplete: frozenset[str]) -> Iterator[Problem]:
    """Duplicates and dangling ids. Of the ``incomplete`` kinds not every definition could be read."""
    cited = list(cited)
    defined: dict[tuple[str, str], Cited] = {}
    for one in cited:
        if one.mention.defines:
            yield from _define(one, defined)
    for one in cited:
        if not one.mention.defines and incomplete.isdisjoint(one.mention.kinds):
            yield from _resolve(one, defined)


def _define(one: Cited, defined: dict[tuple[str, str], Cited]) -> Iterator[Problem]:
    (kind,) = one.mention.kinds
    first = defined.setdefault((_SPACE.get(kind, kind), one.mention.id), one)
    if first is not one:
        before = first.problem("")
        yield one.problem(f'"{one.mention.id}" is already at {before.file}:{before.line}; give one of them another id')


def _resolve(one: Cited, defined: dict[tuple[str, str], Cited]) -> Iterator[Problem]:
    kinds, wanted = one.mention.kinds, one.mention.id
    found = {defined[key].mention.kinds[0] for kind in kinds if (key := (_SPACE.get(kind, kind), wanted)) in defined}
    if found.isdisjoint(kinds):
        known = [id for (_, id), definition in defined.items() if definition.mention.kinds[0] in kinds]
        near = difflib.get_close_matches(wanted, known, n=1)
        hint = f'write "{near[0]}" or add it' if near else "add it or mend the id"
        yield one.problem(f'"{wanted}" is no {" or ".join(kinds)} of this corpus; {hint}')
