from __future__ import annotations

from dataclasses import replace

import pytest

from beside.cards import account_order, deal, state_of_accounts
from beside.language import words
from beside.model import ClaimOnPage, Evidence, IncidentMatch, Release

MAKIIVKA = "makiivka-surrender-2022-11"
BEGINNING = 5  # letters that "Orvelland" and "Orvellish" share


def test_a_card_holds_every_account_of_its_incident(pow_accounts: Release) -> None:
    for incident in pow_accounts.corpus.incidents.values():
        card = deal(incident, pow_accounts)

        assert {a.statement.id for a in card.accounts} == {s.id for s in incident.statements}


def test_every_account_traces_to_a_passage_of_a_document(pow_accounts: Release) -> None:
    for incident in pow_accounts.corpus.incidents.values():
        for account in deal(incident, pow_accounts).accounts:
            passage = account.statement.passage

            assert passage.exact
            assert passage.document in pow_accounts.corpus.documents


def test_accounts_stand_by_date_document_and_place_only(pow_accounts: Release) -> None:
    card = deal(pow_accounts.corpus.incidents[MAKIIVKA], pow_accounts)
    order = [account_order(account.statement, pow_accounts.corpus) for account in card.accounts]

    assert order == sorted(order)
    assert not any(account.statement.speaker in str(key) for account, key in zip(card.accounts, order, strict=True))


def test_makiivka_is_contested_and_says_who_investigates(pow_accounts: Release) -> None:
    state = state_of_accounts(pow_accounts.corpus.incidents[MAKIIVKA], pow_accounts.corpus)

    assert (state.accounts, state.statements, state.documents) == ("contested", 16, 1)
    assert set(state.investigated_by) == {"ukraine", "un-human-rights-office"}


def test_a_party_nobody_speaks_for_has_no_account(pow_accounts: Release) -> None:
    incident = pow_accounts.corpus.incidents[MAKIIVKA]
    others = replace(incident, claims=tuple(c for c in incident.claims if c.id in ("C47", "C51")))

    assert "russia" in state_of_accounts(others, pow_accounts.corpus).no_account_from


def test_voices_of_one_side_alone_are_one_alignment(pow_accounts: Release) -> None:
    incident = pow_accounts.corpus.incidents[MAKIIVKA]
    ours = replace(incident.claims[0], statements=tuple(s for s in incident.statements if s.id == "S3-04"))

    assert state_of_accounts(replace(incident, claims=(ours,)), pow_accounts.corpus).accounts == "one_alignment"


def test_parallel_allegations_go_both_ways(pow_accounts: Release) -> None:
    incidents = pow_accounts.corpus.incidents
    for incident in incidents.values():
        for parallel in deal(incident, pow_accounts).parallel:
            back = deal(incidents[parallel.incident], pow_accounts).parallel

            assert incident.id in {other.incident for other in back}


def test_a_parallel_allegation_is_never_a_relation_of_the_card(halven_strait: Release) -> None:
    cards = [deal(incident, halven_strait) for incident in halven_strait.corpus.incidents.values()]

    assert [r for r in halven_strait.corpus.relations if r.type == "parallel_allegation"]
    assert not [r for card in cards for r in card.relations if r.type == "parallel_allegation"]


def test_accounts_found_on_the_page_are_marked(pow_accounts: Release) -> None:
    found = IncidentMatch(MAKIIVKA, "strong", 0.9, (), (), frozenset({"S3-04"}))
    card = deal(pow_accounts.corpus.incidents[MAKIIVKA], pow_accounts, found)

    assert [account.statement.id for account in card.accounts if account.on_page] == ["S3-04"]


def test_an_account_is_called_not_found_only_where_that_was_told(pow_accounts: Release) -> None:
    found = IncidentMatch(MAKIIVKA, "strong", 0.9, (), (), frozenset({"S3-04"}), frozenset({"S3-16"}))
    card = deal(pow_accounts.corpus.incidents[MAKIIVKA], pow_accounts, found)

    assert [account.statement.id for account in card.accounts if account.on_page is False] == ["S3-16"]
    assert sum(account.on_page is None for account in card.accounts) == len(card.accounts) - 2


