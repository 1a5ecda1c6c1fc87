"""``beside match``: one page, or many, through the whole journey. Comes in: files. Goes out: cards as text or JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import click
import orjson
from marshmallow import ValidationError

from ..corpus import ReleaseError
from ..home import find_home
from ..model import Account, Answer, Card
from ..reader import Reader, UnknownCorpus, open_reader
from ..reading import Busy, UnreadablePage
from ..settings import SettingsError, load_settings
from ..web import wording
from ..web.answers import answer_json, card_json
from ..web.problems import problem, problem_json, unreadable, validation_problem
from ..web.requests import load_page_request
from ..web.words import t
from .batches import numbered_lines

MOST_BYTES = 1_048_576


@click.command()
@click.argument("file", required=False)
@click.option("--batch", type=click.Path(exists=True, dir_okay=False, allow_dash=True), help="JSONL: one page a line.")
@click.option("--corpus", "corpora", multiple=True, help="Only this corpus; may be given again.")
@click.option("--deny", multiple=True, help="Leave this matcher out; may be given again.")
@click.option(
    "--matchers", "folder", type=click.Path(exists=True, file_okay=False), help="Folder of one-file matchers."
)
@click.option("--json", "as_json", is_flag=True, help="Print what the API answers.")
def match(
    file: str | None,
    batch: str | None,
    corpora: tuple[str, ...],
    deny: tuple[str, ...],
    folder: str | None,
    as_json: bool,
) -> None:
    """Show the cards for FILE (html, text, or - for standard input), or for every page of a JSONL file."""
    if (file is None) == (batch is None):
        raise click.UsageError("Name a FILE (or - for standard input), or --batch FILE.")
    home = find_home()
    try:
        settings = load_settings(home.settings, folder=folder and str(Path(folder).resolve()), deny=list(deny) or None)
        with closing(open_reader(home, settings)) as reader:
            if not reader.releases:
                raise click.ClickException("No corpus is loaded. Load one: beside corpus load seeds/*/")
            if batch is not None:
                sys.exit(match_batch(reader, batch, corpora or None, as_json))
            match_one(reader, str(file), corpora or None, as_json)
    except (SettingsError, ReleaseError) as error:
        raise click.ClickException(str(error)) from error


def match_one(reader: Reader, file: str, corpora: tuple[str, ...] | None, as_json: bool) -> None:
    """Read one page and print its cards."""
    body = read_text(file)
    form = "html" if looks_like_html(file, body) else "text"
    try:
        answer = reader.read(load_page_request({form: body} | ({"corpora": list(corpora)} if corpora else {})))
    except ValidationError as error:
        raise click.ClickException(plain(error)) from error
    except UnknownCorpus as error:
        raise click.ClickException(f"No such corpus. Published: {', '.join(reader.releases)}") from error
    except (UnreadablePage, Busy) as error:
        raise click.ClickException(str(error) or "Too many pages at once.") from error
    click.echo(orjson.dumps(answer_json(answer)).decode() if as_json else in_words(answer))


def match_batch(reader: Reader, batch: str, corpora: tuple[str, ...] | None, as_json: bool) -> int:
    """Read every line; a line that fails is answered with its problem and the rest goes on."""
    failed = 0
    for number, line in numbered_lines(batch):
        answer = match_line(reader, line, number, corpora)
        failed += "error" in answer
        click.echo(orjson.dumps(answer).decode() if as_json else batch_in_words(answer))
    return 1 if failed else 0


def match_line(reader: Reader, line: bytes, number: int, corpora: tuple[str, ...] | None) -> dict[str, Any]:
    """One line of a batch: ``{"id", "cards"}`` or ``{"id", "error"}``; a line without an id goes by its number."""
    try:
        page = orjson.loads(line)
    except orjson.JSONDecodeError:
        return {"id": number, "error": problem(400, "The line is not JSON", f"line {number}")}
    if not isinstance(page, dict):
        return {"id": number, "error": problem(422, "The line is not an object", f"line {number}")}
    page_id = page.pop("id", number)
    try:
        request = load_page_request(page | ({"corpora": list(corpora)} if corpora else {}))
    except ValidationError as error:
        return {"id": page_id, "error": validation_problem(error)}
    try:
        answer = reader.read(request)
    except UnknownCorpus:
        return {"id": page_id, "error": problem(404, "No such corpus", "see beside corpus list")}
    except UnreadablePage as error:
        return {"id": page_id, "error": problem_json(unreadable(request, str(error)))}
    return {"id": page_id, "cards": [card_json(card) for card in answer.cards]}


def read_text(file: str) -> str:
    """A file's text; standard input for "-"."""
    try:
        with click.open_file(file, "rb") as stream:
            body = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from error
    if len(body) > MOST_BYTES:
        raise click.ClickException(f"{file}: larger than {MOST_BYTES} bytes; cut it to the article")
    try:
        return bytes(body).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file}: not UTF-8 text (byte {error.start})") from error


def looks_like_html(file: str, body: str) -> bool:
    """By its name, or by how it begins."""
    start = body.lstrip()[:200].casefold()
    return file.endswith((".html", ".htm", ".xhtml")) or start.startswith(("<!doctype html", "<html"))


def plain(error: ValidationError) -> str:
    """What is wrong, a line each."""
    return "\n".join(f"{e['pointer']}: {e['detail']}" for e in validation_problem(error)["errors"])


def in_words(answer: Answer) -> str:
    """The language it was read in, what the answer falls short in, then the cards as text, every account."""
    cards = ["\n".join(card_in_words(card)) for card in answer.cards]
    none = t("noneIncomplete") if wording.incomplete(answer) else "No incident on record for the text read."
    return "\n\n".join([wording.read_as(answer.page), *wording.limits(answer), *(cards or [none])])


def card_in_words(card: Card) -> Iterable[str]:
    """One card, a line a fact, in the words of the pages."""
    yield card.incident.title
    if card.found:
        yield f"  {t('band')} {wording.band(card)}."
        for shared in card.found.proof:
            yield f"  Shared: {wording.proof(shared)}"
        for evidence in card.found.evidence:
            yield f"  In the text: {evidence.exact}"
    yield f"  {wording.accounts_state(card.state)}"
    if card.state.investigated_by:
        yield f"  {t('investigatedBy')}: {wording.names(card.state.investigated_by, card)}"
    if card.state.not_verified_by:
        yield f"  {t('notVerifiedBy')}: {wording.names(card.state.not_verified_by, card)}"
    for voice in card.missing:
        yield f"  {t('noAccountFrom')} {voice.name}. {wording.missing(voice)}"
    for account in card.accounts:
        yield from account_in_words(account, card)


def account_in_words(account: Account, card: Card) -> Iterable[str]:
    """One account, in the same shape for every speaker. A graphic passage is left out, and that is said."""
    said, document = account.statement, card.documents[account.statement.passage.document]
    quote = "(the passage is graphic and left out here)" if account.graphic else f"“{said.passage.exact}”"
    who = t("withBasis", account.speaker.name, wording.role(account.speaker))
    yield f"  - {who} {wording.stance(said)}, {wording.when(said.said)}: {said.says}"
    yield f"      {t('certainty')}: {wording.certainty(said)}"
    yield f"      {quote} {wording.outlet(document, card)}"


def batch_in_words(answer: dict[str, Any]) -> str:
    """A line of a batch as text."""
    if "error" in answer:
        return f"{answer['id']}: {answer['error']['title']}: {answer['error']['detail']}"
    return f"{answer['id']}: " + (", ".join(f"{c['incident']} ({c['band']})" for c in answer["cards"]) or "no card")
