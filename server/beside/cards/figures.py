"""All numbers that were given for one quantity. Comes in: the accounts, what was found on the page. Goes out: Figures.

One quantity is what the corpus calls by one name and unit; nearly the same (the injured, the treated) stays apart.
Nothing is averaged, rounded or preferred. The page's own number is one that a matcher gave as a reason, or one that
equals none on record where its own sentence names what is counted and nothing of another event (other_figures.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..language import Number, Word, concept, numbers, words
from ..model import Because, Corpus, Evidence, Figure, GivenNumber, PageNumber, Quantity, Statement
from .other_figures import other_numbers
from .sums import sums_of

Numbers = dict[tuple[str, str], list[PageNumber]]
Given = Mapping[tuple[str, str], Sequence[GivenNumber]]


def figures_of(
    statements: Sequence[Statement],
    evidence: Sequence[Evidence] = (),
    lang: str = "en",
    known: Sequence[Quantity] = (),
    corpus: Corpus | None = None,
) -> tuple[Figure, ...]:
    """The figures of an incident, in the order of its accounts.

    ``known``: all quantities of the corpus; ``corpus``: where numbers that are not on record are to be looked for too.
    """
    given: dict[tuple[str, str], list[GivenNumber]] = {}
    for statement in statements:
        for quantity in statement.quantities:
            given.setdefault((quantity.what, quantity.unit), []).append(GivenNumber(statement.id, quantity))
    page = _numbers_of_page(given, evidence, lang, known)
    if given and corpus and not corpus.plain:
        for counted, number, index in other_numbers(evidence, lang, statements, corpus):
            _put(page, counted, number, evidence[index], index)
    sums = sums_of(statements)
    return tuple(
        Figure(
            what,
            unit,
            tuple(numbers_given),
            tuple(page.get((what, unit), ())),
            tuple(found for found in sums if found.total in numbers_given),
        )
        for (what, unit), numbers_given in given.items()
    )


def _numbers_of_page(given: Given, evidence: Sequence[Evidence], lang: str, known: Sequence[Quantity]) -> Numbers:
    found: Numbers = {}
    for index, sentence in enumerate(evidence):
        for because, number in _numbers_of_sentence(sentence, lang):
            quantity = _counted(because, number, given, known, sentence.exact, lang)
            if quantity:
                _put(found, quantity, number, sentence, index)
    return found


def _put(found: Numbers, quantity: tuple[str, str], number: Number, sentence: Evidence, index: int) -> None:
    """One number of the page, once for each sentence that gives it."""
    told = PageNumber(number.comparator, number.value, sentence.exact[number.start : number.end], index)
    if told not in found.setdefault(quantity, []):
        found[quantity].append(told)


def _numbers_of_sentence(sentence: Evidence, lang: str) -> Iterator[tuple[Because, Number]]:
    """The numbers that a matcher found on record too. Where a sentence has no offsets, each number may be meant."""
    for because in sentence.because:
        if because.kind != "figure":
            continue
        for number in numbers(sentence.exact, lang):
            start = None if sentence.start is None else number.start + sentence.start
            if start is None or because.start <= start < because.end:
                yield because, number


def _counted(
    because: Because, number: Number, given: Given, known: Iterable[Quantity], sentence: str, lang: str
) -> tuple[str, str] | None:
    """Which quantity the page's number is of; None where it may as well be of another with the same value and unit."""
    same = [q for q, told in given.items() if number.value in {one.quantity.value for one in told}]
    named = next((q for q in same if f" {because.corpus}".endswith(f" {q[0]}")), None)
    if named is None:
        return None
    rivals = {(q.what, q.unit) for q in known if q.value == number.value and q.unit == named[1]} | {named}
    if len(rivals) == 1:
        return named
    # Its name must share more words with the sentence than any other's: "captured soldiers", not "dead soldiers".
    said = _keys(words(sentence, lang))
    shared = {rival: len(said & _keys(words(rival[0]))) for rival in rivals}
    best = [rival for rival in rivals if shared[rival] == max(shared.values())]
    return best[0] if len(best) == 1 and best[0] in same else None


def _keys(line: Iterable[Word]) -> set[str]:
    return {concept(word.folded) or word.stem for word in line}
