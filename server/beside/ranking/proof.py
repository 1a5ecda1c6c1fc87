"""Is it the same incident? Comes in: an incident, its signals, the page. Goes out: the proof, or None: then no card.

An event needs two different kinds of shared thing, one of them telling; or several with the words to bear them out. A
topic needs two of named source, figure, body, date; a situation its month, and a telling place counts too. Both need
words of the matter: a name and a date alone are a coincidence, unless a month and a telling place or figure are shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Incident, Page, Proof
from .published import PAGE_WIDE
from .signals import Signal

EVENT_KINDS = ("place", "date", "media", "name", "figure", "quotation")
TOPIC_KINDS = ("name", "figure", "date", "quotation")
KINDS = {"event": EVENT_KINDS, "situation": ("place", *TOPIC_KINDS)}
COUNTS = {"place": 0.1, "date": 0.1, "media": 0.2, "name": 0.15, "figure": 0.1, "quotation": 0.1}
TELLING = {"place": 0.45, "date": 0.39, "media": 0.4, "name": 0.3, "figure": 0.35, "quotation": 0.6}
WORDS = frozenset(("wording", "meaning", "quotation"))
MOST = 6
ENOUGH_KINDS = 3
MONTH = 0.2  # the weight of a date from which the month agrees
LEAST_WORDS, WORDS_FOR_THREE, WORDS_FOR_TWO = 0.12, 0.3, 0.42
WORDS_FOR_ONE, WORDS_NOT_NEEDED = 1.0, 0.8


def prove(incident: Incident, signals: Sequence[Signal], page: Page) -> tuple[Proof, ...] | None:
    """What page and incident share, strongest of each thing, or None where that is not enough."""
    shared = _strongest(signals, KINDS.get(incident.kind, TOPIC_KINDS))
    carried = _words_carried(signals)
    if not _enough(incident, shared, carried) or not _speaks_of_the_matter(shared, carried):
        return None
    return tuple(_proof(signal, page) for signal in shared[:MOST])


def _strongest(signals: Iterable[Signal], kinds: Sequence[str]) -> list[Signal]:
    best: dict[tuple[str, str], Signal] = {}
    for signal in signals:
        key = (signal.kind, signal.thing)
        counts = signal.kind in kinds and signal.weight >= COUNTS[signal.kind]
        if counts and (key not in best or best[key].weight < signal.weight):
            best[key] = signal
    return sorted(best.values(), key=lambda s: (kinds.index(s.kind), -s.weight, s.passage))


def _enough(incident: Incident, shared: Sequence[Signal], carried: float) -> bool:
    if any(s.kind == "quotation" and s.weight >= TELLING["quotation"] for s in shared):
        return True
    if incident.kind == "situation" and not any(s.kind == "date" and s.weight >= MONTH for s in shared):
        return False  # a front-line report is like any other but for its places and its day
    if incident.kind != "event":
        return len({(s.kind, s.thing) for s in shared if s.kind != "place" or s.weight >= TELLING["place"]}) >= 2
    kinds = {s.kind for s in shared}
    telling = any(s.weight >= TELLING[s.kind] for s in shared)
    if telling:
        return len(kinds) >= 2 or carried >= WORDS_FOR_ONE
    # Nothing here would do alone: a region, a month, "a recording". The words of the matter must bear them out.
    needed = WORDS_FOR_THREE if len(kinds) >= ENOUGH_KINDS else WORDS_FOR_TWO
    return len(kinds) >= 2 and carried >= needed and (len(kinds) >= ENOUGH_KINDS or "date" in kinds)


def _speaks_of_the_matter(shared: Sequence[Signal], carried: float) -> bool:
    identity = {s.kind: s.weight for s in sorted(shared, key=lambda s: s.weight)}
    timed = identity.get("date", 0.0) >= MONTH
    particular = any(identity.get(kind, 0.0) >= TELLING[kind] for kind in ("place", "figure"))
    return carried >= LEAST_WORDS or (timed and particular and sum(identity.values()) >= WORDS_NOT_NEEDED)


def _words_carried(signals: Iterable[Signal]) -> float:
    weights = {s.thing: s.weight for s in sorted(signals, key=lambda s: s.weight) if s.kind in WORDS}
    return sum(weights.values())


def _proof(signal: Signal, page: Page) -> Proof:
    if signal.passage == PAGE_WIDE:
        return Proof(signal.kind, page.published or "", signal.reason.corpus_text)
    said = page.passages[signal.passage].text[signal.reason.start : signal.reason.end]
    return Proof(signal.kind, said, signal.reason.corpus_text)
