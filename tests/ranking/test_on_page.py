"""What a page is said to carry. The pages are invented, and so are the countries they speak of."""

from __future__ import annotations

import pytest

from beside.model import Block, Page, Reason, Release
from beside.passages import split_passages
from beside.ranking.account_features import OnRecord
from beside.ranking.account_words import read_lines
from beside.ranking.on_page import Spoken, Told, marks_of, tell_accounts, tell_cards
from beside.ranking.signals import Signal

HALL, DAM = "village-hall-yllverholt-2031-03", "hoskmar-dam-gate-2031-03"
FIRED, DENIED, COULD_NOT, INTERCEPTOR, NO_INTERCEPTOR = "H3-02", "H3-03", "H6-01", "H3-05", "H3-06"
DENIED_AT_THE_DAM = "H5-07"
EXCHANGE = "exchange-of-630-2024-11"
TURNED_DOWN, NEVER_ASKED = "S4-05", "S4-07"


def told(release: Release, incident: str, text: str, lang: str = "en") -> Told:
    page = Page(split_passages((Block(0, text),)), lang=lang)
    return tell_accounts(OnRecord.of(release.corpus.incidents[incident], release.corpus), read_lines(page))


SAID = (
    (
        "an accusation",
        "A hall was hit. Orvelland's defence ministry said that Tesmarran forces had fired the rocket from the southern shore.",
        FIRED,
    ),
    (
        "a denial",
        "Tesmarra's general staff denied having hit the hall. It answers to nobody, the general staff added.",
        DENIED,
    ),
    (
        "what could not be established",
        "The Halven Strait Observer Mission visited the village. The Mission could not establish from which shore it was fired.",
        COULD_NOT,
    ),
)


@pytest.mark.parametrize(("text", "statement"), [s[1:] for s in SAID], ids=[s[0] for s in SAID])
def test_an_account_is_found(halven_strait: Release, text: str, statement: str) -> None:
    assert statement in told(halven_strait, HALL, text).found


def test_a_denial_is_not_found_as_what_it_denies(halven_strait: Release) -> None:
    text = "Orvelland's defence ministry denied that Tesmarran forces had fired the rocket from the southern shore."

    assert FIRED not in told(halven_strait, HALL, text).found


def test_what_is_said_is_not_found_as_its_denial(halven_strait: Release) -> None:
    text = "Tesmarra's general staff said that it had hit the hall."

    assert DENIED not in told(halven_strait, HALL, text).found


def test_what_could_be_established_is_not_found_as_unverified(halven_strait: Release) -> None:
    text = "The Halven Strait Observer Mission said from which shore the rocket was fired."

    assert COULD_NOT not in told(halven_strait, HALL, text).found


def test_had_not_refused_is_not_refused(pow_accounts: Release) -> None:
    said = "Tatyana Moskalkova, the Russian ombudsman, published a list of the 630. She said that Ukraine had {} the exchange."

    assert TURNED_DOWN in told(pow_accounts, EXCHANGE, said.format("refused")).found
    assert TURNED_DOWN not in told(pow_accounts, EXCHANGE, said.format("not refused")).found


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_whom_nobody_names_is_not_found_in_a_page_about_something_else(halven_strait: Release, lang: str) -> None:
    text = {"en": "The bakery opens at six. Bread is sold until noon.", "uk": "Пекарня відчиняється о шостій."}[lang]
    said = told(halven_strait, HALL, text, lang)

    assert not said.found
    assert FIRED in said.absent


def test_in_a_language_that_was_not_measured_nothing_is_called_not_found(halven_strait: Release) -> None:
    assert told(halven_strait, HALL, "Piekarnia jest otwarta od szóstej.", "pl").absent == frozenset()


def test_an_empty_page_tells_nothing(halven_strait: Release) -> None:
    assert told(halven_strait, HALL, "") == Told()


def test_no_account_is_both_found_and_not_found(halven_strait: Release) -> None:
    for incident in halven_strait.corpus.incidents:
        said = told(halven_strait, incident, " ".join(text for _, text, _ in SAID))

        assert not said.found & said.absent


def test_a_found_account_says_where_it_stands_and_which_stance_it_takes(halven_strait: Release) -> None:
    said = told(halven_strait, HALL, SAID[0][1])

    assert ("K13", "asserts") in {(c.claim, c.stance) for c in said.claims[1]}


def test_not_found_is_not_said_where_the_speakers_side_takes_that_stance(halven_strait: Release) -> None:
    text = "A hall in Yllverholt was hit by a rocket. Tesmarra denies it."

    assert DENIED not in told(halven_strait, HALL, text).absent


