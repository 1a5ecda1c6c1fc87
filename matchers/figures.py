"""Both give the same count of the same thing.

A number counts beside a word of what is counted: 630 prisoners is not 630 kilometres. A crooked number says more than
a round or a small one, and a very crooked one says something even alone. Source of the idea: number overlap as a
feature of claim matching (CheckThat! 2A).
"""

from collections.abc import Iterator
from math import log10

from beside import (
    Corpus,
    Match,
    MatchPage,
    Number,
    Page,
    Quantity,
    Reason,
    Word,
    concept,
    dates,
    numbers,
    rarity,
    words,
)

VERSION = "1.0"
LEAST, SMALL = 2, 20  # "one" counts nothing; a small number must stand beside the very thing that is counted
NEAR = 10  # words on either side of the number
ALONE, HALF = 0.5, 0.5  # how telling a number must be to count alone, and how much it then counts
TELLING = 0.1  # rarity from which a word may say what is counted

EXAMPLES = {
    "match": ["The office counted 310 flooded houses."],
    "silent": ["The office counted 301 flooded houses."],
}
BLIND_TO = {"role swap": "a count says how many, not who did it; ranking tells the sides apart"}


def telling(value: float) -> float:
    """How much a shared number says: 2 almost nothing, 10 little, 95 some, 630 much."""
    digits = len(f"{value:.0f}".rstrip("0")) if value >= 10 else 1
    return min(0.7, 0.1 + 0.1 * log10(max(value, 1)) + 0.12 * (digits - 1))


def matcher(corpus: Corpus) -> MatchPage:
    """Collect every quantity with the words of what it counts."""
    known: dict[float, list[tuple[str, Quantity, frozenset[str]]]] = {}
    for claim in corpus.claims:
        for statement in claim.statements if not claim.background else ():
            for quantity in statement.quantities:
                about = f"{claim.text} {statement.says} {statement.passage.exact}" if quantity.value >= SMALL else ""
                line = words(f"{quantity.what} {quantity.unit} {about}")
                telling_words = (w for w in line if rarity(w.folded) >= TELLING and not w.folded.isdecimal())
                counted = frozenset(concept(w.folded) or w.stem for w in telling_words)
                known.setdefault(quantity.value, []).append((claim.id, quantity, counted))

    def match(page: Page) -> Iterator[Match]:
        for passage in page.passages:
            line = words(passage.text, page.lang)
            days = [(d.start, d.end) for d in dates(passage.text, page.lang)]
            for number in numbers(passage.text, page.lang):
                if number.value < LEAST or any(start <= number.start < end for start, end in days):
                    continue
                near = {concept(w.folded) or w.stem for w in neighbours(line, number)}
                for claim, quantity, counted in known.get(number.value, ()):
                    weight = telling(number.value) * (1 if near & counted else HALF)
                    if near & counted or telling(number.value) >= ALONE:
                        said = f"{quantity.comparator.replace('=', '')}{quantity.value:,.15g} {quantity.what}"
                        because = (Reason("figure", number.start, number.end, said),)
                        yield Match(passage.number, f"claim:{claim}", weight, because)

    return match


def neighbours(line: tuple[Word, ...], number: Number) -> list[Word]:
    """The words up to NEAR before and after a number."""
    before = [w for w in line if w.end <= number.start]
    after = [w for w in line if w.start >= number.end]
    return before[-NEAR:] + after[:NEAR]
