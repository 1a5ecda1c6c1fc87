"""The words of the pages, in three languages. Comes in: a key, values. Goes out: a phrase in the language spoken.

words.*.json hold the extension's messages that a card is worded with (a test holds them equal to the extension's),
pages.*.json what only the pages say. The language is that of the request, else English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextvars import ContextVar
from functools import cache
from importlib.resources import files

import orjson
from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from markupsafe import Markup, escape

LANGUAGES = ("en", "ru", "uk")
PLACE = re.compile(r"\$([1-9])")
SHARED, OWN = "words", "pages"
spoken_here: ContextVar[str] = ContextVar("spoken_here", default=LANGUAGES[0])


@cache
def messages(lang: str, kind: str) -> dict[str, str]:
    """Key -> phrase, with $1, $2 ... where values go. ``kind``: shared with the panel, or the pages' own."""
    told: dict[str, str] = orjson.loads(files("beside.web").joinpath(f"{kind}.{lang}.json").read_bytes())
    return told


def speak(lang: str) -> None:
    """In which language to go on."""
    spoken_here.set(lang)


def language() -> str:
    """The language that is spoken."""
    return spoken_here.get()


def _phrase(key: str) -> str | None:
    return messages(language(), SHARED).get(key) or messages(language(), OWN).get(key)


def t(key: str, *values: object) -> str:
    """A phrase with its values; the key itself where there is no such phrase. With a marked value, a part of a page."""
    if any(isinstance(value, Markup) for value in values):
        return rich(key, *values)
    phrase = _phrase(key)
    return key if phrase is None else _filled(phrase, list(map(str, values)))


def rich(key: str, *values: object) -> Markup:
    """A phrase whose values are parts of a page; whatever is no markup is escaped."""
    return Markup(_filled(str(escape(_phrase(key) or key)), [str(escape(value)) for value in values]))  # noqa: S704 (escaped)


def marked(said: str, lang: str | None) -> str:
    """Words of another language than the one spoken, as a part of a page that says which; others as they are."""
    return Markup('<bdi lang="{}">{}</bdi>').format(lang, said) if lang and said and lang != language() else said


def _filled(phrase: str, values: list[str]) -> str:
    return PLACE.sub(lambda place: values[int(place[1]) - 1] if int(place[1]) <= len(values) else "", phrase)


def term(group: str, value: str) -> str:
    """The plain words for a value of a closed list; a value without words is shown as it came."""
    return _phrase(f"{group}_{value.replace(' ', '_')}") or value.replace("_", " ")


def counted(key: str, count: int) -> str:
    """A counted noun, in the form that the language has for that many."""
    return t(f"{key}_{Locale.parse(language()).plural_form(count)}", number(count))


def listed(names: Iterable[str]) -> str:
    """Names, joined as the language joins them."""
    told = list(names)
    if any(isinstance(name, Markup) for name in told):
        return Markup(format_list([str(escape(name)) for name in told], locale=language()))  # noqa: S704 (escaped)
    return str(format_list(told, locale=language()))


def number(value: float) -> str:
    """A number with its thousands marked."""
    return str(format_decimal(value, format="#,##0.###", locale=language()))
