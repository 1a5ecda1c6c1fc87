"""Both use the same uncommon words.

What a claim is about, in the words of its proposition, of its statements and of their quotations, each word weighted
by how rare it is in the language and in the corpus. Two shared words at least. Source of the idea: inverse document
frequency (Sparck Jones 1972), with the square root that keeps long claims from winning by length.
"""

from collections.abc import Iterator
from math import log

from beside import Claim, Corpus, Match, MatchPage, Page, Reason, rarity, words

VERSION = "1.0"
UNCOMMON = 0.2
ENOUGH = 2
MOST = 8
FULL = 3.0  # the shared weight that counts as certain

EXAMPLES = {
    "match": ["A rocket fell on the village hall; it may have been an interceptor that missed."],
    "silent": ["The office is closed today."],
}


def texts(claim: Claim) -> Iterator[str]:
    """All words on record for a claim."""
    yield claim.text
    for statement in claim.statements:
        yield from (statement.says, statement.passage.exact)


def matcher(corpus: Corpus) -> MatchPage:
    """Weigh the words of every claim that may be matched on: rare in the language, and in few incidents."""
    bags: dict[str, dict[str, str]] = {}
    incidents: dict[str, set[str]] = {}
    for claim in corpus.claims:
        if not claim.background:
            line = [w for text in texts(claim) for w in words(text) if not w.folded.isdecimal()]
            bags[claim.id] = {w.stem: w.folded for w in line if rarity(w.folded) >= UNCOMMON}
            for stem in bags[claim.id]:
                incidents.setdefault(stem, set()).add(claim.incident)
    count = len(corpus.incidents) + 1
    weight = {
        stem: rarity(folded) * log(count / len(incidents[stem])) / log(count)
        for bag in bags.values()
        for stem, folded in bag.items()
    }
    holders: dict[str, list[str]] = {}
    for claim_id, bag in bags.items():
        for stem in bag:
            holders.setdefault(stem, []).append(claim_id)

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            shared: dict[str, dict[str, Reason]] = {}
            for word in words(passage.text, page.lang):
                for claim_id in holders.get(word.stem, ()):
                    reason = Reason("wording", word.start, word.end, bags[claim_id][word.stem])
                    shared.setdefault(claim_id, {}).setdefault(word.stem, reason)
            for claim_id, reasons in shared.items():
                if len(reasons) >= ENOUGH:
                    top = sorted(reasons, key=lambda stem: -weight[stem])[:MOST]
                    because = tuple(sorted((reasons[s] for s in top), key=lambda r: r.start))
                    total = sum(weight[stem] for stem in top)
                    yield Match(passage.number, f"claim:{claim_id}", min(0.95, total / FULL), because)

    return match
