from __future__ import annotations

import io

import pytest

from beside.matching.frames import BadFrame, read_frame, write_frame


def test_a_message_comes_back_as_it_was() -> None:
    stream = io.BytesIO()
    write_frame(stream, {"text": "Макіївка 🛰", "n": [1, 2.5, None]})
    stream.seek(0)

    assert read_frame(stream) == {"text": "Макіївка 🛰", "n": [1, 2.5, None]}


def test_the_end_of_the_stream_is_none() -> None:
    assert read_frame(io.BytesIO()) is None


@pytest.mark.parametrize("stream", [b"\x00\x00\x00\x09[1]", b"\x00\x00\x00\x03[1,", b"\xff\xff\xff\xff"])
def test_a_cut_garbled_or_huge_message_is_refused(stream: bytes) -> None:
    with pytest.raises(BadFrame):
        read_frame(io.BytesIO(stream))


@pytest.mark.parametrize("value", ["[],", "{},", "0,"])
def test_a_message_that_would_fill_the_memory_is_refused_unread(value: str) -> None:
    body = b"[" + value.encode() * 4_000_000 + b"0]"

    with pytest.raises(BadFrame, match="too many values"):
        read_frame(io.BytesIO(len(body).to_bytes(4, "big") + body))
