"""How good is a ranking of claims, and its score? Comes in: Answer(s). Goes out: the figures that fit-search prints."""

from dataclasses import dataclass

import numpy as np

PRECISION, DRAWS, DEPTH = 0.95, 10, 5


@dataclass(frozen=True)
class Answer:
    """What was said of a text: ``chance`` with its gold claims in the corpus, ``chance_without`` them."""

    gold: frozenset[str]
    fold: int
    bm25: list[str]
    ranked: list[str]
    chance: float
    chance_without: float

    @property
    def right(self) -> bool:
        """Whether the first claim is gold."""
        return bool(self.ranked) and self.ranked[0] in self.gold


def measured(answers: list[Answer]) -> str:
    """MAP@5 beside BM25, recall in the open set, reliability of the score."""
    ours = np.mean([average_precision(a.ranked, a.gold) for a in answers])
    bm25 = np.mean([average_precision(a.bm25, a.gold) for a in answers])
    recall, honest, precision = open_set(answers)
    return (
        f"MAP@5 {ours:.3f} (BM25 {bm25:.3f}); half unknown: recall at precision .95 {recall:.3f}, "
        f"with the threshold of other folds {honest:.3f} at precision {precision:.3f}\n"
        f"    said:true {reliability(answers)}"
    )


def average_precision(ranked: list[str], gold: frozenset[str]) -> float:
    """Of the first five."""
    total = right = 0.0
    for place, claim in enumerate(ranked[:DEPTH], 1):
        if claim in gold:
            right += 1
            total += right / place
    return total / min(len(gold), DEPTH)


def open_set(answers: list[Answer]) -> tuple[float, float, float]:
    """Half of the texts lose their claims: recall at precision .95; recall and precision with others' threshold."""
    folds, results = np.array([a.fold for a in answers]), []
    for draw in range(DRAWS):
        known = np.random.RandomState(draw).rand(len(answers)) < 0.5
        scores = np.array([a.chance if k else a.chance_without for a, k in zip(answers, known, strict=True)])
        right = np.array([a.right and bool(k) for a, k in zip(answers, known, strict=True)])
        shown = np.zeros(len(answers), bool)
        for fold in set(folds):
            shown |= (folds == fold) & (scores >= threshold(scores[folds != fold], right[folds != fold]))
        best = right[scores >= threshold(scores, right)].sum() / known.sum()
        results.append((best, right[shown].sum() / known.sum(), right[shown].sum() / max(1, shown.sum())))
    recall, honest, precision = np.mean(results, 0)
    return float(recall), float(honest), float(precision)


def threshold(scores: np.ndarray, right: np.ndarray) -> float:
    """The lowest score from which the precision holds; above all scores where it holds nowhere."""
    order = np.argsort(-scores, kind="stable")
    holds = np.flatnonzero(np.cumsum(right[order]) / np.arange(1, len(order) + 1) >= PRECISION)
    return float(scores[order[holds[-1]]]) if len(holds) else 2.0


def reliability(answers: list[Answer]) -> str:
    """For each tenth of the scale, the mean score and the share that is right; half known, half unknown."""
    chances = np.array([chance for a in answers for chance in (a.chance, a.chance_without)])
    right = np.array([known and a.right for a in answers for known in (True, False)])
    tenths = np.minimum(9, (chances * 10).astype(int))
    parts = (tenths == n for n in range(10) if (tenths == n).any())
    return " ".join(f"{chances[part].mean():.2f}:{right[part].mean():.2f}" for part in parts)
