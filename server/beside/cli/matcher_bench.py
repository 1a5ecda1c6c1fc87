"""``beside matcher bench|shadow|why``: a matcher, measured. Comes in: a matcher, pages. Goes out: tables, or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import orjson
from marshmallow import ValidationError

from ..bench import (
    Change,
    NoSuchMatcher,
    PageSet,
    ShadowSwitch,
    Trial,
    UnusablePages,
    changes,
    data_sheet,
    example_sets,
    find_candidate,
    keep,
    open_trial,
    read_set,
    refuse_frozen,
    seeds_folder,
    sheet_table,
)
from ..bench.telling import changes_in_words, sheet_in_words, summed, why_in_words
from ..calibration import to_table
from ..corpus import ReleaseError
from ..home import Home, find_home
from ..matching import Limits
from ..reader import UnknownCorpus, matchers_of, open_reader
from ..reading import Busy, UnreadablePage
from ..settings import Settings, SettingsError, load_settings
from ..web.requests import load_page_request
from .match import looks_like_html, plain, read_text

PAGES = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("matcher", metavar="NAME|FILE")
@click.option("--pages", "files", type=PAGES, multiple=True, help="Labelled pages, JSONL; may be given again.")
@click.option("--matchers", "folder", type=FOLDER, help="Folder of one-file matchers.")
@click.option("--dry-run", is_flag=True, help="Keep neither the data sheet nor the calibration.")
@click.option("--json", "as_json", is_flag=True, help="Print the data sheet as JSON.")
def bench(matcher: str, files: tuple[Path, ...], folder: Path | None, dry_run: bool, as_json: bool) -> None:
    """Measure a matcher on labelled pages, alone and beside the others, and calibrate its weights.

    Without --pages: on the examples of the corpora that ship. The sheet is kept in the data folder; the service
    applies the calibration from its next page on, where it is worth it.
    """
    with _trial(matcher, folder, files) as (home, settings, trial):
        sets = _sets(trial, files)
        chosen = settings.matchers
        limits = Limits(chosen.soft_ms, chosen.hard_ms, chosen.cap_ms, chosen.prepare_s, chosen.memory_mb)
        sheet, kept = data_sheet(trial, sets, limits)
    if trial.state.state == "refused" or not sheet.version:
        raise click.ClickException(f"{matcher} could not be asked: {trial.state.state}, {trial.state.reason}")
    file = None if dry_run else keep(home, sheet, kept)
    table, calibration = sheet_table(sheet), to_table(kept)
    if as_json:
        click.echo(orjson.dumps({"sheet": table, "kept": calibration}).decode())
        return
    click.echo("\n".join(sheet_in_words(table, calibration)))
    if file:
        click.echo(f"Kept in {file}")


@click.command()
@click.argument("matcher", metavar="NAME|FILE")
@click.option("--pages", "files", type=PAGES, multiple=True, help="Pages, JSONL; may be given again.")
@click.option(
    "--on/--off", "on", default=None, help="Put it into the shadow, or take it out, in a running service too."
)
@click.option("--matchers", "folder", type=FOLDER, help="Folder of one-file matchers.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON a page.")
def shadow(matcher: str, files: tuple[Path, ...], on: bool | None, folder: Path | None, as_json: bool) -> None:
    """Show which cards a matcher would change on pages of yours (--pages); no card is touched.

    --on: ask it about every page that is read, and hear it nowhere; /matchers of the service shows what it would
    change. --off: hear it from the next page on.
    """
    if (on is None) == (not files):
        raise click.UsageError("Name pages of yours, --pages FILE, or say --on or --off.")
    if on is not None:
        click.echo(turned(matcher, on, folder))
        return
    with _trial(matcher, folder, files) as (home, settings, trial):
        worth = trial.worth
        found: list[Change] = []
        for labelled in (page for pages in _sets(trial, files, labelled=False) for page in pages.pages):
            page = trial.see(labelled.request)
            changed = changes(page.cards(beside=False), page.cards(worth))
            found += changed
            told = {"id": labelled.id, "changes": [change.table() for change in changed]}
            if as_json:
                click.echo(orjson.dumps(told).decode())
            elif changed:
                click.echo(changes_in_words(labelled.id, changed))
        if not as_json:
            click.echo(f"{trial.stamp}: {summed(found)}.")
            click.echo(_to_switch_on(trial, home, settings))


@click.command()
@click.argument("page", metavar="PAGE")
@click.option("--matcher", help="What this matcher says; default: the cards.")
@click.option("--incident", help="Only this incident.")
@click.option("--corpus", "corpora", multiple=True, help="Only this corpus; may be given again.")
@click.option("--matchers", "folder", type=FOLDER, help="Folder of one-file matchers.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def why(
    page: str,
    matcher: str | None,
    incident: str | None,
    corpora: tuple[str, ...],
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show the words of PAGE without which there is no card (html, text, or - for standard input)."""
    home = find_home()
    body = read_text(page)
    data: dict[str, Any] = {"html" if looks_like_html(page, body) else "text": body}
    try:
        settings = load_settings(home.settings, folder=folder and str(folder.resolve()))
        with closing(open_reader(home, settings)) as reader:
            if matcher is not None and matcher not in {state.name for state in reader.matchers}:
                raise click.ClickException(f"No matcher is called {matcher}.")
            found = reader.why(
                load_page_request(data | ({"corpora": list(corpora)} if corpora else {})), matcher, incident
            )
    except ValidationError as error:
        raise click.ClickException(plain(error)) from error
    except UnknownCorpus as error:
        raise click.ClickException("No such corpus. See: beside corpus list") from error
    except (SettingsError, ReleaseError, UnreadablePage, Busy) as error:
        raise click.ClickException(str(error) or "Too many pages at once.") from error
    if as_json:
        click.echo(orjson.dumps([asdict(one) for one in found]).decode())
        return
    lines = [line for one in found for line in why_in_words(one)]
    click.echo("\n".join(lines) or "Nothing on record was found in this page.")


