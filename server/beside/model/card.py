"""The nouns of an answer: what is shown beside a page. There is no field for a verdict, and there will be none.

Comes in: nothing. Goes out: the types that ranking and cards produce and the web room words as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .corpus import Claim, Document, Incident, Place, Relation, Statement, When
from .figure import Figure
from .page import MatcherState

MATCHER_OUT, LANGUAGE_UNMEASURED, TRUNCATED = "matcher_out", "language_unmeasured", "truncated"


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that page and incident share. ``page`` as the page has it, ``corpus`` as the corpus has it."""

    kind: str
    page: str
    corpus: str


@dataclass(frozen=True, slots=True)
class Because:
    """A checked reason for a piece of evidence; start, end in code points of the block; ``share`` sums to 1."""

    matcher: str
    kind: str
    start: int
    end: int
    corpus: str
    share: float


@dataclass(frozen=True, slots=True)
class ClaimOnPage:
    """A claim that a passage carries, and the stance the page's words take (None: not told)."""

    claim: str
    stance: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of the page: ``block`` is its number as sent, or None (html): then anchor by the quote."""

    block: int | None
    start: int | None
    end: int | None
    exact: str
    prefix: str
    suffix: str
    claims: tuple[ClaimOnPage, ...]
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class IncidentMatch:
    """Ranking's answer for one incident. band: strong or possible; score 0 to 1.

    ``on_page``: the statements that the page was found to carry; ``not_on_page``: those it was found not to carry. Of
    the others nothing is said.
    """

    incident: str
    band: str
    score: float
    proof: tuple[Proof, ...]
    evidence: tuple[Evidence, ...]
    on_page: frozenset[str] = frozenset()
    not_on_page: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, as the source names them, and in which role."""

    agent: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Account:
    """A statement as a card shows it. ``on_page``: found in the text read, not found in it, or None: cannot tell.

    ``after_page``: said after the page was published, on a day that the source names; None where no date tells.
    """

    statement: Statement
    speaker: Speaker
    relay_names: tuple[str, ...]
    link: str | None
    graphic: bool
    on_page: bool | None
    after_page: bool | None = None


@dataclass(frozen=True, slots=True)
class AccountsState:
    """What the corpus holds, computed. accounts: contested, one_alignment or several_voices."""

    accounts: str
    statements: int
    documents: int
    investigated_by: tuple[str, ...]
    not_verified_by: tuple[str, ...]
    no_account_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parallel:
    """Another incident with an allegation of the same kind. It answers nothing. ``translated``: as that of a card."""

    corpus: str
    incident: str
    slug: str
    title: str
    when: When
    where: tuple[Place, ...] = ()
    translated: str | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A party with no account in the corpus, and what the corpus holds: so many documents, to that EDTF date."""

    agent: str
    name: str
    documents: int
    to: str | None


@dataclass(frozen=True, slots=True)
class KnownAt:
    """How many accounts there were when the page was published, how many came after, of how many no date tells."""

    published: str
    before: int
    after: int
    untold: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything on record about one incident. ``found`` is None on an incident's own page.

    ``wordings``: the statements that worded one claim on its way, in the order of accounts; ``page_wordings``: for each
    of these ways, the indexes of the evidence that words that claim; ``page_places``: how many accounts stand before.
    ``translated``: the language of the incident's own words, where it is another than that of the record.
    """

    corpus: str
    release: str
    incident: Incident
    state: AccountsState
    accounts: tuple[Account, ...]
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    agent_names: Mapping[str, str]
    relations: tuple[Relation, ...]
    parallel: tuple[Parallel, ...]
    wordings: tuple[tuple[str, ...], ...] = ()
    page_wordings: tuple[tuple[int, ...], ...] = ()
    page_places: tuple[int, ...] = ()
    figures: tuple[Figure, ...] = ()
    missing: tuple[Missing, ...] = ()
    known_at: KnownAt | None = None
    found: IncidentMatch | None = None
    complete: bool = True
    translated: str | None = None


@dataclass(frozen=True, slots=True)
class PageRead:
    """What was read: lang and its basis (given, guessed, unknown), block numbers, number of passages."""

    lang: str
    lang_basis: str
    published: str | None
    blocks_read: tuple[int, ...]
    passages: int


@dataclass(frozen=True, slots=True)
class Limit:
    """What an answer falls short in. matcher_out: ``about`` whom; language_unmeasured: ``about`` which; truncated."""

    code: str
    about: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one page: cards in the order of their first evidence on the page."""

    releases: Mapping[str, str]
    page: PageRead
    cards: tuple[Card, ...]
    matchers: tuple[MatcherState, ...]
    notices: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
