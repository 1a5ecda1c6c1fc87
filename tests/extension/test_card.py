"""The card as a reader meets it in the panel, in both browsers: every section, and what it must not say."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browsers import Browser
from stand_in import RELEASE, TOKEN, StandIn

from cards import account, rich

PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."
TEXTS = "(selector) => [...document.querySelectorAll(selector)].map((e) => e.textContent.replace(/\\s+/g, ' ').trim())"
SHAPES = """() => [...document.querySelectorAll('.account')].map((account) =>
  [...account.querySelectorAll('dt, :scope > *')].map((part) => part.matches('dt') ? part.textContent : part.className))"""


@pytest.fixture
def reading(browser: Browser, stand_in: StandIn, site: str) -> Browser:
    """A panel that shows the richest of all cards."""
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences, stand_in.published = [rich()], [PLAIN], "2031-03-05"
    read(browser, site)
    return browser


def read(browser: Browser, site: str) -> None:
    browser.open(f"{site}/article")
    browser.click_button()
    browser.until(lambda: "Accounts of this incident" in browser.panel_text())


def texts(browser: Browser, selector: str) -> list[str]:
    found: list[str] = browser.panel(TEXTS, selector)
    return found


def section(browser: Browser, name: str) -> str:
    (found,) = texts(browser, f".card > .{name}")
    return found


def test_the_sections_stand_in_their_order(reading: Browser) -> None:
    names = reading.panel("() => [...document.querySelector('.card').children].map((e) => e.className || e.localName)")
    assert names == (
        "header here accounts not-found missing wordings figures known parallel why reporting footer".split()
    )


def test_marks_are_equal_in_shape_whatever_they_say(reading: Browser) -> None:
    marks = ["Found in this page", "Not found in the text read", "Not determined for this page"]
    assert texts(reading, ".account .mark") == [*marks, marks[1]]
    assert len(set(map(tuple, reading.panel(SHAPES)))) == 1
    assert texts(reading, ".account .later") == ["Given after this page’s date"]


def test_what_was_not_found_is_told_of_every_speaker_alike_and_without_a_number(reading: Browser) -> None:
    question = "Whether this is a test"
    assert texts(reading, ".not-found li") == [
        f"Speaker B denies{question}",
        f"Speaker D doubtsGiven after this page’s date{question}",
    ]
    assert not re.search(r"\d", section(reading, "not-found"))
    target = reading.panel("() => document.querySelector(document.querySelector('.not-found a').hash).textContent")
    assert "Speaker B" in target


def test_none_in_this_corpus_is_something_else_than_not_found(reading: Browser) -> None:
    assert texts(reading, ".missing h3") == ["None in this corpus from"]
    held = "This corpus holds 5 documents, to 16 May 2031; Speaker E may have spoken elsewhere."
    assert texts(reading, ".missing li") == [f"Speaker E{held}"]
    assert "Speaker E" not in section(reading, "not-found")


def test_of_a_page_that_was_cut_nothing_is_said_to_be_missing(reading: Browser, stand_in: StandIn, site: str) -> None:
    untold = [account(letter, on_page=True if letter == "A" else None) for letter in "ABC"]
    stand_in.cards = [rich(accounts=untold)]
    read(reading, site)
    reading.until(lambda: len(texts(reading, ".account")) == 3)
    assert texts(reading, ".not-found") == []
    assert "Not found" not in reading.panel_text()


def test_wordings_stand_verbatim_in_order_of_date_with_those_of_the_page(reading: Browser) -> None:
    quotes = [f"“a phrase of {letter}”" for letter in "ABD"]
    assert texts(reading, ".wordings blockquote") == [*quotes[:2], f"“{PLAIN}”", quotes[2]]
    who = texts(reading, ".wordings .who")
    assert who[0] == "4 March 2031 (date of the document) · Speaker A, in An Outlet (inferred)"
    assert who[2] == "5 March 2031 · This page"
    assert texts(reading, ".wordings .own") == [f"5 March 2031 · This page“{PLAIN}”"]


def test_all_numbers_for_one_thing_stand_on_one_strip_and_none_is_the_best(reading: Browser) -> None:
    assert texts(reading, ".figures h4") == ["tests"]
    assert texts(reading, ".figures .value") == ["about 10", "more than 1,200", "12"]
    own = "12“twelve”This page5 March 2031"
    assert texts(reading, ".figures .own") == [own]
    assert texts(reading, ".strip li") == [
        "about 10“words of A for 10”Speaker A4 March 2031Found in this page",
        "more than 1,200“words of B for 1200”Speaker B4 March 2031",
        own,
    ]
    assert texts(reading, ".sums li") == ["Parts as given: 10 + 2 = 12; the total that was given: 13."]


def test_what_was_known_when(reading: Browser) -> None:
    said = "Accounts on record that had been given by this page’s date (5 March 2031): 3; given later: 1."
    assert said in section(reading, "known")


def test_the_shelf_of_other_incidents_is_closed_and_answers_nothing(reading: Browser) -> None:
    assert reading.panel("() => document.querySelector('.parallel').open") is False
    (title,) = texts(reading, ".parallel summary")
    assert title == "Other incidents with allegations of the same kind"  # no count
    assert "answers nothing here" in section(reading, "parallel")
    assert texts(reading, ".parallel li") == ["Another testJanuary 2032 · Another place (named in the source)"]


@pytest.mark.parametrize(
    ("selector", "end"),
    [
        ("footer a", "/incidents/test/test-incident?release=9f2c41d0"),
        (".parallel a", "/incidents/test/other?release=9f2c41d0"),
    ],
)
def test_an_address_of_the_service_opens_as_the_reader_s_own_step(
    reading: Browser, stand_in: StandIn, selector: str, end: str
) -> None:
    before = list(reading.tabs())
    assert reading.panel("(selector) => document.querySelector(selector).href", f".card {selector}").endswith(end)
    reading.panel("() => document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    reading.press_in_panel(f".card {selector}")
    reading.until(lambda: len(reading.tabs()) > len(before))
    reading.until(lambda: stand_in.visits)
    assert "cross-site" not in stand_in.visits  # the service would not have answered


def test_a_card_names_its_release(reading: Browser) -> None:
    assert texts(reading, ".card > footer") == ["Permanent address of this card · test, release 9f2c41d0"]


def test_why_this_card(reading: Browser) -> None:
    assert reading.panel("() => document.querySelector('.why').open") is False
    said = section(reading, "why")
    for words in ("This page speaks of this incident.", "place: A place", "words “In N”, on record: x (wording@1.0)"):
        assert words in said, words


REPORT: dict[str, Any] = {"corpus": "test", "incident": "test-incident", "release": RELEASE}
FILL = """(kind, note, consent) => {
  document.querySelector('.reporting').open = true;
  const form = document.querySelector('form.report');
  form.querySelector(`[value=${kind}]`).checked = true;
  form.elements.note.value = note;
  if (consent) form.elements.consent.click();
}"""
CHOSEN = (
    "() => { const words = document.querySelector('.chosen'); return words.checkVisibility() && words.textContent; }"
)
CHOOSE = """(words) => { const { fragment } = document.querySelector('form.report').elements;
  fragment.value = words;
  fragment.dispatchEvent(new Event('change', { bubbles: true })); }"""


@pytest.mark.parametrize("consent", [False, True])
def test_a_report_takes_words_of_the_page_only_with_consent(reading: Browser, stand_in: StandIn, consent: bool) -> None:
    assert reading.panel("() => document.querySelector('form.report').elements.consent.checked") is False
    reading.panel(FILL, "wrong_side", " a note ", consent)
    assert reading.panel(CHOSEN) is False
    if consent:
        reading.press_in_panel("form.report [type=submit]")
        assert reading.panel("() => document.querySelector('form.report').checkValidity()") is False
        assert stand_in.reports == []  # no sentence is chosen beforehand
        reading.panel(CHOOSE, PLAIN)
        assert reading.panel(CHOSEN) == PLAIN  # all of it
    reading.press_in_panel("form.report [type=submit]")
    reading.until(lambda: "Kept. Thank you." in reading.panel_text())
    fragment = {"fragment": {"exact": PLAIN}} if consent else {}
    assert stand_in.reports == [REPORT | {"kind": "wrong_side", "note": "a note"} | fragment]
    reading.until(lambda: reading.panel("() => document.activeElement.textContent") == "Kept. Thank you.")


def test_words_that_are_too_long_for_a_report_are_named_so(reading: Browser, stand_in: StandIn) -> None:
    reading.panel(FILL, "other", "a note", True)
    long = "x" * 2001
    reading.panel(
        "(long) => document.querySelector('form.report').elements.fragment.append(new Option(long, long))", long
    )
    reading.panel(CHOOSE, long)
    told = "() => document.querySelector('form.report .notice').checkVisibility()"
    assert reading.panel(told) is True
    assert "too long to be sent: 2000 characters at most" in section(reading, "reporting")
    reading.press_in_panel("form.report [type=submit]")
    assert reading.panel("() => document.querySelector('form.report').checkValidity()") is False
    assert stand_in.reports == []
    reading.panel(CHOOSE, PLAIN)
    assert reading.panel(told) is False


def test_a_report_that_is_not_taken_says_so_and_stays(reading: Browser, stand_in: StandIn) -> None:
    stand_in.status = 503
    reading.panel(FILL, "other", "a note", False)
    reading.press_in_panel("form.report [type=submit]")
    reading.until(lambda: "Not sent" in reading.panel_text())
    assert reading.panel("() => document.querySelector('form.report').elements.note.value") == "a note"
    assert stand_in.reports == []


def test_a_report_needs_a_kind(reading: Browser, stand_in: StandIn) -> None:
    kinds = reading.panel("() => [...document.querySelectorAll('form.report [type=radio]')].map((e) => e.value)")
    assert kinds == ["wrong_incident", "wrong_side", "outdated", "missing_account", "wording", "other"]
    reading.panel("() => { document.querySelector('.reporting').open = true; }")
    reading.press_in_panel("form.report [type=submit]")
    assert reading.panel("() => document.querySelector('form.report').checkValidity()") is False
    assert stand_in.reports == []


def test_a_card_without_the_newer_keys_draws_nothing_for_them(reading: Browser, stand_in: StandIn, site: str) -> None:
    bare = rich()
    for key in ("figures", "page_wordings", "missing", "known_at", "parallel", "wordings"):
        del bare[key]
    stand_in.cards = [bare]
    read(reading, site)
    reading.until(lambda: not texts(reading, ".figures"))
    assert texts(reading, ".wordings, .figures, .known, .parallel") == []
    assert texts(reading, ".missing li") == ["Speaker E (may have spoken elsewhere)"]
