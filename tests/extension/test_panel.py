"""What the reader meets in the panel, in both browsers: the card, and every state."""

from __future__ import annotations

import socket

import pytest
from browsers import Browser
from stand_in import TOKEN, StandIn

from cards import HOSTILE, account, card

PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."
SHAPES = """() => [...document.querySelectorAll('.account')].map((account) =>
  [...account.querySelectorAll('dt, :scope > *')].map((part) => part.matches('dt') ? part.textContent : part.tagName))"""


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences = [card()], [PLAIN]
    return browser


def shown(browser: Browser, site: str, words: str, path: str = "/article") -> str:
    """The words of the panel after a click on the page, once they hold ``words``."""
    browser.open(f"{site}{path}")
    browser.click_button()
    browser.until(lambda: words in browser.panel_text())
    return browser.panel_text()


def test_an_account_is_found_or_not_found_or_neither_is_said(connected: Browser, site: str) -> None:
    shown(connected, site, "Accounts of this incident")
    marks = connected.panel("() => [...document.querySelectorAll('.account .mark')].map((e) => e.textContent)")
    found, unfound, untold = "Found in this page", "Not found in the text read", "Not determined for this page"
    assert marks == [found, unfound, unfound, untold]


def test_a_card_says_who_said_what_through_whom_and_when(connected: Browser, site: str) -> None:
    text = shown(connected, site, "Accounts of this incident")
    for words in (
        "CARD-TEXT of a test, March 2031",
        "first told: March 2031 (named in the source)",
        "A place (said to be)",
        "speaks of this incident",
        "Same incident because",
        "place: A place",
        "Contested: accounts on record contradict one another: 4 statements in 2 documents.",
        "Speaker E (may have spoken elsewhere)",
        "In order of date, document, place in the document.",
        "Speaker A",
        "“a phrase of A”",
        "An Agency → An Outlet",
        "An Outlet (inferred), 5 March 2031, 10:30 (named in the source)",
        "4 March 2031 (date of the document)",
        "outlet not named, 2031 (inferred)",
        "No address is known for this document.",
        "On the question: Whether this is a test",
        "no other outlet",
        "put as reported, in the words “could not”",
        "1 passage, 1 incident on record",
        "beside does not say which is right",
        "The number of highlights says nothing about the quality of the page.",
        "test, release 9f2c41d0",
    ):
        assert words in text, words


def test_the_language_the_page_was_read_in_stands_above_the_cards(
    connected: Browser, stand_in: StandIn, site: str
) -> None:
    stand_in.read = {"lang": "uk", "lang_basis": "guessed"}
    shown(connected, site, "Accounts of this incident")
    above = "() => document.querySelector('main .card').previousElementSibling.textContent"
    assert connected.panel(above) == "Read in: Ukrainian (guessed from its words)"


def test_stances_are_plain_words(connected: Browser, site: str) -> None:
    shown(connected, site, "Accounts of this incident")
    stances = "() => [...document.querySelectorAll('.stance > :first-child')].map((e) => e.textContent)"
    assert connected.panel(stances) == ["says", "denies", "says it will investigate", "says it could not verify"]


def test_every_account_has_the_same_shape(connected: Browser, site: str) -> None:
    shown(connected, site, "Accounts of this incident")
    assert len(set(map(tuple, connected.panel(SHAPES)))) == 1


def test_links_land_on_the_quoted_words(connected: Browser, stand_in: StandIn, site: str) -> None:
    own = "https://outlet.example/story#:~:text=before-,a%20phrase"
    stand_in.cards = [card(accounts=[account("A", link=own), account("B"), account("C", link="javascript:alert(1)")])]
    shown(connected, site, "Accounts of this incident")
    links = connected.panel("() => [...document.querySelectorAll('.account a')].map((a) => [a.href, a.rel])")
    made = "https://outlet.example/story#:~:text=a%20phrase%20of%20"
    assert links == [[href, "noopener noreferrer"] for href in (own, f"{made}B", f"{made}C")]


def test_hostile_words_are_shown_as_they_are(connected: Browser, stand_in: StandIn, site: str) -> None:
    said = account("A", says=HOSTILE, speaker={"agent": HOSTILE, "name": HOSTILE, "role": HOSTILE}, stance=HOSTILE)
    stand_in.cards = [card(title=HOSTILE, accounts=[said], claims={"C1": {"kind": "factual", "text": HOSTILE}})]
    shown(connected, site, "Accounts of this incident")
    assert connected.panel("() => document.querySelector('.says').textContent") == HOSTILE
    assert connected.panel("() => [document.title, document.querySelectorAll('main img, main script').length]") == [
        "beside",
        0,
    ]


