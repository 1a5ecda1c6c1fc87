"""A report on its way in, from the API or our own form. Comes in: what was sent. Goes out: it is kept, or a Problem.

Whatever is sent must name a card that is there, and may hold nothing that the schema does not know.
"""

from __future__ import annotations

import secrets
from collections import deque
from collections.abc import Mapping
from typing import Any

from ..model import Card
from ..reader import Reader
from .feedback import Feedback, Report
from .find_card import find_card
from .pace import Pace
from .requests import checked
from .schemas import FeedbackSchema

MOST_RECEIPTS = 100


class Reports:
    """The one way in for reports, at most so many a minute."""

    def __init__(self, reader: Reader, feedback: Feedback, pace: Pace) -> None:
        self._reader, self._feedback, self._pace = reader, feedback, pace
        self._receipts: deque[str] = deque(maxlen=MOST_RECEIPTS)

    @property
    def number(self) -> int:
        """How many are kept."""
        return len(self._feedback.kept())

    def take(self, data: Any) -> Card:
        """Keep a report; the card it is about. Raises Problem, UnknownIncident, TooManyTries."""
        sent = checked(FeedbackSchema(), data)
        card = find_card(self._reader, sent["incident"], sent["corpus"], sent["release"])
        self._pace.take()
        fragment = sent["fragment"]["exact"] if sent["fragment"] else None
        self._feedback.keep(Report(card.corpus, card.incident.id, card.release, sent["kind"], sent["note"], fragment))
        return card

    def receipt(self) -> str:
        """A word that tells once, while the service runs, that a report was kept; not which."""
        self._receipts.append(word := secrets.token_hex(8))
        return word

    def redeem(self, receipt: str | None) -> bool:
        """Whether that word was given and not yet used."""
        try:
            self._receipts.remove(receipt or "")
        except ValueError:
            return False
        return True


def report_of_form(form: Mapping[str, str]) -> dict[str, Any]:
    """A form of our pages as the API would be sent it: a fragment only where a sentence was chosen."""
    data: dict[str, Any] = {name: value for name, value in form.items() if name != "fragment"}
    data["note"] = data.get("note", "").replace("\r\n", "\n")
    if form.get("fragment"):
        data["fragment"] = {"exact": form["fragment"]}
    return data
