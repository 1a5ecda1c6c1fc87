"""What the tests of the overlay share: a connected browser, a card of the stand-in, a page that has been read."""

from __future__ import annotations

from typing import Any

from browsers import Browser
from fixture_pages import MARKUP, PLAIN
from stand_in import TOKEN, StandIn

from cards import account, card

GO = "() => { dispatchEvent(new Event('go')); }"


def connect(browser: Browser, stand_in: StandIn, **changes: Any) -> Browser:
    """Ready to read, with one card of four accounts for every page that holds one of two sentences."""
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences = [card(**changes)], [PLAIN, MARKUP]
    return browser


def read(browser: Browser, url: str) -> None:
    """Open a page, press our button, and wait for its markers, and for what is known of it."""
    browser.open(url)
    browser.click_button()
    browser.until(browser.markers)
    browser.settle()


def open_card(browser: Browser, which: int = 0) -> str:
    """Open a small card by a real click; its words."""
    browser.click_in_frame(".marker", which)
    words: str = browser.until(browser.card_text)
    return words


def watch_card(browser: Browser, plain: bool = True) -> None:
    """Wait until our frame knows that its card is in plain view, or is not, and for the time that it asks for then."""
    # The frame has an observer of its own, which may hear of it a tenth of a second after this one.
    browser.frame(
        """(plain) => new Promise((done) => {
             const tells = 'isVisible' in IntersectionObserverEntry.prototype;
             const options = tells ? { trackVisibility: true, delay: 100, threshold: [0, 0.5] } : {};
             const observer = new IntersectionObserver((entries) => {
               const { isIntersecting, isVisible } = entries.at(-1);
               if ((isIntersecting && (!tells || isVisible)) !== plain) return;
               observer.disconnect();
               setTimeout(() => requestAnimationFrame(() => done(true)), 450);
             }, options);
             observer.observe(document.getElementById('card')); })""",
        plain,
    )


def places(browser: Browser) -> list[list[float]]:
    """Where the markers stand in the document: left, top, right, bottom."""
    look = """() => { const top = parseFloat(document.getElementById('page').style.top);
      return [...document.querySelectorAll('.marker')].map((one) => {
        const { left, top: y, right, bottom } = one.getBoundingClientRect();
        return [left, y - top, right, bottom - top]; }); }"""
    found: list[list[float]] = browser.until(lambda: browser.frame(look))
    return found


TEXT_BOXES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const boxes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || /^(SCRIPT|STYLE)$/.test(node.parentNode.nodeName)) continue;
    const range = new Range();
    range.selectNodeContents(node);
    for (const { left, top, right, bottom, width } of range.getClientRects())
      if (width > 1) boxes.push([left + scrollX, top + scrollY, right + scrollX, bottom + scrollY]);
  }
  return boxes; }"""


def covered(browser: Browser) -> int:
    """How many lines of text lie under a marker."""
    texts, markers = browser.page(TEXT_BOXES), places(browser)
    # Two pixels of a box of letters are the air above and below them.
    return sum(
        one[0] < text[2] - 2 and text[0] + 2 < one[2] and one[1] < text[3] - 2 and text[1] + 2 < one[3]
        for one in markers
        for text in texts
    )


def many(number: int) -> list[dict[str, Any]]:
    """Accounts of one card."""
    return [account(chr(65 + n % 26), statement=f"T-{n}") for n in range(number)]
