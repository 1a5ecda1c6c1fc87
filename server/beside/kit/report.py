"""What the kit says. Comes in: nothing. Goes out: CHECKS, their names in order; Finding, Report."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

CHECKS = (
    "loads",
    "says what it is",
    "two-sided examples",
    "sound answers",
    "golden pages",
    "hard negatives",
    "role swap",
    "negation",
    "number shift",
    "no-break spaces",
    "curly quotes",
    "look-alike letters",
    "zero-width and bidi text",
    "emoji",
    "empty pages",
    "huge pages",
    "time",
    "memory",
    "same answer twice",
    "writes nothing",
    "no network",
    "no processes",
    "kept by the host",
)
SHOWN = 240  # code points of an input that are printed


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: whether it passed, what was seen, and the input that caused a failure.

    ``applies`` False: the check asks for something that this kind of matcher cannot do; ``detail`` says why.
    """

    check: str
    passed: bool
    detail: str = ""
    input: str = ""
    applies: bool = True

    def __str__(self) -> str:
        """A line, and one more for the input."""
        mark = "FAIL" if not self.passed else "ok  " if self.applies else "-   "
        lines = [f"{mark}  {self.check}{': ' if self.detail else ''}{self.detail}"]
        return "\n".join([*lines, *([f"      input: {shown(self.input)}"] if self.input else [])])


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found about one matcher, in the order of CHECKS."""

    name: str
    version: str
    findings: tuple[Finding, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing failed."""
        return all(finding.passed for finding in self.findings)

    @property
    def failures(self) -> tuple[Finding, ...]:
        """The checks that did not pass."""
        return tuple(finding for finding in self.findings if not finding.passed)

    def __getitem__(self, check: str) -> Finding:
        """One check by its name."""
        return next(finding for finding in self.findings if finding.check == check)

    def __str__(self) -> str:
        """Every finding, and how many failed."""
        apply = sum(finding.applies for finding in self.findings)
        total = f"{self.name}@{self.version}: {apply} checks, {len(self.failures)} failed"
        aside = len(self.findings) - apply
        return "\n".join([*map(str, self.findings), total + (f", {aside} do not apply" if aside else "")])


def shown(text: str) -> str:
    """A text for the terminal: cut, on one line, with what cannot be seen written as its escape."""
    cut = text if len(text) <= SHOWN else f"{text[:SHOWN]} … ({len(text)} code points)"
    return f'"{"".join(map(_visible, cut))}"'


def _visible(char: str) -> str:
    kind = unicodedata.category(char)
    hidden = kind[0] == "C" or (kind[0] == "Z" and char != " ")
    return char.encode("unicode_escape").decode() if hidden else char