@pytest.mark.parametrize(
    ("incident", "statement", "text"),
    [
        ("znpp-explosions-2022-11", "S3-26", "IAEA experts at the plant heard no explosions on Sunday."),
        (
            EXCHANGE,
            "S4-03",
            "Maria Zakharova said that Russia was not ready for a one-for-one exchange of 630 captives.",
        ),
        (EXCHANGE, "S4-03", "Maria Zakharova said that Russia was ready for a one-for-one exchange of 603 captives."),
        ("makiivka-surrender-2022-11", "S3-05", "Olha Stefanishyna said Ukraine will not investigate the footage."),
        ("makiivka-surrender-2022-11", "S3-04", "Dmytro Lubinets has never claimed that the scene was staged."),
        ("zaporizhzhia-surrender-killings-2024-11", "S1-17", "The expert said that the audio files had been faked."),
    ],
)
def test_what_is_negated_or_counted_otherwise_is_not_found(
    pow_accounts: Release, incident: str, statement: str, text: str
) -> None:
    assert statement not in told(pow_accounts, incident, text).found


def test_the_year_of_a_date_is_no_other_figure(pow_accounts: Release) -> None:
    text = "In November 2024 Maria Zakharova said that Russia was ready for a one-for-one exchange of 630 captives."

    assert "S4-03" in told(pow_accounts, EXCHANGE, text).found


def test_what_an_outlet_says_in_its_own_voice_is_never_missing(pow_accounts: Release) -> None:
    incident = pow_accounts.corpus.incidents["makiivka-surrender-2022-11"]
    own = {s.id for s in incident.statements if s.voice in ("outlet", "headline", "caption")}

    assert (
        not own & told(pow_accounts, incident.id, "A court in Lviv heard a case about a fence. It will go on.").absent
    )


def test_a_claim_carried_with_another_stance_is_told_with_that_stance(halven_strait: Release) -> None:
    text = "Orvelland's defence ministry denied that Tesmarran forces had fired the rocket from the southern shore."
    claims = [claim for told_of in told(halven_strait, HALL, text).claims.values() for claim in told_of]

    assert "denies" in {claim.stance for claim in claims}


def test_of_two_parts_of_a_sentence_the_one_about_the_account_tells_the_stance(halven_strait: Release) -> None:
    text = (
        "The general staff of Tesmarra rejects that: in its view a stray Orvellish interceptor fell back on the hall."
    )

    found = told(halven_strait, HALL, text).found

    assert (INTERCEPTOR in found, NO_INTERCEPTOR in found) == (True, False)


def test_a_figure_that_is_told_is_not_missing(halven_strait: Release) -> None:
    text = "Boats met 61 mines. The navy in Ebbrolt believes that the other side alone has put down about 140."

    assert "H1-11" not in told(halven_strait, "strait-mine-count-2031", text).absent


def test_what_somebody_else_is_named_for_is_not_found_as_a_states_word(halven_strait: Release) -> None:
    text = "He ascribes some 90 mines to Orvelland and 140 to Tesmarra. Nadim Okerlane, of the mission, calls for their charts of the mines."

    found = told(halven_strait, "strait-mine-count-2031", text).found

    assert found & {"H6-10", "H8-09", "H8-10"} == {"H6-10"}


def marked(kind: str, *passages: int, weight: float = 0.7) -> list[Signal]:
    return [Signal(kind, n, "x", weight, None, "x", Reason(kind, 0, 1, "x")) for n in passages]


@pytest.mark.parametrize(
    ("hall_at", "dam_at", "kept"),
    [
        ((0,), (3,), {DENIED}),
        ((3,), (0,), {DENIED_AT_THE_DAM}),
        ((1,), (1,), {DENIED, DENIED_AT_THE_DAM}),
        ((), (0,), {DENIED, DENIED_AT_THE_DAM}),
    ],
)
def test_of_two_incidents_in_a_sentence_of_one_side_the_one_spoken_of_nearer_is_told(
    halven_strait: Release, hall_at: tuple[int, ...], dam_at: tuple[int, ...], kept: set[str]
) -> None:
    text = "Tesmarra's general staff denied that its forces fired at the hall or at the dam."
    known, lines = halven_strait.corpus, read_lines(Page(split_passages((Block(0, text),)), lang="en"))
    marks = {HALL: marks_of(marked("place", *hall_at)), DAM: marks_of(marked("date", *dam_at))}
    cards = [Spoken(OnRecord.of(known.incidents[name], known), of) for name, of in marks.items()]

    assert {account for told_of in tell_cards(cards, lines) for account in told_of.found} == kept


def test_a_video_or_the_name_of_a_state_marks_no_incident() -> None:
    assert not marks_of([*marked("media", 0), *marked("name", 1, weight=0.07)])
    assert marks_of(marked("name", 1)) == {("name", 1, 0)}
