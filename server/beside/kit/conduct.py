"""How a matcher behaves. Comes in: a Trial that has answered much. Goes out: Finding(s)."""

from __future__ import annotations

from ..matching.forbidden import NETWORK, SIGNALS, STARTS, WRITES
from .examples import sides, speaking
from .report import Finding
from .trial import Said, Trial

RULES = {
    WRITES: "it may write to corpus.cache_dir alone, and only while it prepares",
    NETWORK: "it may not use the network: the service promises its readers that nothing leaves the machine",
    STARTS: "it may not start a process",
    SIGNALS: "it may not signal a process",
}


def check_sound_answers(trial: Trial) -> Finding:
    """Everything it said in any check so far is what the host takes."""
    for said in trial.answers:
        text = "\n".join(passage.text for passage in said.page.passages)
        if said.error or said.unsound:
            return Finding("sound answers", False, said.error or said.unsound[0], text)
    return Finding("sound answers", True, f"{sum(len(said.matches) for said in trial.answers)} matches")


def check_same_answer_twice(trial: Trial) -> Finding:
    """Asked again, and asked in a new process, it says the same."""
    name, texts = "same answer twice", [*speaking(trial), *sides(trial)[1]]
    first = [trial.ask(text) for text in texts]
    for text, before in zip(texts, first, strict=True):
        if _plain(trial.ask(text, again=True)) != _plain(before):
            return Finding(name, False, "asked again in the same process, it says something else", text)
    trial.restart()
    for text, before in zip(texts, first, strict=True):
        if _plain(trial.ask(text, again=True)) != _plain(before):
            detail = "asked in a new process, it says something else: is the order of a set or a random number in it?"
            return Finding(name, False, detail, text)
    return Finding(name, True, f"{len(texts)} texts, two processes")


def _plain(said: Said) -> list[tuple[object, ...]]:
    """What was said, in one order, weights to six places."""
    rows = []
    for match in said.matches:
        because = tuple((reason.kind, reason.start, reason.end) for reason in match.because)
        rows.append((match.passage, match.target, round(match.weight, 6), because))
    return sorted(rows, key=repr)


def check_writes_nothing(trial: Trial) -> Finding:
    """Nothing is written but to its folder while it prepares."""
    return _tried(trial, "writes nothing", WRITES)


def check_no_network(trial: Trial) -> Finding:
    """Nothing is asked of any other machine, nor of this one."""
    return _tried(trial, "no network", NETWORK)


def check_no_processes(trial: Trial) -> Finding:
    """No other program is started, and none is disturbed."""
    return _tried(trial, "no processes", STARTS, SIGNALS)


def _tried(trial: Trial, name: str, *kinds: str) -> Finding:
    for (seen, what, line), text in trial.tried:
        if seen in kinds:
            return Finding(name, False, f"{line}{': ' if line else ''}{what}; {RULES[seen]}", text)
    return Finding(name, True)
