"""Which words does it hang on? Comes in: a page, what reads it. Goes out: Why(s), found by reading it without them.

Run by the host, for any matcher, without its help: the words of its reasons are blanked out, each wherever it stands on
the page, and the page is read again. First as many as it takes, of which none can be spared, then every word alone,
then pairs; so many readings, counted, and no more. Source of the idea: counterfactual explanations of text
classifiers (Martens and Provost 2014), delta debugging (Zeller 2002).
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ..matching import Shelf
from ..model import Block, Match, Page, PageRequest, StampedMatch
from ..passages import split_passages
from ..reading import Ready, Seen, Worth, ask, incidents_of, see
from ..stated_date import dateline
from .apart import Refused, nearest_refused
from .trial import incidents_by_target

MOST_READINGS = 40
MOST_SECONDS = 10.0
MOST_WORDS = 64
ALONE, PAIRED = 16, 5  # of the weightiest words, how many are tried one by one, and two by two
MOST_EXPLAINED = 4
LONGEST = 60  # a reason longer than that is a whole sentence: then its words are tried one by one
WORD = re.compile(r"\w[\w'’.-]*\w|\w")


@dataclass(frozen=True, slots=True)
class Why:
    """``words``: without them there is no such card, or the matcher says nothing of the incident; empty: not found.

    ``how``: "smallest" (no smaller set of the words of its reasons does it), "sparest" (none of them can be spared),
    "enough" (there was no time to look for less), or "none" (no words of its reasons do it). ``readings``: how often
    the page was read for it. ``refused``: the incident of the same corpus that came nearest to a card.
    """

    corpus: str
    incident: str
    matcher: str | None
    words: tuple[str, ...]
    how: str
    readings: int
    refused: Refused | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What reads a page: corpora, matchers, what their weights are worth."""

    corpora: Mapping[str, Ready]
    shelf: Shelf
    worth: Worth | None = None


def explain(
    request: PageRequest,
    desk: Desk,
    matcher: str | None = None,
    incident: str | None = None,
    most: int = MOST_READINGS,
) -> tuple[Why, ...]:
    """Why each card is there, or what a matcher speaks of; at most ``most`` readings and MOST_SECONDS in all.

    Raises UnreadablePage, Busy.
    """
    until = time.monotonic() + MOST_SECONDS
    seen = see(request, desk.corpora, desk.shelf, desk.worth)
    wanted = [t for t in _spoken_of(seen, desk, matcher) if incident in (None, t[1])][:MOST_EXPLAINED]
    found: list[Why] = []
    for n, (corpus, one) in enumerate(wanted):
        ready = desk.corpora[corpus]
        left = len(wanted) - n
        share = (until - time.monotonic()) / left
        readings = _Readings((most - sum(w.readings for w in found)) // left, time.monotonic() + share)
        words = _words(seen, ready, one, matcher)
        gone = _gone(seen, Desk({corpus: ready}, desk.shelf, desk.worth), ready, one, matcher)
        removed, how = _removal(words[:MOST_WORDS], readings, readings.counted(gone))
        told = tuple(seen.matches.get(ready.release.sha256, ()))
        refused = nearest_refused(ready, seen.page, seen.blocks, told, matcher, beside=one)
        found.append(Why(corpus, one, matcher, removed, how, readings.done, refused))
    return tuple(found)


def _spoken_of(seen: Seen, desk: Desk, matcher: str | None) -> list[tuple[str, str]]:
    """The cards, or what the matcher names, the strongest first."""
    found: list[tuple[float, str, str]] = []
    for corpus, ready in desk.corpora.items():
        told = seen.matches.get(ready.release.sha256, ())
        if matcher is None:
            cards = incidents_of(ready, seen.page, seen.blocks, told)
            found += [(card.score, corpus, card.incident) for card, _ in cards]
        else:
            of = incidents_by_target(ready, seen.leads.get(ready.release.sha256, ()))
            highest: dict[str, float] = defaultdict(float)
            for match in _by(told, matcher):
                named = of.get(match.target, match.target.removeprefix("incident:"))
                highest[named] = max(highest[named], match.weight)
            found += [(weight, corpus, named) for named, weight in highest.items()]
    return [(corpus, one) for _, corpus, one in sorted(found, key=lambda f: (-f[0], f[1], f[2]))]


def _by(told: Iterable[StampedMatch], matcher: str | None) -> Iterable[Match]:
    return (stamped.match for stamped in told if matcher in (None, stamped.matcher.partition("@")[0]))


def _words(seen: Seen, ready: Ready, incident: str, matcher: str | None) -> Sequence[str]:
    """What the reasons point at on the page, each once, the weightiest first."""
    of = incidents_by_target(ready, seen.leads.get(ready.release.sha256, ()))
    weight: dict[str, float] = defaultdict(float)
    for match in _by(seen.matches.get(ready.release.sha256, ()), matcher):
        if of.get(match.target, match.target.removeprefix("incident:")) != incident:
            continue
        text = seen.page.passages[match.passage].text
        for reason in match.because:
            said = text[reason.start : reason.end]
            parts = [said] if len(said) <= LONGEST else WORD.findall(said)
            for part in parts:
                weight[part] += match.weight / len(match.because) / len(parts)
    return sorted(weight, key=lambda word: (-weight[word], word))


def _gone(seen: Seen, desk: Desk, ready: Ready, incident: str, matcher: str | None) -> Callable[[Sequence[str]], bool]:
    """Whether, without these words, the card (or what the matcher says of the incident) is gone."""

    def gone(words: Sequence[str]) -> bool:
        page, blocks = without(seen, words)
        sha256 = ready.release.sha256
        told = ask(page, {sha256: seen.leads.get(sha256, ())}, desk.shelf, desk.worth).get(sha256, ())
        if matcher is None:
            return all(card.incident != incident for card, _ in incidents_of(ready, page, blocks, told))
        of = incidents_by_target(ready, seen.leads.get(sha256, ()))
        return all(of.get(m.target, m.target.removeprefix("incident:")) != incident for m in _by(told, matcher))

    return gone


def without(seen: Seen, words: Iterable[str]) -> tuple[Page, tuple[Block, ...]]:
    """The page with these words blanked out, wherever they stand: every other letter keeps its place."""
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.I)
    blocks = tuple(replace(b, text=pattern.sub(lambda m: " " * len(m.group()), b.text)) for b in seen.blocks)
    page, passages = seen.page, split_passages(blocks)
    told = page.published is not None and page.published == dateline(page.passages, page.lang)
    return replace(page, passages=passages, published=dateline(passages, page.lang) if told else page.published), blocks


