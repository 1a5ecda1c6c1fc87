"""What speaks against it. Comes in: an incident, its signals, the page. Goes out: names of conflicts, to be weighed.

before: the page is older than the incident. date: the dates in the passages that speak of it are far from the
incident's, and no date on the page agrees. late: no date agrees, and the page appeared long after. figure: the passages
give another number for something counted on record, and no figure agrees. affected: other people were harmed. untold:
people were harmed, the page tells of no such act, and nothing of this incident alone. direction: an act is turned
around. elsewhere: the town is told in another region.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from ..language import DateMention, Span, Word, concept, dates, edtf_span, numbers, words
from ..model import Incident, Page, Passage, Statement
from .affected import Sides
from .direction import Directions
from .elsewhere import told_elsewhere
from .harmed import HARM
from .signals import Signal

SLACK = timedelta(days=2)  # time zones, and pages dated before they were changed
AFTERMATH = timedelta(days=45)  # how long news goes on about an incident without naming its day
MONTH = 31
A_MONTH = 0.2  # the weight of a date from which at least the month agrees
TELLING = 30  # smaller numbers differ between accounts of one incident all the time
NEAR = 5
OWN, ITS_OWN = frozenset(("place", "name", "figure", "quotation")), 0.5  # what no other incident is spoken of by
DATED = HARM | frozenset(
    "video gunshot bullet surrender drone exchange handover release explosion missile".split()
)  # have a day
SINCE = frozenset("since від з із зі с от seit depuis".split())
BESIDE, LINK, YEARS = 3, 3, range(1900, 2100)
SPEAKING = frozenset(("wording", "figure", "place"))


def conflicts(
    incident: Incident,
    window: Sequence[Signal],
    page: Page,
    signals: Sequence[Signal],
    sides: Sides,
    directions: Directions,
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
    if _counted_otherwise(incident, page):
        found.append("counted")
    if _dated_otherwise(incident, page):
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
    if any(_close(span, happened) for span in named) or (published and _close(published, happened)):
        return []
    return (["date"] if named else []) + (["late"] if published else [])


def _dated_otherwise(incident: Incident, page: Page) -> bool:
    """Whether a day or month is written beside an act, and no date in the text agrees with the incident's."""
    happened = edtf_span(incident.when.edtf)
    if happened is None or incident.when.basis == "unknown":
        return False
    dated = False
    for passage in page.passages:
        mentions = [m for m in dates(passage.text, page.lang, page.published) if (s := m.span()) and s.days <= MONTH]
        if any(_close(span, happened) for m in mentions if (span := m.span())):
            return False
        line = words(passage.text, page.lang)
        written = any(_written(passage.text, line, m) for m in mentions)
        dated = dated or (written and any(concept(word.folded) in DATED for word in line))
    return dated


def _written(text: str, line: Sequence[Word], mention: DateMention) -> bool:
    """With a figure, so no weekday; and not "since 24 February"."""
    before = [word.folded for word in line if word.end <= mention.start][-2:]
    return any(c.isdecimal() for c in text[mention.start : mention.end]) and not SINCE & {*before}


def _counted_otherwise(incident: Incident, page: Page) -> bool:
    """Whether what is counted on record has another figure, and no telling figure on record stands on the page."""
    statements = [s for claim in incident.claims if not claim.background for s in claim.statements]
    known = {q.value for s in statements for q in s.quantities}
    things = frozenset(
        k for s in statements for q in s.quantities if q.value >= TELLING for k in _things(words(q.what))
    )
    other = False
    for passage in page.passages if things else ():
        line = words(passage.text, page.lang)
        for number in numbers(passage.text, page.lang):
            if number.value < TELLING or number.value in YEARS:
                continue
            if number.value in known:
                return False
            after = [word for word in line if word.start >= number.end][:BESIDE]
            digits = passage.text[number.start : number.end][:1].isdecimal()  # "hundreds" is no count
            other = other or (digits and bool(things & _things(after)))
    return other


def _things(line: Iterable[Word]) -> frozenset[str]:
    """What words name, in any language: concepts, and the stems of words that have none."""
    return frozenset(concept(w.folded) or w.stem for w in line if len(w.folded) > LINK)


def _close(span: Span, happened: Span) -> bool:
    return span.first <= happened.last + AFTERMATH and happened.first <= span.last


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
