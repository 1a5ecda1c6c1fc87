"""Which accounts on record the page carries, and which it does not. Comes in: an incident, a page. Goes out: Told.

Each account has a chance of being on the page (on_page.json: a regression over account_features). A high one reads as
found, a very low one as not found, and between them nothing is said, since saying "not found" wrongly is worse than
saying nothing. Nor is a likely one found where account_stops says no: a denial is never found as what it denies. Of two
incidents on one page, a sentence that tells the account of one is found to tell the other's only where that is as near.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ..language import base_language
from ..model import ClaimOnPage
from ..regression import Regression
from .account_features import Compared, OnRecord, compare
from .account_stops import OPPOSED, OWN_VOICE, clause_about, said_by_another, stopped, turned_around
from .account_words import Line
from .signals import Signal
from .stance import stance_of

Mark = tuple[str, int, int]
MARKS = frozenset(("place", "date", "name", "figure", "quotation"))  # not media: every incident has its video
LEAST_MARK = 0.15  # a month without its year; the name of a state, which stands in every account, says less


@dataclass(frozen=True, slots=True)
class Told:
    """The ids of the statements that the page was found to carry, and of those it was found not to.

    ``claims``: number of a passage -> the claims of the accounts found in it, with their stance.
    """

    found: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    claims: Mapping[int, tuple[ClaimOnPage, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spoken:
    """An incident that the page speaks of: its accounts, and where the page names what is its own (marks_of)."""

    record: OnRecord
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Numbers:
    """The regression; from which chance "found" is said, up to which "not found", and in which languages."""

    regression: Regression
    found: float
    absent: float
    languages: frozenset[str]


@cache
def shipped_numbers() -> Numbers:
    """The numbers this version was released with."""
    table = json.loads(files("beside.ranking").joinpath("on_page.json").read_text("utf-8"))
    regression = Regression.from_table(table["regression"])
    return Numbers(regression, table["found"], table["absent"], frozenset(table["languages"]))


def measured(lang: str) -> bool:
    """Whether it was measured, for pages in that language, how often what is said of them is right."""
    return base_language(lang) in shipped_numbers().languages


def marks_of(signals: Iterable[Signal]) -> frozenset[Mark]:
    """Where the page names a place, a date, a person or a figure of an incident: kind, passage and place in it."""
    telling = (s for s in signals if s.kind in MARKS and s.passage >= 0 and s.weight >= LEAST_MARK)
    return frozenset((s.kind, s.passage, s.reason.start) for s in telling)


def tell_accounts(record: OnRecord, lines: Sequence[Line], numbers: Numbers | None = None) -> Told:
    """What can be said of each account of an incident, all lines of a page being in one language."""
    return tell_cards([Spoken(record)], lines, numbers)[0]


def tell_cards(cards: Sequence[Spoken], lines: Sequence[Line], numbers: Numbers | None = None) -> list[Told]:
    """What can be said of each account of each incident that the page speaks of, in the order of ``cards``."""
    if not lines:
        return [Told() for _ in cards]
    numbers = numbers or shipped_numbers()
    speaks = base_language(lines[0].lang) in numbers.languages
    chances = [
        [(one, numbers.regression.probability(one.features)) for one in compare(card.record, lines)] for card in cards
    ]
    likely = [[one for one, chance in of_card if chance >= numbers.found] for of_card in chances]
    every = [found_among(of_card, lines) for of_card in likely]
    told = []
    for at, card in enumerate(cards):
        others = [(cards[n], every[n]) for n in range(len(cards)) if n != at]
        found = [one for one in every[at] if not any(_told_of(other, card, one, rivals) for other, rivals in others)]
        absent = [one for one, chance in chances[at] if speaks and chance <= numbers.absent and may_be_missed(one)]
        turned = [one for one in likely[at] if turned_around(one) and not stopped(one, lines)]
        told.append(Told(_ids(found), _ids(absent), _claims(found, turned)))
    return told


def _told_of(other: Spoken, card: Spoken, one: Compared, rivals: Iterable[Compared]) -> bool:
    """Whether its sentence tells what the same side says of the other incident, and that one is spoken of nearer."""
    at, side = one.sentence.line.number, card.record.speakers.side(one.account.statement.speaker)
    here = (rival.account.statement.speaker for rival in rivals if rival.sentence.line.number == at)
    if side is None or not any(other.record.speakers.side(speaker) == side for speaker in here):
        return False
    own, theirs = _distance(card.marks - other.marks, at), _distance(other.marks - card.marks, at)
    return own is not None and theirs is not None and theirs < own


def _distance(marks: Iterable[Mark], at: int) -> int | None:
    """Sentences to the nearest mark; None where there is none, and then nothing can be said of near and far."""
    return min((abs(passage - at) for _, passage, _ in marks), default=None)


def found_among(likely: Sequence[Compared], lines: Sequence[Line]) -> list[Compared]:
    """The likely accounts of one incident that nothing stops."""
    rivals = [one for one in likely if not turned_around(one)]
    return [one for one in rivals if not stopped(one, lines) and not said_by_another(one, rivals)]


def _ids(accounts: Iterable[Compared]) -> frozenset[str]:
    return frozenset(one.account.statement.id for one in accounts)


def _claims(found: Iterable[Compared], turned: Iterable[Compared]) -> dict[int, tuple[ClaimOnPage, ...]]:
    """The claims that each passage carries: with the stance of the account found, or with one of the page's own."""
    claims: dict[int, dict[ClaimOnPage, None]] = defaultdict(dict)
    stances = [(one, one.account.statement.stance) for one in found]
    for one in turned:
        own = stance_of(clause_about(one.account, one.sentence.line))
        if own and own in OPPOSED.get(one.account.statement.stance, ()):
            stances.append((one, own))
    for one, stance in stances:
        claims[one.sentence.line.number][ClaimOnPage(one.account.statement.claim, stance)] = None
    return {number: tuple(told) for number, told in claims.items()}


def may_be_missed(compared: Compared) -> bool:
    """Whether its absence can be told: nothing hints at it, and it is not what an outlet says in its own voice.

    That is told again without naming the outlet, and then two careful readers differ.
    """
    return not compared.hinted and compared.account.statement.voice not in OWN_VOICE