@contextmanager
def _trial(matcher: str, folder: Path | None, files: tuple[Path, ...]) -> Iterator[tuple[Home, Settings, Trial]]:
    """The matcher on trial; whatever cannot be used is told in one line."""
    home = find_home()
    try:
        for file in files:
            refuse_frozen(file)
        settings = load_settings(home.settings, folder=folder and str(folder.resolve()))
        chosen = settings.matchers
        candidate = find_candidate(matcher, home.root / (chosen.folder or "matchers"), chosen.remote)
        with open_trial(home, settings, candidate) as trial:
            if not trial.corpora:
                raise click.ClickException("No corpus is loaded. Load one: beside corpus load seeds/*/")
            yield home, settings, trial
    except (SettingsError, ReleaseError, NoSuchMatcher, UnusablePages) as error:
        raise click.ClickException(str(error)) from error
    except (UnreadablePage, Busy) as error:
        raise click.ClickException(str(error) or "Too many pages at once.") from error


def _sets(trial: Trial, files: tuple[Path, ...], labelled: bool = True) -> list[PageSet]:
    """The sets that are named, or the examples that ship."""
    sets = [read_set(file, trial.releases, labelled) for file in files]
    sets = sets or example_sets(seeds_folder(), trial.releases)
    if not sets:
        raise click.ClickException("There are no labelled pages here. Name some: --pages FILE.jsonl")
    return sets


def turned(name: str, on: bool, folder: Path | None) -> str:
    """Turn the switch, and say what it means."""
    home = find_home()
    try:
        settings = load_settings(home.settings, folder=folder and str(folder.resolve()))
        if name not in {spec.name for spec in matchers_of(home, settings) if not spec.own}:
            raise click.ClickException(f"No stranger's matcher is called {name}. See: beside matcher list")
        changed = ShadowSwitch(home.root, settings.matchers.shadow).turn(name, on)
    except (SettingsError, OSError) as error:
        raise click.ClickException(str(error)) from error
    now = "in the shadow: asked about every page, heard by nobody" if on else "heard, and in no shadow"
    return f"{name} is {now}." if changed else f"{name} was so already: {now}."


def _to_switch_on(trial: Trial, home: Home, settings: Settings) -> str:
    """What the admin does next."""
    name = trial.candidate.name
    if name in ShadowSwitch(home.root, settings.matchers.shadow).names:
        return f"To switch it on: beside matcher shadow {name} --off"
    if trial.candidate.distribution == "file":
        folder = home.root / (settings.matchers.folder or "matchers")
        return f"To switch it on, copy it into {folder}; to watch it first: beside matcher shadow {name} --on"
    return f"To watch it on live pages: beside matcher shadow {name} --on"
