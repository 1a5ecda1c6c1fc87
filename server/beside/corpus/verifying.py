"""The proof of every quotation, for whoever has the documents' texts.

Comes in: a corpus and a folder of files, under any names. Goes out: what was found, proven, missing or wrong.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Corpus, Document, Statement
from . import files, selectors
from .problems import CorpusError
from .sealing import digest
from .texts import disagreements


@dataclass(frozen=True, slots=True)
class Verification:
    """``files``: the file of each document that was found; ``proven``: statements whose quotation is verbatim."""

    files: dict[str, Path]
    missing: tuple[str, ...]
    proven: int
    failures: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every document was there and every quotation verbatim."""
        return not self.missing and not self.failures


def verify_documents(corpus: Corpus, folder: Path) -> Verification:
    """Find the documents by their hash and prove every selector on them."""
    wanted = {document.sha256: document.id for document in corpus.documents.values()}
    found = {wanted[sha256]: path for path, sha256 in _hashes(Path(folder)) if sha256 in wanted}
    failures: list[str] = []
    texts = {id: _text(corpus.documents[id], path, failures) for id, path in sorted(found.items())}
    proven = 0
    for statement in (statement for claim in corpus.claims for statement in claim.statements):
        if text := texts.get(statement.passage.document):
            wrong = list(_misses(statement, corpus.documents[statement.passage.document], text))
            failures += wrong
            proven += not wrong
    missing = tuple(id for id in corpus.documents if id not in found)
    return Verification(found, missing, proven, tuple(failures))


def _hashes(folder: Path) -> Iterator[tuple[Path, str]]:
    for root, _, names in os.walk(folder):
        for path in (Path(root, name) for name in sorted(names)):
            if path.is_file():
                yield path, digest(path)


def _text(document: Document, path: Path, failures: list[str]) -> str | None:
    try:
        content = files.read_bytes(path)
        text = files.decode(path, content)
    except CorpusError as error:
        failures += map(str, error.problems)
        return None
    failures += [f"{document.id}: {key} {wrong}" for key, wrong in disagreements(document, content, text)]
    return text


def _misses(statement: Statement, document: Document, text: str) -> Iterator[str]:
    passage = statement.passage
    for wrong in (*selectors.misfits(passage, document.characters), *selectors.unproven(passage, text)):
        yield f"{statement.id} in {document.id}: {wrong}"
