"""Words that are not in the language of a page say which they are in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from flask import render_template
from lxml import html

from beside.cards import deal
from beside.web.card_view import CardView, Standing
from beside.web.errors import respond
from beside.web.pointers import FieldError
from beside.web.problems import Problem
from beside.web.words import speak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask.testing import FlaskClient

    from beside.model import Release

MAKIIVKA = "/incidents/pow-accounts/makiivka-videos-2022-11"
HALL = "village-hall-yllverholt-2031-03"


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


def page_of(client: FlaskClient, path: str, accepted: str) -> html.HtmlElement:
    return html.document_fromstring(client.get(path, headers={"Accept-Language": accepted}).text)


def test_a_sentence_without_a_translation_is_marked_as_english(app: Flask) -> None:
    faults = [FieldError("#/a", "nobody has translated this"), FieldError("#/b", "must be one of a, b")]
    with app.test_request_context("/try"):
        speak("uk")
        page = html.document_fromstring(respond(Problem(422, "nor that", faults)).get_data(as_text=True))

    told = [(span.text_content(), span.get("lang")) for span in page.cssselect("main span")]
    assert told == [("Nor that", "en"), ("nobody has translated this", "en"), ("має бути одним із: a, b", None)]


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_what_the_corpus_and_the_sources_say_is_marked_with_its_language(client: FlaskClient, lang: str) -> None:
    (card,) = page_of(client, MAKIIVKA, lang).cssselect("article.card")

    for words in ("h4 bdi", ".says", "blockquote", ".verbatim"):
        assert {element.get("lang") for element in card.cssselect(words)} == {"en"}, words


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_what_the_corpus_has_in_the_language_of_the_page_is_not_marked(client: FlaskClient, lang: str) -> None:
    (card,) = page_of(client, MAKIIVKA, lang).cssselect("article.card")
    own = card.cssselect("h2, .claim bdi, .figures h4, .parallel a, header .facts dd")

    assert {(element.get("lang"), re.search("[A-Za-z]{2,}", element.text_content())) for element in own} == {
        (None, None)
    }
    assert not card.cssselect("header .facts [lang]")


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_what_no_corpus_has_in_the_language_of_the_page_is_marked(
    app: Flask, halven_strait: Release, lang: str
) -> None:
    untranslated = replace(halven_strait.corpus.incidents[HALL], translations=())
    view = CardView(deal(untranslated, halven_strait, reader=lang))
    with app.test_request_context("/"):
        speak(lang)
        page = html.document_fromstring(render_template("incident.html", view=view, standing=Standing()))

    for words in ("h2", ".claim bdi", ".figures h4"):
        assert {element.get("lang") for element in page.cssselect(f"article.card {words}")} == {"en"}, words


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_an_account_leaves_no_english_word_unmarked(client: FlaskClient, lang: str) -> None:
    (card,) = page_of(client, MAKIIVKA, lang).cssselect("article.card")
    for marked in card.cssselect("[lang=en], .verbatim, a[rel]"):
        marked.drop_tree()

    rest = " ".join(e.text_content() for e in card.cssselect("header, .account, .not-found, .missing, .wordings .who"))
    assert not re.findall("[A-Za-z]{2,}", rest)


def test_the_reasons_of_a_card_are_marked_with_the_language_of_the_page(client: FlaskClient) -> None:
    why = page_of(client, "/try?sample=dva-berehy", "ru").cssselect("details.why")[0]

    assert "«Іллвергольті»" in {e.text_content() for e in why.cssselect("li bdi[lang=uk]")}
    assert any("9 (раненые)" in e.text_content() for e in why.cssselect("li"))
    on_record = [e.text_content() for e in why.cssselect("li bdi[lang=en]")]
    assert "forces" in on_record  # a word of the record, which no translation touches
    assert all(words.isascii() for words in on_record)


def test_the_words_of_a_page_are_marked_with_its_language(client: FlaskClient) -> None:
    page = page_of(client, "/try?sample=dva-berehy", "en")

    assert {e.get("lang") for e in page.cssselect(".why .brief, .wordings .own blockquote, article.text")} == {"uk"}
