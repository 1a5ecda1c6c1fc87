"""The same text otherwise spelt. Comes in: a Trial. Goes out: Finding(s).

Kept: what was pointed at most strongly is still pointed at. Nothing new: no incident gains from a spelling.
"""

from __future__ import annotations

from collections.abc import Callable

from .examples import sides, speaking
from .report import Finding
from .texts import EMOJI, look_alike, marked, no_break, quotes, riddled, with_emoji
from .trial import Said, Trial

GAIN = 0.15  # a date that loses its day may still name its month: so much more is no invention
Spelling = Callable[[str], tuple[str, ...]]


def check_no_break_spaces(trial: Trial) -> Finding:
    """Spaces that do not break are spaces."""
    return _kept(trial, "no-break spaces", no_break)


def check_curly_quotes(trial: Trial) -> Finding:
    """Straight and curly quotation marks and apostrophes are the same."""
    return _kept(trial, "curly quotes", quotes)


def check_look_alike_letters(trial: Trial) -> Finding:
    """Cyrillic letters that look Latin: they may hide a match, and must not make one."""
    return _nothing_new(trial, "look-alike letters", look_alike)


def check_marks(trial: Trial) -> Finding:
    """Invisible marks: between words nothing is lost; within words nothing is made."""
    name = "zero-width and bidi text"
    kept = _kept(trial, name, marked)
    return _nothing_new(trial, name, riddled) if kept.passed and kept.applies else kept


def check_emoji(trial: Trial) -> Finding:
    """After emoji, reasons point at the very same words: offsets are code points."""
    name = "emoji"
    texts = speaking(trial)
    for text in texts:
        before = trial.ask(text)
        for other in with_emoji(text):
            after = trial.ask(other)
            if lost := _lost(before, after):
                return Finding(name, False, lost, other)
            if moved := sorted(_pointed(after) - _pointed(before)):
                then = ", ".join(map(repr, sorted(_pointed(before))[:3]))
                detail = f"a reason points at {moved[0]!r}, and without the emoji at {then}: count code points"
                return Finding(name, False, detail, other)
    return _passed(name, texts)


def _kept(trial: Trial, name: str, spell: Spelling) -> Finding:
    texts = [(text, other) for text in speaking(trial) for other in spell(text)]
    for text, other in texts:
        if lost := _lost(trial.ask(text), trial.ask(other)):
            return Finding(name, False, lost, other)
    return _passed(name, texts)


def _nothing_new(trial: Trial, name: str, spell: Spelling) -> Finding:
    texts = [(text, other) for text in (*sides(trial)[1], *speaking(trial)) for other in spell(text)]
    for text, other in texts:
        before, after = trial.ask(text), trial.ask(other)
        gained = {i: w for i, w in incidents(trial, after).items() if w > incidents(trial, before).get(i, 0) + GAIN}
        if after.error or gained:
            told = ", ".join(f"{incident} ({weight:.2f})" for incident, weight in gained.items())
            detail = after.error or f"spelt so, it points at {told}; plainly spelt it does not"
            return Finding(name, False, detail, other)
    return _passed(name, texts)


def incidents(trial: Trial, said: Said) -> dict[str, float]:
    """Incident -> the greatest weight that it or one of its claims was given."""
    found: dict[str, float] = {}
    for target, weight in said.weights.items():
        incident = trial.incident_of[target]
        found[incident] = max(found.get(incident, 0.0), weight)
    return found


def _lost(before: Said, after: Said) -> str:
    """What was pointed at most strongly and is no more; or the error."""
    if after.error:
        return after.error
    top = max(before.weights, key=before.weights.__getitem__)
    return "" if top in after.weights else f"plainly spelt it points at {top}; spelt so it does not"


def _pointed(said: Said) -> set[str]:
    """The words of the page that reasons point at; who points at whole sentences cannot point beside them."""
    words = set()
    for match in said.matches:
        text = said.page.passages[match.passage].text
        spans = ((r.start, r.end) for r in match.because if r.end - r.start < len(text))
        words |= {text[start:end].removeprefix(EMOJI) for start, end in spans}
    return words


def _passed(name: str, texts: list[object] | list[str] | list[tuple[str, str]]) -> Finding:
    if not texts:
        return Finding(name, True, "it spoke of no text that can be spelt otherwise", applies=False)
    return Finding(name, True, f"{len(texts)} texts")
