"""A page -> the blocks that are its article. Comes in: html, or text blocks in a bare skeleton. Goes out: blocks.

readability-lxml picks the article in both cases: for blocks we write the html it reads, each block marked with its
number, so that the answer is block numbers and nothing of the page has to be found again.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import Any

from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement
from readability import Document

from .model import Block, Node, PlacedBlock
from .stated_date import stated_in_html

MARK = "data-b"
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
FURNITURE_TAGS = frozenset("nav aside footer form header menu dialog button select".split())
FURNITURE_HINTS = frozenset("comment sidebar footer nav related promo share ad".split())
BLOCK_TAGS = frozenset(
    (
        "p h1 h2 h3 h4 h5 h6 li blockquote pre figcaption td th dt dd div section article main body header "
        "figure ul ol table"
    ).split()
)
HEADLINES = frozenset(("h1", "h2"))
RUNNING_TEXT = 80  # code points of the shortest block that makes a page an article and not a list of links
LINKED = 0.6  # share of a block's text inside links from which it is a link and no text
ALL_BUT = 0.35  # readability that keeps less than this of the unfurnished text has lost the article

logging.getLogger("readability.readability").setLevel(logging.CRITICAL)  # it logs pieces of the page


def choose_blocks(placed: tuple[PlacedBlock, ...], tree: tuple[Node, ...]) -> tuple[Block, ...]:
    """The blocks that are the article, in the order sent. Without a skeleton all of them are read."""
    if not tree:
        return tuple(p.block for p in placed)
    plain = [p for p in placed if not _furnished(p.node, tree)]
    kept = _kept_numbers(write_html(placed, tree))
    chosen = [p for p in placed if p.block.number in kept]
    if _size(chosen) < ALL_BUT * _size(plain):
        chosen = plain
    if not any(_running(p.block.text) for p in chosen if p.block.tag not in HEADLINES):
        return ()
    numbers = {p.block.number for p in chosen} | {p.block.number for p in plain if p.block.tag == "h1"}
    return tuple(p.block for p in placed if p.block.number in numbers)


def write_html(placed: tuple[PlacedBlock, ...], tree: tuple[Node, ...]) -> str:
    """The skeleton as html for readability: tags, hint words as classes, every block in a numbered element."""
    elements = [lxml_html.Element(_tag(node.tag)) for node in tree]
    root = lxml_html.Element("body")
    for element, node in zip(elements, tree, strict=True):
        if node.hint:
            element.set("class", node.hint)
        (elements[node.parent] if node.parent >= 0 else root).append(element)
    for p in placed:
        block = lxml_html.Element(_tag(p.block.tag))
        span = lxml_html.Element("span")
        span.set(MARK, str(p.block.number))
        span.text = _xml_text(p.block.text)
        block.append(span)
        (elements[p.node] if p.node is not None else root).append(block)
    page = lxml_html.Element("html")
    page.append(root)
    return str(lxml_html.tostring(page, encoding="unicode"))


@dataclass(frozen=True, slots=True)
class CleanPage:
    """An html page's title, language and date as it declares them ("" and None where not), and its article's blocks."""

    title: str = ""
    lang: str = ""
    published: str | None = None
    blocks: tuple[Block, ...] = ()


def clean_html(source: str) -> CleanPage:
    """Read a page. No blocks where there is no article."""
    source = XML_DECLARATION.sub("", source, count=1)
    try:
        page = lxml_html.document_fromstring(source)
    except (ParserError, ValueError):  # nothing but a comment, a doctype, a processing instruction
        return CleanPage()
    document = Document(source)
    about = CleanPage(str(document.short_title() or ""), page.get("lang") or "", stated_in_html(page))
    article = lxml_html.fromstring(document.summary(html_partial=True))
    texts = _html_blocks(article)
    if not any(_running(text) for tag, text in texts if tag not in HEADLINES):
        return replace(about, title="")
    known = {text for _, text in texts}
    headline = [("h1", text) for text in map(_text, page.iter("h1")) if text and text not in known]
    return replace(about, blocks=tuple(Block(None, text, tag) for tag, text in (*headline[:1], *texts)))


def _furnished(node: int | None, tree: tuple[Node, ...]) -> bool:
    while node is not None and node >= 0:
        here = tree[node]
        if here.tag in FURNITURE_TAGS - {"header"} or FURNITURE_HINTS & set(here.hint.split()):
            return True
        node = here.parent
    return False


def _kept_numbers(source: str) -> set[int]:
    try:
        summary = lxml_html.fromstring(Document(source).summary(html_partial=True))
    except Exception:  # readability's own error, and lxml's on an empty body
        return set()
    return {int(mark) for mark in summary.xpath(f"//@{MARK}")}


def _html_blocks(article: HtmlElement) -> list[tuple[str, str]]:
    blocks: list[tuple[str, str]] = []
    for element in article.iter():
        if not isinstance(element.tag, str) or element.tag not in BLOCK_TAGS or _inside_furniture(element):
            continue
        text, linked = _own_text(element)
        if text and linked < LINKED * len(text):
            blocks.append((element.tag, text))
    return blocks


def _inside_furniture(element: HtmlElement) -> bool:
    return any(e.tag in FURNITURE_TAGS - {"header"} for e in (element, *element.iterancestors()))


def _own_text(element: HtmlElement) -> tuple[str, int]:
    """The text of a block without the blocks inside it, and how much of it stands in links."""
    parts: list[str] = []
    linked = 0

    def walk(node: HtmlElement, in_link: bool) -> None:
        nonlocal linked
        for text, child in ((node.text, None), *((child.tail, child) for child in node)):
            if child is not None:
                if child.tag == "br":
                    parts.append("\n")
                elif isinstance(child.tag, str) and child.tag not in BLOCK_TAGS:
                    walk(child, in_link or child.tag == "a")
                elif isinstance(child.tag, str):
                    parts.append("\n")
            if text:
                parts.append(text)
                linked += len(text.strip()) if in_link else 0

    walk(element, False)
    return _collapse("".join(parts)), linked


def _text(element: HtmlElement) -> str:
    return _collapse(str(element.text_content()))


def _collapse(text: str) -> str:
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\s*\n\s*", " ", "\n".join(line for line in lines if line))


def _running(text: str) -> bool:
    return len(text) >= RUNNING_TEXT


def _size(placed: list[PlacedBlock]) -> int:
    return sum(len(p.block.text) for p in placed)


def _tag(tag: str) -> str:
    return "div" if tag in VOID or tag in ("script", "style", "html", "head") else tag


def _xml_text(text: str) -> str:
    # lxml refuses control characters; only readability reads this copy.
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", text)


def clean_tool(argument: dict[str, Any]) -> dict[str, Any]:
    """``choose_blocks`` and ``clean_html`` for a worker: plain values in and out."""
    if "html" in argument:
        page = clean_html(argument["html"])
        blocks = [[block.tag, block.text] for block in page.blocks]
        return {"title": page.title, "lang": page.lang, "published": page.published, "blocks": blocks}
    placed = tuple(PlacedBlock(Block(i, text, tag), node) for i, text, tag, node in argument["blocks"])
    chosen = choose_blocks(placed, tuple(Node(*node) for node in argument["tree"]))
    return {"numbers": [block.number for block in chosen]}
