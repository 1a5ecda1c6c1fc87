"""The company of a side's name: what is counted, and that the weights know no side."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from beside.model import Passage, Release
from beside.ranking.affected import Sides
from beside.ranking.roles import shipped_weights, weigh

HARMED = Path(__file__).resolve().parent.parent / "pages" / "harmed.jsonl"
OPEN = HARMED.parent / "open"
EXCHANGE = {
    "Ukrainian": "Russian",
    "Russian": "Ukrainian",
    "Kyiv": "Moscow",
    "Украинских": "Российских",
    "Российские": "Украинские",
    "украинцев": "россиян",
    "Киеве": "Москве",
    "Українських": "Російських",
    "Російські": "Українські",
    "українців": "росіян",
    "Києві": "Москві",
}


@pytest.fixture(scope="module")
def sides(pow_accounts: Release) -> Sides:
    return Sides(pow_accounts.corpus)


def leans(sides: Sides, text: str, lang: str = "en") -> dict[str, float]:
    return dict(sides.leans([Passage(0, 0, 0, len(text), text)], lang))


def test_words_beside_a_name_are_counted_by_their_concept_and_their_place(sides: Sides) -> None:
    company = sides.company("Russia denies it.", "en")

    assert company["russia"]["state"] == 1
    assert company["russia"]["state right before deny"] == 1
    assert "alone deny" in company["russia"]


def test_what_stands_nearer_counts_more(sides: Sides) -> None:
    company = sides.company("Russia officially and firmly denies it.", "en")

    assert 0 < company["russia"]["before deny"] < 1


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ukrainian captives were tortured, Kyiv says. Russian officials reject the charge."),
        ("ru", "Украинских пленных пытали, говорят в Киеве. Российские чиновники отвергают обвинения украинцев."),
        (
            "uk",
            "Українських полонених катували, кажуть у Києві. Російські посадовці відкидають звинувачення українців.",
        ),
    ],
)
def test_with_the_sides_exchanged_the_leans_are_exchanged(sides: Sides, lang: str, text: str) -> None:
    exchanged = re.sub("|".join(EXCHANGE), lambda name: EXCHANGE[name.group()], text)
    one, other = leans(sides, text, lang), leans(sides, exchanged, lang)

    assert one["ukraine"] == pytest.approx(other["russia"])
    assert one["russia"] == pytest.approx(other["ukraine"])
    assert one["ukraine"] > one["russia"]


def test_no_weight_names_a_side_a_capital_or_a_person() -> None:
    words = {word for name in shipped_weights() for word in name.split()}

    assert {"people", "state", "deny"} <= words
    assert not words & {"russia", "ukraine", "russian", "ukrainian", "moscow", "kyiv", "moskalkova", "lubinets"}


def test_a_side_with_no_company_leans_nowhere() -> None:
    assert weigh({"russia": {}}) == {"russia": 0}


def test_the_side_that_suffers_leans_farther_on_most_open_pages(sides: Sides) -> None:
    labels = {one["id"]: one["harmed"] for one in map(json.loads, HARMED.read_text("utf-8").splitlines())}
    pages = [json.loads(line) for line in (OPEN / "wires.jsonl").read_text("utf-8").splitlines()]
    told = [(leans(sides, f"{p['title']}\n{p['text']}", p["lang"]), labels.get(p["id"], ())) for p in pages]
    right = [max(found, key=lambda side: found[side]) in of for found, of in told if found and len(of) == 1]

    assert sum(right) >= 0.8 * len(right)
