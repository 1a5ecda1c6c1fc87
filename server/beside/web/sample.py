"""The sample articles. Comes in: a name; the files in samples/ ship. Goes out: html, and its blocks as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import html

from ..model import Block

TAGS = ("h1", "h2", "h3", "p", "li", "blockquote", "figcaption")
NAMES = ("three-weeks", "ferry-and-trawler", "exchange-at-sea", "odna-gavan", "dva-berehy")


@dataclass(frozen=True, slots=True)
class Sample:
    """The page as it is read, and its article as it is shown."""

    name: str
    lang: str
    title: str
    html: str
    published: str | None
    blocks: tuple[Block, ...]


@cache
def sample(name: str = NAMES[0]) -> Sample:
    """One of those that ship, invented articles about invented countries."""
    page = files("beside.web").joinpath(f"samples/{name}.html").read_text("utf-8")
    root = html.document_fromstring(page)
    article = root.find(".//article")
    elements = () if article is None else article.iter(*TAGS)
    blocks = tuple(Block(None, " ".join(str(e.text_content()).split()), str(e.tag)) for e in elements)
    title = next((block.text for block in blocks if block.tag == "h1"), name)
    shown = tuple(block for block in blocks if block.text)
    return Sample(name, str(root.get("lang") or ""), title, page, _published(root), shown)


def samples() -> tuple[Sample, ...]:
    """All of them."""
    return tuple(map(sample, NAMES))


def sample_in(lang: str) -> str:
    """The name of the first sample in a language, else of the first of all."""
    return next((one.name for one in samples() if one.lang == lang), NAMES[0])


def _published(root: html.HtmlElement) -> str | None:
    found = root.find(".//meta[@property='article:published_time']")
    return str(found.get("content"))[:10] if found is not None else None
