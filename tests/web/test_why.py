"""POST /v1/why: the words a card hangs on, for whoever may ask for cards, so often and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from beside.web.pace import TRIES
from beside.web.why_schemas import WhyAnswerSchema

if TYPE_CHECKING:
    from flask.testing import FlaskClient

HALL = "village-hall-yllverholt-2031-03"
PAGE = {
    "text": "A rocket hit the village hall of Yllverholt on 14 March 2031, and nine were hurt, Selquara says.",
    "corpora": ["halven-strait"],
}


def test_it_names_the_words_and_what_was_nearly_taken_for_it(client: FlaskClient, bearer: dict[str, str]) -> None:
    answer = client.post("/v1/why", json=PAGE, headers=bearer)
    (why,) = answer.json["why"]

    assert WhyAnswerSchema().validate(answer.json) == {}
    assert why["incident"] == HALL
    assert why["words"]
    assert all(word in PAGE["text"] for word in why["words"])


def test_one_matcher_may_be_asked_about(client: FlaskClient, bearer: dict[str, str]) -> None:
    answer = client.post("/v1/why", json={**PAGE, "matcher": "places", "incident": HALL}, headers=bearer)

    assert [(why["matcher"], why["words"]) for why in answer.json["why"]] == [("places", ["Yllverholt"])]


def test_it_wants_a_token(client: FlaskClient) -> None:
    assert client.post("/v1/why", json=PAGE).status_code == 401


@pytest.mark.parametrize("wrong", [{"matcher": 1}, {"unknown": "x"}, {"corpora": ["no-such"]}])
def test_what_is_not_in_the_form_is_refused(
    wrong: dict[str, object], client: FlaskClient, bearer: dict[str, str]
) -> None:
    assert client.post("/v1/why", json={**PAGE, **wrong}, headers=bearer).status_code == 422


def test_it_can_be_asked_so_often_and_no_more(client: FlaskClient, bearer: dict[str, str]) -> None:
    rice = {"text": "Boil the rice.", "corpora": ["halven-strait"]}
    statuses = [client.post("/v1/why", json=rice, headers=bearer).status_code for _ in range(TRIES + 1)]

    assert statuses == [200] * TRIES + [429]
