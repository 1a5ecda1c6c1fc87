"""What nobody should send: each is told what is wrong, never with a 5xx, never with a word of what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest

if TYPE_CHECKING:
    from .conftest import Service

CANARY = "kanarek"
UNREADABLE = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "byte order mark": b'\xef\xbb\xbf{"text": "a"}',
    "UTF-16": '{"text": "a"}'.encode("utf-16"),
    "bad UTF-8": b'{"text": "\xff\xfe"}',
    "lone surrogate": b'{"text": "\\ud800"}',
    "surrogates the wrong way round": b'{"text": "\\udc00\\ud800"}',
    "a surrogate in UTF-8": b'{"text": "\xed\xa0\x80"}',
    "NaN": b'{"text": NaN}',
    "Infinity": b"[Infinity, -Infinity]",
    "deep lists": b"[" * 100_000 + b"]" * 100_000,
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "cut short": b'{"text": "' + CANARY.encode(),
    "a raw control character": b'{"text": "\n"}',
    "single quotes": b"{'text': 'a'}",
    "a comment": b'{"text": "a"} // b',
    "two of them": b'{"text": "a"}{"text": "b"}',
    "a form": b"text=" + CANARY.encode(),
    "html": b"<html>" + CANARY.encode(),
    "a number of 5,000 digits": b'{"text": ' + b"9" * 5000 + b"}",
    "1e999": b'{"text": 1e999}',
}
WRONG = {
    "null": b"null",
    "a key that is the canary": orjson.dumps({CANARY: 1, "text": "a"}),
    "values that are the canary": orjson.dumps(
        {"text": [CANARY], "lang": CANARY * 9, "published": CANARY, "ui": {CANARY: 1}}
    ),
    "a million items": b'{"blocks": [' + b"1," * 200_000 + b"1]}",
    "a million keys": orjson.dumps({f"{CANARY}{number}": 0 for number in range(40_000)}),
    "lists as deep as they are read": b'{"blocks": ' + b"[" * 500 + b"]" * 500 + b"}",
    "NUL": b'{"text": "\\u0000"}',
    "2^63": b'{"blocks": [{"i": 9223372036854775808, "text": ""}]}',
    "2^64": b'{"blocks": [{"i": 18446744073709551616, "text": ""}]}',
    "an unknown corpus": orjson.dumps({"text": "a", "corpora": [CANARY]}),
}


@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_json_is_400(service: Service, body: bytes) -> None:
    response, answer = service.ask(body)

    assert response.status == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert CANARY.encode() not in answer


@pytest.mark.parametrize("body", WRONG.values(), ids=WRONG)
def test_what_is_no_page_is_422_with_pointers(service: Service, body: bytes) -> None:
    response, answer = service.ask(body)

    assert response.status == 422
    assert 1 <= len(orjson.loads(answer)["errors"]) <= 20
    assert CANARY.encode() not in answer


def test_an_unknown_corpus_is_pointed_at(service: Service) -> None:
    _, answer = service.ask({"text": "a", "corpora": ["halven-strait", "nowhere"]})

    assert orjson.loads(answer)["errors"] == [
        {"pointer": "#/corpora/1", "detail": "must name a corpus that is served here"}
    ]


HTML = {
    "50,000 open tags": "<div>" * 50_000,
    "one tag with 20,000 attributes": "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">",
    "entities without end": "&" * 200_000,
    "no tag at all": "words " * 1000,
    "a surrogate by reference": "<p>&#xD800;&#0;&#x110000;</p>" * 50,
    "scripts": "<script>while(1);</script><p onclick=x>a</p>" * 100,
    "comments that stay open": "<!--" * 50_000,
    "frames and tables": "<table><tr><td><iframe>" * 3000,
    "a doctype with entities": '<!DOCTYPE a [<!ENTITY b "bb">]><p>&b;</p>',
}


@pytest.mark.parametrize("page", HTML.values(), ids=HTML)
def test_hostile_html_is_never_a_failure_of_ours(service: Service, page: str) -> None:
    response, _ = service.ask({"html": page})

    assert response.status in (200, 422)
