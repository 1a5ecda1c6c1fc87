"""Plain words for closed lists: complete, and grading nobody."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from beside.model import AccountsState, Place, Selector, Statement, When
from beside.web import wording
from beside.web.spoken_dates import spoken

SEEDS = Path(__file__).parents[2] / "seeds"
FILES = sorted(SEEDS.glob("*/incidents/*.toml"))
STATEMENTS: list[dict[str, Any]] = [
    statement
    for file in FILES
    for claim in tomllib.loads(file.read_text("utf-8"))["claim"]
    for statement in claim.get("statement", [])
]


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-11-13", "13 November 2022"), ("2022-11", "November 2022"), ("2022", "2022"), ("202X", "the 2020s"),
        ("2022-11-13?", "13 November 2022 (uncertain)"), ("2023-04~", "about April 2023"), ("2022%", "about 2022 (uncertain)"),
        ("2022-04/2023-01", "April 2022 to January 2023"), ("2022-04/..", "from April 2022"), ("2022-04/", "from April 2022"),
        ("../2022", "until 2022"), ("2022-21", "spring 2022"), ("2022-11-21T00:04:00Z", "21 November 2022"),
        ("2022-13", "2022-13"), ("[2022,2023]", "[2022,2023]"), ("", ""),
    ],
)  # fmt: skip
def test_dates_are_spoken_no_surer_than_they_are(edtf: str, words: str) -> None:
    assert spoken(edtf) == words


def test_every_stance_hedge_and_act_of_the_seeds_has_words() -> None:
    assert {s["stance"] for s in STATEMENTS} <= set(wording.STANCES)
    assert {s["hedge"] for s in STATEMENTS} <= set(wording.HEDGES)
    assert {s["act"] for s in STATEMENTS} <= set(wording.ACTS)


@pytest.mark.parametrize(
    ("stance", "act", "words"),
    [
        ("investigates", "pledge", "says it will investigate"),
        ("investigates", "report", "says it is investigating"),
        ("asserts", "pledge", "says"),
    ],
)
def test_a_pledge_to_investigate_is_no_investigation(stance: str, act: str, words: str) -> None:
    nowhere = Selector(document="S1", start=0, end=1, exact="a", prefix="", suffix="")
    statement = Statement(
        id="S1-01", claim="C1", speaker="a", stance=stance, act=act, hedge="flat", says="A", said=When(edtf="", basis=""),
        passage=nowhere, voice="direct",
    )  # fmt: skip

    assert wording.stance(statement) == words


@pytest.mark.parametrize(
    "word", ["true", "false", "claims", "admits", "confirms", "refutes", "insists", "corroborates", "proves", "lies"]
)
def test_no_stance_is_worded_as_a_grade(word: str) -> None:
    assert not [words for words in wording.STANCES.values() if word in words.split()]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (AccountsState("contested", 16, 1, (), (), ()), "Contested: 16 statements in 1 document"),
        (
            AccountsState("one_alignment", 1, 1, (), (), ()),
            "Accounts from one alignment only: 1 statement in 1 document",
        ),
        (AccountsState("several_voices", 9, 3, (), (), ()), "Several voices: 9 statements in 3 documents"),
    ],
)
def test_the_state_of_the_accounts_is_told_with_its_counts(state: AccountsState, words: str) -> None:
    assert wording.accounts_state(state) == words


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("named", "Makiivka, Luhansk Oblast"),
        ("said to be", "said to be Makiivka, Luhansk Oblast"),
        ("inferred", "Makiivka, Luhansk Oblast (inferred)"),
    ],
)
def test_a_place_is_no_surer_than_its_source(basis: str, words: str) -> None:
    assert wording.place(Place(name="Makiivka", admin="Luhansk Oblast", precision="settlement", basis=basis)) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (When(edtf="2022-11-21", basis="named"), "21 November 2022"),
        (When(edtf="2022-11-21", basis="named", time="00:04"), "21 November 2022, 00:04"),
        (When(edtf="2022-11-21", basis="document"), "21 November 2022 (the date of the document)"),
        (When(edtf="2023", basis="inferred"), "2023 (inferred)"),
        (When(edtf="", basis="unknown"), "date unknown"),
    ],
)
def test_a_date_says_where_it_comes_from(date: When, words: str) -> None:
    assert wording.when(date) == words
