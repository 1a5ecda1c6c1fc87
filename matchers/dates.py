"""Both name the same day, or a day in the same month.

A day that two accounts share says much; a month says something; a year almost nothing. A day without a year counts for
less. Source of the idea: temporal constraints in event coreference (ECB+, Cybulska and Vossen 2014).
"""

import re
from collections.abc import Iterator, Sequence

from beside import Corpus, DateMention, Incident, Match, MatchPage, Page, Reason, Span, dates, edtf_span

VERSION = "1.0"
SAME_DAY, SAME_DAY_NO_YEAR, FEW_DAYS, SAME_MONTH, SAME_MONTH_NO_YEAR, SAME_YEAR = 0.5, 0.4, 0.4, 0.25, 0.15, 0.1
PLACED, UNPLACED = 0.3, 0.38  # the corpus knows the month alone, and the page names just that
STATED = ("named", "inferred")  # not "document": when it was published is not when it was
FEW, MONTH, YEAR = 14, 31, 366
MARKS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # nobody sees them

EXAMPLES = {
    "match": ["The ferry was stopped on 4 March 2031."],
    "silent": ["The ferry was stopped on 4 March 1987."],
}


def key_dates(incident: Incident) -> dict[Span, str]:
    """The days that mark an incident: when it was, and when its accounts say they were given."""
    stated = [s.said for c in incident.claims if not c.background for s in c.statements if s.said.basis in STATED]
    known: dict[Span, str] = {}
    for edtf in (incident.when.edtf, *(when.edtf for when in stated)):
        span = edtf_span(edtf)
        if span and span.days <= YEAR:
            known.setdefault(span, edtf)
    return known


def agreement(mention: DateMention, span: Span, same_month: float) -> float:
    """How far a date on the page and a date of the corpus agree: 0 to SAME_DAY."""
    said = mention.span()
    if said is None:
        if mention.month != span.first.month or span.days > MONTH:
            return 0.0
        if mention.day is None:
            return SAME_MONTH_NO_YEAR
        return SAME_DAY_NO_YEAR if span.days == 1 and mention.day == span.first.day else 0.0
    if said.last < span.first or span.last < said.first:
        return 0.0
    if said.days == span.days == 1:
        return SAME_DAY
    if said == span and span.days <= MONTH:
        return same_month
    longest = max(said.days, span.days)
    return FEW_DAYS if longest <= FEW else SAME_MONTH if longest <= MONTH else SAME_YEAR


def seen(text: str) -> tuple[str, Sequence[int]]:
    """A text without the marks that nobody sees, and where each of its characters stood."""
    if not MARKS.search(text):
        return text, range(len(text))
    places = [place for place, char in enumerate(text) if not MARKS.match(char)]
    return "".join(text[place] for place in places), places


def matcher(corpus: Corpus) -> MatchPage:
    """Collect the key dates of every incident."""
    known = {incident.id: key_dates(incident) for incident in corpus.incidents.values()}
    # A month shared says more of an incident that nothing but its month places.
    months = {i.id: PLACED if i.where else UNPLACED for i in corpus.incidents.values()}

    def match(page: Page) -> Iterator[Match]:
        year = None  # the year the text last named: "in late March" is that year's
        for passage in page.passages:
            text, places = seen(passage.text)
            mentions = dates(text, page.lang, page.published, year)
            year = max((m.year for m in dates(text, page.lang) if m.year), default=year)
            for mention in mentions:
                for incident, spans in known.items():
                    agreeing = {span: agreement(mention, span, months[incident]) for span in spans}
                    best = max(agreeing, key=agreeing.__getitem__, default=None)
                    if best and agreeing[best]:
                        because = (Reason("date", places[mention.start], places[mention.end - 1] + 1, spans[best]),)
                        yield Match(passage.number, f"incident:{incident}", agreeing[best], because)

    return match
