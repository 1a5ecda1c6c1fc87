"""Settings. Comes in: settings.toml, ``BESIDE_*`` variables, what the command line said. Goes out: Settings, frozen.

A flag wins over a variable, a variable over the file, the file over the default. An unknown key is an error.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates

PREFIX = "BESIDE_"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
ADDRESS = re.compile(r"[A-Za-z0-9:/._~\[\]-]+")


class SettingsError(ValueError):
    """A setting that cannot be used; the message names it and where it stands."""


@dataclass(frozen=True, slots=True)
class MatcherSettings:
    """``[matchers]``: where plugins lie, which are left out, and what a page may cost."""

    folder: str | None
    deny: tuple[str, ...]
    allow: tuple[str, ...] | None  # these strangers and no others; None: any
    remote: Mapping[str, str]  # matchers that run elsewhere: name -> address
    settings: Mapping[str, Mapping[str, Any]]  # what is set for a matcher; its key "corpora": for one corpus
    shadow: tuple[str, ...]  # asked about every page, heard by nobody: see bench/shadow.py
    soft_ms: int
    hard_ms: int
    cap_ms: int
    prepare_s: int
    memory_mb: int


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. ``corpora`` None: every published corpus is served."""

    port: int
    corpora: tuple[str, ...] | None
    matchers: MatcherSettings


def _safe_address(text: str) -> None:
    """Page text is sent there: by https, or to this machine. Raises ValidationError."""
    try:
        parts = urlsplit(text)
        plain, port = parts.scheme == "http" and parts.hostname in LOOPBACK, parts.port
    except ValueError as error:
        raise ValidationError("no address") from error
    if not (plain or parts.scheme == "https") or not parts.hostname or port == 0:
        raise ValidationError("must begin with https://, or with http://127.0.0.1")
    if parts.username is not None or parts.query or parts.fragment or not ADDRESS.fullmatch(text):
        raise ValidationError("holds more than a host, a port and a path")


class MatcherSettingsSchema(Schema):
    """What ``[matchers]`` may hold."""

    class Meta:
        unknown = RAISE

    folder = fields.String(load_default=None, allow_none=True)
    deny = fields.List(fields.String(), load_default=list)
    allow = fields.List(fields.String(), load_default=None, allow_none=True)
    remote = fields.Dict(fields.String(), fields.String(validate=_safe_address), load_default=dict)
    settings = fields.Dict(fields.String(), fields.Dict(fields.String()), load_default=dict)
    shadow = fields.List(fields.String(), load_default=list)
    soft_ms = fields.Integer(strict=True, load_default=250, validate=validate.Range(1, 60_000))
    hard_ms = fields.Integer(strict=True, load_default=1000, validate=validate.Range(10, 60_000))
    cap_ms = fields.Integer(strict=True, load_default=5000, validate=validate.Range(10, 60_000))
    prepare_s = fields.Integer(strict=True, load_default=120, validate=validate.Range(1, 3600))
    memory_mb = fields.Integer(strict=True, load_default=1024, validate=validate.Range(256, 65_536))

    @post_load
    def frozen(self, data: dict[str, Any], **_: Any) -> MatcherSettings:
        """The values as a record."""
        allow = None if data["allow"] is None else tuple(data["allow"])
        return MatcherSettings(**{**data, "allow": allow, "deny": tuple(data["deny"]), "shadow": tuple(data["shadow"])})

    @validates("settings")
    def per_corpus(self, value: dict[str, dict[str, Any]], **_: Any) -> None:
        """Under "corpora" stand tables, each named for a corpus."""
        for name, stated in value.items():
            corpora = stated.get("corpora", {})
            if not isinstance(corpora, dict) or not all(isinstance(own, dict) for own in corpora.values()):
                raise ValidationError(f"[matchers.settings.{name}.corpora.CORPUS] must be a table")


class SettingsSchema(Schema):
    """The whole file."""

    class Meta:
        unknown = RAISE

    port = fields.Integer(strict=True, load_default=8377, validate=validate.Range(1, 65_535))
    corpora = fields.List(fields.String(), load_default=None, allow_none=True)
    matchers = fields.Nested(MatcherSettingsSchema, required=True)

    @post_load
    def frozen(self, data: dict[str, Any], **_: Any) -> Settings:
        """The values as a record."""
        corpora = data["corpora"]
        return Settings(data["port"], None if corpora is None else tuple(corpora), data["matchers"])


def load_settings(file: Path, environ: Mapping[str, str] = os.environ, **flags: Any) -> Settings:
    """All settings with their defaults. ``flags`` whose value is None were not given. Raises SettingsError."""
    stated = _read(file)
    if environ.get(PREFIX + "PORT"):
        stated["port"] = _whole(environ[PREFIX + "PORT"])
    if environ.get(PREFIX + "CORPORA"):
        stated["corpora"] = environ[PREFIX + "CORPORA"].split()
    matchers = stated.get("matchers", {})
    if not isinstance(matchers, dict):
        raise SettingsError(f"{file}: matchers must be a table: [matchers]")
    matchers = dict(matchers)
    if environ.get(PREFIX + "MATCHERS"):
        matchers["folder"] = environ[PREFIX + "MATCHERS"]
    for name in ("deny", "allow"):
        if environ.get(PREFIX + name.upper()):
            matchers[name] = environ[PREFIX + name.upper()].split()
    for name in ("folder", "deny", "allow"):
        if (stated_by_flag := flags.pop(name, None)) is not None:
            matchers[name] = stated_by_flag
    stated.update({name: value for name, value in flags.items() if value is not None})
    try:
        loaded: Settings = SettingsSchema().load({**stated, "matchers": matchers})
    except ValidationError as error:
        raise SettingsError(f"{file}: {error.messages}") from error
    return loaded


def _read(file: Path) -> dict[str, Any]:
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: {error}") from error


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise SettingsError(f"{PREFIX}PORT must be a whole number") from error
