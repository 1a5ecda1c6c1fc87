"""Claims with one thing altered, and as they are. Comes in: claims. Goes out: Altered(s), the same in every run.

What people post about a claim hardly ever differs from it in a figure alone, in who did it to whom, or in a "not", so
texts are made that do: the claim's own words, or its title's, with a figure changed, two names exchanged, or a negation
put in or taken out; and, as often, without a change. A change that no rule of ours reads is left out: nothing could be
learned from it but to believe no text. So are titles that differ from the claim as they are: "Osgood never resigned",
of the claim that he did.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from beside.retrieval.differences import differences

EACH = 100  # of every kind
FIGURE = re.compile(r"(?<![\w.,$])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,:/-])\d{2,}(?![\w:/-]|[.,]\d)")
NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
ACT_BETWEEN = re.compile(r" (?:[a-z]+ ){0,2}[a-z]+(?:ed|es|ts|ks|ls)(?: [a-z]+){0,2} ")
DENIED = re.compile(r"\b(is|are|was|were|has|have|had|did|will|would|can|could) (not )?(?=[a-z])")


@dataclass(frozen=True)
class Altered:
    """A text that was made of a claim, and whether it still says the same."""

    text: str
    claim: str
    same: bool


def altered(claims: list[dict]) -> Iterator[Altered]:
    """Of every kind as many, some of them of titles; each beside the text that it was made of."""
    chance = random.Random(7)
    order = chance.sample(claims, len(claims))
    for change in (other_figure, exchanged, negated):
        made = 0
        for number, claim in enumerate(order):
            said = (number % 2 and claim.get("title")) or claim["claim"]
            other = change(said, chance) if made < EACH else None
            if other and differ(other, claim) and not differ(said, claim):
                made += 1
                yield Altered(other, claim["id"], False)
                yield Altered(said, claim["id"], True)


def differ(text: str, claim: dict) -> bool:
    """Whether a rule reads a difference."""
    return any(differences(text, claim["claim"], claim.get("title") or "", "en", "en").values())


def other_figure(text: str, chance: random.Random) -> str | None:
    """One figure exchanged for one of the same length: 603 for 630; 1998 for 1996."""
    found = FIGURE.search(text)
    if not found or text.count(found.group()) > 1:
        return None
    digits = found.group().replace(",", "")
    other = (
        int(digits[:-2] + digits[:-3:-1]) if chance.random() < 0.5 else round(int(digits) * chance.uniform(1.1, 1.9))
    )
    if len(digits) == 4 and digits[:2] in ("19", "20") and "," not in found.group():
        other = int(digits) + chance.choice((-3, -2, -1, 1, 2, 3))
    if other in (int(digits), 0):
        return None
    return text[: found.start()] + (f"{other:,}" if "," in found.group() else str(other)) + text[found.end() :]


def exchanged(text: str, chance: random.Random) -> str | None:
    """Two names exchanged around an act."""
    names = list(NAME.finditer(text))
    for one, other in pairwise(names):
        if ACT_BETWEEN.fullmatch(between := text[one.end() : other.start()]) and one.group() != other.group():
            return text[: one.start()] + other.group() + between + one.group() + text[other.end() :]
    return None


def negated(text: str, chance: random.Random) -> str | None:
    """A negation put in, or taken out."""
    found = DENIED.search(text)
    if not found:
        return None
    return f"{text[: found.start()]}{found.group(1)} {'' if found.group(2) else 'not '}{text[found.end() :]}"
