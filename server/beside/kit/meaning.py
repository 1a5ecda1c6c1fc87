"""What is claimed, not only which words. Comes in: a Trial. Goes out: Finding(s).

A claim is worded "Whether ...": who denies it speaks of it too, so a denial must be heard as an assertion is. The side
that did it exchanged makes another claim, and another number is another figure. The first is asked of every matcher;
the other two of those that point at claims, or give figures as reasons. A file may say in BLIND_TO why it cannot.
"""

from __future__ import annotations

from beside import numbers

from ..language import guess_language
from ..model import Match
from .examples import sides, speaking
from .ground import pages
from .report import Finding
from .spelling import incidents
from .trial import Said, Trial

LESS = 0.8  # so much of the weight at most may be left to the claim with the roles exchanged
HEARD = 0.5  # so much of it at least must be left to what is denied


def check_role_swap(trial: Trial) -> Finding:
    """Who points at claims must not take "A struck B" for "B struck A"."""
    name = "role swap"
    if not _points_at_claims(trial):
        return Finding(name, True, "it points at incidents, not at what is claimed of them", applies=False)
    if excuse := _excuse(trial, name):
        return excuse
    heard = 0
    for pair in pages()["roles"]:
        target = f"claim:{pair['claim']}"
        before, after = trial.ask(pair["says"]), trial.ask(pair["swapped"])
        if target in before.weights:
            heard += 1
            if after.error or after.weights.get(target, 0) > before.weights[target] * LESS:
                detail = f"it points at {target} as strongly as in {pair['says']!r}: who did it is not told apart"
                return Finding(name, False, after.error or detail, pair["swapped"])
    return _done(name, heard, "it spoke of the claims of no pair that the kit has")


def check_negation(trial: Trial) -> Finding:
    """What is denied is spoken of; what is not spoken of is not by being denied."""
    name = "negation"
    if excuse := _excuse(trial, name):
        return excuse
    texts = speaking(trial)
    for text in texts:
        before, after = incidents(trial, trial.ask(text)), incidents(trial, trial.ask(denied(text)))
        top = max(before, key=before.__getitem__)
        if after.get(top, 0) < before[top] * HEARD:
            heard = f"asserted, it points at {top} with {before[top]:.2f}; denied, with {after.get(top, 0):.2f}"
            return Finding(name, False, f"{heard}: a denial is an account too", denied(text))
    for text in sides(trial)[1]:
        if trial.ask(denied(text)).matches:
            return Finding(name, False, "it is silent of this, and speaks once it is denied", denied(text))
    return _done(name, len(texts), "it spoke of no text")


def denied(text: str) -> str:
    """The text as something that is denied."""
    lang = guess_language("", text)[0]
    return str(pages()["denies"].get(lang, pages()["denies"]["en"])) + text


def check_number_shift(trial: Trial) -> Finding:
    """Who gives a figure as a reason must not give it for another number."""
    name = "number shift"
    if excuse := _excuse(trial, name):
        return excuse
    shifted = 0
    for text in speaking(trial):
        for passage, match, start, end in _figures(trial.ask(text)):
            other = _shifted(trial, passage, start, end)
            if not other or passage not in text:
                continue
            shifted += 1
            after = trial.ask(text.replace(passage, other, 1))
            same = [m for _, m, s, _ in _figures(after) if s == start and m.target == match.target]
            if after.error or same:
                detail = f"the figure was {passage[start:end]!r}; for another one it still points at {match.target}"
                return Finding(name, False, after.error or detail, text.replace(passage, other, 1))
    return _done(name, shifted, "it gives no figures as reasons")


def _figures(said: Said) -> list[tuple[str, Match, int, int]]:
    """Each reason of the kind figure: its passage, its match, its place."""
    passages = said.page.passages
    return [
        (passages[m.passage].text, m, r.start, r.end) for m in said.matches for r in m.because if r.kind == "figure"
    ]


def _shifted(trial: Trial, passage: str, start: int, end: int) -> str:
    """The passage with another number in that place, one that nobody on record gives; nothing if none stands there."""
    lang = guess_language("", passage)[0]
    found = [n for n in numbers(passage, lang) if n.start < end and start < n.end]
    if not found:
        return ""
    claims = trial.ground.release.corpus.claims
    given = {q.value for claim in claims for s in claim.statements for q in s.quantities}
    value = next(v for v in range(int(found[0].value) + 1, int(found[0].value) + 1000) if v not in given)
    return f"{passage[: found[0].start]}{value}{passage[found[0].end :]}"


def _points_at_claims(trial: Trial) -> bool:
    return any(target.startswith("claim:") for text in speaking(trial) for target in trial.ask(text).weights)


def _excuse(trial: Trial, name: str) -> Finding | None:
    """The reason that the file itself gives."""
    blind = trial.facts.get("blind_to")
    why = blind.get(name) if isinstance(blind, dict) else None
    return Finding(name, True, f"its author says: {why}", applies=False) if why else None


def _done(name: str, seen: int, otherwise: str) -> Finding:
    return Finding(name, True, f"{seen} texts" if seen else otherwise, applies=bool(seen))
