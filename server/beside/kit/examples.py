"""What a file says of itself, and its two-sided examples. Comes in: a Trial. Goes out: Finding(s)."""

from __future__ import annotations

from typing import Any

from .report import Finding
from .trial import Trial

SOURCE = "Source of the idea:"
SHAPE = 'EXAMPLES = {"match": ["a text that it speaks of"], "silent": ["a text that it does not speak of"]}'
ELSEWHERE = "it runs elsewhere, and its file is not here to be read"
BLINDABLE = ("role swap", "negation", "number shift")


def sides(trial: Trial) -> tuple[list[str], list[str]]:
    """The match and the silent examples; empty where they are not what they should be."""
    declared = trial.facts.get("examples")
    if not isinstance(declared, dict):
        return [], []
    return _texts(declared.get("match")), _texts(declared.get("silent"))


def _texts(value: Any) -> list[str]:
    good = isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)
    return list(value) if good else []


def check_says_what_it_is(trial: Trial) -> Finding:
    """A docstring with the source of the idea, a VERSION, excuses that may be made."""
    if trial.spec.address:
        return Finding("says what it is", True, ELSEWHERE, applies=False)
    doc, blind = trial.facts["doc"] or "", trial.facts["blind_to"]
    wrong = []
    if not doc.strip():
        wrong.append("the file begins with no docstring: it is the matcher's documentation")
    elif SOURCE not in doc:
        wrong.append(f'the docstring does not say "{SOURCE} ...": whose idea it is, if only yours')
    if not trial.facts["has_version"]:
        wrong.append('there is no VERSION = "0.1": cards name the version that spoke')
    if blind is not None and not _excuses(blind):
        wrong.append(f"BLIND_TO must give a reason in words for each check, of these alone: {', '.join(BLINDABLE)}")
    return Finding("says what it is", not wrong, "; ".join(wrong))


def _excuses(blind: Any) -> bool:
    return isinstance(blind, dict) and all(
        check in BLINDABLE and isinstance(why, str) and len(why.split()) >= 3 for check, why in blind.items()
    )


def check_two_sided_examples(trial: Trial) -> Finding:
    """It speaks where its examples say so, and is silent where they say so; there are both."""
    match, silent = sides(trial)
    name = "two-sided examples"
    if trial.spec.address:
        return Finding(name, True, ELSEWHERE, applies=False)
    if not match or not silent:
        return Finding(name, False, f"the file needs examples of both sides: {SHAPE}")
    for text in match:
        said = trial.ask(text)
        if not said.matches:
            return Finding(name, False, said.error or "it is silent here, and its example says that it speaks", text)
    for text in silent:
        said = trial.ask(text)
        if said.matches or said.error:
            told = ", ".join(f"{target} ({weight:.2f})" for target, weight in list(said.weights.items())[:3])
            return Finding(name, False, said.error or f"its example says silent, and it points at {told}", text)
    return Finding(name, True, f"{len(match)} speak, {len(silent)} are silent")


def speaking(trial: Trial) -> list[str]:
    """The texts that it speaks of: its own examples, then those of the corpus. What other checks spell otherwise."""
    texts = [*sides(trial)[0], *(golden.text for golden in trial.ground.golden)]
    return [text for text in texts if trial.ask(text).matches]
