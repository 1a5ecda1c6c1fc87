"""What a matcher says of itself. Comes in: its module, what the admin set. Goes out: plain facts, checked settings.

``VERSION``, ``REQUIRES_API``, ``READS_LEADS``, ``BUDGET_MS`` and ``Settings``, a marshmallow schema whose fields have
defaults (``load_default``) and help (``metadata={"help": ...}``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, missing

from beside import API

VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]{0,39}")
PER_CORPUS = "corpora"
NOTHING_DECLARED = {"version": "", "reads_leads": False, "budget_ms": 0, "about": "", "settings": []}


class Refused(Exception):
    """A matcher that can't be used as it is; the message says why."""


def describe(module: Any, stated: Mapping[str, Any] = MappingProxyType({})) -> dict[str, Any]:
    """The facts of a module. Raises Refused: another version of the contract, settings that do not hold."""
    if getattr(module, "REQUIRES_API", API) != API:
        raise Refused(f"made for version {module.REQUIRES_API} of the matcher contract, this is {API}")
    version = str(getattr(module, "VERSION", "0"))
    if not VERSION.fullmatch(version):
        raise Refused("its VERSION is more than letters, digits and . + _ -")
    budget = getattr(module, "BUDGET_MS", 0)
    checked_settings(module, stated, None)
    for corpus in stated.get(PER_CORPUS, {}):
        checked_settings(module, stated, corpus)
    return {
        "version": version,
        "reads_leads": getattr(module, "READS_LEADS", False) is True,
        "budget_ms": budget if type(budget) is int else 0,
        "about": (getattr(module, "__doc__", None) or "").strip().partition("\n")[0][:200],
        "settings": _told(module, stated),
    }


def checked_settings(module: Any, stated: Mapping[str, Any], corpus: str | None) -> dict[str, Any]:
    """What a matcher is given: its defaults, what is set for all corpora, what is set for this one. Raises Refused."""
    general = {name: value for name, value in stated.items() if name != PER_CORPUS}
    own = stated.get(PER_CORPUS, {}).get(corpus, {}) if corpus else {}
    schema = _schema(module)
    if schema is None:
        if general or own:
            raise Refused("settings are stated for it, and it declares none")
        return {}
    try:
        return dict(schema.load({**general, **own}, unknown=RAISE))
    except ValidationError as error:
        place = f"settings for {corpus}" if corpus else "settings"
        raise Refused(f"{place}: {_plain(error)}") from error


def _schema(module: Any) -> Schema | None:
    declared = getattr(module, "Settings", None)
    if declared is None:
        return None
    if not (isinstance(declared, type) and issubclass(declared, Schema)):
        raise Refused("its Settings is no marshmallow schema")
    if PER_CORPUS in (schema := declared()).fields:
        raise Refused(f"a setting may not be called {PER_CORPUS}")
    return schema


def _told(module: Any, stated: Mapping[str, Any]) -> list[dict[str, str]]:
    """Each setting in words: name, type, default, help, what is set, and for which corpora something else is."""
    schema = _schema(module)
    return [] if schema is None else [_setting(name, field, stated) for name, field in sorted(schema.fields.items())]


def _setting(name: str, field: Any, stated: Mapping[str, Any]) -> dict[str, str]:
    default = field.load_default
    corpora = {corpus: own[name] for corpus, own in stated.get(PER_CORPUS, {}).items() if name in own}
    return {
        "name": name,
        "type": type(field).__name__.lower(),
        "default": "" if default is missing else repr(default() if callable(default) else default),
        "help": str(field.metadata.get("help", "")),
        "stated": repr(stated[name]) if name in stated else "",
        "per_corpus": ", ".join(f"{corpus}: {value!r}" for corpus, value in sorted(corpora.items())),
    }


def _plain(error: ValidationError) -> str:
    told = error.messages if isinstance(error.messages, dict) else {"": error.messages}
    return "; ".join(f"{name}: {' '.join(map(str, list(said)))}" for name, said in sorted(told.items()))[:300]
