from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from beside.model import Block
from beside.passages import split_passages
from beside.stated_date import dateline, stated_in_html


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="2023-12-28">',
        '<meta property="article:published_time" content="2023-12-28T17:42:00+03:00">',
        '<meta name="DC.date.issued" content="2023-12-28">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2023-12-28T08:00"}]}</script>',
        '<time datetime="2023-12-28">yesterday</time>',
    ],
)
def test_a_page_states_its_date_where_publishers_put_it(head: str) -> None:
    assert stated_in_html(document_fromstring(f"<html><head>{head}</head><body><p>x</p></body></html>")) == "2023-12-28"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="yesterday">',
        '<meta name="date" content="2023-02-31">',
        '<meta name="date" content="0001-01-01">',
        '<script type="application/ld+json">{"datePublished": </script>',
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
        '<meta name="description" content="2023-12-28">',
    ],
)
def test_what_is_no_date_is_none(head: str) -> None:
    assert stated_in_html(document_fromstring(f"<html><head>{head}</head><body><p>x</p></body></html>")) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Headline\n28 December 2023\nThe story.", "2023-12-28"),
        ("Headline\nBy our own correspondent, 8 April 2031.\nThe story.", "2031-04-08"),
        ("Заголовок\n21 листопада 2022 року", "2022-11-21"),
        ("On 28 December 2023 the office said that it would look into what had happened there.", None),
        ("Between 1 May 2023 and 2 May 2023", None),
        ("May 2023", None),
    ],
)
def test_a_dateline_is_a_line_of_its_own(text: str, day: str | None) -> None:
    assert dateline(split_passages((Block(0, text),)), "en") == day
