"""The nouns inside a reference corpus: frozen records, no behaviour, no verdict field.

Comes in: nothing (imports nothing of ours). Goes out: the types every room speaks in.
Dates are EDTF strings, as precise as their source; offsets are Unicode code points of the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alias:
    """An attested name of an agent or a place. ``lang`` is BCP 47: en, uk, ru, uk-Latn, ru-Latn ..."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Role:
    """In which function a person speaks, and for which state or group (an agent id)."""

    title: str
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Whoever can speak, act or be affected. kind: state body person outlet group anonymous."""

    id: str
    kind: str
    name: str
    aliases: tuple[Alias, ...] = ()
    speaks_for: str | None = None
    roles: tuple[Role, ...] = ()
    status: str | None = None
    name_reason: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A point or span in time: EDTF string, basis (named, inferred, document, unknown), what happened then."""

    edtf: str
    basis: str
    time: str | None = None
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an incident is said to have happened, no more precise than the source."""

    name: str
    precision: str
    basis: str
    admin: str | None = None
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaObject:
    """A video, recording, photo or list that accounts speak of."""

    id: str
    kind: str
    aliases: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One publication that statements were taken from. ``body``: the lines that are the article."""

    id: str
    language: str
    sha256: str
    characters: int
    published: When
    outlet: str | None = None
    outlet_basis: str = "unknown"
    outlet_note: str = ""
    title: str | None = None
    url: str | None = None
    file: str | None = None
    body: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A quoted phrase of a document: ``text[start:end] == exact`` in code points, with its surroundings."""

    document: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number somebody gave: comparator one of = ~ > >= < <=, ``verbatim`` as the source has it."""

    what: str
    comparator: str
    value: float
    unit: str
    verbatim: str
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Somebody taking a stance on a claim, in a document. Shown on a card, it is called an account."""

    id: str
    claim: str
    speaker: str
    stance: str
    act: str
    hedge: str
    says: str
    said: When
    passage: Selector
    voice: str
    speaker_as: str = ""
    hedge_words: str = ""
    relay: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    graphic: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Involved:
    """An agent in a semantic role of a claim: actor, affected or instrument."""

    agent: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One neutral proposition, worded "Whether ...". ``background``: shown, never matched on."""

    id: str
    incident: str
    kind: str
    text: str
    about: tuple[Involved, ...] = ()
    background: bool = False
    note: str = ""
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Worded:
    """Words of the record, and the same words in another language."""

    of: str
    text: str


@dataclass(frozen=True, slots=True)
class Translation:
    """An incident's own words in another language, all of them: title, what was when, places, questions, figures."""

    lang: str
    words: tuple[Worded, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What accounts are given of. kind "event", or a topic: pattern statement statistic negotiation situation."""

    id: str
    kind: str
    title: str
    slug: str
    when: When
    where: tuple[Place, ...] = ()
    media: tuple[MediaObject, ...] = ()
    parties: tuple[str, ...] = ()
    mirrors: tuple[str, ...] = ()
    part_of: str | None = None
    graphic: bool = False
    aliases: tuple[Alias, ...] = ()
    wordings: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    translations: tuple[Translation, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of every claim, in the order of the file."""
        return tuple(statement for claim in self.claims for statement in claim.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A directed edge between claims or statements; ``differs_in``: number date place certainty."""

    source: str
    type: str
    targets: tuple[str, ...]
    basis: str
    differs_in: str | None = None
    note: str = ""
