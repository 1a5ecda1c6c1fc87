"""What the pages call things. Comes in: nouns of a card. Goes out: plain words that grade nobody, those of the panel.

The functions are those of the extension's lib/wording.js, one by one: a card reads alike in both. Here, words that are
not in the language spoken are marked with their own, where it is known: a screen reader changes its voice.
"""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from ..model import (
    LANGUAGE_UNMEASURED,
    MATCHER_OUT,
    Account,
    AccountsState,
    Answer,
    Because,
    Card,
    Document,
    Evidence,
    Incident,
    Missing,
    PageNumber,
    PageRead,
    Place,
    Proof,
    Quantity,
    Speaker,
    Statement,
    Sum,
    When,
)
from .spoken_dates import spoken
from .words import counted, language, listed, marked, number, t, term

PLAIN = frozenset(("report", "accuse"))  # an accusation is a statement: the word would stand on whoever's charge it is
DAY = len("2022-11-21")  # a year or a month is a span that something was counted in, not a day as of which
OWN = "en"  # what a corpus words its places, agents and quantities in
NAMED = frozenset(("state", "body", "person", "group"))  # a name needs no kind beside it
WORDED = frozenset(("figure", "meaning"))  # what is counted, and claims; names are the reader's: cards/naming.py
VERBATIM = frozenset(("wording", "quotation"))  # as they stand on record, whatever the card is translated into
COMPARATORS = {"~": "about", ">": "over", ">=": "least", "<": "under", "<=": "most"}


def read_as(page: PageRead) -> str:
    """In which language a page was read; a guess is called one."""
    if not page.lang or page.lang_basis == "unknown":
        return t("readInUnknown")
    return t("readInGuessed" if page.lang_basis == "guessed" else "readIn", language_name(page.lang))


def language_name(code: str) -> str:
    """A language by its name in the language spoken; the code alone where no name is known."""
    try:
        return Locale.parse(code, sep="-").get_display_name(language()) or code
    except (ValueError, UnknownLocaleError):
        return code


def is_topic(incident: Incident) -> bool:
    """A pattern, a figure, a negotiation: no single event."""
    return incident.kind != "event"


def for_kind(card: Card, key: str) -> str:
    """The words for an incident, or those for a topic, which never say "same incident"."""
    return t(f"{key}_topic" if is_topic(card.incident) else key)


def stance(statement: Statement) -> str:
    """The stance, as a verb, with what kind of utterance it is. A pledge to investigate is not yet an investigation."""
    pledged = (statement.stance, statement.act) == ("investigates", "pledge")
    verb = term("stance", "investigates_pledge" if pledged else statement.stance)
    return verb if pledged or statement.act in PLAIN else t("stanceAct", verb, term("act", statement.act))


def role(speaker: Speaker) -> str:
    """Who it is: the office, or the name behind the source's words; nothing where these say all."""
    if speaker.role in NAMED:
        return ""
    return term("role", speaker.role) if speaker.role else t("notKnown")


def certainty(statement: Statement, lang: str = "") -> str:
    """How certain its speaker or outlet makes it, with the source's words, in ``lang``."""
    kind = term("hedge", statement.hedge)
    return t("hedgeWords", kind, marked(statement.hedge_words, lang)) if statement.hedge_words else kind


def when(date: When) -> str:
    """A date as precise as it is known, and what it rests on."""
    if not date.edtf:
        return t("notKnown")
    dated = t("dateTime", spoken(date.edtf), date.time) if date.time else spoken(date.edtf)
    return t("withBasis", dated, term("basis", date.basis)) if date.basis else dated


def day(edtf: str | None) -> str:
    """A day as precise as it was given, and nothing beside it."""
    return spoken(edtf) if edtf else t("notKnown")


def happened(date: When, lang: str = OWN) -> str:
    """When an incident was, and what was then, which is worded in ``lang``."""
    return t("whenWhat", marked(date.what, lang), when(date)) if date.what else when(date)


def where(places: tuple[Place, ...], lang: str = OWN) -> str:
    """The places, never surer than their sources; their names are in ``lang``."""
    full = ((f"{place.name}, {place.admin}" if place.admin else place.name, place.basis) for place in places)
    named = ((marked(name, lang), basis) for name, basis in full)
    told = [t("withBasis", name, term("basis", basis)) if basis else name for name, basis in named]
    return listed(told) if told else t("notKnown")


def accounts_state(state: AccountsState) -> str:
    """What the corpus holds, always with how much that is; one voice is not several."""
    statements, documents = counted("statements", state.statements), counted("documents", state.documents)
    if state.accounts == "several_voices" and state.statements == 1:
        return t("stateCountAlone", statements, documents)
    return t("stateCount", term("state", state.accounts), statements, documents)


def band(card: Card) -> str:
    """How sure the match is. Of a topic nobody can say that it is the same incident."""
    return term("band_topic" if is_topic(card.incident) else "band", card.found.band if card.found else "possible")


