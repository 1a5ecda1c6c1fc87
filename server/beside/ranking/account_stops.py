"""What stops a likely account from being found. Comes in: an account, its nearest sentence. Goes out: whether it stops.

The regression weighs words, names and places together, so that much of one makes up for none of another. Some things
nothing makes up for: another stance, another figure, one word alone, a sentence that is nearer to other accounts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..language import base_language
from .account_features import Compared
from .account_words import Account, Line, share
from .attribution import NAME, OFFICE_AND_SIDE, SIDE
from .stance import cues_in, stance_of
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
# The stance on record -> the cues of which the page must give one; a plain assertion needs none.
NOT_TAKEN_FOR_TRUE = frozenset(("denies", "doubts", "could_not_verify", "states_unknown"))
GIVEN = dict.fromkeys(NOT_TAKEN_FOR_TRUE, NOT_TAKEN_FOR_TRUE) | {"investigates": frozenset(("investigates",))}
LOOKS_INTO, DENIES = "#investigate", "#deny"
NEXT = 1  # sentences from the nearest one in which the stance may be said
CLAUSE = re.compile(r"[:;]\s")
OWN_VOICE = ("outlet", "headline", "caption")
TELLING = 30  # smaller numbers differ between accounts of one thing all the time
LEAST_SHARED = 2  # words or figures: one may be shared by chance
LEAST_OWN = 0.08  # share of the words that are an account's own, on the whole page: next to none
RECORDED, CONCEPT = "en", "#"  # what a corpus is worded in; how a key begins that is a concept, alike in any language
MOST_NEARER = 0.1  # share of the other accounts that come nearer to the sentence
# What is done or not done, so that a negation turns it around.
ACTS = frozenset(
    "#attack #behead #castrate #damage #deny #deport #exchange #explosion #increase #investigate #kill #offer #order "
    "#ready #refuse #request #staged #surrender #torture #unwilling".split()
)


def stopped(compared: Compared, lines: Sequence[Line]) -> bool:
    """Whether the page gives too little of an account to be found, however likely it is; ``lines``: the whole page."""
    if _figure_missing(compared, lines) or _stance_missing(compared, lines) or _own_words_missing(compared, lines):
        return True
    # Its cue is one thing in common, and a denial stands by what it denies.
    if compared.account.statement.stance in GIVEN:
        return not _shared(compared, compared.account.says)
    claimed = compared.account.says.keys() | compared.account.claim.keys()
    return _shared(compared, claimed) < LEAST_SHARED or _others_nearer(compared)


def turned_around(compared: Compared) -> bool:
    """Whether the sentence nearest to an account takes another stance, negates what is told, or counts otherwise."""
    account, sentence = compared.account, compared.sentence
    if _counts_others(account.figures, sentence.line.figures):
        return True
    if stance_of(clause_about(account, sentence.line)) in OPPOSED.get(account.statement.stance, ()):
        return True
    shared = account.says.keys() & sentence.keys & ACTS
    return any(_negated_otherwise(key, account.negated, sentence.line) for key in shared)


def said_by_another(compared: Compared, likely: Sequence[Compared]) -> bool:
    """Whether its sentence names the speaker of another account that is found in it, and its own speaker hardly."""
    if compared.features["named_here"] > SIDE or compared.account.statement.voice in OWN_VOICE:
        return False
    speaker, line = compared.account.statement.speaker, compared.sentence.line.number
    rivals = (one for one in likely if one.sentence.line.number == line and one.account.statement.speaker != speaker)
    return any(one.features["named_here"] >= OFFICE_AND_SIDE for one in rivals)


def clause_about(account: Account, line: Line) -> str:
    """The part of a sentence, between colons and semicolons, that speaks of the account; all of it if none stands out.

    "The staff rejects that: in its view an interceptor did it" denies one thing and says another.
    """
    parts = [part for part in CLAUSE.split(line.text) if part.strip()]
    near = [share(account.says, (key for key, _ in keys(part, line.lang))) for part in parts]
    best = max(near, default=0.0)
    return parts[near.index(best)] if best and near.count(best) == 1 else line.text


def _figure_missing(compared: Compared, lines: Sequence[Line]) -> bool:
    """Whether the account is about a number that the page nowhere gives: 212 houses, where it speaks of 310."""
    counted = {q.value for q in compared.account.statement.quantities if q.value >= TELLING}
    return bool(counted) and not any(counted & line.figures for line in lines)


def _own_words_missing(compared: Compared, lines: Sequence[Line]) -> bool:
    """Whether the page has hardly one of the words that tell the account from the rest that its speaker says.

    A page in another language is asked for concepts alone: the stem of an English word is in none of them. An outlet's
    own voice is not asked, for others tell it again in words of theirs.
    """
    account, line = compared.account, compared.sentence.line
    if account.statement.voice in OWN_VOICE or account.figures & line.figures:
        return False
    english = base_language(line.lang) == RECORDED
    own = {key: weight for key, weight in account.own.items() if english or key.startswith(CONCEPT)}
    told = frozenset[str]().union(*(one.keys for one in lines))
    return len(own) >= LEAST_SHARED and share(own, told) < LEAST_OWN


def _stance_missing(compared: Compared, lines: Sequence[Line]) -> bool:
    """Whether neither the sentence nor the next ones give the stance: "is investigating" needs a word for it."""
    stance, at = compared.account.statement.stance, compared.sentence.line.number
    if stance not in GIVEN:
        return False
    near = [line for line in lines if abs(line.number - at) <= NEXT]
    if stance == "investigates" and any(LOOKS_INTO in line.keys for line in near):
        return False
    return not any(cues_in(line.text) & GIVEN[stance] for line in near)


def _shared(compared: Compared, wanted: Collection[str]) -> int:
    """How many of the wanted words, and figures, stand in its sentence; denying and its speaker count nothing."""
    account, sentence = compared.account, compared.sentence
    called = {key for key, _ in keys(account.statement.speaker_as)}
    return len(({*wanted} - called - {DENIES}) & sentence.keys) + len(account.figures & sentence.line.figures)


def _others_nearer(compared: Compared) -> bool:
    """Whether other accounts come nearer to the sentence, and it does not name this one's speaker by name."""
    return compared.features["rank"] > MOST_NEARER and compared.features["named_here"] < NAME


def _negated_otherwise(key: str, on_record: frozenset[str], line: Line) -> bool:
    """Whether one of the two negates a word and the other does not; for a negated one any negation will do."""
    if key in on_record:
        return not NEGATION.search(line.text)
    return key in line.negated


def _counts_others(on_record: frozenset[float], told: frozenset[float]) -> bool:
    """Whether both give a telling number, and none that is the same: 603 is not 630."""
    telling = [frozenset(value for value in values if value >= TELLING) for values in (on_record, told)]
    return all(telling) and not telling[0] & telling[1]
