"""Known claims for short texts, on the test halves of CheckThat. Comes in: nothing. Goes out: a table.

MAP@5, and recall at precision .95 when half of the texts lose their claims (the open set, best threshold), for what
ships: without a matcher of meaning, with MiniLM, and with e5 as well; beside BM25, the cosine of tf-idf vectors, and
MiniLM alone on the leads of BM25. To be looked at once, when all is decided.
"""

import gzip
import json
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import numpy as np
from claim_measures import Answer, average_precision, open_set
from own_pages import SHARED
from sklearn.feature_extraction.text import TfidfVectorizer
from vectors import Listener, Vectors

from beside.retrieval import ClaimIndex, IndexedClaim, build_index, candidates, open_index
from beside.retrieval.search import LED, Comparison, as_fitted, shipped_decisions, worth_a_look

SETS = {
    "CheckThat 2021 2A": ("ct21_2a_test", "ct2a_claims"),
    "CheckThat 2020": ("ct20_test", "ct20_claims"),
    "CheckThat 2021 2B": ("ct21_2b_test", "ct2b_claims"),
}
DEPTH = 50
Ranking = list[tuple[str, float]]
Method = Callable[[str, frozenset[str]], Ranking]
"""A text, and claims that are taken out -> claims with their scores, best first."""


def rows(name: str) -> list[dict]:
    """A set of ../shared/benchdata, or nothing where it is not."""
    path = SHARED / f"{name}.jsonl.gz"
    return [json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8")] if path.exists() else []


def table(folder: Path | None) -> None:
    """Every set that is here; ``folder``: where vectors are kept, None: without matchers of meaning."""
    vectors = [Vectors(matcher, folder) for matcher in ("e5", "minilm")] if folder else []
    for name, (queries, known) in SETS.items():
        if not rows(known):
            print(f"{name}: not here")
            continue
        print(f"\n{name}, {len(rows(queries))} texts, {len(rows(known))} claims")
        print(" " * 32, "MAP@5, ahead of BM25 ± standard error / open set: recall at precision .95")
        with tempfile.TemporaryDirectory() as home:
            plain = None
            for label, method in methods(rows(known), Path(home) / "index", vectors).items():
                answers = answered(rows(queries), method)
                each = np.array([average_precision(a.ranked, a.gold) for a in answers])
                plain = each if plain is None else plain
                error = (each - plain).std() / len(each) ** 0.5
                recall = open_set(answers)[0]
                print(
                    f"  {label:30} {each.mean():.3f}, {(each - plain).mean():+.3f} ± {error:.3f} / {recall:.3f}",
                    flush=True,
                )
        for each in vectors:
            each.save()


class Asked:
    """A text, the leads of BM25 without the claims that are taken out, and what the matchers told of them."""

    def __init__(self, text: str, without: frozenset[str], index: ClaimIndex, listeners: list[Listener]) -> None:
        self.leads = tuple(c for c in candidates(text, "en", index, LED) if c.claim not in without)
        self.told = {listener.name: listener.told(text, self.leads) for listener in listeners}
        self.comparison = Comparison(text, "en", index)


def methods(claims: list[dict], home: Path, vectors: list[Vectors]) -> dict[str, Method]:
    """What is measured: baselines first."""
    build_index((IndexedClaim(c["id"], c["id"], c["claim"], c.get("title") or "", "en") for c in claims), home)
    index, listeners = open_index(home), [Listener(each, claims) for each in vectors]
    asked = cache(lambda text, without: Asked(text, without, index, listeners))
    names = [listener.name for listener in listeners]
    return {
        "tantivy BM25": lambda text, without: [(c.claim, c.bm25) for c in asked(text, without).leads],
        "tf-idf cosine": tf_idf(claims),
        **{f"{name} alone, on leads of BM25": alone(asked, name) for name in names},
        "beside, no matcher of meaning": beside(asked, ()),
        **{f"beside, {name}": beside(asked, (name,)) for name in names},
        **({"beside, e5 and minilm": beside(asked, names)} if names else {}),
    }


def answered(queries: list[dict], method: Method) -> list[Answer]:
    """What a method makes of every text, with its claims and without them."""
    answers = []
    for number, query in enumerate(queries):
        gold = frozenset(query["gold"])
        known, unknown = method(query["text"], frozenset()), method(query["text"], gold)
        best = [ranking[0][1] if ranking else 0.0 for ranking in (known, unknown)]
        answers.append(Answer(gold, number % 5, [], [claim for claim, _ in known], *best))
    return answers


def tf_idf(claims: list[dict]) -> Method:
    """Cosine of tf-idf vectors, of a claim's text and title together."""
    texts = [f"{claim['claim']} {claim.get('title') or ''}" for claim in claims]
    model = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit(texts)
    known, ids = model.transform(texts), [claim["id"] for claim in claims]

    def rank(text: str, without: frozenset[str]) -> Ranking:
        cosines = (known @ model.transform([text]).T).toarray().ravel()
        best = np.argsort(-cosines, kind="stable")[:DEPTH]
        return [(ids[n], float(cosines[n])) for n in best if ids[n] not in without]

    return rank


def alone(asked: Callable[[str, frozenset[str]], Asked], name: str) -> Method:
    """By what one matcher of meaning says, and nothing else."""

    def rank(text: str, without: frozenset[str]) -> Ranking:
        return sorted(asked(text, without).told[name].items(), key=lambda one: (-one[1], one[0]))

    return rank


def beside(asked: Callable[[str, frozenset[str]], Asked], names: Iterable[str]) -> Method:
    """What ``beside.retrieval.search`` does, with claims taken out that it cannot know of."""

    def rank(text: str, without: frozenset[str]) -> Ranking:
        it = asked(text, without)
        told = {n: {c: as_fitted(n, w) for c, w in it.told[n].items()} for n in names if it.told[n]}
        chosen = worth_a_look(it.leads, told)
        if not chosen:
            return []
        hits = it.comparison.ranked(chosen, told, shipped_decisions()[tuple(told)])
        return [(hit.claim, hit.score) for hit in hits]

    return rank
