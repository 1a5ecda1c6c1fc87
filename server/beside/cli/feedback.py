"""``beside feedback``: what readers reported about cards. Comes in: a home. Goes out: reports, listed or as JSONL."""

from __future__ import annotations

from dataclasses import asdict
from typing import BinaryIO

import click
import orjson

from ..home import find_home
from ..web.feedback import Feedback, KeptReport


@click.group()
def feedback() -> None:
    """List, export or remove what readers reported about cards."""


@feedback.command("list")
def list_reports() -> None:
    """List the reports: id, day, card, what is wrong with it, the note."""
    kept = Feedback(find_home()).kept()
    for report in kept:
        click.echo(_line(report))
    if not kept:
        click.echo("No report is kept.", err=True)


@feedback.command()
@click.option("--output", type=click.File("wb"), default="-", help="Where to write; default: standard output.")
def export(output: BinaryIO) -> None:
    """Write the reports as JSONL, one a line."""
    for report in Feedback(find_home()).kept():
        output.write(orjson.dumps(asdict(report), option=orjson.OPT_APPEND_NEWLINE))


@feedback.command()
@click.argument("report_ids", metavar="ID...", nargs=-1, required=True)
def remove(report_ids: tuple[str, ...]) -> None:
    """Remove reports for good."""
    kept = Feedback(find_home())
    unknown = [report_id for report_id in report_ids if not kept.remove(report_id)]
    for report_id in report_ids:
        if report_id not in unknown:
            click.echo(f"Removed {report_id}.")
    if unknown:
        raise click.ClickException(f"No report has the id {', '.join(unknown)}. See: beside feedback list")


def _line(report: KeptReport) -> str:
    """One line a report, whatever its note holds."""
    card = f"{report.corpus}/{report.incident}@{report.release[:8]}"
    note = " ".join(part for part in report.note.split() if part.isprintable())
    sentence = "  (with a sentence of the page)" if report.fragment else ""
    return f"{report.id}  {report.day}  {card}  {report.kind}{sentence}{'  ' if note else ''}{note}"
