"""What the decision knows of a corpus before any page. Comes in: a corpus. Goes out: Known, made once per release."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..language import words
from ..lexicon import Lexicon, word_key
from ..model import Corpus, Incident
from .affected import Sides
from .direction import Directions
from .undisputed import directions_on_record


@dataclass(frozen=True, slots=True)
class Matter:
    """What an incident is worded in: the telling words of all its claims, of each claim, of each account."""

    keys: frozenset[str]
    total: float
    claims: tuple[frozenset[str], ...]
    accounts: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """``key_of``: a word of the corpus -> what it is compared by; ``weight``: how telling that is, 0 to 1."""

    corpus: Corpus
    incident_of: Mapping[str, str]
    background: frozenset[str]
    key_of: Mapping[str, str]
    weight: Mapping[str, float]
    matters: Mapping[str, Matter]
    sides: Sides
    directions: Directions

    @classmethod
    def of(cls, corpus: Corpus) -> Known:
        """Read a corpus."""
        lexicon = Lexicon.of(corpus)
        by_incident = lexicon.incidents()
        sides = Sides(corpus)
        return cls(
            corpus=corpus,
            incident_of={claim.id: claim.incident for claim in corpus.claims},
            background=frozenset(claim.id for claim in corpus.claims if claim.background),
            key_of={word: key for bag in lexicon.claims.values() for key, word in bag.items()},
            weight=lexicon.weight,
            matters={i.id: _matter(i, by_incident.get(i.id, set()), lexicon) for i in corpus.incidents.values()},
            sides=sides,
            directions=directions_on_record(corpus, sides.peoples),
        )

    def worth(self, keys: Iterable[str]) -> float:
        """How telling these words are together."""
        return sum(self.weight.get(key, 0.0) for key in keys)


def _matter(incident: Incident, keys: set[str], lexicon: Lexicon) -> Matter:
    claims = [claim for claim in incident.claims if not claim.background]
    return Matter(
        keys=frozenset(keys),
        total=sum(lexicon.weight[key] for key in keys),
        claims=tuple(_keys(claim.text.removeprefix("Whether "), keys) for claim in claims),
        accounts=tuple(_keys(f"{s.says} {s.passage.exact}", keys) for claim in claims for s in claim.statements),
    )


def _keys(text: str, known: set[str]) -> frozenset[str]:
    return frozenset(key for word in words(text) if (key := word_key(word)) in known)
