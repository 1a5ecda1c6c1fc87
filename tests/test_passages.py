from __future__ import annotations

import random

import pytest

from beside.model import Block
from beside.passages import LONGEST, sentences, split_passages


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("In Qatar.\u00a0The lists came.", ["In Qatar.", "The lists came."]),
        ("On Nov. 20, Mr. Smith met J. Doe.", ["On Nov. 20, Mr. Smith met J. Doe."]),
        ("Am 15. November starben zwei. Wer schoss?", ["Am 15. November starben zwei.", "Wer schoss?"]),
        ("Der 58. Gefangenenaustausch kam.", ["Der 58. Gefangenenaustausch kam."]),
        ("Es waren 58. Danach kam keiner.", ["Es waren 58.", "Danach kam keiner."]),
        ("“It is so.” He said no more.", ["“It is so.”", "He said no more."]),
        ("Он ушёл. Она осталась.", ["Он ушёл.", "Она осталась."]),
        ("Headline without a stop\nThe first sentence.", ["Headline without a stop", "The first sentence."]),
        ("• a bullet point", ["a bullet point"]),
        ("", []),
        ("🛰 … \u00a0", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, found: list[str]) -> None:
    assert cut(text) == found


def test_offsets_count_an_emoji_as_one() -> None:
    text = "🛰 Moscow says so. 💥 Kyiv denies it."

    assert [(p.start, p.end) for p in split_passages((Block(0, text),))] == [(2, 17), (20, 35)]


def test_every_passage_is_the_text_at_its_place() -> None:
    letters = "aZя. !?\n\u00a0🛰“”\u200b9"
    shuffle = random.Random(7)
    for _ in range(300):
        text = "".join(shuffle.choice(letters) for _ in range(60))
        assert all(text[p.start : p.end] == p.text for p in split_passages((Block(0, text),)))


def test_a_text_without_stops_is_cut_at_spaces() -> None:
    passages = split_passages((Block(0, "word " * 1000),))

    assert max(len(p.text) for p in passages) <= LONGEST
    assert "".join(p.text for p in passages).count("word") == 1000
