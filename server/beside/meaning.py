"""A corpus compared with pages by meaning. Comes in: a Corpus, an encoder of sentences. Goes out: what reads a page.

Of a small corpus every text is encoded once, when the matcher prepares; of a large one only what is on record for the
leads, when a page has them. Numpy comes with the encoder: this file needs it, the rest of the service does not.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from .model import Corpus, Incident, Match, MatchPage, Page, Passage, Reason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

Encode = Callable[[str], "Vector"]
"""A text as a vector of length 1."""
Recorded = tuple[str, str, str]
"""The id of a claim, words on record for it, and what is shown of them: the question first, never an answer alone."""

SMALL = 1_000  # texts that are encoded in advance
KEPT = 32_768  # texts of a large corpus whose vectors are kept, 1.5 KB each
LONGEST = 600  # characters of a text that are compared
FEWEST = 4  # words without which a sentence says too little
MOST_SHOWN = 300
FEW_CLAIMS = (0.05, 5)  # least weight, and most claims that a sentence names: of a structured corpus,
NEAR_LEADS = (0.01, 200)  # of plain claims, which are ranked by these weights,
EVERY_LEAD = (0.0, 1_000)  # and for a text as short as a post


@dataclass(frozen=True, slots=True)
class Nearness:
    """How far an encoder is believed. ``middle``: the cosine that weighs one half; ``steepness`` around it.

    ``lower``: by how much the middle is lower for pages in a language, since sentences of two languages are never quite
    as near. ``passages``, ``leads``: how many of a page are looked at.
    """

    middle: float
    steepness: float
    lower: Mapping[str, float] = field(default_factory=dict)
    passages: int = 60
    leads: int = 200

    def weight(self, cosine: float, lang: str = "") -> float:
        """From cosine to weight, on a page in that language."""
        middle = self.middle - self.lower.get(lang.partition("-")[0], 0.0)
        return 1 / (1 + exp(-self.steepness * (cosine - middle)))


def compare_meaning(corpus: Corpus, encode: Encode, nearness: Nearness) -> MatchPage:
    """What a matcher returns: the claims that a page's sentences are near to in meaning.

    A text as short as a post, beside plain claims, is compared as a whole, and every lead is told of: see ``_whole``.
    """
    import numpy as np

    known = lru_cache(KEPT)(lambda text: encode(text[:LONGEST]))
    everything = () if corpus.plain else tuple(_recorded(corpus, corpus.incidents))
    small = 0 < len(everything) <= SMALL
    prepared = _in_advance(everything, encode, corpus.cache_dir) if small else None

    def match(page: Page) -> Iterator[Match]:
        recorded = everything if small else tuple(_recorded(corpus, page.leads[: nearness.leads]))
        short = _whole(page) if corpus.plain else None
        spoken = [short] if short else _spoken(page, nearness.passages)
        if not recorded or not spoken:
            return
        vectors = np.stack([known(text) for _, text, _ in recorded]) if prepared is None else prepared
        floor, most = EVERY_LEAD if short else NEAR_LEADS if corpus.plain else FEW_CLAIMS
        for passage, text in spoken:
            cosines = (vectors @ encode(text[:LONGEST])).tolist()
            for cosine, claim, words in _nearest(recorded, cosines, _blended if short else max)[:most]:
                weight = nearness.weight(cosine, page.lang)
                if weight < floor:
                    break
                reason = Reason("meaning", 0, len(passage.text), words[:MOST_SHOWN])
                yield Match(passage.number, f"claim:{claim}", weight, (reason,))

    return match


def _recorded(corpus: Corpus, incidents: Iterable[str]) -> Iterator[Recorded]:
    """Every different text that stands for a claim; background is left out."""
    for id in incidents:
        if id in corpus.incidents:
            yield from dict.fromkeys(_of_incident(corpus.incidents[id], corpus.plain))


def _of_incident(incident: Incident, plain: bool) -> Iterator[Recorded]:
    for claim in incident.claims:
        if claim.background or (plain and claim.kind == "opinion"):
            continue  # how a plain claim is rated is a form of words
        yield claim.id, claim.text.removeprefix("Whether "), claim.text
        for statement in claim.statements:
            yield claim.id, statement.says, statement.says if plain else f"{claim.text}: {statement.says}"
        if plain:
            yield claim.id, incident.title, incident.title


def _spoken(page: Page, most: int) -> list[tuple[Passage, str]]:
    """The sentences that say something; of a long page the longest."""
    telling = [passage for passage in page.passages if len(passage.text.split()) >= FEWEST]
    longest = sorted(telling, key=lambda passage: -len(passage.text))[:most]
    return [(passage, passage.text) for passage in sorted(longest, key=lambda passage: passage.number)]


def _whole(page: Page) -> tuple[Passage, str] | None:
    """A text that is no longer than a sentence may be, beside its longest sentence."""
    whole = " ".join(passage.text for passage in page.passages).strip()
    if not whole or len(whole) > LONGEST:
        return None
    return max(page.passages, key=lambda passage: len(passage.text)), whole


def _nearest(
    recorded: Sequence[Recorded], cosines: Sequence[float], together: Callable[[list[float]], float]
) -> list[tuple[float, str, str]]:
    """How near each claim is, all that is on record for it taken together, and what is shown of it; best first."""
    by_claim: dict[str, list[tuple[float, str]]] = {}
    for (claim, _, shown), cosine in zip(recorded, cosines, strict=True):
        by_claim.setdefault(claim, []).append((cosine, shown))
    near = ((together([c for c, _ in held]), claim, max(held)[1]) for claim, held in by_claim.items())
    return sorted(near, key=lambda one: (-one[0], one[1]))


def _blended(cosines: list[float]) -> float:
    """Of a claim's text and its title, mostly the nearer: what claim search was fitted with (``retrieval.search``)."""
    return (3 * max(cosines) + min(cosines)) / 4


def _in_advance(recorded: Sequence[Recorded], encode: Encode, folder: Path | None) -> Vector:
    """The vectors of all texts, from the matcher's own folder if it has been here before."""
    import numpy as np

    file = folder and folder / "vectors.npy"
    if file and file.is_file():
        kept: Vector = np.load(file, mmap_mode="r", allow_pickle=False)
        if len(kept) == len(recorded):
            return kept
    vectors: Vector = np.stack([encode(text[:LONGEST]) for _, text, _ in recorded]).astype(np.float32)
    if file:
        part = file.with_name(f"{os.getpid()}.part.npy")
        np.save(part, vectors)
        os.replace(part, file)
    return vectors
