"""In which language a page speaks. Comes in: a request. Goes out: one of ours, and links that keep it; no cookie.

The ``lang`` of the address, where somebody chose it, else what the browser accepts, else English. Scripts get English.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

from .gate import for_scripts
from .words import LANGUAGES, language, speak

NAMES = {"en": "English", "ru": "Русский", "uk": "Українська"}
PARAMETER = "lang"
KEPT = ("sample", "release")  # what else an address may say; a receipt is good for once


@dataclass(frozen=True, slots=True)
class Choice:
    """A language, its own name for itself, and the address of the page in it."""

    code: str
    name: str
    address: str


def settle() -> None:
    """Speak, from here on, the language of this request."""
    speak(LANGUAGES[0] if for_scripts(request.path) else asked() or accepted())


def accepted() -> str:
    """The first language that the browser asks for and we have: "en-GB" is English before a later "uk" is Ukrainian."""
    wanted = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality > 0)
    return next((tag for tag in wanted if tag in LANGUAGES), LANGUAGES[0])


def asked() -> str | None:
    """The language that was chosen, where one was."""
    value = request.args.get(PARAMETER)
    return value if value in LANGUAGES else None


def parameters() -> dict[str, str]:
    """What the address asks for, but for the language."""
    return {name: value for name, value in request.args.to_dict().items() if name != PARAMETER}


def kept(address: str) -> str:
    """An address of ours, with the language that was chosen."""
    chosen = asked()
    if chosen is None:
        return address
    path, sign, place = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{urlencode({PARAMETER: chosen})}{sign}{place}"


def choices(failed: bool = False) -> tuple[Choice, ...]:
    """The other languages. Of a page that failed nothing is repeated; what was sent as a form leads to the start."""
    told = {} if failed else {name: value for name, value in parameters().items() if name in KEPT}
    path = "/" if failed and request.method != "GET" else ""
    others = (code for code in LANGUAGES if code != language())
    return tuple(Choice(code, NAMES[code], f"{path}?{urlencode({**told, PARAMETER: code})}") for code in others)
