"""No names, handles or nicknames of captives, the dead, minors and private persons, unless a reason is recorded.

Comes in: the texts and agents of a corpus, and the digests of names that must not appear. Goes out: problems,
which never repeat the name. A digest is the SHA-256 of the casefolded name, its words joined by one space.
"""

from __future__ import annotations

import hashlib
import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from ..model import Agent, Statement
from .files import TomlFile
from .lines import Path
from .located import Located, tables
from .problems import Problem

MAX_WORDS = 5

_HANDLE = re.compile(r"(?<![\w.@])@\w{2,}")
_WORD = re.compile(r"\w+")
_SPACED = re.compile(r"[\w.'’_-]*\w")
_POSSESSIVE = re.compile(r"['’]s$")


def withheld(agents: TomlFile) -> dict[str, str]:
    """The digests of names that must not appear, each with the role to write instead."""
    return {
        str(entry.get("digest")): str(entry.get("role"))
        for _, entry in tables(agents.data, "withheld")
        if "name_reason" not in entry
    }


def check_texts(file: TomlFile, digests: Mapping[str, str]) -> Iterator[Problem]:
    """Handles and withheld names in any text of the file, and in its name."""
    for path, text in [((), file.stem), *_texts(file.data, ())]:
        if _HANDLE.search(text):
            yield file.problem(path, "holds an @handle; write a role, and cut a quotation so that none stands in it")
        roles = {digests[digest] for digest in _digests(text) if digest in digests} if digests else set()
        for role in sorted(roles):
            yield file.problem(path, f'holds a withheld name; write the role, "{role}", or cut the quotation')


def check_agent(agent: Located[Agent]) -> Iterator[Problem]:
    """A person has a public function; whoever has a status is shown as a role."""
    who = agent.item
    if who.name_reason:
        return
    if who.kind == "person" and not who.roles:
        yield agent.problem("has no role; add the public function to roles, or make it an anonymous agent with a role")
    if who.status and names_someone(who.name):
        yield agent.problem(
            f"names one who is {who.status}; write a role in lower case, or record a name_reason", "name"
        )
    if who.status and who.aliases:
        yield agent.problem(f"of one who is {who.status}; leave them out, or record a name_reason", "aliases")


def check_speaker(statement: Located[Statement], speaker: Agent) -> Iterator[Problem]:
    """The source's own name for such a speaker is not repeated either."""
    if speaker.status and not speaker.name_reason and names_someone(statement.item.speaker_as):
        yield statement.problem(f"names one who is {speaker.status}; write a role in lower case", "speaker_as")


def names_someone(name: str) -> bool:
    """Whether it looks like a personal name: all words capitalised, or two in a row."""
    capital = [word[0].isupper() for word in re.findall(r"[^\W\d_][\w'’-]*", name)]
    return bool(capital) and (all(capital) or any(map(all, itertools.pairwise(capital))))


def digest(name: str) -> str:
    """The digest under which a name is withheld."""
    return hashlib.sha256(" ".join(_fold(name).split()).encode()).hexdigest()


def _fold(text: str) -> str:
    visible = "".join(mark for mark in text if unicodedata.category(mark) != "Cf")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", visible).casefold())


def _digests(text: str) -> set[str]:
    """The digests of every run of words, by two ways of telling words apart: O'Neil's is o'neil, o neil s and more."""
    folded = _fold(text)
    spaced = [word.strip(".'’_-") for word in _SPACED.findall(folded)]
    ways = [folded.split(), spaced, [_POSSESSIVE.sub("", word) for word in spaced], _WORD.findall(folded)]
    runs = {" ".join(words[at : at + n]) for words in ways for n in range(1, MAX_WORDS + 1) for at in range(len(words))}
    return {hashlib.sha256(run.encode()).hexdigest() for run in runs}


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        if "exact" in value:  # a card shows a quotation and its surroundings in one piece
            yield path, "".join(str(value.get(part, "")) for part in ("prefix", "exact", "suffix"))
        for name, held in value.items():
            yield from _texts(name, (*path, name))
            yield from _texts(held, (*path, name))
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _texts(member, (*path, number))
