"""The texts that ship with a corpus: hash, length, lines and every quotation are proven when it is loaded.

Comes in: the folder and its sound records. Goes out: a problem for everything that is not so in the texts.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from ..model import Document
from . import files, selectors
from .located import Located, Parts
from .problems import CorpusError, Problem


def check_shipped(folder: Path, parts: Parts) -> Iterator[Problem]:
    """Every document with a ``file``, and every statement that quotes it."""
    texts: dict[str, str] = {}
    for document in parts.documents.values():
        if document.item.file is not None:
            yield from _check_file(folder, document.item.file, document, texts)
    for statement in parts.statements.values():
        passage = statement.item.passage
        for wrong in selectors.unproven(passage, texts[passage.document]) if passage.document in texts else ():
            yield statement.problem(wrong, "passage")


def disagreements(document: Document, content: bytes, text: str) -> Iterator[tuple[str, str]]:
    """What the record of a document says of its file and is not so, by key."""
    found = hashlib.sha256(content).hexdigest()
    if found != document.sha256:
        yield "sha256", f"is not that of the file, {found}; mend it or put back the file"
    if len(text) != document.characters:
        yield "characters", f"is {document.characters}, but the file has {len(text)} code points; mend it"
    last, lines = _last_line(document), text.count("\n") + 1
    if last > lines:
        yield "body", f"goes to line {last}, but the file has {lines} lines; mend it"


def _check_file(folder: Path, name: str, document: Located[Document], texts: dict[str, str]) -> Iterator[Problem]:
    path = folder / name
    if not _inside(folder, path):
        yield document.problem("leads out of the corpus folder; name a file inside it", "file")
        return
    try:
        content = files.read_bytes(path)
        text = texts[document.item.id] = files.decode(path, content)
    except CorpusError as error:
        yield from (document.problem(f"{one.file}:{one.line} {one.message}", "file") for one in error.problems)
        return
    for key, wrong in disagreements(document.item, content, text):
        yield document.problem(wrong, key)


def _inside(folder: Path, path: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _last_line(document: Document) -> int:
    return int(document.body[-1].split("-")[-1]) if document.body else 0