def test_nothing_is_called_not_found_of_a_truncated_page(pow_accounts: Release) -> None:
    found = IncidentMatch(MAKIIVKA, "strong", 0.9, (), (), frozenset({"S3-04"}), frozenset({"S3-16"}))
    card = deal(pow_accounts.corpus.incidents[MAKIIVKA], pow_accounts, found, complete=False)

    assert {account.on_page for account in card.accounts} == {True, None}


def test_a_link_lands_on_the_quoted_words(halven_strait: Release) -> None:
    cards = [deal(incident, halven_strait) for incident in halven_strait.corpus.incidents.values()]
    links = [account.link for card in cards for account in card.accounts if account.link]

    assert links
    assert all("#:~:text=" in link and " " not in link for link in links)


def test_who_is_missing_is_told_with_how_much_was_looked_through(pow_accounts: Release) -> None:
    card = deal(pow_accounts.corpus.incidents["poland-missile-blast-2022-11"], pow_accounts)

    assert tuple(voice.agent for voice in card.missing) == card.state.no_account_from
    assert {(voice.documents, voice.to) for voice in card.missing} == {(5, pow_accounts.corpus.extent.last_day)}
    assert [voice.name for voice in card.missing] == ["Ukraine", "NATO", "Russia"]


def test_wordings_stand_in_the_order_of_accounts_and_not_of_certainty(pow_accounts: Release) -> None:
    for incident in pow_accounts.corpus.incidents.values():
        card = deal(incident, pow_accounts)
        order = [account.statement.id for account in card.accounts]

        assert [set(way) for way in card.wordings] == [set(way) for way in incident.wordings]
        assert all(list(way) == sorted(way, key=order.index) for way in card.wordings)


def test_the_pages_own_wording_is_the_evidence_that_carries_the_claim(pow_accounts: Release) -> None:
    carried = [("C46",), ("C52",), ("C47", "C46")]
    evidence = tuple(
        Evidence(n, 0, 1, "a", "", "", tuple(ClaimOnPage(claim, None) for claim in claims), ())
        for n, claims in enumerate(carried)
    )
    incident = pow_accounts.corpus.incidents[MAKIIVKA]

    assert deal(incident, pow_accounts, IncidentMatch(MAKIIVKA, "strong", 0.9, (), evidence)).page_wordings == ((0, 2),)
    assert deal(incident, pow_accounts).page_wordings == ()


def test_a_parallel_allegation_says_when_and_where(halven_strait: Release) -> None:
    cards = [deal(incident, halven_strait) for incident in halven_strait.corpus.incidents.values()]
    told = [other for card in cards for other in card.parallel]

    assert told
    assert all(halven_strait.corpus.incidents[o.incident].when == o.when and o.where for o in told)


def test_other_incidents_stand_in_the_order_of_their_dates(pow_accounts: Release) -> None:
    for incident in pow_accounts.corpus.incidents.values():
        days = [other.when.edtf for other in deal(incident, pow_accounts).parallel]

        assert days == sorted(days)


@pytest.mark.parametrize(
    ("named", "role"),
    [
        ("the ministry", "Russian Foreign Ministry"), ("The SBU", "Security Service of Ukraine"), ("Kremlin", "Russia"),
        ("Zelensky", "President of Ukraine"), ("the Russian Foreign Ministry", "body"), ("UNN", "outlet"),
    ],
)  # fmt: skip
def test_a_speaker_is_told_by_office_or_by_name(pow_accounts: Release, named: str, role: str) -> None:
    accounts = [a for i in pow_accounts.corpus.incidents.values() for a in deal(i, pow_accounts).accounts]

    assert {a.speaker.role for a in accounts if a.speaker.name == named} == {role}


def test_no_speaker_without_an_office_goes_by_other_words_alone(halven_strait: Release) -> None:
    for incident in halven_strait.corpus.incidents.values():
        for account in deal(incident, halven_strait).accounts:
            agent = halven_strait.corpus.agents[account.statement.speaker]
            told = {word.folded[:BEGINNING] for word in words(f"{account.speaker.name} {account.speaker.role}")}

            assert agent.roles or {word.folded[:BEGINNING] for word in words(agent.name)} - told <= {"of", "the"}


def test_captives_and_private_persons_have_no_name_on_a_card(pow_accounts: Release) -> None:
    guarded = {agent.name for agent in pow_accounts.corpus.agents.values() if agent.status}

    assert guarded
    assert not [name for name in guarded if name.istitle()]
