"""Accounts and sentences, made comparable. Comes in: an incident, a page. Goes out: the telling words of each.

Telling is a word that few statements of the same incident have: all of them speak of the recording, one of the radio.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, log

from ..language import dates, numbers, words
from ..model import Incident, Page, Statement
from .attribution import Named, Speakers
from .vocabulary import keys, negated_keys

Weights = Mapping[str, float]
COMMON = 0.15  # what a word says that all statements have, beside one that only this one has


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the page as any incident reads it."""

    number: int
    text: str
    lang: str
    keys: frozenset[str]
    negated: frozenset[str]
    words: tuple[str, ...]
    figures: frozenset[float]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the page, and who of an incident is named in it: ready to be compared."""

    line: Line
    named: Named

    @property
    def keys(self) -> frozenset[str]:
        """What its words are compared by."""
        return self.line.keys


@dataclass(frozen=True, slots=True)
class Account:
    """A statement, ready to be compared.

    ``own``: the words of it and of its claim that nothing else has which its speaker says on another claim, or relays.
    """

    statement: Statement
    says: Weights
    claim: Weights
    own: Weights
    negated: frozenset[str]
    words: tuple[str, ...]
    figures: frozenset[float]
    sides: frozenset[str]


def read_lines(page: Page) -> tuple[Line, ...]:
    """The sentences of a page; read once, however many incidents it speaks of."""
    return tuple(
        Line(
            number=p.number,
            text=p.text,
            lang=page.lang,
            keys=frozenset(key for key, _ in keys(p.text, page.lang)),
            negated=negated_keys(p.text, page.lang),
            words=_stems(p.text, page.lang),
            figures=_figures(p.text, page.lang),
        )
        for p in page.passages
    )


def name_in(lines: Iterable[Line], speakers: Speakers) -> list[Sentence]:
    """The lines, with who of an incident is named in each."""
    return [Sentence(line, speakers.named(line.text, line.lang)) for line in lines]


def read_accounts(incident: Incident, speakers: Speakers) -> list[Account]:
    """The accounts of an incident: words that few of them have weigh most, and names weigh nothing."""

    def line(*texts: str) -> Weights:
        return {key: weight for text in texts for key, weight in keys(speakers.without_names(text))}

    claims = {c.id: line(c.text.removeprefix("Whether ")) for c in incident.claims}
    says = {s.id: line(s.says, s.passage.exact) for s in incident.statements}
    of_claims, of_says = _telling(claims.values()), _telling(says.values())
    all_of = {
        s.id: {**_weighed(claims[s.claim], of_claims), **_weighed(says[s.id], of_says)} for s in incident.statements
    }
    return [
        Account(
            statement=s,
            says=_weighed(says[s.id], of_says),
            claim=_weighed(claims[s.claim], of_claims),
            own=_own(all_of[s.id], [all_of[t.id] for t in incident.statements if _of_one_voice(s, t)]),
            negated=negated_keys(s.says) | negated_keys(s.passage.exact),
            words=_stems(s.passage.exact),
            figures=_figures(s.says) | _figures(s.passage.exact) | {q.value for q in s.quantities},
            sides=speakers.named(s.says, "en").sides,
        )
        for s in incident.statements
    ]


def share(wanted: Weights, found: Iterable[str]) -> float:
    """How much of the weight of the wanted words is found."""
    total = fsum(wanted.values())  # exact, so that the order of a set never decides between two sentences
    return fsum(wanted[key] for key in wanted.keys() & set(found)) / total if total else 0.0


def _telling(texts: Iterable[Weights]) -> Weights:
    """Word -> how few of the texts have it."""
    lines = [*texts]
    total, held = len(lines) + 1, Counter(key for line in lines for key in line)
    return {key: COMMON + log(total / count) / log(total) for key, count in held.items()}


def _weighed(line: Weights, telling: Weights) -> Weights:
    return {key: weight * telling[key] for key, weight in line.items()}


def _of_one_voice(one: Statement, other: Statement) -> bool:
    """Whether the name of one's speaker may stand by the other as well: an outlet's stands by all that it relays."""
    same = other.speaker == one.speaker and other.claim != one.claim
    return other is not one and (same or one.speaker in other.relay)


def _own(words_of: Weights, others: Sequence[Weights]) -> Weights:
    """The words that none of the others has; nothing where there are no others to be taken for."""
    taken = {key for other in others for key in other}
    return {key: weight for key, weight in words_of.items() if others and key not in taken}


def _stems(text: str, lang: str = "en") -> tuple[str, ...]:
    return tuple(word.stem for word in words(text, lang))


def _figures(text: str, lang: str = "en") -> frozenset[float]:
    """The numbers of a text; the year of a date counts nothing."""
    days = [(date.start, date.end) for date in dates(text, lang)]
    counted = (n for n in numbers(text, lang) if not any(start <= n.start < end for start, end in days))
    return frozenset(number.value for number in counted)
