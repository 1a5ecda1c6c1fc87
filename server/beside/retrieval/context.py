"""A candidate among its rivals. Comes in: the features of all candidates, in BM25 order. Goes out: the same and more.

How far a claim stands behind the best of its list says more than how high it stands: texts differ more than claims do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log

COMPARED = ("shared", "text cosine", "title cosine", "text letters", "title letters")
CARRIED = (
    "covered", "found", "shared", "rarest", "text letters", "title letters", "text cosine", "title cosine", "text run",
    "names covered", "figures shared", "figures missed", "text length", "title length",
)  # fmt: skip
LEADS = ("shared", "text letters", "title letters")
FAR = 10.0  # before the second, in log-odds, where there is none


def among_rivals(candidates: Sequence[dict[str, float]], meanings: Iterable[str] = ()) -> None:
    """Add to every candidate how far it stands behind the best, in what is compared and in what matchers told.

    BM25 has a say of its own, as a share of the best and as a place, both of which mean the same in a corpus of any
    size: what is learned from texts of one kind then strays less far from BM25 on another.
    """
    told = tuple(meanings)
    best = {name: max(c[name] for c in candidates) for name in (*COMPARED, *told)}
    highest = max(candidate["bm25"] for candidate in candidates) or 1.0
    for place, candidate in enumerate(candidates, 1):
        candidate["bm25 share"] = candidate.pop("bm25") / highest
        candidate["place"] = log(place)
        for name, value in best.items():
            candidate[f"{name} behind"] = candidate[name] - value
        for name in told:
            candidate[f"{name} squared"] = candidate[name] ** 2


def first_of(
    candidates: Sequence[dict[str, float]],
    odds: Sequence[float],
    order: Sequence[int],
    differences: Mapping[str, float],
    meanings: Sequence[str] = (),
) -> dict[str, float]:
    """The features of the question whether the first of ``order`` is right; ``odds``: what each candidate came to.

    ``differences``: in what the first is another claim than the text speaks of.
    """
    first, others = candidates[order[0]], [candidates[n] for n in order[1:]]
    gaps = [odds[order[0]] - odds[n] for n in order[1:]]
    features = {name: first[name] for name in (*CARRIED, *meanings)}
    features["odds"] = odds[order[0]]
    for place, name in ((0, "second"), (1, "third"), (4, "fifth")):
        features[f"before {name}"] = gaps[place] if len(gaps) > place else FAR
    features["rivals"] = log(len(order))
    features["company"] = log(1 + sum(exp(-gap) for gap in gaps))
    features["first by BM25"] = float(order[0] == 0)
    for name in (*LEADS, *meanings):
        features[f"{name} ahead"] = first[name] - max((other[name] for other in others), default=0.0)
    for name in meanings:
        features[f"first by {name}"] = float(features[f"{name} ahead"] >= 0)
    return {**features, **differences}
