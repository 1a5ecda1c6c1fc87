"""What a page dates and counts, read once. Comes in: a page. Goes out: whether it does so otherwise than an incident.

Dated otherwise: a day or month is written beside an act, and no date in the text agrees with the incident's. Counted
otherwise: what is counted on record has another figure, and no telling figure on record stands on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ..language import DateMention, Span, Word, concept, dates, edtf_span, numbers, words
from ..model import Incident, Page
from .harmed import HARM

AFTERMATH = timedelta(days=45)  # how long news goes on about an incident without naming its day
MONTH = 31
TELLING = 30  # smaller numbers differ between accounts of one incident all the time
DATED = HARM | frozenset("video gunshot bullet surrender drone exchange handover release explosion missile".split())
SINCE = frozenset("since від з із зі с от seit depuis".split())
BESIDE, LINK, YEARS = 3, 3, range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Count:
    """A telling number of a page, what stands behind it, and whether it is written in digits ("hundreds" is not)."""

    value: float
    things: frozenset[str]
    digits: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """The days and months that a page names, whether one is written beside an act, and what it counts."""

    spans: tuple[Span, ...]
    acts_dated: bool
    counts: tuple[Count, ...]

    @classmethod
    def on(cls, page: Page) -> Stated:
        """Read a page."""
        spans: list[Span] = []
        counts: list[Count] = []
        acts_dated = False
        for passage in page.passages:
            line = words(passage.text, page.lang)
            mentions = [(m, m.span()) for m in dates(passage.text, page.lang, page.published)]
            named = [(m, span) for m, span in mentions if span and span.days <= MONTH]
            spans += [span for _, span in named]
            written = any(_written(passage.text, line, m) for m, _ in named)
            acts_dated = acts_dated or (written and any(concept(word.folded) in DATED for word in line))
            counts += _counts(passage.text, line, page.lang)
        return cls(tuple(spans), acts_dated, tuple(counts))

    def dates_otherwise(self, incident: Incident) -> bool:
        """Whether acts are dated here, and nothing as the incident is."""
        happened = edtf_span(incident.when.edtf)
        if happened is None or incident.when.basis == "unknown":
            return False
        return self.acts_dated and not any(close(span, happened) for span in self.spans)

    def counts_otherwise(self, incident: Incident) -> bool:
        """Whether a thing that is counted on record has another figure here, and no figure on record stands here."""
        statements = [s for claim in incident.claims if not claim.background for s in claim.statements]
        known = {q.value for s in statements for q in s.quantities}
        if not self.counts or any(count.value in known for count in self.counts):
            return False
        counted = [q.what for s in statements for q in s.quantities if q.value >= TELLING]
        things = frozenset(thing for what in counted for thing in _things(words(what)))
        return any(count.digits and things & count.things for count in self.counts)


def close(span: Span, happened: Span) -> bool:
    """Whether a date may be one of the incident, or of the weeks after it."""
    return span.first <= happened.last + AFTERMATH and happened.first <= span.last


def _written(text: str, line: Sequence[Word], mention: DateMention) -> bool:
    """With a figure, so no weekday; and not "since 24 February"."""
    before = [word.folded for word in line if word.end <= mention.start][-2:]
    return any(c.isdecimal() for c in text[mention.start : mention.end]) and not SINCE & {*before}


def _counts(text: str, line: Sequence[Word], lang: str) -> list[Count]:
    found = []
    for number in numbers(text, lang):
        if number.value >= TELLING and number.value not in YEARS:
            behind = [word for word in line if word.start >= number.end][:BESIDE]
            found.append(Count(number.value, _things(behind), text[number.start : number.end][:1].isdecimal()))
    return found


def _things(line: Iterable[Word]) -> frozenset[str]:
    """What words name, in any language: concepts, and the stems of words that have none."""
    return frozenset(concept(word.folded) or word.stem for word in line if len(word.folded) > LINK)
