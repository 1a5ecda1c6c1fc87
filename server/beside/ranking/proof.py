"""Is it the same incident? Comes in: an incident, its signals, the page. Goes out: the proof, or None: then no card.

An event needs a shared place, time, media object, named source, figure or quotation that tells something: two of them,
or one that is telling, though never a day alone, nor one number alone. A topic needs two things, one of them a named
source, figure, date or quotation; a situation its month as well. A country or a plant sees many like it: a page must
name what the event was (a missile, a blast), of a plant its month too or a telling count, or in a country a telling
name. How likely all that makes it is the score's matter; without proof no score makes a card.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..language import concept, words
from ..model import Incident, Page, Proof
from .published import PAGE_WIDE
from .signals import Signal
from .window import sums

KINDS = ("place", "date", "media", "name", "figure", "quotation")
TOPIC_KINDS = ("name", "figure", "date", "quotation")
COUNTS = {"place": 0.1, "date": 0.1, "media": 0.2, "name": 0.15, "figure": 0.1, "quotation": 0.1}
TELLING = {"place": 0.45, "date": 0.39, "media": 0.4, "name": 0.3, "figure": 0.35, "quotation": 0.6}
MOST = 6
KINDS_NEEDED, MATCHERS_NEEDED, SAID = 2, 2, 0.1  # no kind of likeness, and no matcher, makes a card alone
FACILITY, WIDE = "facility", ("country", "facility")
BLAST, SHELLING = "explosion", {"artillery", "bomb"}  # what one calls explosions another calls shelling
OWN, SHARED_NAME = frozenset(("place", "name", "media")), 0.4  # from this weight on, few others share it
FIGURES = frozenset(("figure", "quotation"))
CLAIMED = 0.25  # the weight of a claim's words in one sentence that carries it
COUNTED = 0.3  # the weight of a count that few others share: "more than a dozen blasts"
MONTH = 0.2  # the weight of a date from which the month agrees


def prove(incident: Incident, signals: Sequence[Signal], page: Page) -> tuple[Proof, ...] | None:
    """What page and incident share, strongest of each thing, or None where that is not enough."""
    shared = _strongest(signals)
    if not _enough(incident, shared) or not _said_by_several(signals):
        return None
    if not _named(incident, signals, page) or not _more_than_its_day(incident, shared, signals, page):
        return None
    if not _told_besides_its_office(incident, shared, signals):
        return None
    return tuple(_proof(signal, page) for signal in shared[:MOST])


def _strongest(signals: Iterable[Signal]) -> list[Signal]:
    best: dict[tuple[str, str], Signal] = {}
    for signal in signals:
        key = (signal.kind, signal.thing)
        counts = signal.kind in KINDS and signal.weight >= COUNTS[signal.kind]
        if counts and (key not in best or best[key].weight < signal.weight):
            best[key] = signal
    return sorted(best.values(), key=lambda s: (KINDS.index(s.kind), -s.weight, s.passage))


def _enough(incident: Incident, shared: Sequence[Signal]) -> bool:
    if any(s.kind == "quotation" and s.weight >= TELLING["quotation"] for s in shared):
        return True
    if incident.kind == "event" and {s.kind for s in shared} == {"figure"}:
        return len({s.thing.partition(" ")[0] for s in shared}) > 1  # "95 for 95" is one number, and of many days
    if incident.kind == "event":
        return len({s.kind for s in shared}) >= 2 or any(s.weight >= TELLING[s.kind] for s in shared)
    if incident.kind == "situation" and not _dated(shared):
        return False  # a front-line report is like any other but for its places and its day
    return len({(s.kind, s.thing) for s in shared}) >= 2 and any(s.kind in TOPIC_KINDS for s in shared)


def _named(incident: Incident, signals: Sequence[Signal], page: Page) -> bool:
    """Whether an event of a country or a plant is told by the noun for what it was."""
    if incident.kind != "event" or not incident.where or any(p.precision not in WIDE for p in incident.where):
        return True
    claimed = _concepts(" ".join(claim.text for claim in incident.claims if not claim.background), "en")
    plants = {place.name for place in incident.where if place.precision == FACILITY}
    if plants:
        named = any(s.kind == "place" and s.thing in plants and s.weight >= COUNTS["place"] for s in signals)
        own = _concepts(" ".join(plants), "en")
        return (named or _told(own & claimed, signals, page)) and _its_time(
            (_concepts(incident.title, "en") & claimed) - own, signals, page
        )
    places = {place.name for place in incident.where}
    if any(s.kind == "name" and s.thing not in places and s.weight >= TELLING["name"] for s in signals):
        return True
    return _told(_concepts(incident.title, "en") & claimed, signals, page)


def _more_than_its_day(incident: Incident, shared: Sequence[Signal], signals: Sequence[Signal], page: Page) -> bool:
    """Whether something else is told: every page of that day has its date, and a war has many videos a day."""
    told = {s.kind for s in shared if s.kind != "media" or s.weight >= TELLING["media"]}
    if told - {"date"}:
        return True
    if incident.media:  # where the town is on record, the page names neither it nor anybody
        return any(s.kind == "media" for s in signals) and all(place.precision in WIDE for place in incident.where)
    claimed = _concepts(" ".join(claim.text for claim in incident.claims if not claim.background), "en")
    return _told(_concepts(incident.title, "en") & claimed, signals, page)


def _told_besides_its_office(incident: Incident, shared: Sequence[Signal], signals: Sequence[Signal]) -> bool:
    """Whether more is told than the page's own day, some medium and one name that others share; else a claim must be.

    A review of a year names the same ministry, and speaks of videos, and appeared in the weeks after many events.
    """
    dated = any(s.kind == "date" and s.passage != PAGE_WIDE for s in shared)
    own = any(s.kind in OWN and s.weight >= SHARED_NAME for s in shared) or any(s.kind in FIGURES for s in shared)
    if incident.kind != "event" or dated or own or sum(s.kind == "name" for s in shared) > 1:
        return True
    carried: dict[tuple[int, str], float] = defaultdict(float)
    for signal in signals:
        if signal.kind == "wording" and signal.claim:
            carried[signal.passage, signal.claim] += signal.weight
    return max(carried.values(), default=0.0) >= CLAIMED


def _its_time(happened: set[str], signals: Sequence[Signal], page: Page) -> bool:
    """Whether the day is told, or month or count with the noun for what happened: a plant is in the news all year."""
    heard = happened | (SHELLING if BLAST in happened else set())
    day = any(s.kind == "date" and s.weight >= TELLING["date"] for s in signals)
    counted = any(s.kind == "figure" and s.weight >= COUNTED for s in signals)
    return day or ((counted or _dated(signals)) and _told(heard, signals, page))


def _told(nouns: set[str], signals: Sequence[Signal], page: Page) -> bool:
    """Whether one of the nouns stands in the passages that speak of the incident; True where there is none to tell."""
    passages = sorted({s.passage for s in signals if s.passage != PAGE_WIDE})
    return not nouns or any(nouns & _concepts(page.passages[n].text, page.lang) for n in passages)


def _dated(signals: Iterable[Signal]) -> bool:
    return any(s.kind == "date" and s.weight >= MONTH for s in signals)


def _concepts(text: str, lang: str) -> set[str]:
    return {kind for word in words(text, lang) if (kind := concept(word.folded))}


def _said_by_several(signals: Sequence[Signal]) -> bool:
    kinds = sum(weight >= SAID for weight in sums(signals).values())
    return kinds >= KINDS_NEEDED and len({s.matcher for s in signals}) >= MATCHERS_NEEDED


def _proof(signal: Signal, page: Page) -> Proof:
    if signal.passage == PAGE_WIDE:
        return Proof(signal.kind, page.published or "", signal.reason.corpus_text)
    said = page.passages[signal.passage].text[signal.reason.start : signal.reason.end]
    return Proof(signal.kind, said, signal.reason.corpus_text)
