"""The page names an office, where the record names who holds it: "Ukraine's ombudsman", "the president in Kyiv".

An office is read from the role on record: the thesaurus' notion of it (president, prime minister, ombudsman, minister,
spokesman), what it is narrowed by (foreign, deputy), and the state that its holder speaks for. All of them must stand
in one sentence, or the state in one beside it. It says a little less than the name itself: offices change hands.
Source of the idea: role-based entity linking (nominal mentions in ACE 2005).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from beside import Agent, Corpus, Demonyms, Incident, Match, MatchPage, Page, Reason, Word, concept, fold, words

VERSION = "1.0"
UNIQUE = frozenset(("president", "prime-minister", "ombudsman"))
SEVERAL = frozenset(("minister", "spokesman"))  # a state has many of them: it must be said which
NARROWING = {  # how the words begin that tell which
    "deputy": "deputy vice заступ заместит замглав віце вице stellvertret vize adjoint",
    "foreign": "foreign außen auswärtig étrang мзс мид закордон иностран",
    "ministry": "ministry ministries ministerium außenministerium außenamt ministère міністерств министерств мзс мид",
    "defence": "defence defense verteidig défense оборон міноборон минобор",
}
BEGINNINGS = {kind: tuple(fold(word) for word in said.split()) for kind, said in NARROWING.items()}
FIRST = frozenset(("prime", "premier", "head"))  # prime minister, head of government
NEAR = 5  # words between an office and what narrows it
WEIGHT = 0.4

EXAMPLES = {
    "match": ["The spokeswoman of the foreign ministry of Orvelland would not comment."],
    "silent": ["The spokeswoman of the harbour office of Orvelland would not comment."],
}


@dataclass(frozen=True, slots=True)
class Office:
    """Who holds it, for which state, and the notions that name it."""

    holder: str
    state: str
    head: str
    narrowed: frozenset[str]


def kinds_of(line: Sequence[Word]) -> list[tuple[str | None, frozenset[str]]]:
    """What each word says of an office: its notion, and what it narrows it to."""
    notions = [concept(word.folded) for word in line]
    kinds = []
    for n, word in enumerate(line):
        narrows = frozenset(kind for kind, said in BEGINNINGS.items() if word.folded.startswith(said))
        kinds.append((head_of(notions[n], {w.folded for w in line[max(0, n - 3) : n]}, notions[n : n + NEAR]), narrows))
    return kinds


def head_of(notion: str | None, before: set[str], after: Sequence[str | None]) -> str | None:
    """An office of two words: "commissioner for human rights", "prime minister", "head of the government"."""
    if notion == "commissioner" and "rights" in after:
        return "ombudsman"
    return "prime-minister" if notion in ("minister", "government") and before & FIRST else notion


def office(agent: Agent) -> Office | None:
    """The office of a person on record; None where the role names none that is known."""
    for role in agent.roles if agent.kind == "person" and agent.status is None else ():
        kinds = kinds_of(words(role.title))
        head = next((kind for kind, _ in kinds if kind in UNIQUE | SEVERAL), None)
        narrowed = frozenset(k for _, narrows in kinds for k in narrows)
        if head and role.speaks_for and (head in UNIQUE or narrowed - {"deputy"}):
            return Office(agent.name, role.speaks_for, head, narrowed)
    return None


def speakers(incident: Incident) -> set[str]:
    """Who speaks in an incident; background left out."""
    return {s.speaker for claim in incident.claims if not claim.background for s in claim.statements}


def matcher(corpus: Corpus) -> MatchPage:
    """Collect the offices of those who speak, and where they do."""
    states = Demonyms()
    for state in (agent for agent in corpus.agents.values() if agent.kind == "state"):
        for name, lang in ((state.name, "en"), *((alias.text, alias.lang) for alias in state.aliases)):
            states.learn(state.id, name, lang)
    held: dict[Office, list[str]] = {}
    for incident in corpus.incidents.values():
        for speaker in sorted(speakers(incident)):
            if found := office(corpus.agents[speaker]):
                held.setdefault(found, []).append(incident.id)

    def match(page: Page) -> Iterator[Match]:
        lines = [words(passage.text, page.lang) for passage in page.passages]
        named = [{state for word in line if (state := states.named(word.folded))} for line in lines]
        for n, (passage, line) in enumerate(zip(page.passages, lines, strict=True)):
            around = named[n] or {state for near in named[max(0, n - 1) : n + 2] for state in near}
            for one, word in mentions(line, held, around):
                for incident in held[one]:
                    because = (Reason("name", word.start, word.end, one.holder),)
                    yield Match(passage.number, f"incident:{incident}", WEIGHT / len(held[one]) ** 0.5, because)

    return match


def mentions(line: Sequence[Word], offices: Iterable[Office], states: set[str]) -> Iterator[tuple[Office, Word]]:
    """The offices that a passage names, where ``states`` are the states it speaks of."""
    kinds = kinds_of(line)
    for one in offices if states else ():
        for n, (kind, _) in enumerate(kinds):
            near = frozenset(k for _, narrows in kinds[max(0, n - NEAR) : n + NEAR + 1] for k in narrows)
            if kind == one.head and one.state in states and near == one.narrowed:
                yield one, line[n]
                break
