"""Pages compared with a corpus by meaning, with an encoder that needs no model: the letters of a text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from beside import Corpus, Match, Nearness, Page, Passage, compare_meaning
from beside.model import Release

NEARNESS = Nearness(middle=0.9, steepness=40.0, passages=3, leads=2)


class Encoder:
    """Counts letters, and how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> np.ndarray:
        self.asked.append(text)
        counts = np.array([text.casefold().count(chr(97 + i)) for i in range(26)], np.float32) + 0.01
        return counts / np.linalg.norm(counts)


@pytest.fixture
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture
def corpus(halven_strait: Release) -> Corpus:
    return halven_strait.corpus


def page(*texts: str, leads: tuple[str, ...] = ()) -> Page:
    return Page(tuple(Passage(i, 0, 0, len(text), text) for i, text in enumerate(texts)), leads=leads)


def targets(matches: list[Match]) -> list[str]:
    return [match.target for match in matches]


def test_a_sentence_names_the_claim_it_is_nearest_to_and_its_words(corpus: Corpus, encoder: Encoder) -> None:
    claim = corpus.claims[0]
    said = claim.statements[0].says
    nearest = next(iter(compare_meaning(corpus, encoder, NEARNESS)(page(said.upper()))))

    assert nearest.target == f"claim:{claim.id}"
    shown = f"{claim.text}: {said}"
    assert [(r.kind, r.start, r.end, r.corpus_text) for r in nearest.because] == [("meaning", 0, len(said), shown)]


def test_no_claim_is_shown_as_if_it_were_so(corpus: Corpus, encoder: Encoder) -> None:
    question = corpus.claims[0].text
    told = list(compare_meaning(corpus, encoder, NEARNESS)(page(question.removeprefix("Whether "))))

    assert told[0].because[0].corpus_text == question
    assert all(match.because[0].corpus_text.startswith("Whether ") for match in told)


def test_the_nearer_in_meaning_the_greater_the_weight(corpus: Corpus, encoder: Encoder) -> None:
    weights = [m.weight for m in compare_meaning(corpus, encoder, NEARNESS)(page(corpus.claims[0].text))]

    assert weights == sorted(weights, reverse=True)
    assert NEARNESS.weight(0.9) == 0.5


def test_between_two_languages_less_likeness_is_enough() -> None:
    nearness = Nearness(0.9, 40.0, lower={"uk": 0.1})

    assert nearness.weight(0.85) < 0.5 < nearness.weight(0.85, "uk-UA")


def test_a_claim_is_named_once_a_sentence_and_few_are(corpus: Corpus, encoder: Encoder) -> None:
    named = targets(list(compare_meaning(corpus, encoder, NEARNESS)(page(corpus.claims[0].text))))

    assert 1 < len(named) <= 5
    assert len(named) == len(set(named))


@pytest.mark.parametrize("text", ["", "One two three", "\x00"])
def test_a_sentence_that_says_too_little_is_not_read(text: str, corpus: Corpus, encoder: Encoder) -> None:
    match = compare_meaning(corpus, encoder, NEARNESS)
    encoder.asked.clear()

    assert list(match(page(text))) == []
    assert encoder.asked == []


def test_of_a_long_page_the_longest_sentences_are_read(corpus: Corpus, encoder: Encoder) -> None:
    texts = [f"sentence number {'x' * n} of this very long page " * 7 for n in range(6)]
    match = compare_meaning(corpus, encoder, NEARNESS)
    encoder.asked.clear()

    list(match(page(*texts)))
    assert encoder.asked == [text[:600] for text in texts[3:]]


def test_a_short_text_beside_plain_claims_is_read_as_a_whole_and_every_lead_told_of(
    corpus: Corpus, encoder: Encoder
) -> None:
    match = compare_meaning(replace(corpus, plain=True), encoder, NEARNESS)
    lead = next(iter(corpus.incidents.values()))
    told = targets(list(match(page("The first.", "Then a second sentence.", leads=(lead.id,)))))

    assert encoder.asked[-1] == "The first. Then a second sentence."
    assert set(told) == {f"claim:{claim.id}" for claim in lead.claims if claim.kind != "opinion"}


def test_of_plain_claims_only_the_leads_are_looked_at(corpus: Corpus, encoder: Encoder) -> None:
    match = compare_meaning(replace(corpus, plain=True), encoder, NEARNESS)
    leads = tuple(corpus.incidents)[:3]
    assert encoder.asked == []

    looked_at = set(targets(list(match(page(corpus.claims[0].text * 20, leads=leads)))))
    assert looked_at <= {f"claim:{claim.id}" for lead in leads[:2] for claim in corpus.incidents[lead].claims}
    assert looked_at


def test_plain_claims_are_silent_without_leads(corpus: Corpus, encoder: Encoder) -> None:
    match = compare_meaning(replace(corpus, plain=True), encoder, NEARNESS)

    assert list(match(page(corpus.claims[0].text))) == []
    assert list(match(page(corpus.claims[0].text, leads=("no-such-incident",)))) == []


def test_a_lead_is_encoded_once(corpus: Corpus, encoder: Encoder) -> None:
    match = compare_meaning(replace(corpus, plain=True), encoder, NEARNESS)
    question = page("Nothing of this corpus is said in here.", leads=tuple(corpus.incidents)[:1])
    list(match(question))
    first = len(encoder.asked)

    list(match(question))
    assert len(encoder.asked) == first + 1


def test_a_small_corpus_is_encoded_once_for_good(corpus: Corpus, encoder: Encoder, tmp_path: Path) -> None:
    (folder := tmp_path / "cache").mkdir()
    kept = replace(corpus, cache_dir=folder)
    said = page(corpus.claims[0].text)
    first = list(compare_meaning(kept, encoder, NEARNESS)(said))
    encoder.asked.clear()

    assert list(compare_meaning(kept, encoder, NEARNESS)(said)) == first
    assert len(encoder.asked) == 1
    assert [file.name for file in folder.iterdir()] == ["vectors.npy"]


def test_vectors_of_something_else_are_made_again(corpus: Corpus, encoder: Encoder, tmp_path: Path) -> None:
    np.save(tmp_path / "vectors.npy", np.ones((3, 26), np.float32))
    compare_meaning(replace(corpus, cache_dir=tmp_path), encoder, NEARNESS)

    assert len(encoder.asked) > 3
