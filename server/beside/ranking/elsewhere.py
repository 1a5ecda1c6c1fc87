"""The same name, another place. Comes in: an incident, the signals of its window, the page. Goes out: yes or no.

Many towns share a name; a page that tells its town with another region than the one on record speaks of another place.
Read beside the name, in Latin letters: "Makiivka in the Donetsk region". Source of the idea: toponym disambiguation by
what contains the place (Leidner 2007).
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
    """Whether the window names a region for one of the incident's towns, and nowhere the right one."""
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
    return {skeleton(word.folded, "en") for word in words(f"{place.admin} {place.name}")}


def _regions_beside(text: str, signal: Signal, lang: str) -> list[str]:
    """The skeletons of the names beside a word for a region, near the town's own name."""
    line = words(text, lang)
    at = next((i for i, word in enumerate(line) if word.end >= signal.reason.end), 0)
    near = range(max(0, at - AROUND), min(len(line), at + AROUND + 1))
    regions = [i for i in near if concept(line[i].folded) == REGION]
    beside = [line[j] for i in regions for j in range(max(0, i - BESIDE), min(len(line), i + BESIDE + 1))]
    named = [w for w in beside if _proper(w, text, lang) and not signal.reason.start <= w.start < signal.reason.end]
    return [bones for word in named if (bones := skeleton(word.folded, base_language(lang)))]


def _proper(word: Word, text: str, lang: str) -> bool:
    return text[word.start].isupper() and concept(word.folded) is None and rarity(word.folded, lang) >= PROPER
