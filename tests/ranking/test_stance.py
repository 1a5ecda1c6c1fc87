from __future__ import annotations

import pytest

from beside.ranking.stance import stance_of

TOLD = (
    ("Vestermark denies the accusation.", "denies"),
    ("Kyiv denies the accusation.", "denies"),
    ("The ministry rejected the claim as an invention.", "denies"),
    ("The accusations were dismissed by both capitals.", "denies"),
    ("The harbour office called the recording fake.", "denies"),
    ("There is no evidence that a ship was there, the office said.", "denies"),
    ("The exchange of letters never happened, says the envoy.", "denies"),
    ("Київ заперечує звинувачення.", "denies"),
    ("Міністерство спростувало цю заяву.", "denies"),
    ("Москва отвергла обвинения.", "denies"),
    ("Das Ministerium wies die Vorwürfe zurück.", "denies"),
    ("Le ministère dément ces accusations.", "denies"),
    ("CNN could not independently verify the recording.", "could_not_verify"),
    ("Незалежно перевірити запис не вдалося, агентство не змогло підтвердити дату.", "could_not_verify"),
    ("Агентство не смогло независимо проверить запись.", "could_not_verify"),
    ("Die Aufnahme konnte nicht unabhängig überprüft werden.", "could_not_verify"),
    ("L’agence n’a pas pu vérifier cette vidéo.", "could_not_verify"),
    ("It remains unclear who fired.", "states_unknown"),
    ("Wer geschossen hat, ist unklar.", "states_unknown"),
    ("On ignore qui a tiré.", "states_unknown"),
    ("Prosecutors are investigating the deaths.", "investigates"),
    ("Die Staatsanwaltschaft ermittelt.", "investigates"),
    ("Le parquet enquête.", "investigates"),
    ("That is highly unlikely, she said.", "doubts"),
    ("Das ist unwahrscheinlich, sagte sie.", "doubts"),
    ("Moscow says ten of its soldiers were shot.", "asserts"),
    ("The mayor confirmed that the bridge was hit.", "corroborates"),
    ("Мер підтвердив, що міст пошкоджено.", "corroborates"),
)  # fmt: skip

NOT_TOLD = (
    ("two stances at once", "Kyiv denies it and has opened an investigation."),
    ("a negation alone", "No request was ever made."),
    ("a negation alone, in German", "Eine Anfrage gab es nicht."),
    ("a denial that was not made", "The ministry did not deny the report."),
    ("a denial that was not made, in Ukrainian", "Міністерство не заперечувало цього."),
    ("no doubt is no doubting", "There is no doubt that the bridge was hit."),
    ("nobody looks into it", "Nobody is investigating the matter."),
    ("a condition", "If confirmed, it would be the third such case."),
)


@pytest.mark.parametrize(("sentence", "stance"), TOLD, ids=[sentence for sentence, _ in TOLD])
def test_a_stance_is_told_by_plain_cues(sentence: str, stance: str) -> None:
    assert stance_of(sentence) == stance


@pytest.mark.parametrize("sentence", [s for _, s in NOT_TOLD], ids=[why for why, _ in NOT_TOLD])
def test_a_stance_is_not_told_otherwise(sentence: str) -> None:
    assert stance_of(sentence) is None


def test_what_could_be_verified_is_not_told_as_unverified() -> None:
    assert stance_of("The footage could be verified within a day.") == "corroborates"


def test_turning_down_an_offer_is_no_denial() -> None:
    assert stance_of("Vestermark rejected the offer of an exchange.") == "asserts"
    assert stance_of("Vestermark had rejected the claim.") == "denies"


def test_a_sentence_that_hardly_carries_the_claim_takes_no_stance() -> None:
    assert stance_of("Moscow says so.", carried=0.05) is None
