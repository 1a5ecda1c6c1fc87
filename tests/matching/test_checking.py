from __future__ import annotations

import math
from typing import Any

import pytest

from beside.matching.checking import sound_matches
from beside.model import Page, Passage

PAGE = Page((Passage(0, 0, 0, 6, "Staged"),))
TARGETS = frozenset({"claim:C47"})
GOOD: list[Any] = [0, "claim:C47", 0.5, [["wording", 0, 6, "staged"]]]


def test_a_sound_match_passes() -> None:
    matches, refused = sound_matches([GOOD], PAGE, TARGETS)

    assert (len(matches), refused) == (1, 0)


@pytest.mark.parametrize(
    "wire",
    [
        [1, *GOOD[1:]],
        [-1, *GOOD[1:]],
        [True, *GOOD[1:]],
        [0, "claim:C99", 0.5, []],
        [0, ["claim:C47"], 0.5, []],
        [0, "claim:C47", math.nan, []],
        [0, "claim:C47", 1.5, []],
        [0, "claim:C47", "0.5", []],
        [0, "claim:C47", 0.5, [["wording", 0, 7, "staged"]]],
        [0, "claim:C47", 0.5, [["wording", 3, 3, "staged"]]],
        [0, "claim:C47", 0.5, [["verdict", 0, 6, "staged"]]],
        [0, "claim:C47", 0.5, [["wording", 0, 6, "x" * 1000]]],
        [0, "claim:C47", 0.5, None],
        "nonsense",
        None,
        [],
    ],
)
def test_an_unsound_match_is_dropped_and_counted(wire: Any) -> None:
    assert sound_matches([wire, GOOD], PAGE, TARGETS)[1] == 1


def test_an_answer_that_is_no_list_is_refused_whole() -> None:
    assert sound_matches({"matches": []}, PAGE, TARGETS) == ((), 1)


def test_what_is_said_to_stand_on_record_ends_no_line_and_turns_none_round() -> None:
    wire = [0, "claim:C47", 0.5, [["wording", 0, 6, "a\n\x1b[31mb\u202e c\u00a0d\u00ade"]]]
    matches, refused = sound_matches([wire], PAGE, TARGETS)

    assert (matches[0].because[0].corpus_text, refused) == ("a  [31mb  c\u00a0d\u00ade", 0)
