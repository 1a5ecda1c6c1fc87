"""Both use the same uncommon words.

What a claim is about, in the words of its proposition, of its statements and of their quotations, each word weighted
by how rare it is in the language and in the corpus; words of one concept count as one. An incident of many words is
held back, so that it does not win by length. Source of the idea: inverse document frequency (Sparck Jones 1972) and
length normalisation (Singhal 1996).
"""

from collections.abc import Iterator
from math import log
from statistics import median

from beside import Claim, Corpus, Match, MatchPage, Page, Reason, Word, concept, rarity, words

VERSION = "1.0"
NAMED = ("person", "state", "outlet", "group")
PROPER = 0.6  # rarity from which a word of a name is no common word
UNCOMMON = 0.2
ENOUGH, MOST = 2, 8  # words a passage must share, and how many are counted
FULL = 3.0  # the shared weight that counts as certain
LEAST, GREATEST = 0.6, 1.4  # how far length may hold back or help

EXAMPLES = {
    "match": ["A rocket fell on the village hall; it may have been an interceptor that missed."],
    "silent": ["The office is closed today."],
}


def texts(claim: Claim) -> Iterator[str]:
    """All words on record for a claim."""
    yield claim.text.removeprefix("Whether ")
    for statement in claim.statements:
        yield from (statement.says, statement.passage.exact)


def names(corpus: Corpus) -> set[str]:
    """The keys of proper names: persons, states, outlets and places have matchers of their own."""
    agents = [n for a in corpus.agents.values() if a.kind in NAMED for n in (a.name, *(x.text for x in a.aliases))]
    places = [n for i in corpus.incidents.values() for p in i.where for n in (p.name, *(x.text for x in p.aliases))]
    proper = {key(word) for name in agents for word in words(name) if rarity(word.folded) >= PROPER}
    return proper | {key(word) for name in places for word in words(name)}


def demonyms(corpus: Corpus) -> tuple[str, ...]:
    """How the words for a state's own begin: "russi" of Russian, "ukrai" of Ukrainian."""
    states = [a.name.casefold() for a in corpus.agents.values() if a.kind == "state"]
    return tuple(name[: max(4, len(name) - 2)] for name in states if " " not in name)


def key(word: Word) -> str:
    """What a word is compared by: its concept, or its stem."""
    return concept(word.folded) or word.stem


def bags_of(corpus: Corpus) -> dict[str, dict[str, str]]:
    """Claim -> key -> the word as it first stands on record; background is left out."""
    left_out, demonym = names(corpus), demonyms(corpus)
    first: dict[str, str] = {}
    bags = {}
    for claim in corpus.claims:
        if not claim.background:
            line = [w for text in texts(claim) for w in words(text) if not w.folded.isdecimal()]
            line = [w for w in line if not w.folded.startswith(demonym)]
            telling = (w for w in line if rarity(w.folded) >= UNCOMMON and key(w) not in left_out)
            bags[claim.id] = {key(w): first.setdefault(key(w), w.folded) for w in telling}
    return bags


def matcher(corpus: Corpus) -> MatchPage:
    """Weigh the words of every claim that may be matched on: rare in the language, and in few incidents."""
    bags, incident_of = bags_of(corpus), {claim.id: claim.incident for claim in corpus.claims}
    incidents: dict[str, set[str]] = {}
    holders: dict[str, list[str]] = {}
    size: dict[str, set[str]] = {}
    for claim_id, bag in bags.items():
        size.setdefault(incident_of[claim_id], set()).update(bag)
        for word in bag:
            incidents.setdefault(word, set()).add(incident_of[claim_id])
            holders.setdefault(word, []).append(claim_id)
    count, typical = len(corpus.incidents) + 1, median(map(len, size.values())) if size else 1
    length = {i: min(GREATEST, max(LEAST, (typical / max(1, len(keys))) ** 0.5)) for i, keys in size.items()}
    weight = {
        k: rarity(w) ** 0.5 * log(count / len(incidents[k])) / log(count)
        for bag in bags.values()
        for k, w in bag.items()
    }

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            shared: dict[str, dict[str, Reason]] = {}
            for word in words(passage.text, page.lang):
                if key(word) in holders and rarity(word.folded, page.lang) >= UNCOMMON:
                    for claim_id in holders[key(word)]:
                        reason = Reason("wording", word.start, word.end, bags[claim_id][key(word)])
                        shared.setdefault(claim_id, {}).setdefault(key(word), reason)
            for claim_id, reasons in shared.items():
                if len(reasons) >= ENOUGH:
                    top = sorted(reasons, key=lambda k: -weight[k])[:MOST]
                    because = tuple(sorted((reasons[k] for k in top), key=lambda r: r.start))
                    total = sum(weight[k] for k in top) * length[incident_of[claim_id]]
                    yield Match(passage.number, f"claim:{claim_id}", min(0.95, total / FULL), because)

    return match
