"""The index of a release's claims: built once, mapped into memory, asked by stems alone.

Comes in: claims, a folder. Goes out: a ClaimIndex, which finds the claims that share the most telling stems.
By tantivy (BM25). The stems are our own, so every language works; what a text says never reaches a query parser.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import orjson
import tantivy

from .terms import terms

FORMAT = 1  # of the index; another number: build it again
MARK = "beside.json"
WRITER_BYTES = 96 * 1024 * 1024
WORDS, RECORD = "stems", "record"
CACHED = 65_536
ABANDONED = 3600.0  # seconds
_Record = tuple[str, str, str, str, str]


class UnreadableIndex(Exception):
    """There is no index in the folder, or one of another format: build it again."""


@dataclass(frozen=True, slots=True)
class IndexedClaim:
    """A claim as it is put into an index."""

    claim: str
    incident: str
    text: str
    title: str = ""
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that retrieval found; ``bm25`` against its text and title."""

    claim: str
    incident: str
    text: str
    title: str
    lang: str
    bm25: float


class ClaimIndex:
    """An index that is open; safe for many threads."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema, self._searcher = index.schema, index.searcher()
        self.count: int = self._searcher.num_docs
        self._frequency = lru_cache(maxsize=CACHED)(self._look_up)
        self._candidate = lru_cache(maxsize=CACHED)(self._read)

    def frequency(self, stem: str) -> int:
        """In how many claims the stem stands."""
        return self._frequency(stem)

    def find(self, weights: Mapping[str, float], limit: int) -> tuple[Candidate, ...]:
        """The claims that share the stems, each counted as much as its weight says; best first."""
        known = [(stem, weight) for stem, weight in weights.items() if weight > 0 and self.frequency(stem)]
        if not known or limit < 1:
            return ()
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, self._term(*pair)) for pair in known])
        hits = self._searcher.search(query, limit, count=False).hits
        found = [(score, self._candidate(address.segment_ord, address.doc)) for score, address in hits]
        found.sort(key=lambda hit: (-hit[0], hit[1]))
        return tuple(Candidate(*stored, score) for score, stored in found)

    def _term(self, stem: str, weight: float) -> tantivy.Query:
        query = tantivy.Query.term_query(self._schema, WORDS, stem, "freq")
        return query if weight == 1.0 else tantivy.Query.boost_query(query, weight)

    def _look_up(self, stem: str) -> int:
        return self._searcher.doc_freq(WORDS, stem)

    def _read(self, segment: int, number: int) -> _Record:
        record: bytes = self._searcher.doc(tantivy.DocAddress(segment, number)).get_first(RECORD)  # type: ignore[assignment]
        claim, incident, text, title, lang = orjson.loads(record)
        return claim, incident, text, title, lang


def open_index(folder: Path) -> ClaimIndex:
    """The index in ``folder``. Raises UnreadableIndex."""
    try:
        if orjson.loads((folder / MARK).read_bytes())["format"] != FORMAT:
            raise UnreadableIndex(f"{folder.name} is of another format")
        return ClaimIndex(tantivy.Index.open(str(folder)))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise UnreadableIndex(f"{folder.name} cannot be read") from error


def build_index(claims: Iterable[IndexedClaim], folder: Path) -> None:
    """Write the index of ``claims`` to ``folder``: it is there whole, or not at all."""
    _clear(folder.parent)
    part = folder.with_name(f".{secrets.token_hex(8)}.building")
    part.mkdir(mode=0o700)
    try:
        count = _write(claims, part)
        (part / MARK).write_bytes(orjson.dumps({"format": FORMAT, "claims": count}))
        _put(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _clear(parent: Path) -> None:
    """What a killed builder has left; one that is at work has touched its folder not long ago."""
    for left in parent.glob(".*.building"):
        if time.time() - left.stat().st_mtime > ABANDONED:
            shutil.rmtree(left, ignore_errors=True)


def _write(claims: Iterable[IndexedClaim], part: Path) -> int:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(WORDS, stored=False, tokenizer_name="whitespace", index_option="freq")
    builder.add_bytes_field(RECORD, stored=True)
    index = tantivy.Index(builder.build(), path=str(part))
    writer = index.writer(heap_size=WRITER_BYTES, num_threads=1)
    try:
        count = _add(writer, claims)
        writer.commit()
    finally:
        writer.wait_merging_threads()  # nothing is written to the folder from here on
    return count


def _add(writer: tantivy.IndexWriter, claims: Iterable[IndexedClaim]) -> int:
    count = 0
    for claim in claims:
        said = (terms(text, claim.lang).stems for text in (claim.text, claim.title) if text)
        stems = " ".join(stem for line in said for stem in line)
        record = orjson.dumps((claim.claim, claim.incident, claim.text, claim.title, claim.lang))
        writer.add_document(tantivy.Document(**{WORDS: stems, RECORD: record}))
        count += 1
    return count


def _put(part: Path, folder: Path) -> None:
    try:
        os.replace(part, folder)
    except OSError:
        # Something lies there: either another process was first with the same claims, or it cannot be read.
        try:
            open_index(folder)
        except UnreadableIndex:
            shutil.rmtree(folder, ignore_errors=True)
            os.replace(part, folder)
