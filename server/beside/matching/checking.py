"""Nothing a matcher says is believed unchecked. Comes in: what a worker sent. Goes out: sound matches, and a count.

Passages and targets must exist, weights be probabilities, spans lie inside the passage, texts stay short. Where most of
an answer does not hold, it is garbage: none of it counts, and it is held against the matcher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ..model import REASON_KINDS, Corpus, Match, Page, Reason
from .wire import match_from_wire

MOST_MATCHES = 20_000
MOST_REASONS = 20
LONGEST_TEXT = 300
MOST_SAID = 5_000  # matches and reasons of one stranger for an ordinary page: reading them takes the host 0.2 s
FIRST = 2.0  # more than any weight: what is no match is not lost among those that are
# A card says "on record" of it: so it ends no line, turns no line round, and tells a terminal nothing.
ACTS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
Results = Mapping[str, Mapping[str, Any]]


def known_targets(corpus: Corpus) -> frozenset[str]:
    """Every target a matcher may name."""
    claims = (f"claim:{claim.id}" for claim in corpus.claims)
    return frozenset([*claims, *(f"incident:{incident}" for incident in corpus.incidents)])


def led_targets(corpus: Corpus, leads: Iterable[str]) -> frozenset[str]:
    """Every target a matcher may name that was given these leads: of a million claims, the few in question."""
    incidents = [corpus.incidents[lead] for lead in leads if lead in corpus.incidents]
    claims = (f"claim:{claim.id}" for incident in incidents for claim in incident.claims)
    return frozenset([*claims, *(f"incident:{incident.id}" for incident in incidents)])


def sound_matches(wires: Any, page: Page, targets: frozenset[str]) -> tuple[tuple[Match, ...], int]:
    """The matches that hold, and how many did not."""
    if not isinstance(wires, list):
        return (), 1
    sound = tuple(match for match in map(_read, wires[:MOST_MATCHES]) if match and _holds(match, page, targets))
    return sound, len(wires) - len(sound)


def judged(
    results: Results, page: Page, targets: Mapping[str, frozenset[str]]
) -> tuple[dict[str, dict[str, tuple[Match, ...]]], dict[str, str], dict[str, str]]:
    """A worker's answer: sound matches by release and matcher; who answered garbage; of whom a part was dropped."""
    sound: dict[str, dict[str, tuple[Match, ...]]] = {}
    garbage: dict[str, str] = {}
    dropped: dict[str, str] = {}
    for sha256, by_name in results.items():
        known = targets.get(sha256, frozenset())
        sound[sha256] = {}
        for name, wires in by_name.items():
            sound[sha256][name], refused = sound_matches(wires, page, known)
            if refused:
                told = f"{refused} of its answers for a page do not hold; one {first_fault(wires, page, known)}"
                (garbage if refused > len(sound[sha256][name]) else dropped)[name] = told
    return sound, garbage, dropped


def thinned(results: Results, share: float) -> tuple[Results, dict[str, str]]:
    """No more of a stranger's answer than readers can wait for, its weightiest matches; of whom some were left out."""
    kept: dict[str, dict[str, Any]] = {}
    left: dict[str, str] = {}
    for sha256, by_name in results.items():
        kept[sha256] = {name: _weightiest(wires, round(MOST_SAID * share)) for name, wires in by_name.items()}
        for name, wires in by_name.items():
            if kept[sha256][name] is not wires:
                taken = len(kept[sha256][name])
                left[name] = f"gave {len(wires):,} matches for a page, of which the {taken:,} weightiest are read"
    return kept, left


def _weightiest(wires: Any, most: int) -> Any:
    """As many as hold so many matches and reasons together, in the order they were given."""
    if not isinstance(wires, list) or sum(map(_size, wires)) <= most:
        return wires
    taken: set[int] = set()
    for number in sorted(range(len(wires)), key=lambda number: -_weight(wires[number])):
        most -= _size(wires[number])
        if most < 0:
            break
        taken.add(number)
    return [wire for number, wire in enumerate(wires) if number in taken]


def _size(wire: Any) -> int:
    return 1 + (len(wire[3]) if isinstance(wire, list) and len(wire) == 4 and isinstance(wire[3], list) else 0)


def _weight(wire: Any) -> float:
    sound = isinstance(wire, list) and len(wire) == 4 and type(wire[2]) in (int, float)
    return wire[2] if sound and 0 <= wire[2] <= 1 else FIRST


def first_fault(wires: Any, page: Page, targets: frozenset[str]) -> str:
    """What is wrong with the first match that does not hold, in words that quote nothing."""
    if not isinstance(wires, list):
        return "is no list"
    for wire in wires[:MOST_MATCHES]:
        match = _read(wire)
        if match is None:
            return "has not the form of a match"
        if fault := _fault(match, page, targets):
            return fault
    return f"is past the {MOST_MATCHES:,} that are read"


def _read(wire: Any) -> Match | None:
    try:
        match = match_from_wire(wire)
    except (TypeError, ValueError):
        return None
    texts = [reason.corpus_text for reason in match.because if isinstance(reason.corpus_text, str)]
    return replace(match, because=tuple(map(_still, match.because))) if ACTS.search("".join(texts)) else match


def _still(reason: Reason) -> Reason:
    text = reason.corpus_text
    return replace(reason, corpus_text=ACTS.sub(" ", text)) if isinstance(text, str) else reason


def _holds(match: Match, page: Page, targets: frozenset[str]) -> bool:
    return not _fault(match, page, targets)


def _fault(match: Match, page: Page, targets: frozenset[str]) -> str:
    if not _whole(match.passage, 0, len(page.passages) - 1):
        return "names a passage that is not there"
    if not (isinstance(match.target, str) and match.target in targets):
        return "names a target that is not in the corpus"
    if type(match.weight) not in (int, float) or not 0 <= match.weight <= 1:
        return "has a weight that is no number from 0 to 1"
    if len(match.because) > MOST_REASONS:
        return f"has more than {MOST_REASONS} reasons"
    length = len(page.passages[match.passage].text)
    return next(filter(None, (_reason_fault(reason, length) for reason in match.because)), "")


def _reason_fault(reason: Reason, length: int) -> str:
    if not (isinstance(reason.kind, str) and reason.kind in REASON_KINDS):
        return "has a reason of an unknown kind"
    if not (_whole(reason.start, 0, length - 1) and _whole(reason.end, reason.start + 1, length)):
        return "has a span outside its passage"
    if not (isinstance(reason.corpus_text, str) and len(reason.corpus_text) <= LONGEST_TEXT):
        return f"quotes more than {LONGEST_TEXT} characters"
    return ""


def _whole(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most
