"""The pages in three languages: which one is spoken, how it is changed and kept, what stays in its own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from beside.web.languages import NAMES
from beside.web.spoken_dates import spoken
from beside.web.words import LANGUAGES, OWN, SHARED, counted, listed, messages, number, rich, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

OURS = {"Sec-Fetch-Site": "same-origin"}
MAKIIVKA = "/incidents/pow-accounts/makiivka-videos-2022-11"
PAGES = ["/", "/about", "/try", "/try?sample=dva-berehy", MAKIIVKA, "/pair/" + "0" * 64, "/nothing"]
TEMPLATES = Path(__file__).parents[2] / "server" / "beside" / "web" / "templates"


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    speak("en")


def page_of(client: FlaskClient, path: str, accepted: str = "") -> html.HtmlElement:
    return html.document_fromstring(client.get(path, headers={"Accept-Language": accepted}).text)


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("uk-UA,uk;q=0.9,en;q=0.5", "uk"), ("ru", "ru"), ("de-DE,de;q=0.9", "en"), ("de,ru;q=0.3,uk;q=0.6", "uk"),
        ("", "en"), ("*", "en"), ("en-GB,uk;q=0.9", "en"), ("uk;q=0,ru;q=0", "en"), ("\xff;;q=x,,", "en"),
    ],
)  # fmt: skip
def test_a_page_speaks_what_the_browser_asks_for(client: FlaskClient, accepted: str, lang: str) -> None:
    assert page_of(client, "/", accepted).get("lang") == lang


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_address_outranks_the_browser_and_every_link_keeps_it(client: FlaskClient, path: str, lang: str) -> None:
    page = page_of(client, f"{path}{'&' if '?' in path else '?'}lang={lang}", "ru" if lang == "uk" else "uk")
    asked = [str(e.get("href") or e.get("action")) for e in page.cssselect("a[href], form[action]")]
    told = Counter(parse_qs(urlsplit(address).query)["lang"][0] for address in asked if address[0] in "/?")

    assert page.get("lang") == lang
    assert all(told[other] == 1 for other in LANGUAGES if other != lang)
    assert told.keys() == set(LANGUAGES)


@pytest.mark.parametrize("path", PAGES)
def test_without_a_choice_no_link_makes_one_but_those_that_offer_it(client: FlaskClient, path: str) -> None:
    page = page_of(client, path, "uk")
    chosen = [a for a in page.cssselect("a[href], form[action]") if "lang=" in str(a.get("href") or a.get("action"))]

    assert [(a.get("lang"), a.text_content()) for a in chosen] == [("en", "English"), ("ru", "Русский")]


def test_a_language_that_we_do_not_speak_is_no_choice(client: FlaskClient) -> None:
    page = page_of(client, MAKIIVKA + '?lang="><b>')

    assert page.get("lang") == "en"
    assert not page.cssselect("a[href*='<b>']")


def test_another_language_shows_the_same_sample_and_the_same_release(client: FlaskClient) -> None:
    permanent = str(page_of(client, MAKIIVKA).cssselect(".card > footer a")[0].get("href"))
    for path in ("/try?sample=dva-berehy", permanent):
        (other,) = page_of(client, path).cssselect("nav.languages a[lang=uk]")

        assert other.get("href") == f"?{urlsplit(path).query}&lang=uk"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pasted_text_is_kept_for_the_other_languages(client: FlaskClient, lang: str) -> None:
    told = client.post(f"/try?lang={lang}", data={"text": "\nНіч."}, headers=OURS).text
    page = html.document_fromstring(told)
    others = {button.get("lang"): button for button in page.cssselect(".languages button[form=own]")}

    assert page.cssselect("form#own textarea")[0].text == "\n\nНіч."  # browsers leave the first out
    assert {code: b.get("formaction") for code, b in others.items()} == {
        code: f"/try?lang={code}" for code in LANGUAGES if code != lang
    }


@pytest.mark.parametrize(("lang", "shown"), [("en", "three-weeks"), ("ru", "odna-gavan"), ("uk", "dva-berehy")])
def test_the_first_sample_is_one_in_the_readers_language(client: FlaskClient, lang: str, shown: str) -> None:
    (current,) = page_of(client, f"/try?lang={lang}").cssselect(".samples [aria-current]")

    assert current.get("href") == f"/try?sample={shown}&lang={lang}"


def test_what_was_sent_as_a_form_leads_on_in_its_language(client: FlaskClient) -> None:
    def after(answer: TestResponse) -> str:
        return answer.location

    pairing = "/pair/" + "1" * 64
    client.get(pairing)
    form = {"corpus": "pow-accounts", "incident": "makiivka-surrender-2022-11", "release": "0" * 64, "kind": "other"}
    form["release"] = client.get("/v1/about").json["releases"]["pow-accounts"]  # type: ignore[index] # it is an object

    assert after(client.post(f"{pairing}?lang=uk", data={"answer": "deny"}, headers=OURS)) == f"{pairing}?lang=uk"
    kept = after(client.post("/feedback?lang=uk", data=form, headers=OURS))
    assert page_of(client, kept).cssselect("h1")[0].text_content() == "Ваше зауваження збережено"


def test_a_page_that_failed_repeats_nothing_of_its_address(client: FlaskClient) -> None:
    page = client.get(MAKIIVKA + "?release=kanarek&kanarek=1", headers={"Accept-Language": "uk"}).text

    assert "kanarek" not in page
    assert "Із запитом щось не так" in page


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"text": "a\x00b"}, "#/text не може містити символу U+0000"),
        ({"text": "a" * 200_001}, "#/text має містити не більше 200000 знаків"),
    ],
)
def test_a_fault_is_told_in_the_language_of_the_page(client: FlaskClient, sent: dict[str, str], told: str) -> None:
    answer = client.post("/try?lang=uk", data=sent, headers=OURS)
    page = " ".join(html.document_fromstring(answer.text).text_content().split())

    assert told in page
    assert "Полів, які слід виправити: 1." in page


def test_a_refusal_at_the_gate_speaks_the_language_too(client: FlaskClient) -> None:
    answer = client.post("/try?lang=ru", data={"text": "a" * 1_100_000}, headers=OURS)

    assert answer.status_code == 413
    assert "Слишком много за один раз" in answer.text
    assert 'href="/?lang=uk"' in answer.text


def test_scripts_are_answered_in_english(client: FlaskClient) -> None:
    answer = client.get("/v1/cards?lang=uk", headers={"Accept-Language": "uk"})

    assert answer.json is not None
    assert answer.json["title"] == "Not allowed without a token"


def test_the_page_of_the_admin_is_in_english(client: FlaskClient) -> None:
    page = page_of(client, "/matchers?lang=uk")

    assert page.get("lang") == "en"
    assert not page.cssselect(".languages")


OURS_ALONE = ["/", "/about", "/pair/" + "0" * 64, "/nothing", "/reported/pow-accounts/makiivka-surrender-2022-11"]


@pytest.mark.parametrize("lang", ["uk", "ru"])
@pytest.mark.parametrize("path", OURS_ALONE)
def test_no_word_of_the_pages_is_left_in_english(client: FlaskClient, path: str, lang: str) -> None:
    """Latin letters stand only in what is marked as another language, in names, and in code."""
    page = page_of(client, path, lang)
    for other in page.cssselect("head, [lang]:not(html), code, h3, .on, dd, [scope=row], td:nth-child(2)"):
        other.drop_tree()

    assert set(re.findall(r"[A-Za-z]{2,}", page.text_content())) - {"beside", "Firefox"} == set()


@pytest.mark.parametrize("lang", ["uk", "ru"])
@pytest.mark.parametrize("path", ["/try", "/try?sample=dva-berehy", MAKIIVKA])
def test_no_label_of_a_card_is_left_in_english(client: FlaskClient, path: str, lang: str) -> None:
    labels = page_of(client, path, lang).cssselect(
        ".card h3, dt, .card summary, legend, .card button, .marks, .stance, .state, .report span, section > .note"
    )

    assert len(labels) > 20
    assert not [words for e in labels if re.search("[A-Za-z]", words := e.text_content())]


def test_names_on_record_are_those_that_the_page_uses(client: FlaskClient) -> None:
    why = page_of(client, "/try?sample=dva-berehy", "en").cssselect("details.why")[0].text_content()

    assert "place: “Іллвергольті” on the page, Yllverholt (Іллвергольт) on record" in why
    assert "9 (people injured) on record" in why


def test_a_reader_of_the_pages_language_sees_its_names_alone(client: FlaskClient) -> None:
    why = page_of(client, "/try?sample=dva-berehy", "uk").cssselect("details.why")[0].text_content()

    assert "Іллвергольт" in why
    assert "Yllverholt" not in why


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_the_same_things(lang: str) -> None:
    own, english = messages(lang, OWN), messages("en", OWN)

    assert english.keys() <= own.keys()
    assert {k for k in english if set(re.findall(r"\$\d", own[k])) != set(re.findall(r"\$\d", english[k]))} == set()
    assert not own.keys() & messages(lang, SHARED).keys()


def test_every_key_that_a_page_asks_for_has_words() -> None:
    texts = "".join(file.read_text("utf-8") for file in TEMPLATES.glob("*.html") if file.name != "matchers.html")
    known = messages("en", SHARED).keys() | messages("en", OWN).keys()

    assert set(re.findall(r'\b(?:t|rich)\("(\w+)"[,)]', texts)) <= known
    assert {f"{key}_other" for key in re.findall(r'counted\("(\w+)"', texts)} <= known


def test_values_are_escaped_and_parts_of_a_page_are_not() -> None:
    assert "&lt;b&gt;" in rich("noCorpus", "<b>")
    assert rich("pairTitle") == "Connect the extension"


@pytest.mark.parametrize(
    ("lang", "day", "month", "count", "thousand"),
    [
        ("uk", "21 листопада 2022 р.", "листопад 2022 р.", "4 документи", "4 700"),
        ("ru", "21 ноября 2022 г.", "ноябрь 2022 г.", "4 документа", "4 700"),
    ],
)
def test_dates_and_numbers_are_those_of_the_language(
    lang: str, day: str, month: str, count: str, thousand: str
) -> None:
    speak(lang)

    assert [" ".join(spoken(edtf).split()) for edtf in ("2022-11-21", "2022-11", "2022")] == [day, month, "2022"]
    assert " ".join(counted("held", 4).split()) == count
    assert " ".join(number(4700).split()) == thousand
    assert listed("абв") == ("а, б і в" if lang == "uk" else "а, б и в")


def test_the_choice_of_languages_favours_none() -> None:
    assert list(NAMES) == sorted(NAMES) == list(LANGUAGES)
