"""A card as a page shows it. Comes in: a Card, and where it stands. Goes out: a view, with what only the page knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..model import Account, Card, Evidence, Release

SAFE_LINK = re.compile(r"https?://[^\s\\@]+")


@dataclass(frozen=True, slots=True)
class CardView:
    """``sentences``: the numbers of the marked sentences of the text beside it."""

    card: Card
    number: int = 1
    sentences: tuple[int, ...] = ()

    @property
    def not_found(self) -> tuple[Account, ...]:
        """What was looked for and not found: one of each speaker, stance and question."""
        told: dict[tuple[str, str, str, str], Account] = {}
        for account in self.card.accounts:
            if account.on_page is False:
                s = account.statement
                told.setdefault((account.speaker.name, s.stance, s.act, s.claim), account)
        return tuple(told.values())

    @property
    def wordings(self) -> tuple[tuple[Account | Evidence, ...], ...]:
        """Each claim's wordings in order of date, the page's own among them."""
        own = self.card.page_wordings or ((),) * len(self.card.wordings)
        ways = zip(self.card.wordings, own, strict=True)
        return tuple(tuple(on_the_way(way, indexes, self.card)) for way, indexes in ways)

    @property
    def by_statement(self) -> Mapping[str, Account]:
        """The account of each statement."""
        return {account.statement.id: account for account in self.card.accounts}

    @property
    def has_graphic(self) -> bool:
        """Whether any words are folded."""
        return any(account.graphic for account in self.card.accounts)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a card's release stands to what is served: ``newer`` is the served one's hash, where it is another.

    ``held``: the served release holds the incident, too. ``gone``: no release of that corpus is served.
    """

    newer: str | None = None
    held: bool = False
    gone: bool = False


def standing(card: Card, served: Mapping[str, Release]) -> Standing:
    """Whether a card is of what is served now."""
    now = served.get(card.corpus)
    if now is None:
        return Standing(gone=True)
    if now.sha256 == card.release:
        return Standing()
    return Standing(now.sha256, card.incident.id in now.corpus.incidents)


def on_the_way(way: Iterable[str], indexes: Iterable[int], card: Card) -> Iterator[Account | Evidence]:
    """The accounts of one way; the page's words stand behind all that were given by its day."""
    members = set(way)
    told = [account for account in card.accounts if account.statement.id in members]
    page = [card.found.evidence[index] for index in indexes] if card.found else []
    later = next((place for place, account in enumerate(told) if account.after_page), len(told))
    yield from told[:later]
    yield from page
    yield from told[later:]


def safe_link(account: Account) -> tuple[str, str] | None:
    """The address of an account and the host a reader would land on; None unless it is a plain web address."""
    if not account.link or not SAFE_LINK.fullmatch(account.link):
        return None
    host = urlsplit(account.link).hostname
    return (account.link, host) if host else None
