"""Tokens: the local one, and those of paired extensions."""

from __future__ import annotations

import sqlite3
import stat
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from beside.cli import main
from beside.web.local_token import TokenError, local_token
from beside.web.tokens import Tokens

if TYPE_CHECKING:
    from beside.home import Home

EXTENSION = "chrome-extension://abcdefgh"
OTHER = "moz-extension://1234"


def test_the_local_token_is_made_once_for_its_owner_alone(home: Home) -> None:
    token = local_token(home)

    assert len(token) >= 43
    assert stat.S_IMODE(home.token.stat().st_mode) == 0o600
    assert token == local_token(home)


def test_many_who_start_at_once_get_the_same_local_token(home: Home) -> None:
    got: list[str] = []
    threads = [threading.Thread(target=lambda: got.append(local_token(home))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(got) == 16
    assert len(set(got)) == 1
    assert [path.name for path in home.root.iterdir() if path.name.startswith(".token")] == []


def test_an_open_token_file_is_closed_to_others(home: Home) -> None:
    local_token(home)
    home.token.chmod(0o644)

    local_token(home)

    assert stat.S_IMODE(home.token.stat().st_mode) == 0o600


def test_a_mangled_token_file_is_told_and_admits_nobody(home: Home) -> None:
    tokens = Tokens(home)
    home.token.write_text("short")

    with pytest.raises(TokenError, match="delete it"):
        local_token(home)
    assert not tokens.admits("short", None)


def test_the_local_token_admits_whatever_passed_the_gate(home: Home) -> None:
    tokens = Tokens(home)

    assert tokens.admits(local_token(home), None)
    assert tokens.admits(local_token(home), EXTENSION)


@pytest.mark.parametrize("token", [None, "", "wrong", "ä", "\ud800"])
def test_other_tokens_admit_nobody(home: Home, token: str | None) -> None:
    assert not Tokens(home).admits(token, None)


def test_a_paired_token_admits_its_own_origin_only(home: Home) -> None:
    tokens = Tokens(home)
    token = tokens.issue(EXTENSION)

    assert tokens.admits(token, EXTENSION)
    assert not tokens.admits(token, OTHER)
    assert not tokens.admits(token, None)


def test_a_paired_token_may_read_where_the_browser_names_no_origin(home: Home) -> None:
    tokens = Tokens(home)
    token = tokens.issue(EXTENSION)

    assert tokens.admits(token, None, reads=True)
    assert not tokens.admits(token, OTHER, reads=True)


def test_a_revoked_token_admits_nobody_at_once(home: Home) -> None:
    serving, typing = Tokens(home), Tokens(home)  # two programs
    token = serving.issue(EXTENSION)

    assert typing.revoke(typing.paired()[0].id)

    assert not serving.admits(token, EXTENSION)
    assert not typing.revoke("00000000")


def test_paired_tokens_are_kept_as_hashes_in_a_private_database(home: Home) -> None:
    token = Tokens(home).issue(EXTENSION)
    with closing(sqlite3.connect(home.people)) as connection:
        rows = connection.execute("select * from tokens").fetchall()
        mode = connection.execute("pragma journal_mode").fetchone()[0]

    assert token not in str(rows)
    assert mode == "wal"
    assert stat.S_IMODE(home.people.stat().st_mode) == 0o600


def run(home: Home, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["token", *arguments], env={"BESIDE_HOME": str(home.root)})
    return result.exit_code, result.output


def test_the_command_prints_the_local_token(home: Home) -> None:
    assert run(home) == (0, local_token(home) + "\n")


def test_the_command_lists_and_revokes(home: Home) -> None:
    Tokens(home).issue(EXTENSION)
    (known,) = Tokens(home).paired()

    assert run(home, "list") == (0, f"{known.id}  {known.created}  {EXTENSION}\n")
    assert run(home, "revoke", known.id) == (0, f"Revoked {known.id}.\n")
    assert run(home, "revoke", known.id)[0] == 1
    assert run(home, "list") == (0, "No extension is paired.\n")
