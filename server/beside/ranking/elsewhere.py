"""The same name, another place. Comes in: an incident, the signals of its window, the page. Goes out: yes or no.

Many towns share a name; a page that tells its town with another region than the one on record speaks of another place.
Read beside the name, in five languages by the sound: "Makiivka in the Donetsk region", "Makijiwka bei Donezk". A region
is not the plant of that name either. Source of the idea: toponym disambiguation by what contains the place (Leidner
2007).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from ..language import Word, base_language, concept, fold, heard, rarity, words
from ..model import Incident, Page, Place
from .signals import Signal

REGION = "region"
AROUND, BESIDE = 6, 2  # words from the town to the word "region", and from that word to its name
PROPER = 0.55
VOWELS, LEAST = "aeiou", 4
NEAR = 4  # words from the town to the name of a region without the word
LEADS_TO = frozenset(  # what may stand between
    fold(word)
    for word in "in near of the by outside bei nahe im der de du des la le l les d dans près en à у в во на під под "
    "біля возле около рядом з с із gebiet town city village suburb stadt dorf ville village місті городе".split()
)
BRACKETS = frozenset(" ,(")


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
    return list(_names([word for word in beside if _proper(word, text, lang)], lang))


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


def _own(place: Place) -> set[str]:
    named = words(f"{place.admin or ''} {place.name}")
    return set(_names([word for word in named if rarity(word.folded) >= PROPER], "en"))


def _regions_beside(text: str, signal: Signal, lang: str) -> Iterator[str]:
    """The names beside a word for a region, and of regions beside the town's own name."""
    line = words(text, lang)
    at = next((i for i, word in enumerate(line) if word.end >= signal.reason.end), 0)
    near = range(max(0, at - AROUND), min(len(line), at + AROUND + 1))
    regions = [i for i in near if concept(line[i].folded) == REGION]
    beside = [line[j] for i in regions for j in range(max(0, i - BESIDE), min(len(line), i + BESIDE + 1))]
    town = (signal.reason.start, signal.reason.end)
    yield from _names([w for w in beside if _proper(w, text, lang) and not town[0] <= w.start < town[1]], lang)
    after = [w for w in line if w.start >= town[1]][:NEAR]
    before = [w for w in reversed(line) if w.end <= town[0]][:NEAR]
    yield from _told_beside(after, text, lang, town[1], BRACKETS)
    yield from _told_beside(before, text, lang, town[0], frozenset(" "))


def _told_beside(near: Iterable[Word], text: str, lang: str, edge: int, marks: frozenset[str]) -> Iterator[str]:
    """ "Makiivka, near Donetsk", "the Donetsk town of Makiivka": up to the first word that leads to no region."""
    for word in near:
        gap = text[edge : word.start] if word.start >= edge else text[word.end : edge]
        if not set(gap) <= marks:
            return
        if word.folded not in LEADS_TO:
            region = _region(heard(word.folded, base_language(lang)) or "")
            if region and text[word.start].isupper():
                yield region
            return
        edge = word.end if word.start >= edge else word.start


def _names(named: Sequence[Word], lang: str) -> Iterator[str]:
    """What the words are compared by: the region, or the sound."""
    sounds = (heard(word.folded, base_language(lang)) for word in named)
    yield from (_region(sound) or sound.rstrip(VOWELS) for sound in sounds if sound)


@cache
def _beginnings() -> dict[str, str]:
    table = tomllib.loads(files("beside.ranking").joinpath("regions.toml").read_text("utf-8"))["regions"]
    sounds = {heard(fold(name), "en"): region for region, named in table.items() for name in named.split()}
    cut = {sound: sound.rstrip(VOWELS) for sound in sounds if sound}
    return {short if len(short) >= LEAST else sound: sounds[sound] for sound, short in cut.items()}


def _region(sound: str) -> str | None:
    """The region that a word names, or is the adjective of."""
    lengths = range(len(sound), LEAST - 1, -1)
    return next((region for n in lengths if (region := _beginnings().get(sound[:n]))), None)


def _proper(word: Word, text: str, lang: str) -> bool:
    return text[word.start].isupper() and concept(word.folded) is None and rarity(word.folded, lang) >= PROPER