def test_graphic_words_are_folded_and_the_rest_is_not(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.cards = [card(graphic=True, accounts=[account(letter, graphic=True) for letter in "ABC"])]
    text = shown(connected, site, "Accounts of this incident")
    assert "Some of these words describe violence or death." in text
    seen = """() => [...document.querySelectorAll('.says, .account h4')].filter((e) => e.checkVisibility())
                      .map((e) => e.tagName)"""
    assert connected.panel(seen) == ["H4", "H4", "H4"]
    connected.press_in_panel(".accounts > button")
    connected.until(lambda: connected.panel(seen) == ["H4", "P"] * 3)


def test_parallel_allegations_stand_apart_closed(connected: Browser, site: str) -> None:
    text = shown(connected, site, "Other incidents with allegations of the same kind")
    assert "answers nothing here" in text
    assert connected.panel("() => document.querySelector('.parallel').open") is False
    assert connected.panel("() => document.querySelector('.parallel').closest('.accounts')") is None


def test_a_topic_is_called_one(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.cards = [card(kind="pattern")]
    text = shown(connected, site, "Accounts on this topic")
    assert "Topic" in text
    assert "ame incident" not in text


def test_no_incident_is_no_judgement(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.cards = []
    text = shown(connected, site, "No incident on record for the text read")
    assert "This says nothing about whether the page is right." in text
    assert connected.badge() == ""


OUT = [{"code": "matcher_out", "matcher": "dates", "state": "too_slow"}]


def test_nothing_found_while_a_matcher_is_out_is_told_so_and_can_be_asked_again(
    connected: Browser, stand_in: StandIn, site: str
) -> None:
    stand_in.cards, stand_in.limits = [], OUT
    text = shown(connected, site, "Nothing found, but not everything was asked")
    assert "No incident on record" not in text
    assert "A way of matching gave no answer: dates." in text
    assert "raw" not in text
    stand_in.limits = []
    connected.press_in_panel("main button")  # Read again
    connected.until(lambda: "No incident on record for the text read" in connected.panel_text())


def test_what_an_answer_falls_short_in_stands_above_its_cards(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.limits = [*OUT, {"code": "language_unmeasured", "language": "pl"}, {"code": "of another version"}]
    text = shown(connected, site, "Accounts of this incident")
    notes = "() => [...document.querySelectorAll('main > .notice')].map((note) => note.textContent)"
    matcher, language = connected.panel(notes)
    assert matcher.startswith("A way of matching gave no answer: dates.")
    assert language.startswith(
        "For pages in this language (Polish), how well incidents are found has not been measured."
    )
    assert "raw" not in text


def test_while_it_reads_it_says_so(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.hold.clear()
    shown(connected, site, "Reading this page")
    assert connected.panel("() => document.getElementById('main').getAttribute('aria-busy')") == "true"
    stand_in.hold.set()
    connected.until(lambda: "Accounts of this incident" in connected.panel_text())


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (503, "The service is busy"),
        (500, "The check failed"),
        (422, "could not take this page"),
        (404, "Something else"),
    ],
)
def test_troubles_have_a_sentence_and_a_way_on(
    connected: Browser, stand_in: StandIn, site: str, status: int, words: str
) -> None:
    stand_in.status = status
    shown(connected, site, words)
    connected.until(lambda: connected.badge() == "!")
    stand_in.status = 200
    connected.until(lambda: connected.panel("() => Boolean(document.querySelector('main button'))"))
    connected.press_in_panel("main button")
    connected.until(lambda: "Accounts of this incident" in connected.panel_text())


def test_a_service_that_is_not_running_can_be_started(browser: Browser, stand_in: StandIn, site: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
    browser.store(address=nobody, token=TOKEN)
    text = shown(browser, site, "The service is not running")
    assert nobody in text
    assert "make run" in text


def test_another_program_at_the_port_is_not_believed(connected: Browser, stand_in: StandIn, site: str) -> None:
    stand_in.foreign = True
    shown(connected, site, "Something else answers there")


def test_a_refused_token_is_forgotten(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.store(token="of another service")
    shown(connected, site, "The service no longer knows this browser")
    assert connected.in_extension("() => (globalThis.browser ?? chrome).storage.local.get('token')") == {}


def test_a_page_without_text_is_not_sent(connected: Browser, stand_in: StandIn, site: str) -> None:
    shown(connected, site, "No text on this page", "/empty")
    assert stand_in.requests == []


def test_a_page_of_the_browser_cannot_be_read(connected: Browser) -> None:
    connected.open("chrome://version/" if connected.name == "chromium" else "about:license")
    connected.click_button()
    connected.until(lambda: "This page cannot be read" in connected.panel_text())


def test_each_tab_has_its_own_panel(connected: Browser, site: str) -> None:
    first = connected.open(f"{site}/article")
    connected.click_button()
    connected.until(lambda: "Accounts of this incident" in connected.panel_text())
    connected.open(f"{site}/article?second")
    connected.until(lambda: "No page has been read here" in connected.panel_text())
    connected.switch(first)
    connected.until(lambda: "Accounts of this incident" in connected.panel_text())


def test_the_address_stays_on_this_computer(connected: Browser) -> None:
    kept = "() => (globalThis.browser ?? chrome).storage.local.get(['address', 'token'])"
    typed = """async (address) => { document.getElementById('address').value = address;
                 const told = document.getElementById('told');
                 told.textContent = '';
                 document.getElementById('form').requestSubmit();
                 while (!told.textContent) await new Promise((done) => setTimeout(done, 10));
                 return told.textContent; }"""
    before = connected.in_extension(kept)
    connected.open_settings()
    assert connected.page(typed, "http://evil.example:8377").startswith("Not taken")
    assert connected.in_extension(kept) == before
    assert connected.page(typed, "http://localhost:9000/") == "Saved."
    assert connected.in_extension(kept) == {"address": "http://127.0.0.1:9000"}
