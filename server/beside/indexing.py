"""The index of a release: which of its words a text may be found by. Comes in: a Release. Goes out: a ClaimIndex.

It lies beside the release, ``<sha256>.index/``, made once by whoever first needs it, and mapped into memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from .corpus import ReleaseError, read_claims
from .language import guess_language
from .model import Corpus, Release
from .retrieval import ClaimIndex, IndexedClaim, UnreadableIndex, build_index, open_index

OWN_WORDS = "en"  # propositions and accounts are worded in the language of the corpus' editors


def index_of(release: Release, step: Callable[[int], object] = lambda _: None) -> ClaimIndex:
    """The index, built if it is not there or cannot be read; ``step`` is called for each claim. Raises ReleaseError."""
    folder = index_folder(release.path)
    try:
        return open_index(folder)
    except UnreadableIndex:
        return _built(release, folder, step)


def _built(release: Release, folder: Path, step: Callable[[int], object]) -> ClaimIndex:
    try:
        build_index(_counted(_claims(release), step), folder)
        return open_index(folder)
    except (OSError, ValueError, UnreadableIndex) as error:  # tantivy tells of a full disk by a ValueError
        raise ReleaseError(f"the index {folder.name} could not be written: {error}; nothing has changed") from error


def index_folder(path: Path) -> Path:
    """Where the index of a release lies."""
    return path.with_suffix(".index")


def _counted(claims: Iterator[IndexedClaim], step: Callable[[int], object]) -> Iterator[IndexedClaim]:
    for claim in claims:
        step(1)
        yield claim


def _claims(release: Release) -> Iterator[IndexedClaim]:
    return _plain(release.path) if release.corpus.plain else _structured(release.corpus)


def _plain(path: Path) -> Iterator[IndexedClaim]:
    for claim in read_claims(path):
        lang = claim.lang or guess_language("", claim.text)[0]
        yield IndexedClaim(claim.id, claim.incident, claim.text, claim.title, lang)


def _structured(corpus: Corpus) -> Iterator[IndexedClaim]:
    """A claim is found by its proposition, by what is said on it, and by the title of its incident."""
    for claim in corpus.claims:
        if not claim.background:
            said = " ".join(dict.fromkeys((claim.text, *(statement.says for statement in claim.statements))))
            yield IndexedClaim(claim.id, claim.incident, said, corpus.incidents[claim.incident].title, OWN_WORDS)
