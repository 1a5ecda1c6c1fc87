"""Both use the same uncommon words.

What an incident is about, in the words of its propositions, of their statements and quotations, each word weighted by
how rare it is in the language and in the corpus; words of one concept count as one. Two words of one claim speak of
that claim; words of several of its claims speak of the incident. An incident of many words is held back, so that it
does not win by length. Source of the idea: inverse document frequency (Sparck Jones 1972) and length normalisation
(Singhal 1996).
"""

from collections.abc import Iterator
from statistics import median

from beside import Corpus, Lexicon, Match, MatchPage, Page, Passage, Reason, telling, word_key, words

VERSION = "1.1"
ENOUGH, MOST = 2, 8  # words a passage must share with a claim, and how many are counted
FULL = 3.0  # the shared weight that counts as certain
LEAST, GREATEST = 0.6, 1.4  # how far length may hold back or help

EXAMPLES = {
    "match": ["A rocket fell on the village hall; it may have been an interceptor that missed."],
    "silent": ["The office is closed today."],
}
BLIND_TO = {"role swap": "words are weighed one by one, in no order; ranking tells the sides apart"}


def matcher(corpus: Corpus) -> MatchPage:
    """Weigh the words of every claim that may be matched on."""
    known = Lexicon.of(corpus)
    holders: dict[str, list[str]] = {}
    for claim, bag in known.claims.items():
        for word in bag:
            holders.setdefault(word, []).append(claim)
    sizes = {incident: len(keys) for incident, keys in known.incidents().items()}
    typical = median(sizes.values()) if sizes else 1
    length = {i: min(GREATEST, max(LEAST, (typical / max(1, size)) ** 0.5)) for i, size in sizes.items()}

    def shared(passage: Passage, lang: str) -> dict[str, dict[str, Reason]]:
        """Claim -> key -> the reason, for every claim that shares a word with the passage."""
        found: dict[str, dict[str, Reason]] = {}
        for word in words(passage.text, lang):
            if word_key(word) in holders and telling(word, lang):
                for claim in holders[word_key(word)]:
                    reason = Reason("wording", word.start, word.end, known.claims[claim][word_key(word)])
                    found.setdefault(claim, {}).setdefault(word_key(word), reason)
        return found

    def weighed(passage: Passage, target: str, reasons: dict[str, Reason], by_length: float) -> Match:
        top = sorted(reasons, key=lambda k: -known.weight[k])[:MOST]
        because = tuple(sorted((reasons[k] for k in top), key=lambda r: r.start))
        weight = sum(known.weight[k] for k in top) * by_length / FULL
        return Match(passage.number, target, min(0.95, weight), because)

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            by_incident: dict[str, dict[str, Reason]] = {}
            told = set()
            for claim, reasons in shared(passage, page.lang).items():
                incident = known.incident_of[claim]
                by_incident.setdefault(incident, {}).update(reasons)
                if len(reasons) >= ENOUGH:
                    told.add(incident)
                    yield weighed(passage, f"claim:{claim}", reasons, length[incident])
            for incident, reasons in by_incident.items():
                if incident not in told:
                    yield weighed(passage, f"incident:{incident}", reasons, length[incident])

    return match
