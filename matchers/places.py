"""Both name the same place.

A settlement or a building says much, a region less, a country little; and the more incidents on record speak of a
place, the less it says of each. A facility is also found by its proper name beside a word for what it is: "the station
at Zaporizhzhia". Source of the idea: precision codes of event data (ACLED), inverse document frequency.
"""

from collections.abc import Callable, Iterator
from math import log

from beside import Corpus, Match, MatchPage, Page, Phrases, Place, Reason, concept, rarity, words

VERSION = "1.1"
WEIGHT = {"facility": 0.8, "settlement": 0.7, "venue": 0.6, "region": 0.4, "online": 0.15, "country": 0.35}
ADMIN_WEIGHT = 0.25  # the page names only the region that the place lies in
BESIDE = 3  # words between a facility's proper name and a word for what it is
PROPER = 0.55  # rarity from which a word without a concept is a proper name

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


def facility(place: Place) -> tuple[set[tuple[str, str]], frozenset[str]]:
    """A facility's proper names with their languages, and the concepts of what it is; nothing for other places."""
    if place.precision != "facility":
        return set(), frozenset()
    named = ((place.name, "en"), *((alias.text, alias.lang) for alias in place.aliases))
    line = [(word.folded, lang) for name, lang in named for word in words(name, lang)]
    kinds = frozenset(kind for word, _ in line if (kind := concept(word)))
    return {(word, lang) for word, lang in line if concept(word) is None and rarity(word, lang) >= PROPER}, kinds


def matcher(corpus: Corpus) -> MatchPage:
    """Collect the places of all incidents, with their names in every language."""
    count, holding = len(corpus.incidents) + 1, spoken_of(corpus)
    places: Phrases[tuple[str, str, float]] = Phrases()
    proper: Phrases[tuple[str, str, float, frozenset[str]]] = Phrases()
    for incident in corpus.incidents.values():
        for place in incident.where:
            telling = log(count / max(1, holding(place.name))) / log(count)
            value = (incident.id, place.name, WEIGHT.get(place.precision, 0.1) * telling)
            places.add(place.name, "en", value)
            for alias in place.aliases:
                places.add(alias.text, alias.lang, value)
            names, kinds = facility(place)
            for word, lang in names:
                proper.add(word.capitalize(), lang, (*value, kinds))
            if place.admin:
                places.add(place.admin, "en", (incident.id, place.admin, ADMIN_WEIGHT * telling))

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            for found in places.find(passage.text, page.lang):
                for incident, name, weight in found.values:
                    because = (Reason("place", found.start, found.end, name),)
                    yield Match(passage.number, f"incident:{incident}", weight / len(found.values) ** 0.5, because)
            for near in proper.find(passage.text, page.lang):
                line = words(passage.text, page.lang)
                at = next(i for i, word in enumerate(line) if word.end >= near.end)
                about = {concept(word.folded) for word in line[max(0, at - BESIDE) : at + BESIDE + 1]}
                for incident, name, weight, kinds in near.values:
                    if about & kinds:
                        because = (Reason("place", near.start, near.end, name),)
                        yield Match(passage.number, f"incident:{incident}", weight, because)

    return match
