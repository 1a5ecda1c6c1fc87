"""The side door: every command of ``beside``. Comes in: arguments. Goes out: what was asked for, and an exit code."""

from __future__ import annotations

import click

from .corpus import corpus
from .feedback import feedback
from .match import match
from .matcher import matcher
from .search import search
from .serve import serve, token


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="beside")
def main() -> None:
    """Show, next to a page, the other accounts of the events it speaks of."""


for command in (corpus, feedback, match, matcher, search, serve, token):
    main.add_command(command)