def proof(shared: Proof, lang: str = "", own: str = OWN) -> str:
    """What page and record share; the page's words, in ``lang``, between marks, unless they are a date."""
    dated = shared.kind == "date"
    page, corpus = (spoken(words) if dated else words for words in (shared.page, shared.corpus))
    kind = term("reason", shared.kind)
    if page == corpus:
        return t("proofSame", kind, page if dated else marked(page, lang))
    told = page if dated else marked(quote(page), lang)
    return t("proofTwo", kind, told, on_record(shared.kind, corpus, own))


def because(reason: Because, evidence: Evidence, lang: str = "", own: str = OWN) -> str:
    """Why a sentence was taken: its own words, in ``lang``, what is on record, and which matcher saw it."""
    kind, matcher = term("reason", reason.kind), reason.matcher
    corpus = spoken(reason.corpus) if reason.kind == "date" else reason.corpus
    recorded = on_record(reason.kind, corpus, own)
    if reason.kind == "meaning" and corpus:
        return t("whyMeaning", kind, recorded, matcher)  # the sentence as a whole: it stands above
    if evidence.start is None:  # cut from html: where in the sentence it stands is not known
        return t("whyRecord", kind, recorded, matcher) if corpus else t("withBasis", kind, matcher)
    words = evidence.exact[reason.start - evidence.start : reason.end - evidence.start]
    if words == corpus or not corpus:
        return t("whyOne", kind, marked(quote(words), lang), matcher)
    return t("whyTwo", kind, marked(quote(words), lang), recorded, matcher)


def on_record(kind: str, words: str, own: str) -> str:
    """The record's side of a reason, in ``own``: of all kinds a quotation alone is words that somebody has said."""
    if kind in WORDED:
        return marked(words, own)
    return marked(quote(words) if kind == "quotation" else words, OWN) if kind in VERBATIM else words


def incomplete(answer: Answer) -> bool:
    """Whether a matcher was out: then that nothing was found says little."""
    return any(limit.code == MATCHER_OUT for limit in answer.limits)


def limits(answer: Answer) -> tuple[str, ...]:
    """What the answer falls short in, a sentence for each; nothing of a code that has no words."""
    out = [limit.about for limit in answer.limits if limit.code == MATCHER_OUT]
    codes = [limit.about for limit in answer.limits if limit.code == LANGUAGE_UNMEASURED]
    unmeasured = (t("limitLanguage", language_name(code)) if code else t("limitLanguageUnknown") for code in codes)
    return (*([t("limitMatcher", listed(out))] if out else []), *unmeasured)


def relay(account: Account) -> str:
    """Through whom the words came, first source first."""
    chain, *rest = [marked(name, OWN) for name in account.relay_names] or [t("relayNone")]
    for name in rest:
        chain = t("arrow", chain, name)
    return chain


def outlet(document: Document, card: Card) -> str:
    """Who published it, and how that is known."""
    if document.outlet is None:
        return t("outletUnknown")
    name = marked(card.agent_names.get(document.outlet, document.outlet), OWN)
    return t("outletInferred", name) if document.outlet_basis == "inferred" else name


def who_through(account: Account, card: Card) -> str:
    """A speaker and the outlet; one that speaks for itself is not named twice."""
    document = card.documents[account.statement.passage.document]
    told = outlet(document, card)
    speaker = marked(account.speaker.name, document.language)
    return told if account.speaker.agent == document.outlet else t("whoThrough", speaker, told)


def quote(words: str) -> str:
    """A source's words between marks; where they hold these very marks, between others."""
    return t("quoteInner" if set(words) & {*t("quote", ""), '"'} else "quote", words)


def figure(given: Quantity | PageNumber) -> str:
    """A number with what was said before it: ten and more than ten are two figures."""
    kind = COMPARATORS.get(given.comparator)
    return t(f"comparator_{kind}", number(given.value)) if kind else number(given.value)


def held_on(given: Quantity, told: Statement) -> str:
    """The day as of which a number holds, or the year or span that it counts; else when it was said."""
    as_of = given.as_of or told.said.edtf
    return t("asOf", day(as_of)) if given.as_of and len(given.as_of) == DAY else day(as_of)


def summed(found: Sum) -> str:
    """The parts as they were given, their sum, and the total that was given where it is another."""
    parts = " + ".join(number(part.quantity.value) for part in found.parts)
    if found.adds_up:
        return t("sumSame", parts, number(found.sum))
    return t("sumOther", parts, number(found.sum), number(found.total.quantity.value))


def missing(voice: Missing) -> str:
    """Of whom there is nothing, with how much was looked through."""
    held, name = counted("held", voice.documents), marked(voice.name, OWN)
    return t("missingOne", held, day(voice.to), name) if voice.to else t("missingUndated", held, name)


def names(ids: tuple[str, ...], card: Card) -> str:
    """Agents by name."""
    return listed(marked(card.agent_names.get(agent, agent), OWN) for agent in ids)
