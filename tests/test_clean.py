from __future__ import annotations

import pytest

from beside.clean import choose_blocks, clean_html
from beside.model import Block, Node, PlacedBlock

STORY = "The ferry was stopped in the strait on Sunday, and both sides tell it otherwise; the crew is safe, they say."
PAGE = f"""<html lang="en"><head><title>Ferry</title></head><body>
<nav><a href="/">Home</a><a href="/x">Elsewhere: a village hall was hit, says the mission</a></nav>
<article><h1>Ferry stopped</h1><p>{STORY}</p>
<p>Second paragraph, with a <b>bold <i>word</i></b> in it. {STORY}</p></article>
<aside><ul><li><a href="/1">Related: the dam gate was opened at night, an officer says</a></li></ul></aside>
<form><p>Subscribe to our letter, it comes every morning before the first ferry leaves.</p></form>
</body></html>"""


def placed(*rows: tuple[str, str, int]) -> tuple[PlacedBlock, ...]:
    return tuple(PlacedBlock(Block(i, text, tag), node) for i, (tag, text, node) in enumerate(rows))


def test_html_gives_the_article_and_its_headline() -> None:
    page = clean_html(PAGE)

    assert (page.title, page.lang) == ("Ferry", "en")
    assert [block.text for block in page.blocks] == [
        "Ferry stopped",
        STORY,
        f"Second paragraph, with a bold word in it. {STORY}",
    ]


def test_furniture_is_not_read() -> None:
    text = " ".join(block.text for block in clean_html(PAGE).blocks)

    assert "Related" not in text
    assert "Subscribe" not in text


def test_a_page_of_links_has_no_article() -> None:
    links = "".join(f"<li><a href='/{i}'>Headline {i} of something that happened at sea</a></li>" for i in range(30))

    assert clean_html(f"<html><body><ul>{links}</ul></body></html>").blocks == ()


@pytest.mark.parametrize("source", ["", " ", "<html><body></body></html>", "<!-- x -->", "<!doctype html>", "<?php ?>"])
def test_an_empty_page_has_no_article(source: str) -> None:
    assert clean_html(source).blocks == ()


def test_an_xml_declaration_does_not_stop_the_reading() -> None:
    assert clean_html('<?xml version="1.0" encoding="utf-8"?>\n' + PAGE).blocks == clean_html(PAGE).blocks


def test_blocks_are_chosen_by_their_numbers() -> None:
    tree = (Node("body", -1), Node("article", 0, "article"), Node("aside", 0, "related"))
    blocks = placed(
        ("h1", "Ferry stopped", 1), ("p", STORY, 1), ("p", STORY + " Again.", 1), ("p", "Our letter " + STORY, 2)
    )

    assert [block.number for block in choose_blocks(blocks, tree)] == [0, 1, 2]


def test_blocks_without_a_skeleton_are_all_read() -> None:
    blocks = tuple(PlacedBlock(Block(i, "Short.")) for i in range(3))

    assert len(choose_blocks(blocks, ())) == 3


def test_control_characters_do_not_stop_the_reading() -> None:
    blocks = placed(("p", STORY + "\x0b\ufffe", 0), ("p", STORY, 0))

    assert [block.number for block in choose_blocks(blocks, (Node("body", -1),))] == [0, 1]
