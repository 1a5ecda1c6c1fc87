"""``beside serve`` and ``beside token``. Comes in: a port, a home. Goes out: the running service; tokens, listed."""

from __future__ import annotations

import threading
from contextlib import closing
from importlib.metadata import version
from pathlib import Path

import click

import beside

from ..corpus import ReleaseError
from ..home import Home, find_home
from ..reader import open_reader
from ..settings import SettingsError, load_settings
from ..web.factory import create_app
from ..web.local_token import TokenError, local_token
from ..web.serving import PortTaken, bind
from ..web.serving import serve as run
from ..web.tokens import Tokens


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Where to listen on 127.0.0.1.")
@click.option("--home", "folder", type=click.Path(file_okay=False), help="The data folder; default: $BESIDE_HOME.")
@click.option("--matchers", type=click.Path(exists=True, file_okay=False), help="Folder of one-file matchers.")
@click.option("--reload", is_flag=True, help="Pick up one-file matchers as they are edited.")
def serve(port: int | None, folder: str | None, matchers: str | None, reload: bool) -> None:
    """Run the service on 127.0.0.1 until Ctrl-C."""
    home = find_home({"BESIDE_HOME": folder}) if folder else find_home()
    try:
        settings = load_settings(home.settings, port=port, folder=matchers and str(Path(matchers).resolve()))
        with closing(bind(settings.port)) as listener, closing(open_reader(home, settings, reload)) as reader:
            threading.Thread(target=reader.warm, daemon=True).start()
            run(create_app(reader, home), listener, ready=lambda address: click.echo(welcome(address)))
    except (SettingsError, ReleaseError, TokenError) as error:
        raise click.ClickException(str(error)) from error
    except PortTaken as error:
        raise click.ClickException(taken(settings.port, error)) from error


def taken(port: int, error: OSError) -> str:
    """What to do when the port can't be had, in one line."""
    return f"Port {port} can't be had ({error.strerror}). Take another: PORT=9000 make run, or beside serve --port 9000"


def welcome(address: str) -> str:
    """What a person wants to know once the service answers."""
    folder = extension_folder()
    return f"""beside {version("beside")} is running. Ctrl-C ends it.

  A sample article with its cards   {address}/try
  The start page                    {address}/

  The extension, in two steps:
    Chromium, Chrome, Edge   1. open chrome://extensions and switch Developer mode on
                             2. Load unpacked, and choose {folder}
    Firefox                  1. open about:debugging#/runtime/this-firefox
                             2. Load Temporary Add-on, and choose {folder / "manifest.json"}
"""


def extension_folder() -> Path:
    """Where the extension lies: in the checkout this package runs from, or else wherever it was unpacked."""
    checkout = Path(beside.__file__).resolve().parents[2] / "extension"
    return checkout if checkout.is_dir() else Path("extension")


@click.group(invoke_without_command=True)
@click.pass_context
def token(context: click.Context) -> None:
    """Print the local token, for scripts; list or revoke the tokens of paired extensions."""
    if context.invoked_subcommand is None:
        click.echo(_local(find_home()))


def _local(home: Home) -> str:
    try:
        return local_token(home)
    except TokenError as error:
        raise click.ClickException(str(error)) from error


@token.command("list")
def list_tokens() -> None:
    """List the tokens of paired extensions: id, date, origin."""
    paired = Tokens(find_home()).paired()
    for known in paired:
        click.echo(f"{known.id}  {known.created}  {known.origin or '(a script)'}")
    if not paired:
        click.echo("No extension is paired.", err=True)


@token.command()
@click.argument("token_id", metavar="ID")
def revoke(token_id: str) -> None:
    """Make the token of a paired extension worthless, at once."""
    if not Tokens(find_home()).revoke(token_id):
        raise click.ClickException(f"No token has the id {token_id}. See: beside token list")
    click.echo(f"Revoked {token_id}.")
