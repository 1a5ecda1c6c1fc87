"""From the click to the highlight, in both browsers: what is sent of a page, and where the answer lands in it."""

from __future__ import annotations

import json

import pytest
from browsers import Browser
from stand_in import TOKEN, StandIn

PLAIN = "In November 2022 Moscow accused Ukrainian forces of executing captured Russian soldiers at Makiivka."
MARKUP = "Ukraine’s ombudsman Dmytro Lubinets said the Makiivka video had been staged, a version that Kyiv repeated."
BROKEN = "The UN Human Rights Office said on 18 November 2022 that it knew of the videos and was looking into them."
SENTENCES = [PLAIN, MARKUP, BROKEN]


@pytest.fixture
def connected(browser: Browser, stand_in: StandIn) -> Browser:
    browser.store(address=stand_in.address, token=TOKEN)
    stand_in.cards, stand_in.sentences = [CARD], SENTENCES
    return browser


CARD = {
    "title": "CARD-TEXT",
    "band": "strong",
    "state": {"accounts": "several_voices"},
    "accounts": [],
    "claims": {},
    "documents": {},
}


def test_the_highlights_are_the_sentences(connected: Browser, site: str) -> None:
    connected.open(f"{site}/article")
    connected.click_button()
    # Behind emoji and flags, across inline markup, over a hard blank and a line break.
    assert connected.until(connected.highlighted) == SENTENCES
    whole = connected.page("() => [...CSS.highlights.get('beside')].map((r) => r.startContainer.nodeType)")
    assert whole == [3, 3, 3]
    connected.until(lambda: connected.badge() == "3")


def test_a_strict_policy_of_the_page_changes_nothing(connected: Browser, site: str) -> None:
    connected.open(f"{site}/strict")
    connected.click_button()
    assert connected.until(connected.highlighted) == SENTENCES


