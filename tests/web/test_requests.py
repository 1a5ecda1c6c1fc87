"""What a page may look like, and which fault is pointed at. Nothing here goes over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from marshmallow import ValidationError

from beside.model import Block, Node, PageRequest, PlacedBlock
from beside.web.problems import validation_problem
from beside.web.requests import load_page_request


def faults(page: Any) -> dict[str, str]:
    """Pointer -> what is wanted."""
    with pytest.raises(ValidationError) as caught:
        load_page_request(page)
    return {error["pointer"]: error["detail"] for error in validation_problem(caught.value)["errors"]}


def block(number: Any = 0, **more: Any) -> dict[str, Any]:
    return {"i": number, "tag": "p", "in": 0, "text": "words", **more}


def blocks(*given: Any, tree: Any = (("body", -1, ""),)) -> dict[str, Any]:
    return {"blocks": list(given), "tree": [list(node) for node in tree]}


def test_a_page_of_blocks_arrives_as_it_was_sent() -> None:
    page = {
        "blocks": [{"i": 7, "tag": "h1", "in": 1, "text": "🛰 War"}],
        "tree": [["body", -1, ""], ["article", 0, "article main"]],
        "lang": "en", "published": "2022-11-21", "ui": "uk", "corpora": ["pow-accounts"], "truncated": True,
    }  # fmt: skip

    expected = PageRequest(
        blocks=(PlacedBlock(Block(7, "🛰 War", "h1"), 1),),
        tree=(Node("body", -1), Node("article", 0, "article main")),
        lang="en", published="2022-11-21", ui="uk", corpora=("pow-accounts",), truncated=True,
    )  # fmt: skip
    assert expected == load_page_request(page)


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_page_may_be_one_text(form: str) -> None:
    assert PageRequest(**{form: "words"}) == load_page_request({form: "words"})


def test_an_empty_page_is_a_page() -> None:
    assert load_page_request({"blocks": []}).blocks == ()
    assert load_page_request({"text": ""}).text == ""


@pytest.mark.parametrize(
    "page", [{}, {"text": "a", "html": "b"}, {"blocks": [], "text": "a"}, {"tree": [], "lang": "en"}, {"lang": "en"}]
)
def test_exactly_one_form_is_wanted(page: Any) -> None:
    assert faults(page)["#"] == "exactly one of blocks, html and text is needed"


@pytest.mark.parametrize("page", [[], "text", 3, None, True, 1.5])
def test_a_page_is_an_object(page: Any) -> None:
    assert faults(page) == {"#": "must be an object"}


def test_an_unknown_key_is_pointed_at_by_its_object_and_not_named() -> None:
    given = faults({"text": "a", "canary": 1})

    assert given == {"#": "holds a key that is not known"}
    assert faults(blocks(block(canary=1))) == {"#/blocks/0": "holds a key that is not known"}


@pytest.mark.parametrize(
    ("page", "pointer"),
    [
        ({"text": 3}, "#/text"), ({"text": None}, "#/text"), ({"text": ["a"]}, "#/text"), ({"html": {}}, "#/html"),
        ({"text": "a\x00b"}, "#/text"), ({"html": "\x00"}, "#/html"), ({"text": "a" * 200_001}, "#/text"),
        ({"text": "a", "title": "t" * 1001}, "#/title"), ({"text": "a", "lang": "e"}, "#/lang"),
        ({"text": "a", "lang": "en\n"}, "#/lang"), ({"text": "a", "lang": "en_US"}, "#/lang"), ({"text": "a", "ui": 3}, "#/ui"),
        ({"text": "a", "lang": "en" + "-abcdefgh" * 50}, "#/lang"), ({"text": "a", "truncated": 1}, "#/truncated"),
        ({"text": "a", "truncated": "true"}, "#/truncated"), ({"text": "a", "corpora": "x"}, "#/corpora"),
        ({"text": "a", "corpora": [3]}, "#/corpora/0"), ({"text": "a", "corpora": ["../x"]}, "#/corpora/0"),
        ({"text": "a", "corpora": ["x"] * 51}, "#/corpora"), ({"blocks": "x"}, "#/blocks"), ({"blocks": {}}, "#/blocks"),
        ({"blocks": [3]}, "#/blocks/0"), ({"blocks": [None]}, "#/blocks/0"), ({"blocks": [], "tree": 3}, "#/tree"),
        ({"text": "a", "tree": []}, "#/tree"),
    ],
)  # fmt: skip
def test_the_field_that_needs_mending_is_pointed_at(page: Any, pointer: str) -> None:
    assert list(faults(page)) == [pointer]


@pytest.mark.parametrize("number", [True, 2.0, "1", None, -1, 2**63, 2**64, 1_000_001, [1]])
def test_a_blocks_number_is_a_whole_number_in_range(number: Any) -> None:
    assert list(faults(blocks(block(number)))) == ["#/blocks/0/i"]


@pytest.mark.parametrize("tag", ["", "P", "1p", "my-tag", "p p", "<p>", "п", "p" * 33, 3])
def test_a_tag_is_a_plain_word(tag: Any) -> None:
    assert list(faults(blocks(block(tag=tag)))) == ["#/blocks/0/tag"]


def test_numbers_of_blocks_are_used_once() -> None:
    assert list(faults(blocks(block(1), block(2), block(1)))) == ["#/blocks/2/i"]


@pytest.mark.parametrize("node", [1, 5000, -1, None, "0"])
def test_a_block_stands_in_a_node_that_is_there(node: Any) -> None:
    assert list(faults(blocks(block(**{"in": node})))) == ["#/blocks/0/in"]


def test_without_a_tree_a_block_stands_nowhere() -> None:
    assert list(faults({"blocks": [block()]})) == ["#/blocks/0/in"]
    assert load_page_request({"blocks": [{"i": 0, "text": "words"}]}).blocks == (PlacedBlock(Block(0, "words"), None),)


@pytest.mark.parametrize("parent", [0, 1, 5, -2, True, "0", 0.0, None])
def test_a_nodes_parent_stands_before_it(parent: Any) -> None:
    assert list(faults(blocks(tree=[["body", parent, ""]]))) == ["#/tree/0/1"]


@pytest.mark.parametrize("node", [[], ["p"], ["p", -1], ["p", -1, "", ""], "p", 3, None, {}])
def test_a_node_has_three_parts(node: Any) -> None:
    assert list(faults({"blocks": [], "tree": [node]})) == ["#/tree/0"]


@pytest.mark.parametrize("hint", ["my-own-name", "article  main", "Article", " article", 3])
def test_hints_are_words_of_the_list(hint: Any) -> None:
    assert list(faults({"blocks": [], "tree": [["p", -1, hint]]})) == ["#/tree/0/2"]


def test_a_tree_is_at_most_a_hundred_levels_deep() -> None:
    deep = [["div", number - 1, ""] for number in range(101)]

    assert list(faults({"blocks": [], "tree": deep})) == ["#/tree/100/1"]
    assert len(load_page_request({"blocks": [], "tree": deep[:100]}).tree) == 100


def test_five_thousand_blocks_pass_and_one_more_does_not() -> None:
    many = [{"i": number, "text": ""} for number in range(5001)]

    assert faults({"blocks": many}) == {"#/blocks": "must hold at most 5000 items"}
    assert len(load_page_request({"blocks": many[:5000]}).blocks or ()) == 5000


def test_code_points_are_counted_over_all_blocks() -> None:
    half = "🛰" * 100_000

    assert load_page_request({"blocks": [{"i": 0, "text": half}, {"i": 1, "text": half}]})
    assert list(faults({"blocks": [{"i": 0, "text": half}, {"i": 1, "text": half + "a"}]})) == ["#/blocks"]


@pytest.mark.parametrize(
    "published",
    ["2022-11-21", "2022-11", "2022", "2022-11-21?", "2022-11~", "202X", "2022-11/2022-12", "2022-11-21T00:04:00Z"],
)
def test_a_date_is_no_more_precise_than_it_is_known(published: str) -> None:
    assert load_page_request({"text": "a", "published": published}).published == published


@pytest.mark.parametrize(
    "published",
    [
        "",
        "yesterday",
        "21.11.2022",
        "2022-13",
        "2022-02-30T",
        "Y170000002",
        "-0001",
        "0000",
        "0999",
        "9999-12-31",
        "2022/3000",
        "2022-11-21\n",
        "X" * 61,
        2022,
    ],
)
def test_what_is_no_date_is_pointed_at(published: Any) -> None:
    assert list(faults({"text": "a", "published": published})) == ["#/published"]


def test_at_most_twenty_faults_are_listed() -> None:
    assert len(faults({"blocks": [3] * 100})) == 20
