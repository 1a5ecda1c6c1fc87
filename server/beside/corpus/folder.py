"""A corpus folder, read strictly: every mistake is told, with its file and line, and none is let pass.

Comes in: the path of a folder. Goes out: a Source, or a CorpusError that holds all problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from . import files, privacy, references, rules, texts, whole
from .examples import Source, read_examples
from .files import TomlFile, TomlPath
from .form import Mention, Wrong
from .forms import FORMAT, FORMS
from .located import Parts, locate
from .problems import CorpusError, Problem
from .records import assemble
from .references import Cited

_DEFINES = {
    "agents": ("agent",),
    "documents": ("document",),
    "incident": ("claim", "statement"),
}


def read_folder(folder: Path, step: Callable[[], object] = lambda: None) -> Source:
    """Read and check a corpus. ``step`` is called after each file. Raises CorpusError."""
    folder = Path(folder)
    try:
        found, problems = files.find(folder)
    except OSError as error:
        raise CorpusError([Problem(files.shown(folder), 1, f"could not be read: {error.strerror}")]) from None
    read = list(_read(found, problems, step))
    _refuse_newer(read)
    parts = Parts()
    problems += _check(folder, read, found, parts)
    if problems:
        raise CorpusError(problems)
    examples = {file.stem: read_examples(file) for file in read if file.kind == "incident"}
    return Source(assemble(parts.records()), examples)


def count_files(folder: Path) -> int:
    """How many files ``read_folder`` will read: for a progress bar."""
    try:
        return len(files.find(Path(folder))[0])
    except (CorpusError, OSError):
        return 0


def _read(found: Iterable[TomlPath], problems: list[Problem], step: Callable[[], object]) -> Iterator[TomlFile]:
    for path in found:
        try:
            yield files.read(path)
        except CorpusError as error:
            problems += error.problems
        step()


def _refuse_newer(read: Iterable[TomlFile]) -> None:
    """A newer form is named and nothing more: what else it may hold is not for this version to judge."""
    for file in read:
        number = file.data.get("format")
        if file.kind == "corpus" and isinstance(number, int) and number > FORMAT:
            message = f"{number} is newer than the one this beside reads, {FORMAT}; update beside"
            raise CorpusError([file.problem(("format",), message)])


def _check(folder: Path, read: list[TomlFile], found: list[TomlPath], parts: Parts) -> Iterator[Problem]:
    """Everything there is to check, from the single value to the whole; fills ``parts`` on the way."""
    cited: list[Cited] = []
    for file in read:
        findings = list(FORMS[file.kind].examine(file.data, ()))
        wrong = [finding for finding in findings if isinstance(finding, Wrong)]
        cited += [Cited(file, finding) for finding in findings if isinstance(finding, Mention)]
        yield from (file.problem(finding.path, finding.message) for finding in wrong)
        for record in locate(file, [finding.path for finding in wrong]):
            parts.add(record)
    readable = {file.name for file in read}
    unread = [path for path in found if files.shown(path.path) not in readable]
    yield from references.check([*cited, *_incidents(found)], _incomplete(unread))
    yield from _check_names(read)
    yield from rules.check(parts)
    yield from texts.check_shipped(folder, parts)
    yield from whole.check(folder, read, complete=not unread)


def _incidents(found: Iterable[TomlPath]) -> Iterator[Cited]:
    """An incident is defined by its file, readable or not."""
    for path in found:
        if path.kind == "incident":
            file = TomlFile(files.shown(path.path), path.kind, path.path.stem, {}, {})
            yield Cited(file, Mention((), ("incident",), path.path.stem, defines=True))


def _incomplete(unread: Iterable[TomlPath]) -> frozenset[str]:
    return frozenset(kind for path in unread for kind in _DEFINES.get(path.kind, ()))


def _check_names(read: list[TomlFile]) -> Iterator[Problem]:
    digests = {
        digest: role for file in read if file.kind == "agents" for digest, role in privacy.withheld(file).items()
    }
    for file in read:
        yield from privacy.check_texts(file, digests)
