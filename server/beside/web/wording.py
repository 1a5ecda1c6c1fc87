"""What the pages call things. Comes in: the closed lists of the corpus. Goes out: plain words that grade nobody."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from ..model import Account, AccountsState, Card, Document, PageRead, Place, Proof, Statement, When
from .spoken_dates import spoken

STANCES = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "corroborates": "also says",
    "could_not_verify": "says it could not verify",
    "states_unknown": "says it is not known",
    "investigates": "says it is investigating",
}
HEDGES = {
    "flat": "without reservation",
    "likely": "as likely",
    "appears": "as apparent",
    "alleged": "as alleged",
    "reported": "as reported",
    "said_to_be": "as said to be so",
    "indicates": "as indicated",
    "consistent_with": "as consistent with it",
}
ACTS = {
    "report": "a statement",
    "accuse": "a statement",  # the word would stand on whoever's charge the source happened to call one
    "opine": "an opinion",
    "pledge": "a pledge",
    "offer": "an offer",
    "predict": "a prediction",
    "condemn": "a condemnation",
    "call_for": "a call for something",
    "describe_media": "a description of what is seen or heard",
}
ROLES = {"body": "public body", "outlet": "news outlet", "anonymous": "not named"}
STATES = {
    "contested": "Contested",
    "one_alignment": "Accounts from one alignment only",
    "several_voices": "Several voices",
}
BASES = {"document": "the date of the document", "unknown": "basis unknown"}
PROOFS = {"figure": "number", "media": "recording", "meaning": "sense", "other": "feature"}


def read_as(page: PageRead) -> str:
    """In which language a page was read; a guess is called one."""
    if not page.lang or page.lang_basis == "unknown":
        return "The language of the text is not known"
    return f"Read as {language(page.lang)}" + (", as guessed from its words" if page.lang_basis == "guessed" else "")


def language(code: str) -> str:
    """A language by its English name, with its code; the code alone where no name is known."""
    try:
        name = Locale.parse(code, sep="-").get_display_name("en")
    except (ValueError, UnknownLocaleError):
        name = None
    return f"{name} ({code})" if name else code


def stance(statement: Statement) -> str:
    """The stance, as a verb. A pledge to investigate is not yet an investigation."""
    if (statement.stance, statement.act) == ("investigates", "pledge"):
        return "says it will investigate"
    return STANCES.get(statement.stance, statement.stance)


def manner(statement: Statement) -> str:
    """How it is put: what kind of utterance, and how certain its speaker or outlet makes it."""
    hedge = HEDGES.get(statement.hedge, statement.hedge)
    quoted = f" (“{statement.hedge_words}”)" if statement.hedge_words else ""
    return f"{ACTS.get(statement.act, statement.act)}, {hedge}{quoted}"


def role(title: str) -> str:
    """A role, or what kind of speaker it is."""
    return ROLES.get(title, title)


def when(date: When) -> str:
    """A date as precise as it is known, and where it comes from unless the source names it."""
    if not date.edtf:
        return "date unknown"
    basis = "" if date.basis == "named" else f" ({BASES.get(date.basis, date.basis)})"
    time = f", {date.time}" if date.time else ""
    return spoken(date.edtf) + time + basis


def accounts_state(state: AccountsState) -> str:
    """What the corpus holds, always with how much that is."""
    documents = "1 document" if state.documents == 1 else f"{state.documents} documents"
    statements = "1 statement" if state.statements == 1 else f"{state.statements} statements"
    counted = f"{statements} in {documents}"
    # One voice is not several; of plain claims it is not known for whom it speaks.
    alone = state.accounts == "several_voices" and state.statements == 1
    return counted if alone else f"{STATES.get(state.accounts, state.accounts)}: {counted}"


def kind(card: Card) -> str:
    """What the card is of: an incident, or a topic that many events may belong to."""
    return "Incident" if card.incident.kind == "event" else "Topic"


def band(card: Card) -> str:
    """How sure the match is. Of a topic nobody can say that it is the same incident."""
    speaks = "speaks" if card.found and card.found.band == "strong" else "may speak"
    return f"The text {speaks} of this {kind(card).lower()}"


def proof(shared: Proof) -> str:
    """What kind of thing is shared."""
    return PROOFS.get(shared.kind, shared.kind)


def place(where: Place) -> str:
    """A place, never surer than its source."""
    name = f"{where.name}, {where.admin}" if where.admin else where.name
    if where.basis == "named":
        return name
    return f"said to be {name}" if where.basis == "said to be" else f"{name} ({where.basis})"


def relay(account: Account, document: Document) -> str:
    """Through whom the words came before the outlet that published them, first source first."""
    ids = account.statement.relay
    before = account.relay_names[:-1] if ids and ids[-1] == document.outlet else account.relay_names
    return ", then ".join(before) or "nobody else named"


def outlet(document: Document, card: Card) -> str:
    """Who published it, and how that is known."""
    if document.outlet is None:
        return "outlet not named"
    name = card.agent_names.get(document.outlet, document.outlet)
    return name if document.outlet_basis == "named" else f"{name} ({document.outlet_basis})"


def told(words: str, kind: str) -> str:
    """What is shared, in words: dates are spoken."""
    return spoken(words) if kind == "date" else words


def names(ids: tuple[str, ...], card: Card) -> str:
    """Agents by name."""
    return ", ".join(card.agent_names.get(agent, agent) for agent in ids)