class _Readings:
    """So many re-readings and no more, and none after a while."""

    def __init__(self, most: int, until: float) -> None:
        self._most, self.done = most, 0
        self._until = until

    @property
    def over(self) -> bool:
        """Whether there are none left."""
        return self.done >= self._most or time.monotonic() >= self._until

    def counted(self, gone: Callable[[Sequence[str]], bool]) -> Callable[[Sequence[str]], bool]:
        """The same question; "no" where it may not be asked again."""

        def ask_again(words: Sequence[str]) -> bool:
            if self.over:
                return False
            self.done += 1
            return gone(words)

        return ask_again


def _removal(
    words: Sequence[str], readings: _Readings, gone: Callable[[Sequence[str]], bool]
) -> tuple[tuple[str, ...], str]:
    """A set of these words without which it is gone, and how much is known of it."""
    if not words or not gone(words):
        return (), "none"
    best = _spared(_prefix(words, gone), gone)
    for size, tried in ((1, words[:ALONE]), (2, words[:PAIRED])):
        if len(best) <= size:
            return best, "smallest"
        smaller = next((few for few in combinations(tried, size) if gone(few)), None)
        if smaller:
            return smaller, "smallest" if size == 1 or len(words) <= ALONE else "sparest"
    return best, "enough" if readings.over else "smallest" if len(best) == 3 and len(words) <= PAIRED else "sparest"


def _prefix(words: Sequence[str], gone: Callable[[Sequence[str]], bool]) -> Sequence[str]:
    """The fewest of the weightiest: more words removed leave no more than fewer do, as a rule."""
    low, high = 1, len(words)
    while low < high:
        middle = (low + high) // 2
        if gone(words[:middle]):
            high = middle
        else:
            low = middle + 1
    return words[:high]


def _spared(words: Sequence[str], gone: Callable[[Sequence[str]], bool]) -> tuple[str, ...]:
    """What is left when each one that can be spared is."""
    kept = list(words)
    for word in reversed(words):
        fewer = [other for other in kept if other != word]
        if fewer and gone(fewer):
            kept = fewer
    return tuple(kept)
