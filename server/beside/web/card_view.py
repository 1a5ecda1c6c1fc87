"""A card as a page shows it. Comes in: a Card, and where it stands. Goes out: a view, with what only the page knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..model import Account, Card, Evidence, Release, Speaker

CORPUS_LANGUAGE = "en"  # a corpus words claims, titles and roles in English, whatever its documents are in
ROLES = frozenset(("", "state", "body", "person", "outlet", "group", "anonymous"))
SAFE_LINK = re.compile(r"https?://[^\s\\@]+")


@dataclass(frozen=True, slots=True)
class CardView:
    """``sentences``: the numbers of the marked sentences of the text beside it."""

    card: Card
    number: int = 1
    sentences: tuple[int, ...] = ()

    @property
    def own(self) -> str:
        """The language of what the corpus says in words of its own."""
        return own_language(self.card)

    @property
    def worded(self) -> str:
        """The language of title, places, questions and what figures count: of a translation, where there is one."""
        return self.card.translated or self.own

    def role_lang(self, speaker: Speaker) -> str | None:
        """The language of a role; None where it is of a closed list, and worded by us."""
        return None if speaker.role in ROLES else self.own

    def source_lang(self, account: Account) -> str:
        """The language of the document that an account stands in."""
        return self.card.documents[account.statement.passage.document].language

    @property
    def not_found(self) -> tuple[Account, ...]:
        """What was looked for and not found: one of each speaker, stance and question."""
        told: dict[tuple[Speaker, str, str, str], Account] = {}
        for account in self.card.accounts:
            if account.on_page is False:
                s = account.statement
                told.setdefault((account.speaker, s.stance, s.act, s.claim), account)
        return tuple(told.values())

    @property
    def wordings(self) -> tuple[tuple[Account | Evidence, ...], ...]:
        """Each claim's wordings in order of date, the page's own among them."""
        return tuple(tuple(on_the_way(self.card, number)) for number in range(len(self.card.wordings)))

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

    ``held``: its slug, where the served release holds the incident, too. ``gone``: no release of that corpus is served.
    """

    newer: str | None = None
    held: str | None = None
    gone: bool = False


def own_language(card: Card) -> str:
    """The language of what the corpus says in words of its own; a plain claim is worded as its source has it."""
    for account in card.accounts:
        passage = account.statement.passage
        if card.claims[account.statement.claim].text == passage.exact:
            return card.documents[passage.document].language
    return CORPUS_LANGUAGE


def standing(card: Card, served: Mapping[str, Release]) -> Standing:
    """Whether a card is of what is served now."""
    now = served.get(card.corpus)
    if now is None:
        return Standing(gone=True)
    if now.sha256 == card.release:
        return Standing()
    incidents = now.corpus.incidents
    return Standing(now.sha256, incidents[card.incident.id].slug if card.incident.id in incidents else None)


def on_the_way(card: Card, number: int) -> Iterator[Account | Evidence]:
    """The accounts of one way, the page's words in their place among them; lib/relay.js has the same rule."""
    members = set(card.wordings[number])
    told = [account for account in card.accounts if account.statement.id in members]
    if not card.found:
        yield from told
        return
    place = card.page_places[number]
    yield from told[:place]
    yield from (card.found.evidence[index] for index in card.page_wordings[number])
    yield from told[place:]


def safe_link(account: Account) -> tuple[str, str] | None:
    """The address of an account and the host a reader would land on; None unless it is a plain web address."""
    if not account.link or not SAFE_LINK.fullmatch(account.link):
        return None
    host = urlsplit(account.link).hostname
    return (account.link, host) if host else None
