"""The record's names as a reader knows them. Comes in: what was found, in which languages. Goes out: the same, renamed.

A place, a person or a body that page and record share is called by its name on record in the reader's language, and by
that in the page's language beside it: "Makiivka (Макіївка)". What has no such name keeps the one it has; one word for a
name of several ("Cherson" for a region, a surname) is none, unless it is an acronym. A figure reads as a number and
what is counted: "58 (number of the exchange)".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ..language import base_language, words
from ..model import Alias, Corpus, Evidence, Incident, IncidentMatch

OWN = "en"  # the language that a corpus words its own names in
NAMED = ("place", "name")
LONGEST_ACRONYM = 8
MEDIA = {
    "de": {"video": "Video", "audio": "Tonaufnahme", "photo": "Foto", "list": "Liste", "document": "Dokument"},
    "fr": {"video": "vidéo", "audio": "enregistrement", "photo": "photo", "list": "liste", "document": "document"},
    "ru": {"video": "видео", "audio": "аудиозапись", "photo": "фотография", "list": "список", "document": "документ"},
    "uk": {"video": "відео", "audio": "аудіозапис", "photo": "світлина", "list": "список", "document": "документ"},
}
FIGURE = re.compile(r"(\S*\d\S*) (\S.*)")
Names = Mapping[str, tuple[Alias, ...]]


def renamed(found: IncidentMatch, names: Names, words: Mapping[str, str], reader: str, page: str) -> IncidentMatch:
    """Proof and reasons, with the names that the reader and the page use. ``words``: the record's, translated."""
    reader, page = base_language(reader), base_language(page)

    def called(kind: str, said: str) -> str:
        if kind == "media":
            return MEDIA.get(reader, {}).get(said, said)
        if kind == "figure":
            return FIGURE.sub(lambda figure: f"{figure[1]} ({words.get(figure[2], figure[2])})", said)
        if kind == "meaning":
            return words.get(said, said)
        return _both(said, names[said], reader, page) if kind in NAMED and said in names else said

    proof = tuple(replace(shared, corpus=called(shared.kind, shared.corpus)) for shared in found.proof)
    return replace(found, proof=proof, evidence=tuple(_reasons(one, called) for one in found.evidence))


def names_of(incident: Incident, agents: Iterable[str], corpus: Corpus) -> Names:
    """Every name that an incident's places and agents go by on record, with what they are called elsewhere."""
    places = {place.name: place.aliases for place in incident.where}
    return {corpus.agents[id_].name: corpus.agents[id_].aliases for id_ in agents} | places


def _reasons(evidence: Evidence, called: Callable[[str, str], str]) -> Evidence:
    because = (replace(reason, corpus=called(reason.kind, reason.corpus)) for reason in evidence.because)
    return replace(evidence, because=tuple(because))


def _both(name: str, aliases: Iterable[Alias], reader: str, page: str) -> str:
    by_language = {OWN: name}
    for alias in (one for one in aliases if _as_full(one.text, name)):
        by_language.setdefault(alias.lang, alias.text)
    first = by_language.get(reader, name)
    second = by_language.get(page, first)
    return first if second == first else f"{first} ({second})"


def _as_full(alias: str, name: str) -> bool:
    """Whether an alias is of the same thing: a single word for several may be the city of a region, or a surname."""
    return len(words(alias)) > 1 or len(words(name)) == 1 or (alias.isupper() and len(alias) <= LONGEST_ACRONYM)
