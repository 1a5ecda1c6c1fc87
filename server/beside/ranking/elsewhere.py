"""The same name, another place. Comes in: an incident, the signals of its window, the page. Goes out: yes or no.

Many towns share a name; a page that tells its town with another region than the one on record speaks of another place.
Read beside the name, in Latin letters: "Makiivka in the Donetsk region". A region is not the plant of that name
either. Source of the idea: toponym disambiguation by what contains the place (Leidner 2007).
"""

from __future__ import annotations

from collections.abc import Sequence

from ..language import Word, base_language, concept, rarity, skeleton, words
from ..model import Incident, Page, Place
from .signals import Signal

REGION = "region"
AROUND, BESIDE = 6, 2  # words from the town to the word "region", and from that word to its name
PROPER = 0.55


def told_elsewhere(incident: Incident, window: Sequence[Signal], page: Page) -> bool:
    """Whether the window tells another place of the same name."""
    return _in_another_region(incident, window, page) or _in_the_region_only(incident, window, page)


def _in_the_region_only(incident: Incident, window: Sequence[Signal], page: Page) -> bool:
    """Whether it names the region that a facility has its name from, and not the facility."""
    if any(signal.kind == "place" for signal in window):
        return False
    facilities = [_own(place) for place in incident.where if place.precision == "facility"]
    texts = [page.passages[n].text for n in sorted({s.passage for s in window if s.passage >= 0})]
    return any(name in own for own in facilities for text in texts for name in _named_regions(text, page.lang))


def _named_regions(text: str, lang: str) -> list[str]:
    line = words(text, lang)
    regions = [i for i, word in enumerate(line) if concept(word.folded) == REGION]
    beside = [line[j] for i in regions for j in range(max(0, i - 1), min(len(line), i + BESIDE + 1))]
    return _skeletons([word for word in beside if _proper(word, text, lang)], lang)


def _in_another_region(incident: Incident, window: Sequence[Signal], page: Page) -> bool:
    """Whether it names a region for one of the incident's towns, and nowhere the right one."""
    regions = [
        (name, place)
        for place in incident.where
        if place.admin and place.precision == "settlement"
        for signal in window
        if signal.kind == "place" and signal.thing == place.name and signal.passage >= 0
        for name in _regions_beside(page.passages[signal.passage].text, signal, page.lang)
    ]
    return bool(regions) and not any(name in _own(place) for name, place in regions)


def _own(place: Place) -> set[str | None]:
    named = words(f"{place.admin or ''} {place.name}")
    return {skeleton(word.folded, "en") for word in named if rarity(word.folded) >= PROPER}


def _regions_beside(text: str, signal: Signal, lang: str) -> list[str]:
    """The skeletons of the names beside a word for a region, near the town's own name."""
    line = words(text, lang)
    at = next((i for i, word in enumerate(line) if word.end >= signal.reason.end), 0)
    near = range(max(0, at - AROUND), min(len(line), at + AROUND + 1))
    regions = [i for i in near if concept(line[i].folded) == REGION]
    beside = [line[j] for i in regions for j in range(max(0, i - BESIDE), min(len(line), i + BESIDE + 1))]
    named = [w for w in beside if _proper(w, text, lang) and not signal.reason.start <= w.start < signal.reason.end]
    return _skeletons(named, lang)


def _skeletons(named: Sequence[Word], lang: str) -> list[str]:
    return [bones for word in named if (bones := skeleton(word.folded, base_language(lang)))]


def _proper(word: Word, text: str, lang: str) -> bool:
    return text[word.start].isupper() and concept(word.folded) is None and rarity(word.folded, lang) >= PROPER
