"""What can be written in a corpus, and every command, stands in docs/loading-a-corpus.md."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from beside.cli.corpus import corpus
from beside.corpus.form import Form, Many, Table
from beside.corpus.forms import FORMS

PAGE = (Path(__file__).parents[2] / "docs" / "loading-a-corpus.md").read_text("utf-8")


def keys(form: Form) -> Iterator[str]:
    if isinstance(form, Many):
        yield from keys(form.of)
    if isinstance(form, Table):
        for name, below in {**form.needs, **form.may}.items():
            yield name
            yield from keys(below)


@pytest.mark.parametrize("key", sorted({key for form in FORMS.values() for key in keys(form)}))
def test_every_key_is_described(key: str) -> None:
    assert key in PAGE


@pytest.mark.parametrize("command", sorted(corpus.commands))
def test_every_command_is_described(command: str) -> None:
    assert f"beside corpus {command}" in PAGE


@pytest.mark.parametrize("option", ["--dry-run", "--corpus", "--documents", "--format"])
def test_every_option_is_described(option: str) -> None:
    assert option in PAGE
