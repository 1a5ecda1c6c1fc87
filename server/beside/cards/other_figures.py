"""A page's number for a quantity on record that is none of the numbers given for it: 603 where 630 is on record.

Comes in: a sentence that speaks of the incident, its statements. Goes out: (quantity, Number) pairs, and rather none
than a wrong one. The thing that is counted must follow the number; no word between them may say more than the record
does ("603 wounded soldiers" are not "dead soldiers", nor those of one state those of another); all that tells the
quantity from others must stand in its clause, or three words of the accounts of the number. A number that is on
record for something else, is a part ("only", "of them"), is far from those on record, or has a rival, is put nowhere;
nor is one of a sentence that speaks of another day, place or side (elsewhere.py).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..language import Demonyms, Number, Word, concept, dates, numbers, rarity, words
from ..model import Corpus, Evidence, Quantity, Statement
from .elsewhere import names_on_record, speaks_of_else

LEAST, WITHIN = 2, 2.0  # one counts nothing; at most so many times the largest, or less than the smallest, on record
FOLLOWS, NEAR, SHARED = 4, 8, 3
REACH = 48  # code points after a number in which words make a part of it
TELLING, TELLS_APART = 0.1, 0.2  # rarity from which a word says something; from which it tells quantities apart
PART = re.compile(r"(?:\b(?:only|just|another|лише|тільки|лишь|только|ещё|еще|ще|nur|weitere|seulement)\W+)$", re.I)
OF_THEM = re.compile(r"^\W*(?:of|out|from|из|из-за|із|з|зі|von|der|den|des|parmi|sur|per\W?cent|%|-)(?!\w)", re.I)
SOME_OF = re.compile(
    r"\b(?:(?:of|from|among) (?:them|those|these)|(?:из|із|з|зі) (?:них|тех|тих)|davon|von (?:ihnen|denen)|d.entre)\b",
    re.I,
)
BREAK = re.compile(r"[.,;:!?()«»\"“”–—]")
ELSE = re.compile(r"\b(?:not|never|before|previous|earlier|не|ні|попередн\w*|предыдущ\w*|раніше|раньше|ранее)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A quantity of the incident: its words, those that tell it apart, all that its accounts say, whose, how many."""

    key: tuple[str, str]
    what: frozenset[str]
    apart: frozenset[str]
    told: frozenset[str]
    states: frozenset[str]
    values: frozenset[float]
    told_of: frozenset[str]


def other_numbers(
    evidence: Sequence[Evidence], lang: str, statements: Sequence[Statement], corpus: Corpus
) -> Iterator[tuple[tuple[str, str], Number, int]]:
    """The numbers that are plainly given for a quantity and are none of those on record, each with its sentence."""
    found = [(index, _candidates(sentence.exact, lang)) for index, sentence in enumerate(evidence) if sentence.claims]
    if not any(candidates for _, candidates in found):
        return
    known = {(q.value, q.unit) for claim in corpus.claims for s in claim.statements for q in s.quantities}
    states = _states(corpus)
    counted = _quantities(statements, corpus, states)
    names = cache(lambda: names_on_record(corpus, states))  # for most pages nobody asks
    incident = corpus.incidents[next(claim.incident for claim in corpus.claims if claim.id == statements[0].claim)]
    for index, candidates in found:
        text = evidence[index].exact
        line = words(text, lang) if candidates else ()
        put: list[tuple[tuple[str, str], Number]] = []
        for one in counted:
            counting = [n for n in candidates if _before_thing(n, one, text, line) is not None]
            if len(counting) != 1 or not _fits(counting[0], one, known):
                continue
            told = [(s, q) for s in statements for q in s.quantities if (q.what, q.unit) == one.key]
            if _names(counting[0], one, text, line, states) and not speaks_of_else(
                text, lang, incident, told, corpus, names()
            ):
                put.append((one.key, counting[0]))
        yield from ((key, number, index) for key, number in put if [n for _, n in put].count(number) == 1)


