"""An incident's own words as the reader reads them. Comes in: an incident, a language. Goes out: the same, reworded.

Reworded are title, what was when, places, questions and what figures count. What is said of others' words stays as the
record has it. Nothing is matched, counted or ordered by a translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..language import base_language
from ..model import Figure, Incident, Place

Words = Mapping[str, str]


def translation(incident: Incident, reader: str) -> tuple[str | None, Words]:
    """The language of the reader and the words in it; None and no words where the record has none."""
    for one in incident.translations:
        if one.lang == base_language(reader):
            return one.lang, {worded.of: worded.text for worded in one.words}
    return None, {}


def reworded(incident: Incident, words: Words) -> Incident:
    """The incident in other words; its statements are those of the record."""
    return replace(
        incident,
        title=words.get(incident.title, incident.title),
        when=replace(incident.when, what=words.get(incident.when.what, incident.when.what)),
        where=tuple(_place(place, words) for place in incident.where),
        claims=tuple(replace(claim, text=words.get(claim.text, claim.text)) for claim in incident.claims),
    )


def counted_in(figures: Iterable[Figure], words: Words) -> tuple[Figure, ...]:
    """The figures, with what they count in other words."""
    return tuple(replace(figure, what=words.get(figure.what, figure.what)) for figure in figures)


def _place(place: Place, words: Words) -> Place:
    name = words.get(place.name, place.name)
    return replace(place, name=name, admin=words.get(place.admin, place.admin) if place.admin else None)
