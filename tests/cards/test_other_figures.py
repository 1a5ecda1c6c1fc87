"""A page's number that equals none on record stands beside them where it is plainly of the same thing, and only there."""

from __future__ import annotations

import pytest

from beside.cards.other_figures import other_numbers
from beside.model import (
    Agent,
    Alias,
    Claim,
    ClaimOnPage,
    Corpus,
    Evidence,
    Incident,
    Involved,
    Place,
    Quantity,
    Release,
    Selector,
    Statement,
    When,
)

NAMED = {"en": "Vessmark", "uk": "Вессмарк"}


def quantity(what: str, value: float, verbatim: str) -> Quantity:
    return Quantity(what=what, comparator="=", value=value, unit="person", verbatim=verbatim)


def statement(id_: str, says: str, *quantities: Quantity) -> Statement:
    return Statement(
        id=id_, claim="C1", speaker="vessmark", stance="asserts", act="report", hedge="flat", says=says, voice="direct",
        said=When(edtf="", basis=""), quantities=quantities, passage=Selector(document="D", start=0, end=1, exact="a"),
    )  # fmt: skip


OFFER = statement(
    "S1", "States that Vessmark is ready to exchange 630 captured Orrenians",
    quantity("prisoners of war in the offer", 630, "630 Orrenian prisoners of war"),
)  # fmt: skip
DEAD = statement("S2", "Counts the dead", quantity("dead soldiers", 40, "40 dead soldiers"))
RETURNED = statement("S3", "Counts the returned", quantity("service members returned", 595, "595"))
CLAIM = Claim(
    id="C1", incident="i", kind="offer", text="Whether Vessmark was ready for an exchange of 630 captured Orrenians",
    about=(Involved("vessmark", "actor"), Involved("captives", "affected")), statements=(OFFER, DEAD, RETURNED),
)  # fmt: skip
AGENTS = [
    Agent(id="vessmark", kind="state", name="Vessmark", aliases=(Alias("Вессмарк", "uk"),)),
    Agent(id="orrenia", kind="state", name="Orrenia", aliases=(Alias("Орренія", "uk"),)),
    Agent(id="captives", kind="group", name="captured Orrenian soldiers"),
    Agent(id="post", kind="outlet", name="Tarnel Post"),
]
HERE = Place(name="Kvarnmoor", precision="settlement", basis="named", aliases=(Alias("Кварнмур", "uk"),))
INCIDENT = Incident(
    id="i", kind="event", title="t", slug="t", when=When(edtf="2031-03-06", basis="named"), where=(HERE,),
    claims=(CLAIM,),
)  # fmt: skip
THERE = Place(name="Olmedal", precision="settlement", basis="named", aliases=(Alias("Олмедаль", "uk"),))
OTHER = Incident(
    id="o", kind="event", title="o", slug="o", when=When(edtf="2030-09", basis="named"), where=(THERE,)
)  # fmt: skip
CORPUS = Corpus(
    id="c", title="C", languages=("en",), maintainer="m", licence="l", criteria="k", agents={agent.id: agent for agent in AGENTS}, documents={},
    incidents={"i": INCIDENT, "o": OTHER},
)  # fmt: skip


def put(sentence: str, lang: str = "en", claims: tuple[ClaimOnPage, ...] = (ClaimOnPage("C1", None),)) -> list[object]:
    evidence = Evidence(0, 0, len(sentence), sentence, "", "", claims, ())
    found = other_numbers([evidence], lang, CLAIM.statements, CORPUS)
    return [(what, number.comparator, number.value) for (what, _), number, _ in found]


