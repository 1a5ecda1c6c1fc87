"""A card as a page shows it. Comes in: a Card, and where it stands. Goes out: a view, with what only the page knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..model import Account, Card
from ..reader import Reader
from .about import last_day
from .spoken_dates import spoken

SAFE_LINK = re.compile(r"https?://[^\s\\@]+")


@dataclass(frozen=True, slots=True)
class CardView:
    """``extent``: how far the corpus reaches; ``sentences``: numbers of the marked sentences of the text beside it."""

    card: Card
    extent: str
    number: int = 1
    sentences: tuple[int, ...] = ()


def card_view(card: Card, reader: Reader, number: int = 1, sentences: tuple[int, ...] = ()) -> CardView:
    """The view of one card."""
    return CardView(card, _extent(card, reader), number, sentences)


def _extent(card: Card, reader: Reader) -> str:
    release = reader.releases.get(card.corpus)
    if release is None or release.sha256 != card.release:
        return "as this release has it"
    documents = len(release.corpus.documents)
    count = "1 document" if documents == 1 else f"{documents} documents"
    last = last_day(release.corpus)
    return f"{count}, to {spoken(last)}" if last else count


def safe_link(account: Account) -> tuple[str, str] | None:
    """The address of an account and the host a reader would land on; None unless it is a plain web address."""
    if not account.link or not SAFE_LINK.fullmatch(account.link):
        return None
    host = urlsplit(account.link).hostname
    return (account.link, host) if host else None
