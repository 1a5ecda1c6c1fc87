"""What the claims of a corpus are worded in. Comes in: a corpus. Goes out: its telling words, each with a weight.

A word is compared by its concept, or else by its stem. It tells more the rarer it is in the language and in the corpus;
proper names and the words for a state's people tell nothing here: they are read elsewhere, and every account has them.
Source of the idea: inverse document frequency (Sparck Jones 1972).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from .language import Phrases, Word, concept, rarity, words
from .model import Alias, Claim, Corpus

NAMED = ("person", "state", "outlet", "group")
PROPER = 0.6  # rarity from which a word of a name is no common word
UNCOMMON = 0.2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``claims``: claim id -> key -> the word as it first stands on record. ``weight``: key -> 0 to 1."""

    claims: Mapping[str, Mapping[str, str]]
    weight: Mapping[str, float]
    incident_of: Mapping[str, str]

    @classmethod
    def of(cls, corpus: Corpus) -> Lexicon:
        """The telling words of every claim that may be matched on: background is left out."""
        proper, peoples, names = _proper(corpus), _peoples(corpus), _names(corpus)
        first: dict[str, str] = {}
        bags: dict[str, dict[str, str]] = {}
        for claim in corpus.claims:
            if not claim.background:
                line = [w for text in _texts(claim) for w in _unnamed(text, names) if telling(w)]
                line = [w for w in line if word_key(w) not in proper and not w.folded.startswith(peoples)]
                bags[claim.id] = {word_key(w): first.setdefault(word_key(w), w.folded) for w in line}
        incident_of = {claim.id: claim.incident for claim in corpus.claims if claim.id in bags}
        return cls(bags, _weights(bags, incident_of, first, len(corpus.incidents) + 1), incident_of)

    def incidents(self) -> dict[str, set[str]]:
        """Incident id -> all keys of its claims."""
        keys: dict[str, set[str]] = {}
        for claim, bag in self.claims.items():
            keys.setdefault(self.incident_of[claim], set()).update(bag)
        return keys


def word_key(word: Word) -> str:
    """What a word is compared by: its concept, or its stem."""
    return concept(word.folded) or word.stem


def telling(word: Word, lang: str = "en") -> bool:
    """Whether a word is uncommon enough to say anything; figures are read elsewhere."""
    return not word.folded.isdecimal() and rarity(word.folded, lang) >= UNCOMMON


def _weights(
    bags: Mapping[str, Mapping[str, str]], incident_of: Mapping[str, str], first: Mapping[str, str], count: int
) -> dict[str, float]:
    holding: dict[str, set[str]] = {}
    for claim, bag in bags.items():
        for word in bag:
            holding.setdefault(word, set()).add(incident_of[claim])
    return {k: rarity(first[k]) ** 0.5 * log(count / len(among)) / log(count) for k, among in holding.items()}


def _texts(claim: Claim) -> Iterator[str]:
    """All words on record for a claim."""
    yield claim.text.removeprefix("Whether ")
    for statement in claim.statements:
        yield from (statement.says, statement.passage.exact)


def _unnamed(text: str, names: Phrases[str]) -> list[Word]:
    """The words of a text that are no part of anybody's name: "Security Service" is not about security."""
    named = [(found.start, found.end) for found in names.find(text, "en")]
    return [word for word in words(text) if not any(start <= word.start < end for start, end in named)]


def _names(corpus: Corpus) -> Phrases[str]:
    """What bodies, persons and outlets are called in the languages of the corpus."""
    names = Phrases[str]()
    for agent in corpus.agents.values():
        if agent.kind in ("body", "person", "outlet"):
            for name, lang in ((agent.name, "en"), *((a.text, a.lang) for a in agent.aliases)):
                if lang in corpus.languages:
                    names.add(name, lang, agent.id)
    return names


def _proper(corpus: Corpus) -> set[str]:
    """The keys of proper names: persons, states, outlets and places. Of a state every name, common as it may be."""
    named = [(a.kind, n) for a in corpus.agents.values() if a.kind in NAMED for n in (a.name, *_texts_of(a.aliases))]
    places = [n for i in corpus.incidents.values() for p in i.where for n in (p.name, *_texts_of(p.aliases))]
    keys = {word_key(w) for kind, name in named for w in words(name) if kind == "state" or rarity(w.folded) >= PROPER}
    return keys | {word_key(word) for name in places for word in words(name)}


def _texts_of(aliases: Iterable[Alias]) -> list[str]:
    return [alias.text for alias in aliases]


def _peoples(corpus: Corpus) -> tuple[str, ...]:
    """How the words for a state's own begin: "russi" of Russian, "ukrai" of Ukrainian."""
    states = [a.name.casefold() for a in corpus.agents.values() if a.kind == "state"]
    return tuple(name[: max(4, len(name) - 2)] for name in states if " " not in name)
