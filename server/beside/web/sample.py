"""The sample article. Comes in: samples/sample.html, which ships. Goes out: its html, and its blocks as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import html

from ..model import Block

TAGS = ("h1", "h2", "h3", "p", "li", "blockquote", "figcaption")


@dataclass(frozen=True, slots=True)
class Sample:
    """The page as it is read, and its article as it is shown."""

    html: str
    published: str | None
    blocks: tuple[Block, ...]


@cache
def sample() -> Sample:
    """The one that ships, an invented article about invented countries."""
    page = files("beside.web").joinpath("samples/sample.html").read_text("utf-8")
    root = html.document_fromstring(page)
    article = root.find(".//article")
    elements = () if article is None else article.iter(*TAGS)
    blocks = (Block(None, " ".join(str(e.text_content()).split()), str(e.tag)) for e in elements)
    return Sample(page, _published(root), tuple(block for block in blocks if block.text))


def _published(root: html.HtmlElement) -> str | None:
    found = root.find(".//meta[@property='article:published_time']")
    return str(found.get("content"))[:10] if found is not None else None
