"""What the matchers of meaning say of short texts, with vectors that are made once and kept in a folder.

MATCHER.npy holds the vectors and MATCHER.txt the texts, a JSON string a line, in the same order. Vectors are made by
the matcher's own encoder, and compared by the same code as beside an index in the service.
"""

import importlib
import json
import os
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from beside.corpus import PlainClaim, plain
from beside.meaning import LONGEST, compare_meaning
from beside.model import Block, Corpus, Incident, Page
from beside.passages import split_passages
from beside.retrieval import Candidate

MATCHERS = {"e5": "multilingual_e5", "minilm": "minilm"}
SAVED_EVERY = 60.0  # seconds


class UnknownText(Exception):
    """No vector was made of this text."""


class Vectors:
    """What one matcher of meaning makes of texts. Raises ImportError without its extra.

    ``folder``: where it is kept. ``frozen``: what is not there is not made (UnknownText).
    """

    def __init__(self, matcher: str, folder: Path, frozen: bool = False) -> None:
        self.name, self._frozen = matcher, frozen
        self._module = importlib.import_module(f"beside.matchers.{MATCHERS[matcher]}")
        self.nearness = self._module.NEARNESS
        self._texts, self._file, self._saved = folder / f"{matcher}.txt", folder / f"{matcher}.npy", time.monotonic()
        self._known: dict[str, np.ndarray] = {}
        if self._file.exists():
            texts = map(json.loads, self._texts.read_text("utf-8").splitlines())
            self._known = dict(zip(texts, np.load(self._file), strict=True))

    def encode(self, text: str) -> np.ndarray:
        """The vector of a text, made where it is not known."""
        text = text[:LONGEST]
        if text not in self._known:
            if self._frozen:
                raise UnknownText(text)
            self._known[text] = self._module.encode(text)
            if time.monotonic() - self._saved > SAVED_EVERY:
                self.save()
        return self._known[text]

    def save(self) -> None:
        """Keep what is known; a run that is broken off loses a minute."""
        self._texts.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_name(f"{self.name}.part.npy")
        np.save(part, np.array(list(self._known.values()), np.float32).reshape(len(self._known), -1))
        lines = self._texts.with_suffix(".part")
        lines.write_text("".join(json.dumps(text) + "\n" for text in self._known), "utf-8")
        os.replace(lines, self._texts)
        os.replace(part, self._file)
        self._saved = time.monotonic()


class Listener:
    """Asks a matcher of meaning about a text and claims, as ``beside.searching`` does."""

    def __init__(self, vectors: Vectors, claims: Iterable[dict]) -> None:
        self.vectors, self.name = vectors, vectors.name
        incidents = {claim["id"]: incident(claim) for claim in claims}
        empty = {"title": "", "maintainer": "", "licence": "", "criteria": "", "agents": {}, "documents": {}}
        corpus = Corpus(id="claims", languages=("en",), incidents=incidents, plain=True, **empty)
        self._match = compare_meaning(corpus, vectors.encode, vectors.nearness)

    def told(self, text: str, leads: Iterable[Candidate]) -> dict[str, float]:
        """Claim -> weight, of the first of the leads, as many as the matcher looks at."""
        page = Page(split_passages((Block(0, text),)), lang="en", leads=tuple(lead.incident for lead in leads))
        told: dict[str, float] = {}
        for match in self._match(page):
            claim = match.target.removeprefix("claim:")
            told[claim] = max(match.weight, told.get(claim, 0.0))
        return told

    @staticmethod
    def whole(text: str) -> str:
        """What is encoded of a text that is asked."""
        return " ".join(passage.text for passage in split_passages((Block(0, text),)))

    @staticmethod
    def recorded(claim: dict) -> tuple[str, ...]:
        """What is encoded of a claim."""
        known = incident(claim)
        return (known.claims[0].text.removeprefix("Whether "), known.title)


def incident(claim: dict) -> Incident:
    """A claim alone, as the service opens it."""
    line = PlainClaim(0, claim["id"], claim["claim"], claim["id"], claim.get("title") or "", lang="en")
    return plain.incident((line,))
