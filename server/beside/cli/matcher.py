"""``beside matcher``: write one, check it, try it, see all. Comes in: names, files. Goes out: files, findings."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

import click
import orjson

from ..home import find_home
from ..kit import check_matcher
from ..kit.scaffold import CannotWrite, new_matcher
from ..kit.trying import Tried, tried
from ..matching import release_matcher
from ..settings import MatcherSettings, SettingsError, load_settings
from . import matcher_bench
from .match import card_in_words, read_text
from .matcher_list import everything, in_words

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def matcher() -> None:
    """Write a matcher, check it, try it, measure it; see which there are."""


@matcher.command()
@click.argument("name")
@click.option("--folder", type=FOLDER, default=".", help="Where to; default: here.")
def new(name: str, folder: Path) -> None:
    """Write NAME.py, a matcher with its examples inside, and test_NAME.py."""
    try:
        file, test = new_matcher(name, folder)
    except CannotWrite as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"Wrote {file} and {test}.")
    click.echo(f"Edit it, then: beside matcher check {file}")
    click.echo(f"See its cards:  beside matcher try {file}")


@matcher.command()
@click.argument("matchers", metavar="NAME|FILE...", nargs=-1, required=True)
@click.option("--matchers", "folder", type=FOLDER, help="Folder of one-file matchers, to look names up in.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each matcher.")
def check(matchers: tuple[str, ...], folder: Path | None, as_json: bool) -> None:
    """Check everything that a matcher can get wrong, on an invented corpus. Exit code 1 if something failed."""
    failed = False
    for number, one in enumerate(matchers):
        try:
            report = check_matcher(one, folder or _folder(), _remote())
        except LookupError as error:
            raise click.ClickException(str(error.args[0])) from error
        failed |= not report.passed
        if as_json:
            click.echo(orjson.dumps({**asdict(report), "passed": report.passed}).decode())
        else:
            click.echo(f"{chr(10) if number else ''}{report}")
    sys.exit(1 if failed else 0)


@matcher.command("try")
@click.argument("matcher", metavar="NAME|FILE")
@click.argument("page", required=False)
@click.option("--matchers", "folder", type=FOLDER, help="Folder of one-file matchers, to look names up in.")
def try_(matcher: str, page: str | None, folder: Path | None) -> None:
    """Show what a matcher says of PAGE (text, or - for standard input), and the cards it has a part in.

    On the invented corpus that comes with beside. Without PAGE: on a text of that corpus which it speaks of.
    """
    try:
        with tried(matcher, None if page is None else read_text(page), folder or _folder(), _remote()) as seen:
            click.echo("\n".join(told(seen)))
    except LookupError as error:
        raise click.ClickException(str(error.args[0])) from error
    except ValueError as error:
        raise click.ClickException(f"{matcher}: {error}") from error


def told(seen: Tried) -> Iterator[str]:
    """The page, sentence by sentence with what the matcher says; then the cards, and its part in each."""
    for passage in seen.said.page.passages:
        yield f"| {passage.text}"
        for match in (one for one in seen.said.matches if one.passage == passage.number):
            yield f"    {match.target}  {match.weight:.2f}"
            for reason in match.because:
                yield f"      {reason.kind}: “{passage.text[reason.start : reason.end]}” as “{reason.corpus_text}”"
    yield from ([f"It failed: {seen.said.error}"] if seen.said.error else [])
    none = "others say the same of the same words, or it points elsewhere" if seen.said.matches else "it says nothing"
    for card in seen.answer.cards:
        found = card.found.evidence if card.found else ()
        parts = [b for evidence in found for b in evidence.because if b.matcher.partition("@")[0] == seen.name]
        yield ""
        yield from card_in_words(card)
        yield f"  Its part: {', '.join(f'{b.matcher} {b.kind} {b.share:.0%}' for b in parts) or f'none: {none}'}"
    if not seen.answer.cards:
        yield "\nNo card: no matcher carries one alone, and the others say too little of this text."


@matcher.command("list")
@click.option("--matchers", "folder", type=FOLDER, help="Folder of one-file matchers.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_matchers(folder: Path | None, as_json: bool) -> None:
    """List every matcher: version, state and why, settings; and what holds one on this system."""
    home = find_home()
    try:
        settings = load_settings(home.settings, folder=folder and str(folder.resolve()))
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
    listing = everything(home, settings)
    click.echo(orjson.dumps(asdict(listing)).decode() if as_json else "\n".join(in_words(listing)))


@matcher.command()
@click.argument("name")
def release(name: str) -> None:
    """Take a matcher out of quarantine: it is asked again with the next page."""
    if not release_matcher(find_home().quarantine, name):
        raise click.ClickException(f"{name} is not in quarantine. See: beside matcher list")
    click.echo(f"Released {name}.")


for command in (matcher_bench.bench, matcher_bench.shadow, matcher_bench.why):
    matcher.add_command(command)


def _folder() -> Path:
    return find_home().root / (_stated().folder or "matchers")


def _remote() -> Mapping[str, str]:
    return _stated().remote


def _stated() -> MatcherSettings:
    try:
        return load_settings(find_home().settings).matchers
    except SettingsError as error:
        raise click.ClickException(str(error)) from error
