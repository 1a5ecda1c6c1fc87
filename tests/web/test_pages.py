"""The pages for people, with a real reader: what they say, what they mark, what they never do."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from lxml import html

from beside.model import Limit, PageRequest
from beside.web.gate import MAX_BODY
from beside.web.sample import NAMES, sample
from beside.web.wording import language_name
from beside.web.words import t

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from beside.reader import Reader

OURS = {"Sec-Fetch-Site": "same-origin"}
MAKIIVKA = "/incidents/pow-accounts/makiivka-videos-2022-11"
TEXT = (
    "Ten soldiers were shot at Makiivka in November 2022, Moscow says.\r\nUkraine’s ombudsman calls the video staged."
)
SHEETS = ["/static/card.css", "/static/beside.css", "/static/icon.svg"]
PAGES = ["/", "/about", "/try", "/try?sample=dva-berehy", MAKIIVKA, "/pair/" + "0" * 64, "/nothing"]


def paste(client: FlaskClient, text: str) -> str:
    return client.post("/try", data={"text": text}, headers=OURS).text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_a_script_or_a_style_of_its_own_or_leads_elsewhere_by_itself(
    client: FlaskClient, path: str
) -> None:
    page = client.get(path).text

    assert not re.search(r"<script|<style|<iframe|<img|\son\w+=|\sstyle=|javascript:", page)
    assert set(re.findall(r'<link[^>]+href="([^"]+)"', page)) == set(SHEETS)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_that_nothing_is_ruled(client: FlaskClient, path: str) -> None:
    assert "beside does not say which of them is right" in client.get(path).text


def test_the_start_page_has_the_two_steps_and_what_is_on_record(client: FlaskClient) -> None:
    page = client.get("/").text

    assert "chrome://extensions" in page
    assert "about:debugging" in page
    assert 'href="/try"' in page
    assert "123 statements in 5 documents" in page


@pytest.mark.parametrize("path", SHEETS)
def test_what_the_pages_need_is_there(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        assert answer.status_code == 200


def test_the_sample_stands_beside_its_cards_with_every_sentence_marked(client: FlaskClient) -> None:
    page = html.document_fromstring(client.get("/try").text)
    cards = page.cssselect("article.card")
    linked = {a.get("href") for card in cards for a in card.cssselect(".here a.ref")}

    assert len(cards) >= 3
    assert linked == {f"#{mark.get('id')}" for mark in page.cssselect("mark")}
    assert [c.get("id") for c in cards] == list(dict.fromkeys(a.get("href")[1:] for a in page.cssselect(".text a.ref")))


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_shown_word_for_word(client: FlaskClient, name: str) -> None:
    page = html.document_fromstring(client.get(f"/try?sample={name}").text)
    for reference in page.cssselect(".text a.ref"):
        reference.drop_tree()
    shown = " ".join(page.cssselect("article.text")[0].text_content().split())

    assert shown == " ".join(block.text for block in sample(name).blocks)


def test_a_pasted_text_is_read_and_marked(client: FlaskClient) -> None:
    page = html.document_fromstring(paste(client, TEXT))

    assert [h.text_content() for h in page.cssselect("article.card h2")] == ["Videos from Makiivka, November 2022"]
    assert page.cssselect("mark")[0].text_content().startswith("Ten soldiers")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT, "Read in: English (guessed from its words)."),
        ("У Макіївці стратили полонених, заявили в Києві, і їхні імена ще невідомі.", "Read in: Ukrainian (guessed"),
        ("12 34", "The language of the text is not known."),
    ],
)
def test_a_page_says_in_which_language_the_text_was_read(client: FlaskClient, text: str, told: str) -> None:
    (cards,) = html.document_fromstring(paste(client, text)).cssselect("section.cards")

    assert cards.cssselect("p.count")[0].text_content().startswith(told)


@pytest.mark.parametrize(
    ("code", "name"),
    [("uk", "Ukrainian"), ("zh-Hans", "Chinese (Simplified)"), ("q", "q"), ("xx", "xx")],
)
def test_a_language_goes_by_its_name_where_there_is_one(code: str, name: str) -> None:
    assert language_name(code) == name


def test_a_pasted_text_is_shown_as_text(client: FlaskClient) -> None:
    page = paste(client, "<script>alert(1)</script> & “so on”\n{{ 7*7 }}")

    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “so on”\n{{ 7*7 }}" in page


def test_nothing_found_is_no_praise_and_no_blame(client: FlaskClient) -> None:
    assert "That says nothing about whether the text is right" in paste(client, "A cake needs four eggs.")


@pytest.mark.parametrize("text", ["", " \r\n\t "])
def test_no_text_is_not_called_a_text_without_incidents(client: FlaskClient, text: str) -> None:
    page = paste(client, text)

    assert "There is no text here to read." in page
    assert "No incident on record was found" not in page


def test_nothing_found_by_some_is_not_called_nothing_on_record(
    client: FlaskClient, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = replace(reader.read(PageRequest(text="A cake.")), limits=(Limit("matcher_out", "places", "too_slow"),))
    monkeypatch.setattr(reader, "read", lambda _: answer)
    page = paste(client, "A cake needs four eggs.")

    assert t("noneIncompleteTitle") in page
    assert t("limitMatcher", "places") in html.document_fromstring(page).text_content()
    assert "No incident on record was found" not in page


def test_a_language_without_a_measure_is_told(client: FlaskClient) -> None:
    polish = "W Makijiwce rozstrzelano jeńców, podała Moskwa, a nazwiska żołnierzy nie są jeszcze znane nikomu."

    assert t("limitLanguage", "Polish") in paste(client, polish)
    assert 'class="notice"' not in paste(client, TEXT)


@pytest.mark.parametrize("text", ["a\x00b", "a" * 200_001])
def test_a_text_that_can_not_be_read_gets_a_plain_page(client: FlaskClient, text: str) -> None:
    answer = client.post("/try", data={"text": text}, headers=OURS)

    assert (answer.status_code, answer.mimetype) == (422, "text/html")
    assert "The request is not valid" in answer.text


def test_the_longest_text_of_cyrillic_letters_fits_into_a_form(client: FlaskClient) -> None:
    (field,) = html.document_fromstring(client.get("/try").text).cssselect("textarea#text")

    assert len(urlencode({"text": "ї" * int(field.get("maxlength"))})) <= MAX_BODY


@pytest.mark.parametrize(
    ("method", "path", "form", "status"),
    [
        ("POST", "/try", {"data": {"text": "ї" * (MAX_BODY // 6 + 1)}}, 413),
        ("POST", "/try", {"json": {"text": "a"}}, 415),
        ("POST", "/nothing", {"data": {"text": "a"}}, 404),
        ("DELETE", "/try", {}, 405),
        ("POST", "/try", {"data": {"text": "a\x00b"}}, 422),
    ],
)
def test_every_refusal_of_a_page_is_a_page(
    client: FlaskClient, method: str, path: str, form: dict[str, Any], status: int
) -> None:
    answer = client.open(path, method=method, headers=OURS, **form)

    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert "To the start page" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_incident_goes_by_its_slug_too(client: FlaskClient) -> None:
    by_slug = client.get("/incidents/pow-accounts/makiivka-videos-2022-11")

    assert by_slug.text == client.get(MAKIIVKA).text
    assert client.get("/incidents/halven-strait/makiivka-videos-2022-11").status_code == 404


def test_an_incident_has_a_page_with_every_account_in_the_same_shape(client: FlaskClient) -> None:
    page = html.document_fromstring(client.get(MAKIIVKA).text)
    shapes = {
        tuple(e.tag for e in account.iter() if e.tag in ("h4", "p", "blockquote", "dt", "dd"))
        for account in page.cssselect("li.account")
    }

    assert len(page.cssselect("li.account")) == 16
    assert shapes == {("h4", "p", "p", "p", "p", "blockquote", *("dt", "dd") * 5)}


def test_a_card_says_what_it_knows_and_what_it_does_not(client: FlaskClient) -> None:
    page = " ".join(html.document_fromstring(client.get(MAKIIVKA).text).text_content().split())

    assert "Contested: accounts on record contradict one another: 16 statements in 1 document." in page
    assert "Makiivka, Luhansk Oblast (said to be)" in page
    assert "No address is known for this document." in page
    assert "In order of date, document, place in the document." in page
    assert "What happened there answers nothing here." in page


def test_nobody_is_said_to_investigate_who_has_only_pledged_to(client: FlaskClient) -> None:
    page = html.document_fromstring(client.get(MAKIIVKA).text)

    assert "says it will investigate" in [stance.text_content() for stance in page.cssselect(".stance span")]
    assert "Say that they investigate, or will" in [term.text_content() for term in page.cssselect(".stacked dt")]


def test_graphic_words_are_folded_and_nothing_else_is(client: FlaskClient) -> None:
    page = html.document_fromstring(client.get(MAKIIVKA).text)
    folded = page.cssselect("li.account > details.graphic")

    assert ["a second video" in fold.text_content() for fold in folded] == [True]
    assert "Some of these words describe violence or death. They are folded" in page.text_content()
    assert not [fold for fold in page.cssselect("details") if fold.get("open") is not None]
    assert not page.cssselect(".graphic h4, .graphic .role, .graphic .stance, .graphic dl, .graphic .who")


def test_a_topic_is_never_called_an_incident(client: FlaskClient) -> None:
    page = html.document_fromstring(client.get("/incidents/pow-accounts/missile-strikes-count-2022-11").text)

    assert [kind.text_content() for kind in page.cssselect(".kind")] == ["Topic"]
    assert "Accounts on this topic" in page.text_content()


def test_a_card_keeps_its_address(client: FlaskClient) -> None:
    page = html.document_fromstring(client.get(MAKIIVKA).text)
    (permanent,) = [a.get("href") for a in page.cssselect(".card > footer a")]

    assert re.fullmatch(re.escape(MAKIIVKA) + r"\?release=[0-9a-f]{8}", permanent)
    assert client.get(permanent).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (MAKIIVKA.replace("pow-accounts", "halven-strait"), 404),
        (MAKIIVKA + "?release=00000000", 404),
        (MAKIIVKA + "?release=x", 422),
    ],
)
def test_what_is_not_there_gets_a_plain_page(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.mimetype) == (status, "text/html")


@pytest.mark.parametrize(
    ("method", "allowed"), [("DELETE", {"GET", "HEAD", "POST"}), ("OPTIONS", {"GET", "HEAD", "POST"})]
)
def test_a_page_can_only_be_had_and_sent(client: FlaskClient, method: str, allowed: set[str]) -> None:
    answer = client.open("/try", method=method)

    assert (answer.status_code, set(answer.headers["Allow"].split(", "))) == (405, allowed)
