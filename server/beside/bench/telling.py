"""Findings in plain words. Comes in: Why(s), changes, data sheets as JSON has them. Goes out: lines to be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .apart import Refused
from .comparing import Change
from .why import Why

HOW = {
    "smallest": "no smaller set does it",
    "sparest": "none of these can be spared",
    "enough": "fewer may do: the search was cut short",
}
NUMBERS = {
    "density": "telling words",
    "words": "telling words",
    "covered": "the words of its claims",
    "best claim": "the words of one claim",
    "best account": "the words of one account",
    "best accounts": "the words of its accounts",
    "claims untold": "no claim of it is told",
    "place untold": "its place is not named",
    "date untold": "no date agrees",
    "place untimed": "a place without a date",
    "name untimed": "a name without a date",
    "kinds notable": "kinds of things shared",
    "kinds noted": "kinds of things shared",
    "identity": "things shared, of all kinds",
    "identity and words": "things shared together with words",
    "identity and claims": "things shared together with claims",
    "margin density": "another incident shares more words here",
    "margin covered": "another incident's claims are told here",
    "margin identity": "another incident shares more things here",
    "topic": "a topic needs more than an event",
    "length": "the length of the page",
    "foreign": "another language than the corpus",
}
AGAINST = {
    "before": "the page is older than it",
    "affected": "other people were harmed",
    "untold": "no harm to anybody is told",
    "dated": "what was done has another date",
    "counted": "what is counted has another figure",
    "direction": "who did it to whom is the other way round",
    "elsewhere": "the place is told in another region",
    "date": "other dates are told",
    "late": "the page appeared long after",
    "figure": "another figure is told",
}


def number_in_words(name: str) -> str:
    """One of the decision's numbers: "near place" is a place where it is spoken of, "page place" one anywhere."""
    where, _, kind = name.partition(" ")
    if where == "against":
        return AGAINST.get(kind, kind)
    if where in ("near", "page") and name not in NUMBERS:
        return f"{kind}s shared" + (" where it is spoken of" if where == "near" else " anywhere on the page")
    return NUMBERS.get(name, name)


def why_in_words(why: Why) -> Iterator[str]:
    """One card or match: its words, then what was nearly taken for it."""
    yield f"{why.corpus}/{why.incident}"
    what = f"{why.matcher} says nothing of it" if why.matcher else "there is no card"
    if why.words:
        words = " and ".join(f"“{word}”" for word in why.words)
        yield f"  Without {words} {what}. ({HOW[why.how]}; the page was read {why.readings} times)"
    else:
        yield f"  No set of the words that its reasons point at was found without which {what}."
    if why.refused:
        yield from _refused_in_words(why.refused)


def _refused_in_words(refused: Refused) -> Iterator[str]:
    yield f"  Nearest without a card: {refused.incident}, score {refused.score:.2f}"
    told = [AGAINST.get(name, name) for name in refused.barred]
    if not refused.proven:
        told.append("too little is shared to be called the same")
    told += dict.fromkeys(number_in_words(name) for name in refused.apart)
    yield f"    What told it apart: {'; '.join(told) or 'nothing in particular'}."


def changes_in_words(page: str, found: Sequence[Change]) -> str:
    """One page of a shadow run."""
    told = (f"{c.what} {c.incident} ({_score(c.before)} to {_score(c.after)})" for c in found)
    return f"{page}: {', '.join(told) or 'no change'}"


def _score(score: float | None) -> str:
    return "none" if score is None else f"{score:.2f}"


def sheet_in_words(sheet: Mapping[str, Any], kept: Mapping[str, Any]) -> Iterator[str]:
    """A data sheet as a table, then its cost and its calibration."""
    yield f"{sheet['matcher']}@{sheet['version']}, {sheet['day']}"
    yield (
        f"{'pages of':28} {'lang':5}{'pages':>6}  {'alone: P':>8} {'R':>5}  {'cards without: P':>16} {'R':>5}  "
        f"{'with: P':>8} {'R':>5}  {'gain F1':>8}"
    )
    for line in sheet["pages"]:
        yield (
            f"{line['set'][:28]:28} {line['lang']:5}{line['pages']:6}  {_share(line['alone']['precision']):>8} "
            f"{_share(line['alone']['recall']):>5}  {_share(line['without']['precision']):>16} "
            f"{_share(line['without']['recall']):>5}  {_share(line['with']['precision']):>8} "
            f"{_share(line['with']['recall']):>5}  {line['gain']:>+8.3f}"
        )
    yield _cost_in_words(sheet["cost"])
    yield from _weights_in_words(sheet["weights"], kept)


def _cost_in_words(cost: Mapping[str, Any]) -> str:
    memory = "not known here" if cost["memory_mb"] is None else f"{cost['memory_mb']:.0f} MB"
    return (
        f"Cost: {cost['page_ms']} ms a page (95 %: {cost['page_ms_p95']} ms; 20,000 characters: "
        f"{cost['long_page_ms']} ms), {cost['prepare_s']} s to prepare, memory {memory}, "
        f"index {cost['index_bytes']} bytes"
    )


def _weights_in_words(weights: Mapping[str, Any], kept: Mapping[str, Any]) -> Iterator[str]:
    cards = weights["cards"]
    yield (
        f"Weights: it names {weights['named']} incidents of pages, {weights['right']} rightly; "
        f"mean squared error {weights['error']:.3f} as they are, {weights['calibrated']:.3f} calibrated"
    )
    yield (
        f"Cards, F1 on pages the table has not seen: {cards['without']['f1']:.3f} without it, "
        f"{cards['as_it_is']['f1']:.3f} with it as it is, {cards['calibrated']['f1']:.3f} calibrated"
    )
    knots = ", ".join(f"{k['weight']:.2f} is worth {k['chance']:.2f} ({k['seen']})" for k in kept["calibration"])
    yield f"Calibration {'is applied' if kept['applied'] else 'is not applied'}: {kept['reason']}. {knots}".rstrip()


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def summed(found: Iterable[Change]) -> str:
    """How many cards of each change."""
    counts: dict[str, int] = {}
    for change in found:
        counts[change.what] = counts.get(change.what, 0) + 1
    return ", ".join(f"{n} {what}" for what, n in sorted(counts.items())) or "no card would change"
