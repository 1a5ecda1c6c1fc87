"""The local token, for scripts of the same user. Comes in: a Home. Goes out: its token, made when there is none."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from ..home import Home

SHORTEST = 43  # 256 bits in URL-safe base64


class TokenError(RuntimeError):
    """The local token cannot be used; the message says what to do."""


def local_token(home: Home) -> str:
    """The token for scripts; made, mode 0600, when there is none yet. Raises TokenError."""
    if not home.token.exists():
        _make(home.token)
    home.token.chmod(0o600)
    token = home.token.read_text("ascii", errors="replace").strip()
    if len(token) < SHORTEST:
        raise TokenError(f"{home.token} does not hold a token: delete it, and a new one is made")
    return token


def _make(path: Path) -> None:
    # Written beside it and linked: whoever else starts at this moment sees a whole token or none, and the first wins.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".token-")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(32) + "\n")
    try:
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        os.unlink(name)
