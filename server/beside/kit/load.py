"""Nothing, very much, and how long it takes. Comes in: a Trial. Goes out: Finding(s).

Time is the processor's, not the clock's: a busy machine fails nobody. The limits are the service's own.
"""

from __future__ import annotations

from ..matching.asking import shares
from .report import Finding
from .trial import LIMITS, Said, Trial

ORDINARY, HUGE = 20_000, 200_000  # code points
TIMES, LEAST, ENOUGH_MS = 12, 4, 3000.0  # ordinary pages that are timed; fewer of a costly matcher
EMPTY = ((), ("",), (" \n ",), ("…",), ("\x00\ufffe",))


def check_empty_pages(trial: Trial) -> Finding:
    """A page without text is answered with nothing."""
    for texts in EMPTY:
        said = trial.ask(*texts)
        if said.error or said.unsound or said.matches:
            detail = said.error or "; ".join(said.unsound) or "it speaks of a page without a word"
            return Finding("empty pages", False, detail, "".join(texts) or "(no text)")
    return Finding("empty pages", True, f"{len(EMPTY)} pages")


def check_huge_pages(trial: Trial) -> Finding:
    """The longest pages that the service takes (prose, one word, five thousand blocks) are answered in time."""
    name = "huge pages"
    prose = "\n".join(golden.text for golden in trial.ground.golden)
    long = (prose + "\n") * (HUGE // len(prose) + 1)
    texts = ((long[:HUGE],), ("x" * HUGE,), ("1" * HUGE,), ("(" * HUGE,), tuple(f"Word {n}." for n in range(5000)))
    worst = 0.0
    for page in texts:
        said = trial.ask(*page, again=True)
        worst, may = max(worst, said.cpu_ms), trial.granted_ms * shares(said.page)
        if said.error or said.unsound or said.cpu_ms > may:
            slow = f"{said.cpu_ms:.0f} ms of processor time; {may:.0f} are given"
            unsound = "; ".join(said.unsound[:1]) + (", and more" if len(said.unsound) > 1 else "")
            detail = said.error or unsound or slow
            return Finding(name, False, detail, " ".join(page))
    return Finding(name, True, f"{len(texts)} pages, at most {worst:.0f} ms")


def check_time(trial: Trial) -> Finding:
    """Processor time for a page of 20,000 code points stays within what is granted."""
    said = _asked_often(trial)
    if error := next((one.error for one in said if one.error), ""):
        return Finding("time", False, error)
    spent = sorted(one.cpu_ms for one in said)
    middle, most = spent[len(spent) // 2], spent[-2]
    may = trial.granted_ms
    detail = f"{middle:.1f} ms of processor time for a page of 20,000 characters, at most {most:.1f}; {may} are given"
    return Finding("time", most <= may, detail)


def check_memory(trial: Trial) -> Finding:
    """What it holds once prepared and after some ordinary pages stays within the worker's limit."""
    said = _asked_often(trial)
    held = max(0.0, float(trial.facts["memory_mb"]))
    grown = max(0.0, sum(one.memory_mb for one in said))
    most = max([float(trial.facts["most_mb"]), *(one.most_mb for one in trial.answers)])
    error = next((one.error for one in trial.answers if "MemoryError" in one.error), "")
    own = f"{held:.1f} MB to prepare, {grown:.1f} MB more for {len(said)} pages"
    detail = f"{own}; its process asked for {most:.0f} MB at most, {LIMITS.memory_mb} are given"
    return Finding("memory", not error and most <= LIMITS.memory_mb, error or detail)


def _asked_often(trial: Trial) -> list[Said]:
    if trial.often:
        return trial.often
    prose = " ".join(golden.text for golden in trial.ground.golden)
    page = (prose * (ORDINARY // len(prose) + 1))[:ORDINARY]
    while len(trial.often) < LEAST or (len(trial.often) < TIMES and sum(s.cpu_ms for s in trial.often) < ENOUGH_MS):
        trial.often.append(trial.ask(page, again=True))
        if trial.often[-1].error:
            break
    return trial.often
