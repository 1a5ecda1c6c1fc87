"""A reference corpus as a whole, and sealed. Comes in: nothing. Goes out: Corpus, its Extent, Release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .corpus import Agent, Claim, Document, Incident, Relation


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a corpus holds, and the EDTF date of its newest document."""

    incidents: int
    claims: int
    statements: int
    documents: int
    last_day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """A whole reference corpus. Holds no examples: those stay with the check of the corpus.

    ``cache_dir`` and ``settings`` are set only for a matcher that is being prepared: its own folder, for this release,
    and what is set for it.
    ``plain``: made of plain claims, of which there may be a million: its mappings read what they are asked for.
    """

    id: str
    title: str
    languages: tuple[str, ...]
    maintainer: str
    licence: str
    criteria: str
    agents: Mapping[str, Agent]
    documents: Mapping[str, Document]
    incidents: Mapping[str, Incident]
    relations: tuple[Relation, ...] = ()
    plain: bool = False
    measured: Extent | None = field(default=None, compare=False)
    cache_dir: Path | None = field(default=None, compare=False)
    settings: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def extent(self) -> Extent:
        """How much it holds: counted, where it was not measured when it was sealed."""
        if self.measured:
            return self.measured
        last_day = max((document.published.edtf for document in self.documents.values()), default=None)
        statements = sum(len(claim.statements) for claim in self.claims)
        return Extent(len(self.incidents), len(self.claims), statements, len(self.documents), last_day)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of its incident."""
        return tuple(claim for incident in self.incidents.values() for claim in incident.claims)


@dataclass(frozen=True, slots=True)
class Release:
    """A sealed corpus: the SHA-256 of its file (64 hex digits), where it lies, and what it holds."""

    sha256: str
    path: Path
    corpus: Corpus
