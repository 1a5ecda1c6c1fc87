"""Both name the same place.

A settlement or a building says much, a region less, a country little; and the more incidents on record speak of a
place, the less it says of each. Source of the idea: precision codes of event data (ACLED), inverse document frequency.
"""

from collections.abc import Callable, Iterator
from math import log

from beside import Corpus, Match, MatchPage, Page, Phrases, Reason, words

VERSION = "1.0"
WEIGHT = {"facility": 0.8, "settlement": 0.7, "venue": 0.6, "region": 0.4, "online": 0.15, "country": 0.35}
ADMIN_WEIGHT = 0.25  # the page names only the region that the place lies in

EXAMPLES = {
    "match": ["Water stood in the streets below Hoskmar on Friday night."],
    "silent": ["Water stood in the streets below the dam on Friday night."],
}


def spoken_of(corpus: Corpus) -> Callable[[str], int]:
    """Name -> in how many incidents it stands, anywhere in what is on record."""
    texts = {
        i: " ".join(text for c in incident.claims for text in (c.text, *(s.passage.exact for s in c.statements)))
        for i, incident in corpus.incidents.items()
    }
    stems = {i: {w.stem for w in words(text)} for i, text in texts.items()}
    return lambda name: sum(all(w.stem in seen for w in words(name)) for seen in stems.values())


def matcher(corpus: Corpus) -> MatchPage:
    """Collect the places of all incidents, with their names in every language."""
    count, holding = len(corpus.incidents) + 1, spoken_of(corpus)
    places: Phrases[tuple[str, str, float]] = Phrases()
    for incident in corpus.incidents.values():
        for place in incident.where:
            telling = log(count / max(1, holding(place.name))) / log(count)
            value = (incident.id, place.name, WEIGHT.get(place.precision, 0.1) * telling)
            places.add(place.name, "en", value)
            for alias in place.aliases:
                places.add(alias.text, alias.lang, value)
            if place.admin:
                places.add(place.admin, "en", (incident.id, place.admin, ADMIN_WEIGHT * telling))

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            for found in places.find(passage.text, page.lang):
                for incident, name, weight in found.values:
                    because = (Reason("place", found.start, found.end, name),)
                    yield Match(passage.number, f"incident:{incident}", weight / len(found.values) ** 0.5, because)

    return match
