from __future__ import annotations

import pytest

from beside.ranking.stance import stance_of


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Kyiv denies the accusation.", "denies"),
        ("Київ заперечує звинувачення.", "denies"),
        ("Москва отвергла обвинения.", "denies"),
        ("CNN could not independently verify the recording.", "could_not_verify"),
        ("The footage could be verified within a day.", "asserts"),
        ("It remains unclear who fired.", "states_unknown"),
        ("Prosecutors are investigating the deaths.", "investigates"),
        ("That is highly unlikely, she said.", "doubts"),
        ("Moscow says ten of its soldiers were shot.", "asserts"),
        ("Kyiv denies it and has opened an investigation.", None),
        ("No request was ever made.", None),
    ],
)
def test_a_stance_is_told_by_plain_cues_or_not_at_all(sentence: str, stance: str | None) -> None:
    assert stance_of(sentence) == stance


def test_a_sentence_that_hardly_carries_the_claim_takes_no_stance() -> None:
    assert stance_of("Moscow says so.", carried=0.05) is None
