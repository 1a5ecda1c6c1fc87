"""The card of an incident that is asked for by name. Comes in: an id, or the slug the public sees. Goes out: a Card."""

from __future__ import annotations

from ..model import Card
from ..reader import AmbiguousIncident, Reader, UnknownIncident


def find_card(reader: Reader, name: str, corpus: str | None, release: str | None, ui: str = "en") -> Card:
    """By id, or else by slug, in the release that is asked for. Raises UnknownIncident, AmbiguousIncident."""
    try:
        return reader.card(name, corpus, release, ui)
    except UnknownIncident:
        corpora = [held.corpus for held in reader.held(release).values() if corpus in (None, held.corpus.id)]
        found = [(c.id, i.id) for c in corpora if not c.plain for i in c.incidents.values() if i.slug == name]
        if not found:
            raise
        if len(found) > 1:
            raise AmbiguousIncident(tuple(corpus_id for corpus_id, _ in found)) from None
        ((corpus_id, incident),) = found
        return reader.card(incident, corpus_id, release, ui)
