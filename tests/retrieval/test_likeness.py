"""How alike a page and an incident are."""

from __future__ import annotations

from pathlib import Path

import pytest

from beside.retrieval import build_index, open_index, terms
from beside.retrieval.likeness import add_margins, alike, likeness, nearness
from beside.retrieval.profile import Profile, profile
from beside.retrieval.weights import Weights, stem_rarity


@pytest.fixture
def weights(tmp_path: Path) -> Weights:
    build_index((), tmp_path / "x.index")
    return Weights(open_index(tmp_path / "x.index"), "en")


def of(weights: Weights, *texts: str) -> Profile:
    return profile([terms(text, "en") for text in texts], weights)


def test_a_text_is_wholly_like_itself(weights: Weights) -> None:
    ferry = of(weights, "The ferry Marisole ran aground off Dunmore with 212 passengers")
    features = likeness(ferry, ferry)

    assert alike(ferry, ferry) == pytest.approx(1)
    assert [features[name] for name in ("covered", "names covered", "core in lead", "missing")] == [1, 1, 1, 0]
    assert features["figures shared"] > 0


def test_what_the_page_does_not_have_is_missing(weights: Weights) -> None:
    claim = of(weights, "Ferry Marisole aground off Dunmore")
    other = likeness(of(weights, "The ferry Bellatrix struck a pier"), claim)

    assert other["missing"] > 0.4
    assert other["names covered"] == 0


def test_what_stands_later_on_the_page_is_less_early(weights: Weights) -> None:
    claim = of(weights, "Ferry Marisole aground")
    first = of(weights, "Marisole aground", "Rain is likely")
    later = of(weights, "Rain is likely", "Marisole aground")

    assert likeness(first, claim)["early"] > likeness(later, claim)["early"]


def test_a_twin_is_not_the_next(weights: Weights) -> None:
    page = of(weights, "Ferry Marisole aground off Dunmore")
    known = [of(weights, "Ferry Marisole aground off Dunmore"), of(weights, "Marisole ferry aground off Dunmore")]
    features = [likeness(page, one) for one in known]
    add_margins(features, known, ())

    assert min(one["alike ahead"] for one in features) > 0.9


def test_to_be_alone_proves_nothing(weights: Weights) -> None:
    page, known = of(weights, "The ferry struck a pier"), of(weights, "Ferry Marisole aground off Dunmore")
    features = [likeness(page, known)]
    add_margins(features, [known], ())

    assert features[0]["shared ahead"] < features[0]["shared"]
    assert features[0]["early share"] < 1


def test_a_rival_takes_the_lead_away(weights: Weights) -> None:
    page = of(weights, "Ferry Marisole aground off Dunmore")
    known = [of(weights, "Ferry Marisole aground"), of(weights, "Dunmore bakery sells pies")]
    features = [likeness(page, one) for one in known]
    add_margins(features, known, ())

    assert features[0]["shared ahead"] == -features[1]["shared ahead"] > 0
    assert features[0]["early share"] > 0.5 > features[1]["early share"]


def test_a_stem_is_as_common_as_its_most_common_word() -> None:
    assert stem_rarity("compani", "en") < 0.3
    assert stem_rarity("marisol", "en") == 1


@pytest.mark.parametrize(("told", "near"), [({}, 0), ({"a": 0.5}, 0.25), ({"a": 1.0, "b": 1.0}, 1)])
def test_what_a_matcher_leaves_out_is_far(told: dict[str, float], near: float) -> None:
    assert nearness(("a", "b"), told) == pytest.approx(near)