@pytest.mark.parametrize(
    ("sentence", "lang", "comparator"),
    [
        ("Vessmark said it was ready to exchange 603 prisoners of war one for one.", "en", "="),
        ("Vessmark had offered more than 603 Orrenian prisoners of war.", "en", ">"),
        ("Вессмарк заявив про готовність обміняти 603 орренійських військовополонених.", "uk", "="),
    ],
)
def test_another_number_for_the_same_thing_is_the_pages_own(sentence: str, lang: str, comparator: str) -> None:
    assert put(sentence, lang) == [("prisoners of war in the offer", comparator, 603.0)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vessmark was ready to exchange 595 prisoners of war.",  # on record for something else
        "Vessmark was ready to exchange 6,030 prisoners of war.",  # far from what is on record
        "Vessmark was ready to exchange 603 wounded prisoners of war.",  # more than the record says
        "Vessmark was ready to exchange 603 Vessmarkian prisoners of war.",  # those of another state
        "Vessmark was ready to exchange only 603 prisoners of war.",
        "Orrenia took 603 prisoners of war from those in the offer, ready for the exchange.",
        "603 of the prisoners in the offer were ready for the exchange.",
        "Vessmark was ready to exchange 603 prisoners of war, not 650 prisoners of war.",
        "Vessmark was ready for the exchange of all prisoners on 6 March, 603 days later.",
        "In 603 houses nobody was ready; an exchange of prisoners was in the offer.",
        "The 603rd prisoner in the offer was ready for the exchange.",
        "The offer was of 603. Prisoners of war were ready for the exchange.",
        "They counted 41 soldiers, and the dead were carried away.",  # which of the two is not beyond doubt
        "There were 603 prisoners of war in Orrenia.",  # nothing tells that it is those of the offer
    ],
)
def test_what_may_be_anything_else_is_put_to_nothing(sentence: str) -> None:
    assert put(sentence) == []


OWN = "Vessmark was ready to exchange 603 prisoners of war"


@pytest.mark.parametrize(
    "told",
    ["on 6 March 2031", "on 6 March", "in Kvarnmoor", "in the village of Kvarnmoor", "in the Tarnel Post's report"],
)
def test_its_own_day_and_place_and_speakers_may_be_named(told: str) -> None:
    assert put(f"{OWN} {told}.") == [("prisoners of war in the offer", "=", 603.0)]


@pytest.mark.parametrize(
    "told",
    [
        "in September 2030",
        "in 2031",  # may be any day of that year
        "on 7 March",
        "in Olmedal",
        "in Olmedal, as in Kvarnmoor",
        "and Olmedal waited",
        "near Hestervik",  # a name that is nowhere on record
        "in the village of Hestervik",
        "in Orrenia",
        "who had surrendered",
        "against Orrenian protests",
    ],
)
def test_a_sentence_with_another_day_place_or_side_gives_no_number(told: str) -> None:
    assert put(f"{OWN} {told}.") == []


def test_another_place_is_known_in_all_its_forms() -> None:
    sentence = "Вессмарк заявив про готовність обміняти 603 орренійських військовополонених у {}."

    assert put(sentence.format("Олмедалі"), "uk") == []
    assert put(sentence.format("Кварнмурі"), "uk") == [("prisoners of war in the offer", "=", 603.0)]


@pytest.mark.parametrize(
    ("incident", "sentence"),
    [
        ("prisoner-exchange-58-2024-10", "In September 2024 an exchange returned 103 Ukrainian service members."),
        ("makiivka-surrender-2022-11", "Russia had executed 15 captured soldiers in Olenivka, as in Makiivka."),
        ("pow-execution-case-count-2025-05", "Prosecutors opened 80 criminal cases against Ukrainian soldiers who surrendered."),
        ("pow-execution-case-count-2025-05", "It opened 80 criminal cases about the execution of Russian prisoners of war."),
    ],
)  # fmt: skip
def test_another_events_number_stands_on_no_card_of_the_seeds(
    incident: str, sentence: str, pow_accounts: Release
) -> None:
    corpus = pow_accounts.corpus
    told = corpus.incidents[incident]
    claims = tuple(ClaimOnPage(claim.id, None) for claim in told.claims)
    evidence = Evidence(0, 0, len(sentence), sentence, "", "", claims, ())

    assert list(other_numbers([evidence], "en", told.statements, corpus)) == []


def test_a_sentence_that_carries_no_claim_gives_no_number() -> None:
    assert put("Vessmark was ready to exchange 603 prisoners of war.", claims=()) == []
