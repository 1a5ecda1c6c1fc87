"""Which release of a corpus is shown: a file named by the corpus that holds one line, the release's SHA-256.

Comes in: the data folder. Goes out: the pointers as they are, or one of them switched in one step.
"""

from __future__ import annotations

from pathlib import Path

from . import values
from .opening import open_release
from .storing import ReleaseError, current, one_writer, part_in, put, releases


def publish(home: Path, corpus_id: str, sha256: str) -> None:
    """Show this release from now on. Raises ReleaseError if it is not a sound release of that corpus."""
    if published(home).get(corpus_id) == sha256:
        return
    held = open_release(releases(home) / f"{sha256}.db").corpus.id
    if held != corpus_id:
        raise ReleaseError(f"release {sha256} holds {held}, not {corpus_id}; publish it under its own name")
    with one_writer(home), part_in(current(home)) as part:
        part.write_text(f"{sha256}\n", encoding="ascii")
        put(part, current(home) / corpus_id, 0o644)


def published(home: Path) -> dict[str, str]:
    """The SHA-256 of the release of every published corpus, by corpus id. Raises ReleaseError."""
    pointers = sorted(path for path in current(home).iterdir() if not path.name.startswith("."))
    found = {}
    for path in pointers:
        sha256 = path.read_bytes()[:100].decode("ascii", "replace").strip()
        if values.sha256(sha256) or values.slug(path.name):
            raise ReleaseError(f"{path} is no pointer to a release; load the corpus again, or take the file away")
        found[path.name] = sha256
    return found
