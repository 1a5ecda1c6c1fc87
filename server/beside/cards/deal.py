"""One card. Comes in: an incident, its release, what the page was found to carry (or nothing). Goes out: a Card.

Accounts stand in an order that is blind to their content: date, document, place in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import (
    Account,
    Card,
    Corpus,
    Document,
    Evidence,
    Figure,
    Incident,
    IncidentMatch,
    Page,
    Parallel,
    Quantity,
    Release,
    Statement,
)
from .figures import figures_of
from .known import first_day, known_at, page_place, said_after, said_or_published
from .links import landing
from .naming import names_of, renamed
from .speakers import speaker_of
from .state import missing_voices, state_of_accounts
from .translating import counted_in, reworded, translation


def deal(
    incident: Incident,
    release: Release,
    found: IncidentMatch | None = None,
    complete: bool = True,
    page: Page | None = None,
    reader: str = "en",
) -> Card:
    """The card of one incident. ``found``, ``complete`` and ``page``: what was found where, if a page was read.

    ``reader``: the language of whoever reads the card; it is worded in it as far as the record has the words.
    """
    corpus = release.corpus
    ordered = sorted(incident.statements, key=lambda s: account_order(s, corpus))
    translated, words = translation(incident, reader)
    shown = reworded(incident, words)
    claims = {claim.id: claim for claim in shown.claims}
    documents = {s.passage.document: corpus.documents[s.passage.document] for s in ordered}
    ids = {*claims, *(statement.id for statement in ordered)}
    state = state_of_accounts(incident, corpus)
    published = page.published if page else None
    on_page = {s.id: _on_page(s.id, found, complete) for s in ordered}
    after = {s.id: said_after(said_or_published(s, corpus), published, on_page[s.id]) for s in ordered}
    evidence = found.evidence if found else ()
    wordings = _wordings(incident, ordered)
    names = _names(incident, documents.values(), corpus)
    return Card(
        corpus=corpus.id,
        release=release.sha256,
        incident=shown,
        state=state,
        accounts=tuple(_account(s, corpus, on_page[s.id], after[s.id]) for s in ordered),
        claims=claims,
        documents=documents,
        agent_names=names,
        relations=tuple(r for r in corpus.relations if r.source in ids and r.type != "parallel_allegation"),
        parallel=_parallel(incident, corpus, reader),
        wordings=wordings,
        page_wordings=tuple(_worded_by_page(way, ordered, found) for way in wordings) if found else (),
        page_places=tuple(_place(way, ordered, corpus, published) for way in wordings) if found else (),
        figures=counted_in(_figures(ordered, evidence, page, corpus), words),
        missing=missing_voices(state, corpus),
        known_at=known_at(published, after.values()),
        found=found and renamed(found, names_of(incident, names, corpus), words, reader, page.lang if page else reader),
        complete=complete,
        translated=translated,
    )


def account_order(statement: Statement, corpus: Corpus) -> tuple[str, str, int]:
    """When it was said (else published), then document, then place in it. Never who said it."""
    said = said_or_published(statement, corpus)
    return (f"{said.edtf}T{said.time or ''}", statement.passage.document, statement.passage.start)


def _on_page(statement: str, found: IncidentMatch | None, complete: bool) -> bool | None:
    """Whether the page carries an account; None where that can't be told. Of a truncated page False is never said."""
    if found and statement in found.on_page:
        return True
    return False if found and complete and statement in found.not_on_page else None


def _account(statement: Statement, corpus: Corpus, on_page: bool | None, after: bool | None) -> Account:
    return Account(
        statement=statement,
        speaker=speaker_of(statement, corpus),
        relay_names=tuple(corpus.agents[agent].name for agent in statement.relay),
        link=landing(corpus.documents[statement.passage.document].url, statement.passage),
        graphic=statement.graphic,
        on_page=on_page,
        after_page=after,
    )


def _figures(
    ordered: Sequence[Statement], evidence: Sequence[Evidence], page: Page | None, corpus: Corpus
) -> tuple[Figure, ...]:
    return figures_of(ordered, evidence, page.lang if page else "en", _quantities(evidence, corpus), corpus)


def _quantities(evidence: Iterable[Evidence], corpus: Corpus) -> tuple[Quantity, ...]:
    """All quantities of the corpus, where the page gives a number that may be one of them."""
    if corpus.plain or not any(because.kind == "figure" for one in evidence for because in one.because):
        return ()
    return tuple(quantity for claim in corpus.claims for s in claim.statements for quantity in s.quantities)


def _wordings(incident: Incident, ordered: Iterable[Statement]) -> tuple[tuple[str, ...], ...]:
    """The ways on which a claim was worded, each in the order of accounts: a way is no ladder."""
    place = {statement.id: number for number, statement in enumerate(ordered)}
    return tuple(tuple(sorted(way, key=lambda one: place.get(one, len(place)))) for way in incident.wordings)


def _worded_by_page(way: Iterable[str], ordered: Iterable[Statement], found: IncidentMatch) -> tuple[int, ...]:
    """The indexes of the evidence that carries a claim of that way."""
    members = set(way)
    claims = {statement.claim for statement in ordered if statement.id in members}
    carried = ({on_page.claim for on_page in evidence.claims} for evidence in found.evidence)
    return tuple(number for number, of_sentence in enumerate(carried) if of_sentence & claims)


def _place(way: Sequence[str], ordered: Iterable[Statement], corpus: Corpus, published: str | None) -> int:
    """How many accounts of that way stand before the page's own words, by the dates that are shown."""
    return page_place([said_or_published(s, corpus).edtf for s in ordered if s.id in way], published)


def _names(incident: Incident, documents: Iterable[Document], corpus: Corpus) -> dict[str, str]:
    """Agent id -> name, for every agent the card speaks of."""
    mentioned = [*incident.parties, *(d.outlet for d in documents if d.outlet)]
    for claim in incident.claims:
        mentioned += [involved.agent for involved in claim.about]
        mentioned += [agent for s in claim.statements for agent in (s.speaker, *s.relay)]
    return {agent: corpus.agents[agent].name for agent in sorted(set(mentioned))}


def _parallel(incident: Incident, corpus: Corpus, reader: str) -> tuple[Parallel, ...]:
    """Incidents with an allegation of the same kind, whoever is accused, by date; the mirror goes both ways."""
    if corpus.plain:
        return ()  # plain claims have no mirrors, and a million of them would be asked
    back = (other.id for other in corpus.incidents.values() if incident.id in other.mirrors)
    others = [corpus.incidents[id_] for id_ in {*incident.mirrors, *back} - {incident.id}]
    others.sort(key=lambda other: (first_day(other.when), other.slug))
    return tuple(_shelved(other, corpus, reader) for other in others)


def _shelved(other: Incident, corpus: Corpus, reader: str) -> Parallel:
    translated, words = translation(other, reader)
    shown = reworded(other, words)
    return Parallel(corpus.id, other.id, other.slug, shown.title, shown.when, shown.where, translated)