def _candidates(text: str, lang: str) -> list[Number]:
    """Numbers that count something whole: no dates, no parts, no ordinals."""
    days = [(day.start, day.end) for day in dates(text, lang)]
    return [
        n
        for n in numbers(text, lang)
        if n.value >= LEAST
        and text[n.end : n.end + 1].isspace()
        and not any(start <= n.start < end for start, end in days)
        and not PART.search(text[: n.start])
        and not OF_THEM.match(text[n.end :])
        and not SOME_OF.search(text[n.end : n.end + REACH])
        and not ELSE.search(text)
    ]


def _quantities(statements: Iterable[Statement], corpus: Corpus, states: Demonyms) -> list[_Counted]:
    texts = {claim.id: claim.text for claim in corpus.claims}
    by_key: dict[tuple[str, str], list[tuple[Statement, Quantity]]] = {}
    for statement in statements:
        for quantity in statement.quantities:
            by_key.setdefault((quantity.what, quantity.unit), []).append((statement, quantity))
    return [
        _Counted(
            key,
            _keys(words(key[0]), TELLING),
            _keys(words(key[0]), TELLS_APART),
            _keys(words(" ".join(f"{key[0]} {q.verbatim} {s.says} {texts[s.claim]}" for s, q in given)), TELLING),
            frozenset(s for _, q in given for w in words(f"{q.what} {q.verbatim}") if (s := states.named(w.folded))),
            frozenset(q.value for _, q in given),
            frozenset(n for s, q in given for n in map(states.named, _folded(q.verbatim, s.says, texts[s.claim])) if n),
        )
        for key, given in by_key.items()
    ]


def _fits(number: Number, counted: _Counted, known: Container[tuple[float, str]]) -> bool:
    """Whether it is another number than any on record, and not far from those given for the quantity."""
    if (number.value, counted.key[1]) in known:
        return False
    return min(counted.values) / WITHIN <= number.value <= max(counted.values) * WITHIN


def _before_thing(number: Number, counted: _Counted, text: str, line: Sequence[Word]) -> list[Word] | None:
    """The words between a number and the thing that is counted; None where it does not follow."""
    after = [w for w in line if w.start >= number.end][:FOLLOWS]
    noun = next((n for n, w in enumerate(after) if _key(w) in counted.what), None)
    return None if noun is None or BREAK.search(text[number.end : after[noun].start]) else after[:noun]


def _names(number: Number, counted: _Counted, text: str, line: Sequence[Word], states: Demonyms) -> bool:
    """Whether the words around the number name the quantity."""
    for word in _before_thing(number, counted, text, line) or ():
        state = states.named(word.folded)
        if state not in counted.states if state else _key(word) not in counted.told:
            return False
    if {state for w in line if (state := states.named(w.folded))} - counted.told_of:
        return False  # it speaks of a state of which no account of the quantity speaks
    near = _keys(_clause(number, text, line), TELLING)
    if counted.apart <= near and len(counted.apart) > 1:
        return True
    return len(near & counted.told) >= SHARED


def _clause(number: Number, text: str, line: Sequence[Word]) -> list[Word]:
    """The words near a number that no comma or the like parts from it."""
    before = [w for w in line if w.end <= number.start and not BREAK.search(text[w.end : number.start])]
    after = [w for w in line if w.start >= number.end and not BREAK.search(text[number.end : w.start])]
    return before[-NEAR:] + after[:NEAR]


def _key(word: Word) -> str:
    return concept(word.folded) or word.stem


def _keys(line: Iterable[Word], telling: float) -> frozenset[str]:
    return frozenset(
        _key(w) for w in line if (rarity(w.folded) >= telling or concept(w.folded)) and not w.folded.isdecimal()
    )


def _folded(*texts: str) -> list[str]:
    return [word.folded for word in words(" ".join(texts))]


def _states(corpus: Corpus) -> Demonyms:
    states = Demonyms()
    for state in (agent for agent in corpus.agents.values() if agent.kind == "state"):
        for name, lang in ((state.name, "en"), *((alias.text, alias.lang) for alias in state.aliases)):
            states.learn(state.id, name, lang)
    return states
