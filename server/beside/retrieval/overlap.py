"""What a text and a claim share. Comes in: a ShortText, a Candidate, the weights of stems. Goes out: name -> number.

Weights are those of document frequency (Spärck Jones 1972), divided by the logarithm of the number of claims: a word
that one claim alone has weighs 1 in a corpus of any size, and sums say how far a likeness is beyond chance. Shares run
both ways: "covered" is what the claim has of the text's weight, "found" what the text has of the claim's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nlargest
from math import fsum, log, sqrt

from .index import Candidate, ClaimIndex
from .short_text import ShortText, claim_text

NOTHING = 1e-9
UNNAMED = 0.3  # weight added to the names of a text, so that the only name of a text is no certainty


class StemWeights:
    """What a stem weighs in an index: 1 where one claim alone has it, 0 where nearly all have."""

    def __init__(self, index: ClaimIndex) -> None:
        self._index, self._most = index, log(2 + index.count)
        self._known: dict[str, float] = {}

    def __getitem__(self, stem: str) -> float:
        """Its weight."""
        weight = self._known.get(stem)
        if weight is None:
            holding = self._index.frequency(stem)
            odds = (self._index.count - holding + 0.5) / (holding + 0.5)
            weight = self._known[stem] = log(1 + max(0.0, odds)) / self._most
        return weight

    def sum(self, stems: Iterable[str]) -> float:
        """Of several stems."""
        # Sets of words come in another order in every process; fsum comes to the same in any.
        return fsum([self[stem] for stem in stems])

    def length(self, stems: Iterable[str]) -> float:
        """Of the stems as a vector."""
        return sqrt(fsum([self[stem] ** 2 for stem in stems]))

    def rarest(self, stems: Iterable[str]) -> list[float]:
        """The two highest weights."""
        return [*nlargest(2, (self[stem] for stem in stems)), 0.0, 0.0][:2]

    def known(self, stems: Iterable[str]) -> frozenset[str]:
        """The stems that any claim has."""
        return frozenset(stem for stem in stems if self._index.frequency(stem))


def overlap(asked: ShortText, candidate: Candidate, weights: StemWeights) -> dict[str, float]:
    """Everything that is compared."""
    text = claim_text(candidate.text, candidate.lang)
    title = claim_text(candidate.title, candidate.lang) if candidate.title else text
    return {
        **{f"text {name}": value for name, value in _side(asked, text, weights).items()},
        **{f"title {name}": value for name, value in _side(asked, title, weights).items()},
        **_both(asked, text, title, weights),
        "bm25": candidate.bm25,
    }


def _side(asked: ShortText, claim: ShortText, weights: StemWeights) -> dict[str, float]:
    """With the claim's text, or with its title."""
    common = asked.words & claim.words
    shared, lengths = weights.sum(common), weights.length(asked.words) * weights.length(claim.words)
    letters = len(asked.letters & claim.letters)
    return {
        "shared": shared,
        "found": shared / (weights.sum(claim.words) or NOTHING),
        "cosine": weights.length(common) ** 2 / (lengths or NOTHING),
        "kin": kin(asked, claim, weights),
        "run": heaviest_run(asked.stems, claim.stems, weights),
        "letters": 2 * letters / (len(asked.letters) + len(claim.letters) or 1),
        "letters found": letters / (len(claim.letters) or 1),
        "missed": weights.rarest(claim.words - asked.words)[0],
        "length": log(1 + len(claim.stems)),
    }


def _both(asked: ShortText, text: ShortText, title: ShortText, weights: StemWeights) -> dict[str, float]:
    """With the claim's text and title together."""
    claim, figures = text.words | title.words, text.figures | title.figures
    known, weight = weights.known(asked.words), weights.sum(asked.words)
    shared = weights.sum(asked.words & claim)
    rarest, second_rarest = weights.rarest(asked.words & claim)
    return {
        "shared": shared,
        "covered": shared / (weight or NOTHING),
        "known covered": shared / (weights.sum(known) or NOTHING),
        "found": shared / (weights.sum(claim) or NOTHING),
        "rarest": rarest,
        "second rarest": second_rarest,
        "rarest untold": weights.rarest(known - claim)[0],
        "names covered": weights.sum(asked.names & claim) / (weights.sum(asked.names) + UNNAMED),
        "figures shared": float(len(asked.figures & figures)),
        "figures missed": float(len(figures - asked.figures)),
        "length": log(1 + len(asked.stems)),
        "weight": weight,
    }


def kin(asked: ShortText, claim: ShortText, weights: StemWeights) -> float:
    """The weight of words that only begin alike: "prosecutor" and "prosecution"."""
    left = {start: stem for start, stem in asked.beginnings.items() if stem not in claim.words}
    pairs = ((left[start], stem) for start, stem in claim.beginnings.items() if start in left)
    return sum(min(weights[a], weights[b]) for a, b in pairs if b not in asked.words)


def heaviest_run(asked: tuple[str, ...], claim: tuple[str, ...], weights: StemWeights) -> float:
    """The weight of the heaviest run of stems that both have, one after the other."""
    return max((sum(weights[stem] for stem in run) for run in _runs(asked, claim)), default=0.0)


def _runs(asked: tuple[str, ...], claim: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every common run that cannot be made longer."""
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(claim):
        places.setdefault(stem, []).append(place)
    for start, stem in enumerate(asked):
        for place in places.get(stem, ()):
            if start and place and asked[start - 1] == claim[place - 1]:
                continue
            length = 1
            while asked[start + length : start + length + 1] == claim[place + length : place + length + 1] != ():
                length += 1
            yield asked[start : start + length]
