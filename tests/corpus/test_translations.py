"""A translation holds all of an incident's own words, each once, and nothing else."""

from __future__ import annotations

import pytest

from beside.corpus import Change, compare, open_release, read_folder, seal
from beside.model import Translation, Worded

INCIDENT = "incidents/crates-2031-05.toml"
WORDS = {
    "Crates at the harbour, May 2031": "Ящики в гавані, травень 2031 року",
    "unloading": "розвантаження",
    "Harbour": "Гавань",
    "Whether nine crates were lost": "Чи було втрачено дев’ять ящиків",
    "Whether any crate was lost": "Чи було втрачено хоч один ящик",
    "crates": "ящики",
}


def table(lang: str = "uk") -> str:
    words = "".join(f'  {{ of = "{of}", text = "{text}" }},\n' for of, text in WORDS.items())
    return f'[[translation]]\nlang = "{lang}"\nwords = [\n{words}]\n\n'


@pytest.fixture
def translated(folder):
    """The sound corpus, its incident in Ukrainian too."""
    folder.replace(INCIDENT, "[examples]", f"{table()}[examples]")
    return folder


def test_a_whole_translation_is_read(translated) -> None:
    incident = read_folder(translated.path).corpus.incidents["crates-2031-05"]
    assert incident.translations == (Translation("uk", tuple(Worded(*pair) for pair in WORDS.items())),)


def test_a_release_holds_the_translations(translated, home) -> None:
    corpus = read_folder(translated.path).corpus
    assert open_release(seal(home, corpus).path).corpus == corpus


@pytest.mark.parametrize("words", WORDS)
def test_words_that_are_left_out_are_told(translated, words: str) -> None:
    translated.replace(INCIDENT, f'  {{ of = "{words}", text = "{WORDS[words]}" }},\n', "")
    line = translated.line(INCIDENT, "[[translation]]")
    assert translated.problems() == [
        f'{INCIDENT}:{line}: translation has no words for "{words}"; add them, or take this translation out'
    ]


def test_a_translation_of_words_that_have_changed_is_told_with_the_line_of_its_list(translated) -> None:
    translated.replace(INCIDENT, 'what = "unloading"', 'what = "loading"')
    stale, missing = sorted(translated.problems(), key=lambda problem: "no words" in problem)
    assert stale.startswith(f"{INCIDENT}:{translated.line(INCIDENT, 'words = [')}: ")
    assert 'translates "unloading", which does not stand in this file' in stale
    assert 'no words for "loading"' in missing


def test_words_translated_twice_are_told(translated) -> None:
    translated.replace(INCIDENT, '  { of = "crates"', '  { of = "crates", text = "скрині" },\n  { of = "crates"')
    (problem,) = translated.problems()
    assert 'translates "crates" a second time' in problem


def test_two_translations_into_one_language_are_told(translated) -> None:
    translated.replace(INCIDENT, "[examples]", f"{table()}[examples]")
    (problem,) = translated.problems()
    assert '"uk" is there twice' in problem


def test_a_translation_that_no_reader_would_be_shown_is_told(translated) -> None:
    translated.replace(INCIDENT, table(), table("uk-UA"))
    (problem,) = translated.problems()
    assert '"uk-UA" is never shown; write "uk"' in problem


def test_a_faulty_claim_does_not_make_its_translation_stale(translated) -> None:
    translated.replace(INCIDENT, "background = true", 'background = "yes"')
    assert [problem for problem in translated.problems() if "translat" in problem] == []


def test_a_withheld_name_is_found_in_a_translation_too(translated) -> None:
    translated.replace(INCIDENT, "Ящики в гавані", "Ящики @someone")
    assert any("handle" in problem for problem in translated.problems())


def test_a_changed_translation_is_a_change_of_its_incident(translated) -> None:
    before = read_folder(translated.path).corpus
    translated.replace(INCIDENT, "розвантаження", "вивантаження")
    after = read_folder(translated.path).corpus
    assert compare(before, after) == (Change("incidents", (), (), ("crates-2031-05",)),)