def test_what_is_sent_is_the_visible_text_in_a_bare_skeleton(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/article?secret=SECRET-QUERY")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    (page,) = stand_in.requests
    assert page.keys() == {"blocks", "tree", "lang", "published", "ui"}
    assert (page["lang"], page["published"], page["ui"]) == ("en", "2022-11-21", "en")
    assert "SECRET" not in json.dumps(page)
    assert "news.example" not in json.dumps(page)
    texts = [block["text"] for block in page["blocks"]]
    assert [block["i"] for block in page["blocks"]] == list(range(len(texts)))
    assert f"😀😀 First a word between. 🇺🇦 {MARKUP} 🙂 Then more." in texts
    assert "A sentence with a gap that nobody sees." in texts
    assert texts.index("A paragraph inside of the box.") == 1 + texts.index(
        "Loose words before a paragraph of the same box, long enough to be a sentence."
    )
    assert {"One part before two line breaks stands here.", "Another part after two line breaks stands here."} <= {
        *texts
    }


@pytest.mark.parametrize("where", ["meta", "json", "time"])
def test_the_date_the_page_gives_is_sent_and_nothing_around_it(
    connected: Browser, stand_in: StandIn, site: str, where: str
) -> None:
    connected.open(f"{site}/dated-{where}")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    (page,) = stand_in.requests
    assert page["published"] == "2022-11-21"
    assert "SECRET" not in json.dumps(page)


def test_a_date_that_cannot_be_is_not_sent(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/undated")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    assert stand_in.requests[0].keys() == {"blocks", "tree", "lang", "ui"}


def test_the_skeleton_tells_article_from_furniture(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/article")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    tree, blocks = stand_in.requests[0]["tree"], stand_in.requests[0]["blocks"]

    def around(start: str) -> list[list[str]]:
        node = next(block["in"] for block in blocks if block["text"].startswith(start))
        chain = []
        while node >= 0:
            tag, parent, hint = tree[node]
            assert parent < node
            chain.append([tag, hint])
            node = parent
        return chain

    assert around(PLAIN) == [["article", "article"], ["main", ""], ["div", "content"], ["body", ""]]
    assert ["nav", "nav"] in around("Home")
    assert ["aside", "related"] in around("Another story")
    assert ["form", ""] in around("Your address")
    assert ["footer", "footer"] in around("Footer of")


def test_what_was_scrolled_away_in_a_box_of_its_own_is_read(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/scroller")
    connected.page("() => { document.getElementById('box').scrollTop = 5000; }")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    texts = [block["text"] for block in stand_in.requests[0]["blocks"]]
    assert texts == ["The first sentence, scrolled out of its box.", "The last sentence, in view."]


def test_a_page_too_long_is_cut_and_the_panel_says_so(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/long")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    (page,) = stand_in.requests
    assert len(page["blocks"]) == 5_000 or sum(len(block["text"]) for block in page["blocks"]) > 199_000
    assert page["truncated"] is True
    connected.until(lambda: "longer than what was read" in connected.panel_text())


def test_a_page_too_deep_is_flattened(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/deep")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    tree = stand_in.requests[0]["tree"]
    depths = [1]
    for _, parent, _ in tree[1:]:
        depths.append(depths[parent] + 1)
    assert max(depths) < 100


def test_words_that_moved_are_found_and_words_that_went_are_said_to_be_gone(
    connected: Browser, stand_in: StandIn, site: str
) -> None:
    stand_in.hold.clear()
    connected.open(f"{site}/article")
    connected.click_button()
    connected.until(lambda: stand_in.requests)
    connected.page(
        """() => { const plain = document.getElementById('plain');
                   plain.before(Object.assign(document.createElement('p'), { textContent: 'Something new on top.' }));
                   plain.replaceWith(Object.assign(document.createElement('p'), { textContent: plain.textContent }));
                   document.getElementById('un').textContent = 'Quite other words now.'; }"""
    )
    stand_in.hold.set()
    assert connected.until(connected.highlighted) == [MARKUP, PLAIN] or connected.highlighted() == [PLAIN, MARKUP]
    connected.until(lambda: "No longer in the page" in connected.panel_text())
    connected.until(lambda: connected.badge() == "2")


def test_show_in_page_brings_the_sentence_into_view(connected: Browser, site: str) -> None:
    connected.open(f"{site}/article")
    connected.page("() => { document.getElementById('un').style.marginBlock = '3000px'; }")
    connected.click_button()
    connected.until(connected.highlighted)
    connected.until(lambda: connected.panel("() => document.querySelectorAll('[data-passage]').length === 3"))
    connected.press_in_panel("[data-passage='2'] button")
    in_view = """() => { const [range] = CSS.highlights.get('beside-now') ?? [];
                         const box = range?.getBoundingClientRect();
                         return Boolean(box) && box.top > 0 && box.bottom < innerHeight; }"""
    connected.until(lambda: connected.page(in_view))


def test_one_empty_element_is_all_that_the_page_gets(connected: Browser, site: str) -> None:
    connected.open(f"{site}/article")
    before = connected.page("() => document.documentElement.outerHTML")
    connected.click_button()
    connected.until(connected.markers)
    after = connected.page("() => document.documentElement.outerHTML")
    assert after == before.removesuffix("</html>") + "<beside-notes></beside-notes></html>"


def test_nothing_is_read_before_the_click(connected: Browser, stand_in: StandIn, site: str) -> None:
    connected.open(f"{site}/article")
    connected.page("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
    assert stand_in.requests == []
    assert connected.highlighted() == []


def test_another_page_in_the_tab_is_another_story(connected: Browser, site: str) -> None:
    connected.open(f"{site}/article")
    connected.click_button()
    connected.until(connected.highlighted)
    connected.until(lambda: "CARD-TEXT" in connected.panel_text())
    connected.page("() => { location.hash = 'un'; }")  # a jump within the page: the cards stay
    connected.until(lambda: connected.page("() => location.hash === '#un'"))
    assert "CARD-TEXT" in connected.panel_text()
    connected.page("() => { location.href = '/empty'; }")
    connected.until(lambda: "No page has been read here" in connected.panel_text())


def test_page_scripts_see_no_card_text(connected: Browser, site: str) -> None:
    connected.open(f"{site}/prying")
    looks, changes = connected.page("() => [prying.looks, prying.changes]")
    connected.click_button()
    connected.until(connected.highlighted)
    connected.until(lambda: "CARD-TEXT" in connected.panel_text())
    connected.until(lambda: connected.page("() => prying.looks") > looks + 3)
    found = connected.page("() => ({ ...prying, look: null })")
    assert found["seen"] == []
    assert (found["changes"], found["messages"]) == (changes, 0)
    # It would have seen them: the same words in the page do not escape it.
    connected.page("() => document.body.append('CARD-TEXT')")
    connected.until(lambda: "text: CARD-TEXT" in connected.page("() => prying.seen"))
