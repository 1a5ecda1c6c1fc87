"""The admin's way in: check a corpus folder, load it (or a file of claims), prove its quotations, list what there is.

Comes in: paths and ids from the command line. Goes out: lines to read; problems on stderr and exit code 1.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from .. import corpus as room
from ..home import find_home
from ..indexing import index_of
from ..model import Corpus
from .claims import are_claims, claims_id, keep_forms, load_claims

LOAD_ONE = "No corpus is published. Load one: beside corpus load FOLDER"
FORMATS = {
    "toml": "a folder of TOML files, see docs/loading-a-corpus.md",
    "claims": "a JSONL file, one claim a line",
}


@click.group()
def corpus() -> None:
    """Check, load and list reference corpora."""


def _known_format(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and value not in FORMATS:
        known = "; ".join(f"{name} ({what})" for name, what in FORMATS.items())
        raise click.BadParameter(f"there is no format {value!r}. The formats are: {known}.")
    return value


_paths = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))


@corpus.command()
@_paths
def check(paths: tuple[Path, ...]) -> None:
    """Check corpus folders, their examples too, and change nothing."""
    sources, problems = _read(paths)
    problems += [problem for source in sources for problem in room.check_examples(source)]
    _stop_at(problems)
    for source in sources:
        click.echo(f"{source.corpus.id}: {_count(source.corpus)}: no problems")


@corpus.command()
@_paths
@click.option("--corpus", "wanted", metavar="ID", help="Refuse a folder of another corpus; the id of a claims file.")
@click.option("--format", callback=_known_format, help="Form of the files; told by their names unless given.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def load(paths: tuple[Path, ...], wanted: str | None, format: str | None, dry_run: bool) -> None:
    """Check corpus folders and claims files, seal and publish them. If one has a problem, none is loaded."""
    files = {path: claims_id(path, wanted) for path in paths if are_claims(path, format)}
    if len(set(files.values())) < len(files):
        raise click.ClickException("two files would be one corpus; load them one by one, each with --corpus ID")
    sources, problems = _read(tuple(path for path in paths if path not in files))
    _stop_at(problems)
    for source in sources:
        if wanted not in (None, source.corpus.id):
            raise click.ClickException(f"the folder holds {source.corpus.id}, not {wanted}; nothing is loaded")
    with _told():
        home = find_home().root
        keep_forms(home, files.values(), [source.corpus.id for source in sources])
        loaded = [load_claims(home, path, id, dry_run) for path, id in files.items()]
        for source in sources:
            _load(home, source.corpus, dry_run)
        for one in loaded:
            one.publish()


@corpus.command()
@click.argument("what", metavar="[PATH|ID]", required=False)
@click.option(
    "--documents", required=True, type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR"
)
def verify(what: str | None, documents: Path) -> None:
    """Prove every quotation on the documents' texts, which are found by their hash under any name.

    Without PATH or ID, prove every published corpus of which DIR holds a document.
    """
    if what is None:
        _verify_published(documents)
        return
    with _told():
        corpus = room.read_folder(Path(what)).corpus if Path(what).exists() else _published(find_home().root, what)
    proof = room.verify_documents(corpus, documents)
    _tell_proof(corpus, proof)
    if not proof.complete:
        sys.exit(1)


@corpus.command("list")
def list_published() -> None:
    """List the published corpora."""
    with _told():
        home = find_home().root
        pointers = room.published(home)
    if not pointers:
        click.echo(LOAD_ONE)
    opened = {id: _open(home, sha256) for id, sha256 in pointers.items()}
    for id, corpus in opened.items():
        if corpus:
            click.echo(f"{id}  {pointers[id][:8]}  {_count(corpus)}  {corpus.title}")
    if None in opened.values():
        sys.exit(1)


def _verify_published(documents: Path) -> None:
    """Every published corpus with a document in the folder; the others are named, and are no failure."""
    with _told():
        home = find_home().root
        pointers = room.published(home)
    if not pointers:
        raise click.ClickException(LOAD_ONE)
    opened = [_open(home, sha256) for sha256 in pointers.values()]
    # Plain claims quote nothing but their own lines.
    proofs = [(corpus, room.verify_documents(corpus, documents)) for corpus in opened if corpus and not corpus.plain]
    for corpus, proof in proofs:
        if proof.files:
            _tell_proof(corpus, proof)
        else:
            click.echo(f"{corpus.id} is left out: none of its documents is in {documents}", err=True)
    found = [proof for _, proof in proofs if proof.files]
    if not found:
        raise click.ClickException("no published corpus is verified")
    if None in opened or not all(proof.complete for proof in found):
        sys.exit(1)


def _tell_proof(corpus: Corpus, proof: room.Verification) -> None:
    click.echo(
        f"{corpus.id}: {len(proof.files)} of {len(corpus.documents)} documents found, "
        f"{proof.proven} of {corpus.extent.statements} quotations verbatim"
    )
    for failure in proof.failures:
        click.echo(failure, err=True)
    for document in proof.missing:
        click.echo(f"{document}: no file has its hash, {corpus.documents[document].sha256}", err=True)


def _load(home: Path, corpus: Corpus, dry_run: bool) -> None:
    pointer = room.published(home).get(corpus.id)
    changes = room.compare(_open(home, pointer), corpus)
    sha256 = pointer
    if not dry_run:
        release = room.seal(home, corpus)
        index_of(release)
        sha256 = release.sha256
        room.publish(home, corpus.id, sha256)
    done = "nothing changes" if not changes else "would change" if dry_run else f"published as {str(sha256)[:8]}"
    click.echo(f"{corpus.id}: {_count(corpus)}: {done}")
    for change in changes:
        parts = (("added", change.added), ("removed", change.removed), ("changed", change.changed))
        click.echo(f"  {change.kind}: {', '.join(f'{len(ids)} {word}' for word, ids in parts if ids)}")


def _open(home: Path, sha256: str | None) -> Corpus | None:
    """A published corpus; one that cannot be opened is told and counts as none, since loading again is the cure."""
    try:
        return room.open_release(home / "releases" / f"{sha256}.db").corpus if sha256 else None
    except room.ReleaseError as error:
        click.echo(str(error), err=True)
        return None


def _published(home: Path, id: str) -> Corpus:
    sha256 = room.published(home).get(id)
    if sha256 is None:
        raise click.ClickException(f"{id} is neither a folder nor a published corpus; see beside corpus list")
    corpus = room.open_release(home / "releases" / f"{sha256}.db").corpus
    if corpus.plain:
        raise click.ClickException(f"{id} holds plain claims: they quote no documents, so there is nothing to verify")
    return corpus


def _read(paths: tuple[Path, ...]) -> tuple[list[room.Source], list[room.Problem]]:
    """Every folder that is sound, and every problem of those that are not."""
    folders = _folders(paths)
    sources: list[room.Source] = []
    problems: list[room.Problem] = []
    with _progress(sum(map(room.count_files, folders))) as step:
        for folder in folders:
            try:
                sources.append(room.read_folder(folder, step))
            except room.CorpusError as error:
                problems += error.problems
    return sources, problems


def _folders(paths: tuple[Path, ...]) -> list[Path]:
    """Each folder once. A plain file that a glob brought along is left aside; one named alone is judged."""
    files = [path for path in paths if path.is_file()]
    if len(files) == len(paths):
        return list(paths)
    for path in files:
        click.echo(f"{path} is left aside: it is no folder", err=True)
    return list({path.resolve(): path for path in paths if path not in files}.values())


@contextlib.contextmanager
def _progress(length: int) -> Iterator[Callable[[], object]]:
    """A bar, for a person who watches."""
    with click.progressbar(length=length, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield lambda: bar.update(1)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Problems as lines, not as a traceback."""
    try:
        yield
    except room.CorpusError as error:
        _stop_at(list(error.problems))
    except room.ReleaseError as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error


def _stop_at(problems: list[room.Problem]) -> None:
    if problems:
        for problem in problems:
            click.echo(str(problem), err=True)
        click.echo(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}; nothing is loaded", err=True)
        sys.exit(1)


def _count(corpus: Corpus) -> str:
    extent = corpus.extent
    counts = (
        (extent.incidents, "incidents"),
        (extent.claims, "claims"),
        (extent.statements, "statements"),
        (extent.documents, "documents"),
    )
    return ", ".join(f"{number} {name if number != 1 else name[:-1]}" for number, name in counts)
