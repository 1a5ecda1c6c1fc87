"""What this service is, holds and keeps. Comes in: a Reader. Goes out: the object of GET /v1/about."""

from __future__ import annotations

import sqlite3
from importlib.metadata import version
from typing import Any

from ..model import Corpus, Release
from ..reader import Reader
from .answers import API, matcher_json

STORED = (
    "Nothing of what is read here: text, answers and addresses are held in memory for the moment of the answer. "
    "Kept are only the corpora, the data sheets of matchers, the tokens of connected extensions as hashes, and the "
    "reports that a reader chooses to send: which card, what is wrong with it, a note, the day, and a sentence of the "
    "page only if sent with them."
)


def about_json(reader: Reader) -> dict[str, Any]:
    """Version, corpora, matchers, and what is stored."""
    releases = reader.releases
    return {
        "api": API,
        "name": "beside",
        "version": version("beside"),
        "corpora": [corpus_json(release) for release in releases.values()],
        "releases": {corpus: release.sha256 for corpus, release in releases.items()},
        "matchers": [matcher_json(state) for state in reader.matchers],
        "weaker": list(reader.weaker),
        "stored": STORED,
        "remote_matchers": [f"{name}: {address}" for name, address in sorted(reader.remote_matchers.items())],
        "sqlite": sqlite3.sqlite_version,
    }


def corpus_json(release: Release) -> dict[str, Any]:
    """A corpus: who keeps it, by which criteria, what it holds."""
    corpus = release.corpus
    return {
        "id": corpus.id,
        "title": corpus.title,
        "release": release.sha256,
        "languages": list(corpus.languages),
        "maintainer": corpus.maintainer,
        "licence": corpus.licence,
        "criteria": corpus.criteria,
        "counts": counts(corpus),
        "documents_to": last_day(corpus),
    }


def counts(corpus: Corpus) -> dict[str, int]:
    """How much a corpus holds."""
    extent = corpus.extent
    return {
        "incidents": extent.incidents,
        "claims": extent.claims,
        "statements": extent.statements,
        "documents": extent.documents,
    }


def last_day(corpus: Corpus) -> str | None:
    """The date of the newest document, as EDTF: an account given later is not in the corpus."""
    return corpus.extent.last_day
