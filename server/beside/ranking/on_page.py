"""Which accounts on record the page carries, and which it does not. Comes in: an incident, a page. Goes out: Told.

Each account has a chance of being on the page (on_page.json: a regression over account_features). A high one reads as
found, a very low one as not found, and between them nothing is said, since saying "not found" wrongly is worse than
saying nothing. A denial is never found as what it denies, nor "had not refused" as "refused".
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from ..language import base_language
from ..model import ClaimOnPage
from ..regression import Regression
from .account_features import Compared, OnRecord, compare
from .account_words import Account, Line, share
from .attribution import NAME, SIDE
from .stance import stance_of
from .vocabulary import NEGATION, keys

# The stance on record -> what the sentence must not say instead.
OPPOSED = {
    "asserts": frozenset(("denies", "doubts", "could_not_verify", "states_unknown")),
    "corroborates": frozenset(("denies", "doubts", "could_not_verify", "states_unknown")),
    "denies": frozenset(("asserts", "corroborates")),
    "doubts": frozenset(("asserts", "corroborates")),
    "could_not_verify": frozenset(("asserts", "corroborates", "denies")),
    "states_unknown": frozenset(("asserts", "corroborates", "denies")),
    "investigates": frozenset(("denies",)),
}
# What is done or not done, so that a negation turns it around.
CLAUSE = re.compile(r"[:;]\s")
OWN_VOICE = ("outlet", "headline", "caption")
TELLING = 30  # smaller numbers differ between accounts of one thing all the time
ACTS = frozenset(
    "#attack #behead #castrate #damage #deny #deport #exchange #explosion #increase #investigate #kill #offer #order "
    "#ready #refuse #request #staged #surrender #torture #unwilling".split()
)


@dataclass(frozen=True, slots=True)
class Told:
    """The ids of the statements that the page was found to carry, and of those it was found not to.

    ``claims``: number of a passage -> the claims of the accounts found in it, with their stance.
    """

    found: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    claims: Mapping[int, tuple[ClaimOnPage, ...]] = field(default_factory=dict)


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


def tell_accounts(record: OnRecord, lines: Sequence[Line], numbers: Numbers | None = None) -> Told:
    """What can be said of each account of an incident, all lines of a page being in one language."""
    if not lines:
        return Told()
    numbers = numbers or shipped_numbers()
    chances = [(one, numbers.regression.probability(one.features)) for one in compare(record, lines)]
    likely = [one for one, chance in chances if chance >= numbers.found and not turned_around(one)]
    found = [one for one in likely if not said_by_another(one, likely)]
    speaks = base_language(lines[0].lang) in numbers.languages
    absent = [one for one, chance in chances if speaks and chance <= numbers.absent and may_be_missed(one)]
    turned = [one for one, chance in chances if chance >= numbers.found and turned_around(one)]
    return Told(_ids(found), _ids(absent), _claims(found, turned))


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


def said_by_another(compared: Compared, likely: Sequence[Compared]) -> bool:
    """Whether its sentence names the speaker of another account that is found in it, and its own speaker hardly."""
    if compared.features["named_here"] > SIDE or compared.account.statement.voice in OWN_VOICE:
        return False
    speaker, line = compared.account.statement.speaker, compared.sentence.line.number
    rivals = (one for one in likely if one.sentence.line.number == line and one.account.statement.speaker != speaker)
    return any(one.features["named_here"] >= NAME for one in rivals)


def may_be_missed(compared: Compared) -> bool:
    """Whether its absence can be told: nothing hints at it, and it is not what an outlet says in its own voice.

    That is told again without naming the outlet, and then two careful readers differ.
    """
    return not compared.hinted and compared.account.statement.voice not in OWN_VOICE


def turned_around(compared: Compared) -> bool:
    """Whether the sentence nearest to an account takes another stance, negates what is told, or counts otherwise."""
    account, sentence = compared.account, compared.sentence
    if _counts_others(account.figures, sentence.line.figures):
        return True
    if stance_of(clause_about(account, sentence.line)) in OPPOSED.get(account.statement.stance, ()):
        return True
    shared = account.says.keys() & sentence.keys & ACTS
    return any(_negated_otherwise(key, account.negated, sentence.line) for key in shared)


def clause_about(account: Account, line: Line) -> str:
    """The part of a sentence, between colons and semicolons, that speaks of the account; all of it if none stands out.

    "The staff rejects that: in its view an interceptor did it" denies one thing and says another.
    """
    parts = [part for part in CLAUSE.split(line.text) if part.strip()]
    near = [share(account.says, (key for key, _ in keys(part, line.lang))) for part in parts]
    best = max(near, default=0.0)
    return parts[near.index(best)] if best and near.count(best) == 1 else line.text


def _negated_otherwise(key: str, on_record: frozenset[str], line: Line) -> bool:
    """Whether one of the two negates a word and the other does not; for a negated one any negation will do."""
    if key in on_record:
        return not NEGATION.search(line.text)
    return key in line.negated


def _counts_others(on_record: frozenset[float], told: frozenset[float]) -> bool:
    """Whether both give a telling number, and none that is the same: 603 is not 630."""
    telling = [frozenset(value for value in values if value >= TELLING) for values in (on_record, told)]
    return all(telling) and not telling[0] & telling[1]
