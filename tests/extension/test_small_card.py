"""The small card at a marker: what a reader meets first in it."""

from __future__ import annotations

from browsers import Browser
from overlaid import connect, open_card, read
from stand_in import StandIn

LINES = """() => [...document.querySelector('#card section').children].map(({ localName, className }) =>
    className ? `${localName}.${className}` : localName)"""


def test_title_state_and_question_stand_before_the_first_account_and_nothing_else(
    browser: Browser, site: str, stand_in: StandIn
) -> None:
    connect(browser, stand_in)
    read(browser, f"{site}/article")
    open_card(browser)
    before = browser.frame(LINES)
    assert before[: before.index("ol")] in (["h2", "p.state"], ["h2", "p.state", "p.meta"])
