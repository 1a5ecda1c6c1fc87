"""How a page stands to a known claim. Comes in: its sentences, the claim. Goes out: the chance of each stance.

asserts: it tells the claim as its own; denies: it tells against it; reports: it passes it on, and takes no stance. Read
from cue words (stance_cues.toml) in the claim, in the page's opening and in the sentences about the claim, by a small
regression for each stance (page_stance.json). A reader is told a stance only from the chance on from which it was right
four times in five on stories that the regression had not seen (``sure`` in that file; null: never). Source of the idea:
Emergent (Ferreira and Vlachos 2016) and the features of the Fake News Challenge's baseline.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from typing import Any

from ..language import numbers, rarity, words
from ..regression import Regression

STANCES = ("asserts", "denies", "reports")
KINDS = ("headline", "article")
OPENING = 3  # sentences
ABOUT = 0.25  # how near to the best sentence, in shared words, a sentence is about the claim
UNCOMMON = 0.2
CROSSED = ("refutes", "denies", "hedges", "asks")  # cues that tell more when the claim itself has one
AGAINST = ("refutes", "denies", "mocks")  # a page that has one of a claim without, or none of a claim with one, denies


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("beside.ranking").joinpath("stance_cues.toml").read_text("utf-8"))
    inside = table["inside_words"]
    said = {group: rf"(?<!\w)(?:{cues})(?!\w)" for group, cues in table["cues"].items()}
    return {group: re.compile("|".join((cues, *inside.get(group, ()))), re.I) for group, cues in said.items()}


@dataclass(frozen=True, slots=True)
class _Page:
    """The sentences of a page; how much of the claim each shares; the sentences that are about it; the best two."""

    sentences: Sequence[str]
    shares: Sequence[float]

    @property
    def about(self) -> list[str]:
        least = max(self.shares) * ABOUT
        return [s for s, share in zip(self.sentences, self.shares, strict=True) if share >= least]

    @property
    def best(self) -> list[str]:
        order = sorted(range(len(self.shares)), key=lambda n: -self.shares[n])[:2]
        return [self.sentences[n] for n in order]


def page_stance(sentences: Sequence[str], claim: str, lang: str = "en") -> dict[str, float]:
    """Stance -> its chance; they add up to 1. Of an empty page: nothing."""
    if not sentences:
        return {}
    told = features(sentences, claim, lang)
    regressions = _regressions()[kind_of(sentences)]
    chances = {stance: regression.probability(told) for stance, regression in regressions.items()}
    total = sum(chances.values())
    return {stance: chance / total for stance, chance in chances.items()}


def sure_stance(sentences: Sequence[str], claim: str, lang: str = "en") -> str | None:
    """The stance that may be told to a reader; None where it is not sure, or where the page only reports the claim."""
    chances = page_stance(sentences, claim, lang)
    likeliest = max(chances, key=lambda stance: chances[stance], default=None)
    least = _table()["sure"][kind_of(sentences)].get(likeliest) if likeliest else None
    return likeliest if likeliest and least is not None and chances[likeliest] >= least else None


def kind_of(sentences: Sequence[str]) -> str:
    """A headline tells its stance otherwise than an article."""
    return KINDS[0] if len(sentences) == 1 else KINDS[1]


@cache
def _regressions() -> dict[str, dict[str, Regression]]:
    return {kind: {stance: Regression.from_table(_table()[kind][stance]) for stance in STANCES} for kind in KINDS}


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(files("beside.ranking").joinpath("page_stance.json").read_text("utf-8"))
    return table


def features(sentences: Sequence[str], claim: str, lang: str = "en") -> dict[str, float]:
    """What the regressions read; there must be a sentence."""
    wanted = _telling(claim, lang)
    lines = [_telling(sentence, lang).keys() for sentence in sentences]
    page = _Page(sentences, [_share(wanted, line) for line in lines])
    told = {
        "share best": max(page.shares),
        "share page": _share(wanted, {key for line in lines for key in line}),
        "share opening": max(page.shares[:OPENING]),
        "length": log(len(sentences)),
        "about": len(page.about) / len(sentences),
        "quotation": sum('"' in s or "“" in s for s in sentences) / len(sentences),
        **_figures(page, claim, lang),
    }
    for group in _cues():
        told |= _cue(group, page, claim)
    for cue in CROSSED:
        for other in CROSSED:
            told[f"{cue} about, {other} in claim"] = told[f"{cue} about"] * told[f"{other} in claim"]
    return told | _parity(page, claim) if len(sentences) > 1 else told


def _cue(group: str, page: _Page, claim: str) -> dict[str, float]:
    """Where the cues of a group stand: in the claim, the best sentences, the opening, the sentences about the claim."""
    said = _cues()[group]
    return {
        f"{group} in claim": float(bool(said.search(claim))),
        f"{group} best": float(any(said.search(s) for s in page.best)),
        f"{group} opening": float(any(said.search(s) for s in page.sentences[:OPENING])),
        f"{group} about": sum(bool(said.search(s)) for s in page.about) / len(page.about),
        f"{group} many": log(1 + sum(bool(said.search(s)) for s in page.sentences)),
    }


def _parity(page: _Page, claim: str) -> dict[str, float]:
    """Which of the two speaks against something: a page that says "hoax" of a claim that says so too does not deny."""
    known = _against(claim)
    parts = {"opening": page.sentences[:OPENING], "best": page.best, "about": page.about, "page": page.sentences}
    told: dict[str, float] = {}
    for place, sentences in parts.items():
        said = any(_against(s) for s in sentences)
        told[f"against {place}, not in claim"] = float(said and not known)
        told[f"against {place} and in claim"] = float(said and known)
        told[f"against {place} or in claim alone"] = float(said != known)
    return told


def _against(text: str) -> bool:
    return any(_cues()[group].search(text) for group in AGAINST)


def _figures(page: _Page, claim: str, lang: str) -> dict[str, float]:
    wanted = {number.value for number in numbers(claim, lang)}
    best = {number.value for sentence in page.best for number in numbers(sentence, lang)}
    return {"figure other": float(bool(wanted) and bool(best) and not wanted & best)}


def _telling(text: str, lang: str) -> dict[str, float]:
    weights = {word.stem: rarity(word.folded, lang) for word in words(text, lang)}
    return {stem: weight for stem, weight in weights.items() if weight >= UNCOMMON}


def _share(wanted: Mapping[str, float], found: Container[str]) -> float:
    total = sum(wanted.values())
    return sum(weight for key, weight in wanted.items() if key in found) / total if total else 0.0
