"""Makes pictures of a screen small: PNGs in, set side by side, one PNG of at most 256 colours out. Plain Python.

A screen shows few colours, and the edges of its letters are steps between two of them: the most frequent ones stand
for those near them. A part of the 256 is kept for what is rare and unlike them, such as an emoji.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TRUECOLOUR, PALETTE, ALPHA = 2, 3, 6
BYTES = {TRUECOLOUR: 3, ALPHA: 4}  # a pixel, as browsers write it: eight bits a channel, not interlaced
MOST, FREQUENT = 256, 192
UNLIKE = 24**2  # the square of how far a rare colour is from all that are kept

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Picture:
    """Rows of colours, from the top."""

    rows: list[list[Colour]]

    def beside(self, other: Picture, line: Colour) -> Picture:
        """The two, this one left, with a line between them; as high as the lower one."""
        return Picture([[*left, line, *right] for left, right in zip(self.rows, other.rows, strict=False)])


def read(data: bytes) -> Picture:
    """A picture as a browser takes it."""
    chunks = dict(_chunks(data))
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if depth != 8 or kind not in BYTES or interlaced:
        raise ValueError("not a picture of a screen")
    pixel = BYTES[kind]
    rows = _unfiltered(zlib.decompress(chunks[b"IDAT"]), width * pixel, height, pixel)
    return Picture([list(zip(row[0::pixel], row[1::pixel], row[2::pixel], strict=True)) for row in rows])


def write(picture: Picture) -> bytes:
    """The same picture, each colour one byte."""
    counted = Counter(colour for row in picture.rows for colour in row)
    kept = _kept(sorted(counted, key=lambda colour: (-counted[colour], colour)))
    number = {colour: i for i, colour in enumerate(kept)}
    for colour in counted.keys() - number.keys():
        number[colour] = min(range(len(kept)), key=lambda i: (_distance(kept[i], colour), i))
    lines = b"".join(b"\0" + bytes(map(number.__getitem__, row)) for row in picture.rows)
    head = struct.pack(">IIBBBBB", len(picture.rows[0]), len(picture.rows), 8, PALETTE, 0, 0, 0)
    parts = {b"IHDR": head, b"PLTE": b"".join(map(bytes, kept)), b"IDAT": zlib.compress(lines, 9), b"IEND": b""}
    return SIGNATURE + b"".join(_chunk(name, body) for name, body in parts.items())


def _kept(colours: list[Colour]) -> list[Colour]:
    """Those that stay, of colours in the order of how often they are there."""
    kept, rare = colours[:FREQUENT], colours[FREQUENT:]
    for colour in rare:
        if len(kept) < MOST and all(_distance(colour, one) > UNLIKE for one in kept):
            kept.append(colour)
    return kept


def _distance(one: Colour, other: Colour) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each kind of chunk once; what the picture is drawn with, joined."""
    drawn, at = b"", len(SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if name == b"IDAT":
            drawn += body
        yield name, drawn if name == b"IDAT" else body
        at += length + 12


def _unfiltered(data: bytes, length: int, height: int, pixel: int) -> Iterator[bytes]:
    """Rows as they were before each was written as its difference from what is left of it and above it."""
    above = bytes(length)
    for top in range(0, height * (length + 1), length + 1):
        row = bytearray(data[top + 1 : top + 1 + length])
        _UNDO[data[top]](row, above, pixel)
        above = bytes(row)
        yield above


def _left(row: bytearray, above: bytes, pixel: int) -> None:
    for i in range(pixel, len(row)):
        row[i] = (row[i] + row[i - pixel]) & 255


def _up(row: bytearray, above: bytes, pixel: int) -> None:
    row[:] = bytes((one + other) & 255 for one, other in zip(row, above, strict=True))


def _average(row: bytearray, above: bytes, pixel: int) -> None:
    for i in range(len(row)):
        left = row[i - pixel] if i >= pixel else 0
        row[i] = (row[i] + (left + above[i]) // 2) & 255


def _nearest(row: bytearray, above: bytes, pixel: int) -> None:
    for i in range(len(row)):
        left, corner = (row[i - pixel], above[i - pixel]) if i >= pixel else (0, 0)
        guess = left + above[i] - corner
        row[i] = (row[i] + min((left, above[i], corner), key=lambda one: abs(guess - one))) & 255


_UNDO = (lambda row, above, pixel: None, _left, _up, _average, _nearest)
