"""What speaks against it. Comes in: an incident, its signals, the page. Goes out: names of conflicts, to be weighed.

before: the page is older than the incident. date: the dates in the passages that speak of it are far from the
incident's, and no date on the page agrees. late: no date agrees, and the page appeared long after. figure: the passages
give another number for something counted on record, and no figure agrees. affected: other people were harmed. untold:
people were harmed, the page tells of no such act, and nothing of this incident alone. direction: an act is turned
around. elsewhere: the town is told in another region. dated, counted: otherwise than on record (`otherwise.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from ..language import dates, edtf_span, numbers, words
from ..model import Incident, Page, Passage, Statement
from .affected import Sides
from .direction import Directions
from .elsewhere import told_elsewhere
from .otherwise import MONTH, TELLING, Stated, close
from .signals import Signal

SLACK = timedelta(days=2)  # time zones, and pages dated before they were changed
A_MONTH = 0.2  # the weight of a date from which at least the month agrees
NEAR = 5
OWN, ITS_OWN = frozenset(("place", "name", "figure", "quotation")), 0.5  # what no other incident is spoken of by
SPEAKING = frozenset(("wording", "figure", "place"))


def conflicts(
    incident: Incident,
    window: Sequence[Signal],
    page: Page,
    signals: Sequence[Signal],
    sides: Sides,
    directions: Directions,
    stated: Stated,
) -> tuple[str, ...]:
    """The names of all conflicts. ``window``: the signals of the best window; ``signals``: all of the incident's."""
    speaking = sorted({s.passage for s in window if s.kind in SPEAKING and s.passage >= 0})
    passages = [page.passages[number] for number in speaking]
    found = []
    if _older(incident, page):
        found.append("before")
    if not any(s.kind == "date" and s.weight >= A_MONTH for s in (*window, *signals)):
        found += _other_time(incident, passages, page)
    if all(s.kind != "figure" for s in window) and _other_figure(incident, passages, page):
        found.append("figure")
    if stated.counts_otherwise(incident):
        found.append("counted")
    if stated.dates_otherwise(incident):
        found.append("dated")
    if told_elsewhere(incident, window, page):
        found.append("elsewhere")
    anywhere = [page.passages[n] for n in sorted({s.passage for s in signals if s.kind in SPEAKING and s.passage >= 0})]
    if sides.contradict(incident, passages, page.passages, page.lang):
        found.append("affected")
    if not any(s.kind in OWN and s.weight >= ITS_OWN for s in signals) and sides.untold(
        incident, page.passages, page.lang
    ):
        found.append("untold")
    if directions.contradict(incident.id, anywhere, page.passages, page.lang):
        found.append("direction")
    return tuple(found)


def _older(incident: Incident, page: Page) -> bool:
    published = edtf_span(page.published) if page.published else None
    happened = edtf_span(incident.when.edtf)
    return bool(published and happened and published.last + SLACK < happened.first)


def _other_time(incident: Incident, passages: Iterable[Passage], page: Page) -> list[str]:
    happened = edtf_span(incident.when.edtf)
    if happened is None or incident.when.basis == "unknown":
        return []
    mentions = [m.span() for p in passages for m in dates(p.text, page.lang, page.published)]
    named = [span for span in mentions if span and span.days <= MONTH]
    published = edtf_span(page.published or "")
    if any(close(span, happened) for span in named) or (published and close(published, happened)):
        return []
    return (["date"] if named else []) + (["late"] if published else [])


def _other_figure(incident: Incident, passages: Iterable[Passage], page: Page) -> bool:
    statements = [s for claim in incident.claims if not claim.background for s in claim.statements]
    known = {q.value for s in statements for q in s.quantities}
    counted = _counted(statements)
    for passage in passages:
        line = words(passage.text, page.lang)
        for number in numbers(passage.text, page.lang):
            after = [w.stem for w in line if w.start >= number.end][:NEAR]
            if number.value >= TELLING and number.value not in known and counted & set(after):
                return True
    return False


def _counted(statements: Iterable[Statement]) -> frozenset[str]:
    """The words for what is counted, where a telling number of it is on record."""
    quantities = (q for s in statements for q in s.quantities if q.value >= TELLING)
    return frozenset(w.stem for q in quantities for w in words(q.what) if len(w.folded) > 3)
