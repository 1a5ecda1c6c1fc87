"""The ground a matcher is tried on: the invented corpus that ships. Comes in: nothing. Goes out: Ground, for a while.

Two countries that exist nowhere; each incident has texts that speak of it and look-alikes that do not. A data folder
is made for one report and taken away after it: the author's own is never touched.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..corpus import publish, read_folder, seal
from ..home import Home, find_home
from ..language import guess_language
from ..model import Block, Page, Release
from ..passages import split_passages

CORPUS = "halven-strait"
OPENER = "beside.corpus:open_release"


@dataclass(frozen=True, slots=True)
class Golden:
    """A text of the corpus and the incident it speaks of; of a look-alike, the one it does not speak of."""

    text: str
    incident: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A data folder with the corpus published, and the texts of both sides."""

    home: Home
    release: Release
    golden: tuple[Golden, ...]
    look_alikes: tuple[Golden, ...]


def corpus_folder() -> Path:
    """Where the corpus lies: in the installed package, or in the checkout it is run from."""
    package = Path(__file__).resolve().parents[1]
    places = (package / "seeds", package.parents[1] / "seeds")
    return next(place / CORPUS for place in places if (place / CORPUS).is_dir())


@contextmanager
def ground() -> Iterator[Ground]:
    """Seal and publish the corpus in a folder of its own."""
    source = read_folder(corpus_folder())
    with TemporaryDirectory(prefix="beside-kit-") as folder:
        home = find_home({"BESIDE_HOME": folder})
        sealed = seal(home.root, source.corpus)
        publish(home.root, CORPUS, sealed.sha256)
        release = Release(sealed.sha256, home.releases / f"{sealed.sha256}.db", source.corpus)
        examples = source.examples.items()
        golden = tuple(Golden(text, incident) for incident, sides in examples for text in sides.match)
        look_alikes = tuple(Golden(text, incident) for incident, sides in examples for text in sides.silent)
        yield Ground(home, release, golden, look_alikes)


@cache
def pages() -> dict[str, Any]:
    """What ``pages.toml`` holds: pairs for the swap of roles, and how each language denies."""
    return tomllib.loads(files("beside.kit").joinpath("pages.toml").read_text("utf-8"))


def page(*texts: str, leads: tuple[str, ...] = ()) -> Page:
    """Texts as a page, a block each, cut into sentences as the service cuts them."""
    lang = guess_language("", " ".join(texts))[0] or "en"
    return Page(split_passages(tuple(Block(n, text) for n, text in enumerate(texts))), lang=lang, leads=leads)
