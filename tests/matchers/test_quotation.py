"""Quoted words: a name with its office is told by everybody and quotes nobody."""

from __future__ import annotations

from beside.matchers.quotation import matcher

from beside import Match, Page, Passage
from beside.model import Release


def said(release: Release, text: str) -> list[Match]:
    return list(matcher(release.corpus)(Page((Passage(0, 0, 0, len(text), text),), lang="en")))


def test_a_name_with_its_office_quotes_nobody(pow_accounts: Release) -> None:
    assert said(pow_accounts, "The Commissioner for Human Rights, Dmytro Lubinets, was in Doha.") == []
