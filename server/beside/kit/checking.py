"""All checks on one matcher. Comes in: a name or a file. Goes out: a Report.

One that cannot be loaded, or that ends its process again and again, fails whatever could not be asked, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ..matching import MatcherSpec, absent_matchers, find_matchers
from . import conduct, examples, load, meaning, spelling, whole
from .ground import ground
from .report import CHECKS, Finding, Report
from .trial import GaveUp, Trial

ONE_BY_ONE: dict[str, Callable[[Trial], Finding]] = {
    "says what it is": examples.check_says_what_it_is,
    "two-sided examples": examples.check_two_sided_examples,
    "role swap": meaning.check_role_swap,
    "negation": meaning.check_negation,
    "number shift": meaning.check_number_shift,
    "no-break spaces": spelling.check_no_break_spaces,
    "curly quotes": spelling.check_curly_quotes,
    "look-alike letters": spelling.check_look_alike_letters,
    "zero-width and bidi text": spelling.check_marks,
    "emoji": spelling.check_emoji,
    "empty pages": load.check_empty_pages,
    "huge pages": load.check_huge_pages,
    "time": load.check_time,
    "memory": load.check_memory,
    "same answer twice": conduct.check_same_answer_twice,
}
TOGETHER = ("golden pages", "hard negatives", "kept by the host")
# They look back on all that was asked before them.
LOOKING_BACK: dict[str, Callable[[Trial], Finding]] = {
    "sound answers": conduct.check_sound_answers,
    "writes nothing": conduct.check_writes_nothing,
    "no network": conduct.check_no_network,
    "no processes": conduct.check_no_processes,
}


def check(path_or_name: str | Path, folder: Path | None = None, remote: Mapping[str, str] | None = None) -> Report:
    """Run every check. Raises LookupError where there is no such matcher."""
    spec = find(path_or_name, folder, remote)
    with ground() as place:
        trial = Trial(spec, place)
        try:
            findings = _run(trial)
        finally:
            trial.close()
    ordered = sorted(findings, key=lambda finding: CHECKS.index(finding.check))
    return Report(spec.name, str(trial.facts.get("version", "")), tuple(ordered))


def find(path_or_name: str | Path, folder: Path | None = None, remote: Mapping[str, str] | None = None) -> MatcherSpec:
    """The matcher of that file, or installed under that name, in that folder, elsewhere. Raises LookupError."""
    path = Path(path_or_name)
    if path.suffix == ".py":
        if not path.is_file():
            raise LookupError(f"there is no file {path}")
        return MatcherSpec(path.stem, str(path.resolve()), "file")
    known = {spec.name: spec for spec in find_matchers(folder, remote=remote)}
    if str(path_or_name) not in known:
        raise LookupError(f"no matcher is called {path_or_name}; there are: {', '.join(known)}")
    return known[str(path_or_name)]


def _run(trial: Trial) -> list[Finding]:
    names = {spec.name for spec in (*find_matchers(), *absent_matchers())}
    taken = trial.spec.where.endswith(".py") and trial.spec.name in names
    error = trial.prepare()
    if taken and not error:
        error = f"an installed matcher is called {trial.spec.name}: it wins over a file of that name; rename the file"
    back = [probe(trial) for name, probe in LOOKING_BACK.items() if name != "sound answers"]
    if error:
        others = (*ONE_BY_ONE, *TOGETHER, "sound answers")
        rest = (Finding(name, False, "not asked: it does not load") for name in others)
        return [Finding("loads", False, error), *back, *rest]
    found = [Finding("loads", True, f"{trial.facts['cpu_ms']:.0f} ms to load and prepare")]
    for name, probe in ONE_BY_ONE.items():
        found.extend(_tried([name], lambda probe=probe: [probe(trial)]))  # type: ignore[misc]
    found.extend(_tried(TOGETHER, lambda: list(whole.check_whole(trial))))
    return [*found, *(probe(trial) for probe in LOOKING_BACK.values())]


def _tried(names: Iterable[str], run: Callable[[], list[Finding]]) -> list[Finding]:
    try:
        return run()
    except GaveUp as error:
        return [Finding(name, False, f"not asked: {error}") for name in names]
