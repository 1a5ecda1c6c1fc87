"""``beside search``: which known claims a short text speaks of. Comes in: a text, or many. Goes out: ranked claims."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from typing import Any

import click
import orjson
from marshmallow import Schema, ValidationError, fields, validate

from ..corpus import ReleaseError
from ..home import find_home
from ..model import MAX_CODE_POINTS
from ..reader import Reader, UnknownCorpus, open_reader
from ..reading import Busy
from ..searching import MOST, FoundClaim, Query
from ..settings import SettingsError, load_settings
from ..web.problems import problem, validation_problem
from .batches import numbered_lines

NOTHING = "No known claim shares a telling word with this text."


class QuerySchema(Schema):
    """A line of a batch."""

    id = fields.Raw()
    text = fields.String(required=True, validate=validate.Length(1, MAX_CODE_POINTS))
    lang = fields.String(load_default="", validate=validate.Length(max=35))


@click.command()
@click.argument("text", required=False)
@click.option("--batch", type=click.Path(exists=True, dir_okay=False, allow_dash=True), help="JSONL: one text a line.")
@click.option("--limit", type=click.IntRange(1, MOST), default=10, show_default=True, help="So many claims at most.")
@click.option("--corpus", "corpora", multiple=True, help="Only this corpus; may be given again.")
@click.option(
    "--min-score",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out what scores less; from 0.5 on a hit is likelier than no known claim.",
)
def search(text: str | None, batch: str | None, limit: int, corpora: tuple[str, ...], min_score: float) -> None:
    """Rank the known claims that TEXT may speak of, or those of every line of a JSONL file."""
    if (text is None) == (batch is None):
        raise click.UsageError("Give a TEXT, or --batch FILE.")
    home, asked = find_home(), Query("", limit=limit, corpora=corpora or None)
    try:
        settings = load_settings(home.settings)
        settings = replace(settings, corpora=corpora) if corpora else settings
        with closing(open_reader(home, settings)) as reader:
            if not reader.releases:
                raise click.ClickException("No such corpus is loaded. See: beside corpus list")
            if batch is not None:
                sys.exit(search_batch(reader, batch, asked, min_score))
            search_one(reader, replace(asked, text=str(text)), min_score)
    except (SettingsError, ReleaseError) as error:
        raise click.ClickException(str(error)) from error
    except UnknownCorpus as error:
        raise click.ClickException(f"No such corpus. Published: {', '.join(reader.releases)}") from error


def search_one(reader: Reader, query: Query, min_score: float) -> None:
    """Print the claims that are found, for people."""
    hits = [hit for hit in reader.search(query) if hit.score >= min_score]
    for hit in hits:
        click.echo(f"{hit.score:.2f}  {hit.corpus}  {hit.claim}  {claim_text(reader, hit)}")
    if not hits:
        click.echo(NOTHING, err=True)


def claim_text(reader: Reader, hit: FoundClaim) -> str:
    """A claim in its own words, on one line."""
    incident = reader.releases[hit.corpus].corpus.incidents[hit.incident]
    return " ".join(next(claim.text for claim in incident.claims if claim.id == hit.claim).split())


def search_batch(reader: Reader, batch: str, asked: Query, min_score: float) -> int:
    """Answer every line, in order; a line that fails is answered with its problem and the rest goes on."""
    failed = 0
    for number, line in numbered_lines(batch):
        answer = search_line(reader, line, number, asked, min_score)
        failed += "error" in answer
        click.echo(orjson.dumps(answer).decode())
    return 1 if failed else 0


def search_line(reader: Reader, line: bytes, number: int, asked: Query, min_score: float) -> dict[str, Any]:
    """One line of a batch: ``{"id", "hits"}`` or ``{"id", "error"}``; a line without an id goes by its number."""
    try:
        query = orjson.loads(line)
    except orjson.JSONDecodeError:
        return {"id": number, "error": problem(400, "The line is not JSON", f"line {number}")}
    if not isinstance(query, dict):
        return {"id": number, "error": problem(422, "The line is not an object", f"line {number}")}
    query_id = query.get("id", number)
    try:
        read = QuerySchema().load(query)
        found = reader.search(replace(asked, text=read["text"], lang=read["lang"]))
    except ValidationError as error:
        return {"id": query_id, "error": validation_problem(error)}
    except Busy:
        return {"id": query_id, "error": problem(503, "Too many texts at once", "try again")}
    return {"id": query_id, "hits": [hit_json(hit) for hit in found if hit.score >= min_score]}


def hit_json(hit: FoundClaim) -> dict[str, Any]:
    """A claim and its score."""
    return {"claim": hit.claim, "score": hit.score, "corpus": hit.corpus, "incident": hit.incident}
