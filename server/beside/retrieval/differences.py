"""In what a text and a claim that is like it differ. Comes in: both, as they are written. Goes out: name -> 0 to 1.

    other figure     both count the same thing, and come to another number, or name another year
    turned around    who stands before an act and who behind it is exchanged: "Arlen hit Tarrow", "Tarrow hit Arlen"
    denied           one of the two denies what the other says

A text that repeats a claim and differs so does not mean it, whatever else it says; a text that speaks of the claim in
words of its own has figures and denials of its own too. So a difference counts as far as the claim, or its title, is
repeated: 1 where the text has all of its words, figures and negations aside, .35 with nine in ten of them, .001 with
half. Where nothing is read nothing is said: which side acts is told by the order of words in English, French and
German, and in Russian by endings too.
Source of the idea: the contradictions of de Marneffe, Rafferty and Manning 2008.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence

from ..language import Number, Word, base_language, numbers, rarity, words
from .terms import terms

KINDS = ("other figure", "turned around", "denied")
Line = Sequence[Word]
Lines = Sequence[Line]
SENTENCE = re.compile(r"[.!?;](?=\s|$)|\n")
ORDERED, CASED = ("en", "fr", "de"), ("ru",)
PASSIVE = frozenset(("by", "par", "von"))
NEGATIONS = frozenset(
    "not no never cannot without neither nor nobody none не ні ни ніколи никогда нет немає без "
    "nicht kein keine keinen keiner nie niemals ohne ne pas jamais aucun aucune sans".split()
)
CONTRACTED = re.compile(r"(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should|must)n't")
ASKS = frozenset("whether чи ли ob si".split())  # a claim may be worded as a question; a text is not
MERELY = frozenset("only just merely лише только тільки nur seulement".split())  # "not only" denies nothing
DENIED_AHEAD, COUNTED_BEFORE, COUNTED_BEHIND, REACH = 3, 2, 3, 4
REPEATED = 10  # the power of the share of words that differences count with
ROUNDED = 0.1  # by which "about 600" may differ from 630
SCALES = (1e3, 1e6, 1e9)  # "$80M" is read as 80
LONGEST = 2_000  # characters that are compared: this is for short texts


def differences(text: str, claim: str, title: str, lang: str, claim_lang: str) -> dict[str, float]:
    """Every difference that is looked for; of the title, which often asks, only the figures."""
    text, claim = text[:LONGEST], claim[:LONGEST]
    asked, known = _sentences(text, lang), _sentences(claim, claim_lang)
    shared = _content(asked, lang) & _content(known, claim_lang)
    names = terms(text, lang).names | terms(claim, claim_lang).names
    base = base_language(lang)
    turned = base == base_language(claim_lang) and base in ORDERED + CASED
    read = (
        _other_figure(text, claim, title, lang, claim_lang),
        turned and _turned(asked, known, shared, shared & names, base in CASED),
        _denied(asked, known, shared),
    )
    counted = max(_repeated(asked, known), _repeated(asked, _sentences(title, claim_lang))) ** REPEATED
    return {kind: counted * differs for kind, differs in zip(KINDS, read, strict=True)}


def _sentences(text: str, lang: str) -> tuple[Line, ...]:
    """The words of each sentence."""
    ends = [match.start() for match in SENTENCE.finditer(text)]
    parts: dict[int, list[Word]] = {}
    for word in words(text, lang):
        parts.setdefault(bisect(ends, word.start), []).append(word)
    return tuple(parts.values())


def _repeated(asked: Lines, known: Lines) -> float:
    """The share of words of the one that the other has, figures and negations aside."""
    said, recorded = (
        {w.stem for line in lines for w in line if not (w.folded[0].isdecimal() or w.folded in ASKS or _negation(w))}
        for lines in (asked, known)
    )
    return len(said & recorded) / (len(recorded) or 1)


def _content(sentences: Lines, lang: str) -> frozenset[str]:
    """The stems of words that are not as common as "the"."""
    return frozenset(word.stem for line in sentences for word in line if _tells(word, lang))


def _other_figure(text: str, claim: str, title: str, lang: str, claim_lang: str) -> bool:
    said, known = _counts(text, lang), _counts(claim, claim_lang)
    all_said = [number for number, _ in said]
    all_known = [*(number for number, _ in known), *numbers(title, claim_lang)]
    added = [things for number, things in said if not any(_agree(number, other) for other in all_known)]
    missed = (things for number, things in known if not any(_agree(number, other) for other in all_said))
    return any(things & others for things in missed for others in added)


def _counts(text: str, lang: str) -> tuple[tuple[Number, frozenset[str]], ...]:
    """Every figure, and the words around it, which tell what is counted."""
    line = words(text, lang)
    return tuple((n, frozenset(w.stem for w in _near(line, n) if _tells(w, lang))) for n in numbers(text, lang))


def _near(line: Line, number: Number) -> Iterator[Word]:
    """The words before a figure, "in November 2022", and those behind it up to a comma."""
    yield from [word for word in line if word.end <= number.start][-COUNTED_BEFORE:]
    end = number.end
    for word in [word for word in line if word.start >= number.end][:COUNTED_BEHIND]:
        if word.start - end > 1:
            return
        yield word
        end = word.end


def _tells(word: Word, lang: str) -> bool:
    """Neither a figure, which is compared by itself, nor as common as "the"."""
    return not word.folded.isdecimal() and rarity(word.folded, lang) > 0


def _agree(one: Number, other: Number) -> bool:
    """The same figure, or one that leaves room for the other: "more than 600" for 630, "about 600", 92 for 92.3."""
    if one.value == other.value or round(one.value) == round(other.value):
        return True
    if one.comparator == other.comparator == ">":  # "more than 3,000" is not "more than 4,700"
        return abs(one.value - other.value) <= ROUNDED * max(one.value, other.value)
    for bound, figure in ((one, other), (other, one)):
        if any(bound.value * scale == figure.value for scale in SCALES):
            return True
        if bound.comparator == "~" and abs(bound.value - figure.value) <= ROUNDED * max(bound.value, figure.value):
            return True
        if (bound.comparator, figure.value > bound.value) in ((">", True), ("<", False)):
            return True
    return False


def _turned(asked: Lines, known: Lines, shared: frozenset[str], names: frozenset[str], cased: bool) -> bool:
    """Around an act that both speak of two are exchanged (two names, where there are such), nowhere as in the claim."""
    sides = names if len(names) > 1 else shared
    said, on_record = _around(asked, shared, sides), _around(known, shared, sides)
    both_ways = frozenset(pair for pairs in said.values() for pair in pairs)
    return any(
        (b, a) in pairs
        and (a, b) not in both_ways
        and (b, a) not in on_record[act]
        and not (cased and any(_written(asked, side) & _written(known, side) for side in (a, b)))
        for act, pairs in said.items()
        for a, b in on_record.get(act, ())
    )


def _written(sentences: Lines, stem: str) -> set[str]:
    """With which endings a word stands: the same ones, and only the order was changed."""
    return {word.folded for line in sentences for word in line if word.stem == stem}


def _around(sentences: Lines, shared: frozenset[str], sides: frozenset[str]) -> Mapping[str, set[tuple[str, str]]]:
    """By act, who stands before it and who behind it; "was struck by" is read from behind."""
    pairs: dict[str, set[tuple[str, str]]] = {}
    for line in sentences:
        for i, word in enumerate(line):
            if word.stem in shared:
                before = {w.stem for w in line[max(0, i - REACH) : i]} & sides - {word.stem}
                behind = {w.stem for w in line[i + 1 : i + 1 + REACH]} & sides - {word.stem}
                if any(w.folded in PASSIVE for w in line[i + 1 : i + 3]):
                    before, behind = behind, before
                pairs.setdefault(word.stem, set()).update((a, b) for a in before for b in behind)
    return pairs


def _denied(asked: Lines, known: Lines, shared: frozenset[str]) -> bool:
    """What both speak of is denied throughout in one, and nowhere in the other."""
    (denied, plain), (known_denied, known_plain) = _by_negation(asked), _by_negation(known)
    return not shared.isdisjoint((denied - plain) & (known_plain - known_denied)) or not shared.isdisjoint(
        (known_denied - known_plain) & (plain - denied)
    )


def _by_negation(sentences: Lines) -> tuple[set[str], set[str]]:
    """The stems that a negation stands before, and those that none stands before."""
    denied: set[str] = set()
    plain: set[str] = set()
    for line in sentences:
        reach = 0  # how far the last negation goes
        for i, word in enumerate(line):
            apart = i > 0 and word.start - line[i - 1].end > 1  # "No, he left"
            reach = 0 if apart else reach
            (denied if reach else plain).add(word.stem)
            reach = max(0, reach - 1)
            if _negation(word) and not (i + 1 < len(line) and line[i + 1].folded in MERELY):
                reach = DENIED_AHEAD
    return denied, plain


def _negation(word: Word) -> bool:
    return word.folded in NEGATIONS or bool(CONTRACTED.fullmatch(word.folded))
