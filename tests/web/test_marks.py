"""Sentences marked in a text, by offset and by quote."""

from __future__ import annotations

from typing import Any

from beside.model import Block, Evidence
from beside.web.marks import mark, sentences_of


class Found:
    """What marks looks at of a card."""

    def __init__(self, *evidence: Evidence) -> None:
        self.found = self
        self.evidence = evidence


def at(start: int, end: int, block: int = 0) -> Evidence:
    return Evidence(block, start, end, "", "", "", (), ())


def quoted(exact: str, prefix: str = "") -> Evidence:
    return Evidence(None, None, None, exact, prefix, "", (), ())


def pieces(blocks: list[Block], *cards: Any) -> list[list[tuple[str, tuple[int, ...]]]]:
    return [[(piece.text, piece.cards) for piece in block.pieces] for block in mark(blocks, cards)]


def test_a_sentence_is_marked_at_its_offsets_in_code_points() -> None:
    assert pieces([Block(0, "🛰 One. Two.")], Found(at(2, 6))) == [[("🛰 ", ()), ("One.", (1,)), (" Two.", ())]]


def test_a_text_without_marks_stays_whole() -> None:
    assert pieces([Block(0, "One."), Block(1, "")]) == [[("One.", ())], []]


def test_two_cards_may_share_a_sentence() -> None:
    marked = pieces([Block(0, "One. Two.")], Found(at(0, 4)), Found(at(0, 9)))

    assert marked == [[("One.", (1, 2)), (" Two.", (2,))]]


def test_block_numbers_need_not_be_places() -> None:
    assert pieces([Block(7, "One."), Block(3, "Two.")], Found(at(0, 4, block=3))) == [[("One.", ())], [("Two.", (1,))]]


def test_a_quote_is_found_across_other_white_space() -> None:
    assert pieces([Block(None, "So one\n two.")], Found(quoted("one two."))) == [[("So ", ()), ("one\n two.", (1,))]]


def test_a_quote_that_stands_twice_is_told_by_what_goes_before() -> None:
    marked = pieces([Block(None, "He said no. She said no.")], Found(quoted("said no.", prefix="no. She ")))

    assert marked == [[("He said no. She ", ()), ("said no.", (1,))]]


def test_a_quote_that_is_not_there_marks_nothing() -> None:
    assert pieces([Block(None, "One.")], Found(quoted("(a+)+$"), quoted(""))) == [[("One.", ())]]


def test_sentences_are_numbered_in_the_order_of_the_text() -> None:
    blocks = [Block(0, "One. Two."), Block(1, "Three.")]
    marked = mark(blocks, [Found(at(0, 6, block=1)), Found(at(5, 9), at(0, 4))])  # type: ignore[list-item]

    assert sentences_of(1, marked) == (3,)
    assert sentences_of(2, marked) == (1, 2)
