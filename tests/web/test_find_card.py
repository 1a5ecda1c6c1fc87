"""The card of an incident, asked for by its slug."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from beside.reader import AmbiguousIncident, UnknownIncident
from beside.web.find_card import find_card


class TwoCorpora:
    """A reader of two corpora, each with an incident of the same slug and an id of its own."""

    served = {  # noqa: RUF012 (a stand-in that nothing changes)
        corpus: SimpleNamespace(
            corpus=SimpleNamespace(
                id=corpus, plain=False, incidents={f"hall-{corpus}": SimpleNamespace(id=f"hall-{corpus}", slug="hall")}
            )
        )
        for corpus in "ab"
    }

    def held(self, release: str | None) -> dict[str, SimpleNamespace]:
        return {} if release == "00000000" else self.served

    def card(self, incident: str, corpus: str | None, release: str | None, ui: str) -> tuple[str | None, ...]:
        if incident not in ("hall-a", "hall-b"):
            raise UnknownIncident
        return corpus, incident, release


READER: Any = TwoCorpora()


def test_a_slug_leads_to_its_id_in_the_release_that_is_asked_for() -> None:
    assert find_card(READER, "hall", "b", "9f2c41d0") == ("b", "hall-b", "9f2c41d0")


def test_a_slug_is_looked_up_in_the_release_that_is_asked_for_alone() -> None:
    with pytest.raises(UnknownIncident):
        find_card(READER, "hall", "b", "00000000")


def test_a_slug_of_two_corpora_is_ambiguous() -> None:
    with pytest.raises(AmbiguousIncident) as error:
        find_card(READER, "hall", None, None)

    assert error.value.corpora == ("a", "b")


def test_what_is_neither_id_nor_slug_is_unknown() -> None:
    with pytest.raises(UnknownIncident):
        find_card(READER, "dam", None, None)
