"""What speaks for an account's being on the page. Comes in: an incident, a page. Goes out: features of each statement.

The best sentence for a statement shares most of its telling words and stands where its speaker is named. What other
statements share with that same sentence counts against it. Source of the idea: sentence alignment with competition
(Barzilay and Elhadad 2003) and quote attribution (Pareti 2013).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeVar

from ..model import Corpus, Incident
from .account_words import Account, Line, Sentence, name_in, read_accounts, share
from .attribution import NAME, OFFICE, SIDE, Speakers
from .stance import stance_of

T = TypeVar("T")
NEAR = 2  # sentences from the name of a speaker to what they say
TOUCHED = 0.25  # how much of a claim makes a sentence touch on it
LEAST_RUN = 3  # words in a row that are no chance
DIGITS = 9
COUNTED = 10  # smaller figures are told of everything
CLAIM, NAMED, FIGURE = 0.3, 0.3, 0.2  # what makes a sentence the best one, beside the words of the statement


@dataclass(frozen=True, slots=True)
class Compared:
    """An account beside the page: its features, and the sentence that comes nearest to it.

    ``hinted``: a sentence that names the speaker, or no more than the speaker's side, touches on the claim; or one of
    the account's figures is told.
    """

    account: Account
    features: Mapping[str, float]
    sentence: Sentence
    hinted: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """A page and the accounts of an incident; how plainly each sentence names each speaker; how near each comes."""

    corpus: Corpus
    sentences: Sequence[Sentence]
    accounts: Sequence[Account]
    named: Mapping[str, Sequence[float]]
    nearness: Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class OnRecord:
    """The accounts of an incident and who speaks in them, read once per release."""

    corpus: Corpus
    speakers: Speakers
    accounts: Sequence[Account]

    @classmethod
    def of(cls, incident: Incident, corpus: Corpus) -> OnRecord:
        """Read an incident."""
        speakers = Speakers(incident, corpus)
        return cls(corpus, speakers, read_accounts(incident, speakers))


def compare(record: OnRecord, lines: Sequence[Line]) -> tuple[Compared, ...]:
    """Every account of an incident beside the page, which has a sentence at least."""
    sentences, accounts = name_in(lines, record.speakers), record.accounts
    agents = {account.statement.speaker for account in accounts}
    named = {agent: [record.speakers.plainly(agent, s.named) for s in sentences] for agent in agents}
    nearness = {a.statement.id: _nearness(a, sentences, named[a.statement.speaker]) for a in accounts}
    reading = _Reading(record.corpus, sentences, accounts, named, nearness)
    return tuple(_compared(account, reading) for account in accounts)


def _nearness(account: Account, sentences: Sequence[Sentence], named: Sequence[float]) -> list[float]:
    near = (
        share(account.says, sentence.keys)
        + CLAIM * share(account.claim, sentence.keys)
        + NAMED * max(_around(named, at, 1))
        + FIGURE * bool(account.figures & sentence.line.figures)
        for at, sentence in enumerate(sentences)
    )
    return [round(nearness, DIGITS) for nearness in near]  # of sentences that are equally near, the first


def _compared(account: Account, reading: _Reading) -> Compared:
    own = reading.nearness[account.statement.id]
    at = max(range(len(own)), key=lambda n: own[n])
    told = {**_likeness(account, at, reading), **_naming(account, at, reading), **_rivalry(account, at, reading)}
    return Compared(account, told, reading.sentences[at], _hinted(account, reading))


def _hinted(account: Account, reading: _Reading) -> bool:
    stance = account.statement.stance
    counted = frozenset(value for value in account.figures if value >= COUNTED)
    if any(counted & sentence.line.figures for sentence in reading.sentences):
        return True
    return any(
        plainly >= SIDE
        and (
            share(account.claim, sentence.keys) >= TOUCHED
            or (stance != "asserts" and stance_of(sentence.line.text) == stance)
        )
        for plainly, sentence in zip(reading.named[account.statement.speaker], reading.sentences, strict=True)
    )


def _likeness(account: Account, at: int, reading: _Reading) -> dict[str, float]:
    """What sentence, window and page share with the account."""
    best = reading.sentences[at].keys
    window = frozenset[str]().union(*(s.keys for s in _around(reading.sentences, at, 1)))
    page = frozenset[str]().union(*(s.keys for s in reading.sentences))
    return {
        "says": share(account.says, best),
        "says_window": share(account.says, window),
        "claim_page": share(account.claim, page),
        "says_page": share(account.says, page),
        "run": max(_run(account.words, s.line.words) for s in reading.sentences),
        "sides": len(account.sides & reading.sentences[at].named.sides) / max(1, len(account.sides)),
        "length": log(len(reading.sentences)),
    }


def _naming(account: Account, at: int, reading: _Reading) -> dict[str, float]:
    """How plainly the speaker is named, where, how often; and what kind of speaker it is."""
    speaker = account.statement.speaker
    named, kind = reading.named[speaker], reading.corpus.agents[speaker].kind
    unnamed = float(max(named) < OFFICE)
    return {
        "named_here": named[at],
        "named_near": max(_around(named, at, NEAR)),
        "named_page": max(named),
        "named_by_name": float(max(named) == NAME),
        "times": log(1 + sum(plain >= OFFICE for plain in named)),
        "person": float(kind == "person"),
        "outlet": float(kind == "outlet"),
        "person_unnamed": unnamed * (kind == "person"),
        "outlet_unnamed": unnamed * (kind == "outlet"),
        "outlet_voice": float(account.statement.voice in ("outlet", "caption", "embed")),
    }


def _rivalry(account: Account, at: int, reading: _Reading) -> dict[str, float]:
    """How the account compares with the others at its own best sentence."""
    speaker, own = account.statement.speaker, reading.nearness[account.statement.id][at]
    others = [a.statement for a in reading.accounts if a is not account]
    rivals = [reading.nearness[s.id][at] for s in others]
    of_speaker = [reading.nearness[s.id][at] for s in others if s.speaker == speaker]
    return {
        "rank": sum(rival > own for rival in rivals) / max(1, len(rivals)),
        "margin": own - max(rivals, default=0.0),
        "same_margin": own - max(of_speaker, default=0.0),
        "of_speaker": log(Counter(a.statement.speaker for a in reading.accounts)[speaker]),
        "of_incident": log(len(reading.accounts)),
    }


def _around(line: Sequence[T], at: int, reach: int) -> Sequence[T]:
    return line[max(0, at - reach) : at + reach + 1]


def _run(wanted: Sequence[str], said: Sequence[str]) -> float:
    """The longest run of words in common, as a share of the wanted; 0 where chance may have made it."""
    if not _triples(wanted) & _triples(said):
        return 0.0
    best, before = 0, [0] * (len(said) + 1)
    for word in wanted:
        now = [0, *(before[j] + 1 if word == other else 0 for j, other in enumerate(said))]
        best, before = max(best, *now), now
    return best / len(wanted) if best >= LEAST_RUN else 0.0


def _triples(line: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(line, line[1:], line[2:], strict=False))
