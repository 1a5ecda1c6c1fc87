"""A line of a claims file is a claim, or a problem with its line and what to do."""

from pathlib import Path

import pytest

from beside.corpus.claim_lines import MOST_BYTES, PlainClaim, read_date, read_lines
from beside.corpus.problems import Problem


def read(tmp_path: Path, content: bytes) -> list[PlainClaim | Problem]:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(content)
    return list(read_lines(path))


def problem(tmp_path: Path, line: bytes) -> str:
    (first, second) = read(tmp_path, b'{"id": "a", "text": "sound"}\n' + line + b"\n")
    assert isinstance(first, PlainClaim)
    assert isinstance(second, Problem)
    assert second.line == 2
    return second.message


def test_every_key_is_read(tmp_path: Path) -> None:
    line = (
        b'{"id": 0, "text": "A ferry burned", "title": "Ferry", "incident": "fire", "speaker": "Mayor", "publisher": '
        b'"Gazette", "date": "26 May 2015", "lang": "en", "url": "https://example.org/1", "rating": "False", "scale": "2"}'
    )

    assert read(tmp_path, line) == [
        PlainClaim(
            line=1, id="0", text="A ferry burned", incident="fire", title="Ferry", speaker="Mayor", publisher="Gazette",
            date="26 May 2015", edtf="2015-05-26", lang="en", url="https://example.org/1", rating="False", scale="2",
        )
    ]  # fmt: skip


def test_a_claim_without_an_incident_is_one_of_its_own(tmp_path: Path) -> None:
    (claim,) = read(tmp_path, b'{"id": "vclaim-sno-1-mcdonald39s-any-size-fries", "text": "x", "speaker": null}')

    assert isinstance(claim, PlainClaim)
    assert (claim.incident, claim.speaker) == ("vclaim-sno-1-mcdonald39s-any-size-fries", "")


def test_a_byte_order_mark_windows_line_ends_and_empty_lines_are_no_problem(tmp_path: Path) -> None:
    content = b'\xef\xbb\xbf{"id": "a", "text": "x"}\r\n\r\n{"id": "b", "text": "y"}\r\n'

    assert [(claim.line, claim.id) for claim in read(tmp_path, content)] == [(1, "a"), (3, "b")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"id": "b", "text": ', "is not JSON"),
        (b'{"id": "b", "text": "\xff"}', "is not UTF-8 text; save the file as UTF-8"),
        (b"[1]", "is no object"),
        (b'{"id": "b"}', "text is missing; add it"),
        (b'{"text": "x"}', "id is missing; add it"),
        (b'{"id": "b", "text": " "}', "text is empty"),
        (b'{"id": "b", "text": "x", "publicher": "y"}', 'is an unknown key; write "publisher"'),
        (b'{"id": "b c", "text": "x"}', "is no id"),
        (b'{"id": "../b", "text": "x"}', "is no id"),
        (b'{"id": -1, "text": "x"}', "below 0"),
        (b'{"id": true, "text": "x"}', "must be text or a whole number"),
        (b'{"id": "b", "text": "x", "url": "javascript:alert(1)"}', "give an http or https address"),
        (b'{"id": "b", "text": "x", "rating": 3}', "must be text"),
        (b'{"id": "b", "text": "x", "speaker": "Mayor", "rating": "False"}', 'name in "publisher" whose words it is'),
        (b'{"id": "b", "text": "' + b"x" * 20_001 + b'"}', "is longer than 20000 characters"),
        (b'{"id": "b", "text": "' + b"x" * MOST_BYTES + b'"}', "is longer than 1 MiB"),
    ],
)
def test_a_bad_line_is_told_with_its_cure(tmp_path: Path, line: bytes, told: str) -> None:
    assert told in problem(tmp_path, line)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2021-03-06", "2021-03-06"),
        ("2021-03-06T10:00:00Z", "2021-03-06"),
        ("6 March 2021", "2021-03-06"),
        ("March 6, 2021", "2021-03-06"),
        ("2021-03", "2021-03"),
        ("2021-02-30", ""),
        ("some day", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_as_people_write_it_or_is_not_known(written: str, edtf: str) -> None:
    assert read_date(written) == edtf
