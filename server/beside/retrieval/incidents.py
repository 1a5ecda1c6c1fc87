"""Which incidents of plain claims a page speaks of, or silence. Comes in: a page, an index. Goes out: PlainIncident(s).

One query finds claims (``described``), each incident among them is compared with the whole page (``likeness``), and a
small regression decides (incidents.json, fitted by benchmarks/fit-incidents): its score is the chance that the page
speaks of this very incident and not of one that is like it. Its own threshold makes it strong, or possible.

What matchers of meaning hand over: matcher -> claim -> the greatest weight of any passage with that claim, a
probability that grows with the cosine as a logistic function (``beside.meaning.Nearness``); its log-odds are read. A
claim that a matcher leaves out is as far as can be. Without them, or of a matcher that the file does not know, words
alone decide.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from ..language import base_language
from ..model import Page
from ..regression import Regression
from .carried import Carried, carried
from .described import Told, describe
from .index import ClaimIndex
from .weights import Weights

__all__ = ["Carried", "Decision", "PlainIncident", "plain_incidents", "shipped_decisions"]

DIGITS = 4
Lift = Callable[[str, Iterable[str]], float]
"""An incident and its claims -> what is added to its log-odds."""


@dataclass(frozen=True, slots=True)
class PlainIncident:
    """An incident that the page speaks of. ``band``: strong or possible; ``score``: the chance that it does."""

    incident: str
    band: str
    score: float
    carried: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A regression, and the scores from which an incident is possible, or strong."""

    regression: Regression
    possible: float
    strong: float


@cache
def shipped_decisions() -> Mapping[tuple[str, ...], Decision]:
    """By the matchers of meaning that told something, in the order of their names."""
    sections = json.loads(files("beside.retrieval").joinpath("incidents.json").read_text("utf-8"))["sections"]
    return {
        tuple(section["meaning"]): Decision(
            Regression.from_table(section["regression"]), section["possible"], section["strong"]
        )
        for section in sections
    }


def plain_incidents(
    page: Page, index: ClaimIndex, meaning: Told | None = None, lift: Lift | None = None
) -> tuple[PlainIncident, ...]:
    """The incidents, best first, each with what carries it; one that nothing can be shown of is left out.

    ``lift``: what others add to the log-odds of an incident that words point to.
    """
    decisions = shipped_decisions()
    fitted = {name for section in decisions for name in section}
    told = {name: weights for name, weights in sorted((meaning or {}).items()) if name in fitted and weights}
    decision = decisions[tuple(told)]
    lang = base_language(page.lang) or "en"
    weights, found = Weights(index, lang), []
    for one in describe(page, index, told):
        more = lift(one.incident, [claim.claim for claim in one.claims]) if lift else 0.0
        score = round(_chance(decision.regression, one.features, more), DIGITS)
        if score >= decision.possible:
            band = "strong" if score >= decision.strong else "possible"
            shown = carried(page, lang, one.claims, weights.__getitem__)
            found.append(PlainIncident(one.incident, band, score, shown))
    return tuple(sorted((i for i in found if i.carried), key=lambda i: (-i.score, i.incident)))


def _chance(regression: Regression, features: Mapping[str, float], more: float) -> float:
    """The chance, with so much more log-odds; without, to the last digit what the regression says."""
    return 1 / (1 + exp(-(regression.log_odds(features) + more))) if more else regression.probability(features)
