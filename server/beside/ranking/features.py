"""What the decision weighs. Comes in: an incident's signals, its window, what speaks against it. Goes out: numbers.

Every number is named; what each says for or against stands in coefficients.json. No kind of likeness counts for more
than CAP, so that none carries a card alone. What needs the other incidents (margins) is added last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from ..language import base_language
from ..model import Incident, Page
from .known import Known, Matter
from .signals import Signal
from .window import CAP, IDENTITY, Window, sums

KINDS = (*IDENTITY, "wording", "meaning", "other")
NOTABLE, NOTED = 0.2, 0.1  # how much of a kind makes it one of the shared kinds
LEAST_CLAIM, LEAST_ACCOUNT = 0.5, 0.8  # the worth below which a claim or account is too short to be covered
MOST_WORDS = 4.0
COVERED = 0.35  # how much of its best claim makes an incident spoken of rather than touched upon
BEHIND, AHEAD = 2.0, 0.3  # being far behind another incident says much, being far ahead no more than a little
MARGINS = ("density", "covered", "identity")


@dataclass(frozen=True, slots=True)
class Described:
    """An incident as the page speaks of it."""

    incident: Incident
    signals: tuple[Signal, ...]
    window: Window
    against: tuple[str, ...]
    features: Mapping[str, float]


def describe(
    incident: Incident, signals: Sequence[Signal], window: Window, against: Iterable[str], page: Page, known: Known
) -> Described:
    """All features but the margins."""
    near, page_wide = sums(window.signals), sums((*signals, *(s for s in window.signals if s.passage < 0)))
    against = tuple(against)
    features = {
        **{f"near {kind}": min(CAP, near.get(kind, 0.0)) for kind in KINDS},
        **{f"page {kind}": min(CAP, page_wide.get(kind, 0.0)) for kind in KINDS},
        **_words(window, signals, known, known.matters[incident.id]),
        **{f"against {name}": 1.0 for name in against},
        "kinds notable": float(sum(near.get(kind, 0.0) >= NOTABLE for kind in IDENTITY)),
        "kinds noted": float(sum(near.get(kind, 0.0) >= NOTED for kind in IDENTITY)),
        "identity": min(CAP, sum(near.get(kind, 0.0) for kind in IDENTITY)),
        "topic": float(incident.kind != "event"),
        "place untold": float(bool(incident.where) and not page_wide.get("place")),
        "date untold": float(not page_wide.get("date")),
        "length": log(1 + len(page.passages)),
        "foreign": float(base_language(page.lang) not in known.corpus.languages),
    }
    features["claims untold"] = max(0.0, COVERED - features["best claim"]) / COVERED
    features["place untimed"] = features["date untold"] * features["near place"]
    features["name untimed"] = features["date untold"] * features["near name"]
    features["words foreign"] = features["foreign"] * features["words"]
    features["identity and words"] = features["identity"] * min(3.0, features["words"])
    features["identity and claims"] = features["identity"] * features["covered"]
    return Described(incident, tuple(signals), window, against, features)


def _words(window: Window, signals: Sequence[Signal], known: Known, matter: Matter) -> dict[str, float]:
    """How much of the incident's matter is worded in the window and on the page."""
    near, page_wide = _keys(window.signals, known), _keys(signals, known)
    worth = known.worth(near)
    claims = _covered(matter.claims, near, LEAST_CLAIM, known)
    accounts = _covered(matter.accounts, near, LEAST_ACCOUNT, known)
    return {
        "words": min(MOST_WORDS, worth),
        "words on page": min(MOST_WORDS, known.worth(page_wide)),
        "number of words": float(len(near)),
        "density": worth / max(1.0, matter.total) ** 0.5,
        "covered": sum(claims[:2]) / 2,
        "best claim": claims[0] if claims else 0.0,
        "best account": accounts[0] if accounts else 0.0,
        "best accounts": sum(accounts[:3]) / 3,
    }


def _keys(signals: Iterable[Signal], known: Known) -> set[str]:
    words = (known.key_of.get(s.thing) for s in signals if s.kind == "wording")
    return {key for key in words if key}


def _covered(texts: Iterable[frozenset[str]], keys: set[str], least: float, known: Known) -> list[float]:
    """The share of each text's worth that the keys cover, best first."""
    return sorted((known.worth(text & keys) / max(least, known.worth(text)) for text in texts), reverse=True)


def with_margins(described: Sequence[Described]) -> list[dict[str, float]]:
    """Each one's features, with how far it is ahead of the best other that is spoken of in the same passages."""
    return [
        {**one.features, **{f"margin {name}": _margin(one, described, name) for name in MARGINS}} for one in described
    ]


def _margin(one: Described, described: Sequence[Described], name: str) -> float:
    others = [d.features[name] for d in described if d is not one and one.window.contested(d.window)]
    return max(-BEHIND, min(AHEAD, one.features[name] - max(others, default=0.0)))
