"""What is wrong with a corpus, and where. Comes in: findings of the checks. Goes out: Problem, CorpusError."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. ``message`` says what is wrong and what to do about it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """As editors and terminals know it."""
        return f"{self.file}:{self.line}: {self.message}"


class CorpusError(Exception):
    """The corpus is refused; ``problems`` holds every reason, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems; tell each once."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
