"""Plain words for closed lists: complete, and grading nobody."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from beside.model import (
    AccountsState,
    Because,
    Evidence,
    GivenNumber,
    Place,
    Proof,
    Quantity,
    Selector,
    Speaker,
    Statement,
    Sum,
    When,
)
from beside.web import wording
from beside.web.spoken_dates import spoken
from beside.web.words import LANGUAGES, SHARED, counted, messages, number, t, term

EXTENSION = Path(__file__).parents[2] / "extension"

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
        ("2022-11-13?", "perhaps 13 November 2022"), ("2023-04~", "about April 2023"), ("2022%", "perhaps about 2022"),
        ("2022-04/2023-01", "from April 2022 to January 2023"), ("2022-04/..", "from April 2022 on"), ("2022-04/", "from April 2022 on"),
        ("../2022", "until 2022"), ("2022-21", "spring 2022"), ("2022-11-21T00:04:00Z", "21 November 2022"),
        ("2022-13", "2022-13"), ("2022-02-31", "2022-02-31"), ("[2022,2023]", "[2022,2023]"), ("", ""),
    ],
)  # fmt: skip
def test_dates_are_spoken_no_surer_than_they_are(edtf: str, words: str) -> None:
    assert spoken(edtf) == words


def test_every_stance_hedge_and_act_of_the_seeds_has_words() -> None:
    used = {f"{kind}_{s[kind]}" for s in STATEMENTS for kind in ("stance", "hedge", "act")}

    assert used - set(messages("en", SHARED)) == {"act_report", "act_accuse"}  # a statement is not said to be one


@pytest.mark.parametrize(
    ("stance", "act", "words"),
    [
        ("investigates", "pledge", "says it will investigate"),
        ("investigates", "report", "is investigating"),
        ("asserts", "pledge", "says, as a pledge"),
        ("asserts", "accuse", "says"),
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
    assert not [
        words for key, words in messages("en", SHARED).items() if key.startswith("stance_") and word in words.split()
    ]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (
            AccountsState("contested", 16, 1, (), (), ()),
            "Contested: accounts on record contradict one another: 16 statements in 1 document.",
        ),
        (
            AccountsState("one_alignment", 1, 1, (), (), ()),
            "Accounts from one alignment only: 1 statement in 1 document.",
        ),
        (AccountsState("several_voices", 9, 3, (), (), ()), "Several voices: 9 statements in 3 documents."),
        (AccountsState("several_voices", 1, 1, (), (), ()), "1 statement in 1 document."),
    ],
)
def test_the_state_of_the_accounts_is_told_with_its_counts(state: AccountsState, words: str) -> None:
    assert wording.accounts_state(state) == words


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("named", "Makiivka, Luhansk Oblast (named in the source)"),
        ("said to be", "Makiivka, Luhansk Oblast (said to be)"),
        ("inferred", "Makiivka, Luhansk Oblast (inferred)"),
    ],
)
def test_a_place_is_no_surer_than_its_source(basis: str, words: str) -> None:
    assert (
        wording.where((Place(name="Makiivka", admin="Luhansk Oblast", precision="settlement", basis=basis),)) == words
    )


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (When(edtf="2022-11-21", basis="named"), "21 November 2022 (named in the source)"),
        (When(edtf="2022-11-21", basis="named", time="00:04"), "21 November 2022, 00:04 (named in the source)"),
        (When(edtf="2022-11-21", basis="document"), "21 November 2022 (date of the document)"),
        (When(edtf="2023", basis="inferred"), "2023 (inferred)"),
        (When(edtf="", basis="unknown"), "not known"),
    ],
)
def test_a_date_says_where_it_comes_from(date: When, words: str) -> None:
    assert wording.when(date) == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pages_are_worded_as_the_panel_is(lang: str) -> None:
    """If this fails, a message of the panel has changed: run tools/share_words.py."""
    panel = json.loads((EXTENSION / "_locales" / lang / "messages.json").read_text("utf-8"))
    shared = messages(lang, SHARED)

    assert {key: words for key, words in shared.items() if panel.get(key, {}).get("message") != words} == {}
    assert list(shared) == list(messages("en", SHARED))


def test_a_phrase_takes_its_values_and_counts_its_nouns() -> None:
    assert t("whenWhat", "hall hit", "$1") == "hall hit: $1"
    assert t("no such phrase") == "no such phrase"
    assert (counted("documents", 1), counted("documents", 1200)) == ("in 1 document", "in 1,200 documents")
    assert (number(0.5), number(4700.0), number(20_000_000)) == ("0.5", "4,700", "20,000,000")


def test_a_value_without_words_is_shown_as_it_came() -> None:
    assert term("hedge", "said_to_be") == "put as said to be"
    assert term("hedge", "so_they_sing") == "so they sing"


@pytest.mark.parametrize(
    ("comparator", "words"),
    [
        ("=", "10"),
        ("~", "about 10"),
        (">", "more than 10"),
        (">=", "at least 10"),
        ("<", "less than 10"),
        ("<=", "at most 10"),
    ],
)
def test_a_figure_keeps_what_was_said_before_it(comparator: str, words: str) -> None:
    given = Quantity(what="soldiers", comparator=comparator, value=10.0, unit="person", verbatim="ten")

    assert wording.figure(given) == words


@pytest.mark.parametrize(
    ("as_of", "words"),
    [("2025-05-05", "as of 5 May 2025"), ("2022", "2022"), ("2022-11", "November 2022"), (None, "21 November 2022")],
)
def test_only_a_day_is_one_as_of_which_a_number_holds(as_of: str | None, words: str) -> None:
    given = Quantity(what="cases", comparator="=", value=8.0, unit="case", verbatim="eight", as_of=as_of)
    told: Any = SimpleNamespace(said=When(edtf="2022-11-21", basis="document"))

    assert wording.held_on(given, told) == words


def test_a_sum_that_does_not_add_up_says_both_and_blames_nobody() -> None:
    eight, nine = (
        GivenNumber("S1", Quantity(what="cases", comparator="=", value=value, unit="case", verbatim=""))
        for value in (8.0, 9.0)
    )

    assert wording.summed(Sum(nine, (eight, eight), 16.0, False)) == (
        "Parts as given: 8 + 8 = 16; the total that was given: 9."
    )


def test_the_words_of_a_source_stand_between_marks_of_their_own() -> None:
    assert wording.quote("staged") == "“staged”"
    assert wording.quote("he said “no”") == "‘he said “no”’"


KNOWN = Evidence(0, 5, 40, "Nine people were shot, they say", "", "", (), ())


@pytest.mark.parametrize(
    ("kind", "corpus", "placed", "unplaced"),
    [
        ("wording", "execute", "words “Nine”, on record: execute (m@1)", "words, on record: execute (m@1)"),
        ("quotation", "nine shot", "quotation “Nine”, on record: “nine shot” (m@1)", "quotation, on record: “nine shot” (m@1)"),
        ("figure", "9 people", "figure “Nine”, on record: 9 people (m@1)", "figure, on record: 9 people (m@1)"),
        ("date", "2022-11", "date “Nine”, on record: November 2022 (m@1)", "date, on record: November 2022 (m@1)"),
        ("place", "Nine", "place “Nine” (m@1)", "place, on record: Nine (m@1)"),
        ("other", "", "another reason “Nine” (m@1)", "another reason (m@1)"),
        *[("meaning", "Whether it was", *["meaning, near to the question on record: Whether it was (m@1)"] * 2)],
    ],
)  # fmt: skip
def test_only_words_that_somebody_said_stand_between_marks(kind: str, corpus: str, placed: str, unplaced: str) -> None:
    """The panel's because() has the same cases: tests/extension/js/words.test.mjs."""
    assert wording.because(Because("m@1", kind, 5, 9, corpus, 1.0), KNOWN) == placed
    assert wording.because(Because("m@1", kind, 0, 4, corpus, 1.0), replace(KNOWN, start=None)) == unplaced


def test_what_is_shared_is_not_said_to_be_quoted() -> None:
    assert wording.proof(Proof("figure", "ten", "~10")) == "figure: “ten” on the page, ~10 on record"
    assert (
        wording.proof(Proof("date", "2022-11-21", "2022-11"))
        == "date: 21 November 2022 on the page, November 2022 on record"
    )


@pytest.mark.parametrize(
    ("role", "words"),
    [("state", ""), ("body", ""), ("person", ""), ("group", ""), ("outlet", "outlet"), ("anonymous", "not named"),
     ("President of Vessmark", "President of Vessmark"), ("Vessmark", "Vessmark")],
)  # fmt: skip
def test_a_name_needs_no_kind_beside_it(role: str, words: str) -> None:
    assert wording.role(Speaker("a", "A", role)) == words
