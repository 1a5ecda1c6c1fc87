"""An incident's own words in another language: all of them or none, so that no card is a mixture.

Comes in: a sound incident. Goes out: a problem for each of its words left out, and for each that is not its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model import Incident
from .located import Located, tables
from .problems import Problem
from .values import show


def check(incident: Located[Incident]) -> Iterator[Problem]:
    """Every translation holds just what the record words itself, once."""
    own = dict.fromkeys(_own_words(incident.file.data))
    seen: set[str] = set()
    for number, translation in enumerate(incident.item.translations):
        if translation.lang in seen:
            yield incident.problem(f'"{translation.lang}" is there twice; make one of the two', "translation", number)
        seen.add(translation.lang)
        language, *more = translation.lang.split("-")
        if more:  # readers are asked for a language, and for nothing more
            yield incident.problem(f'"{translation.lang}" is never shown; write "{language}"', "translation", number)
        given = [one.of for one in translation.words]
        for place, words in enumerate(given):
            where = ("translation", number, "words", place)
            if words in given[:place]:
                yield incident.problem(f"translates {show(words)} a second time; take it out", *where)
            elif words not in own:
                yield incident.problem(f"translates {show(words)}, which does not stand in this file; mend it", *where)
        for words in own:
            if words not in given:
                missing = f"has no words for {show(words)}; add them, or take this translation out"
                yield incident.problem(missing, "translation", number)


def _own_words(data: Mapping[str, Any]) -> Iterator[str]:
    """Title, what was when, places, questions, what figures count; from the file, so that faulty claims count too."""
    found = [data.get("title")]
    when = data.get("when")
    found += [when.get("what")] if isinstance(when, dict) else []
    found += [place.get(key) for _, place in tables(data, "where") for key in ("name", "admin")]
    for _, claim in tables(data, "claim"):
        found.append(claim.get("text"))
        for _, statement in tables(claim, "statement"):
            found += [quantity.get("what") for _, quantity in tables(statement, "quantities")]
    yield from (words for words in found if isinstance(words, str))
