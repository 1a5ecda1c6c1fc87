"""A matcher on trial, in a worker. Comes in: texts. Goes out: what it said of them, checked as the host checks it.

Each page is a message of its own, so that whatever goes wrong is known by the text that caused it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..matching import Limits, MatcherSpec, WorkerDied, WorkerTooSlow
from ..matching.asking import shares
from ..matching.checking import known_targets, sound_matches
from ..matching.process import START_SECONDS, WorkerBusy, WorkerProcess
from ..matching.setting_up import Places, cache_of, confinement, settings_of
from ..matching.wire import match_from_wire, page_to_wire
from ..model import REASON_KINDS, Match, Page
from .ground import OPENER, Ground, page

PREPARE_SECONDS = 60.0
ANSWER_SECONDS = 5.0
STRIKES = 3
SLOW = "ms of processor time for a page"
PROBE = "beside.kit.probe"
LIMITS = Limits()


class GaveUp(Exception):
    """The matcher ended or hung its process too often to go on; the message says what happened."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a matcher made of one page. ``error``: why there is no whole answer; ``unsound``: what the host drops."""

    page: Page
    matches: tuple[Match, ...] = ()
    unsound: tuple[str, ...] = ()
    error: str = ""
    cpu_ms: float = 0.0
    memory_mb: float = 0.0
    most_mb: float = 0.0

    @property
    def weights(self) -> dict[str, float]:
        """Target -> the greatest weight it was given."""
        found: dict[str, float] = {}
        for match in self.matches:
            found[match.target] = max(found.get(match.target, 0.0), match.weight)
        return found


@dataclass
class Trial:
    """One matcher, its worker, and everything it tried beside its work, each as [kind, what, line].

    The worker is the service's own, with the same fences; only what it runs tells more.
    """

    spec: MatcherSpec
    ground: Ground
    facts: dict[str, Any] = field(default_factory=dict)
    tried: list[tuple[list[str], str]] = field(default_factory=list)
    answers: list[Said] = field(default_factory=list)
    often: list[Said] = field(default_factory=list)
    _process: WorkerProcess | None = None
    _strikes: int = 0
    _ready: bool = False
    _asked: dict[str, Said] = field(default_factory=dict)

    def prepare(self) -> str:
        """Load it and prepare it; what went wrong, or nothing."""
        places = Places(LIMITS, OPENER, self.ground.home.cache)
        message: dict[str, Any] = {
            "do": "prepare",
            "where": self.spec.where,
            "opener": OPENER,
            "release": str(self.ground.release.path),
            "cache": str(cache_of(self.spec, places)),
        }
        try:
            message["settings"] = settings_of(self.spec, places)
            fences = confinement([self.spec], [self.ground.release], places)
        except WorkerDied as unreachable:
            return str(unreachable)
        self.close()
        _, error = self._call(fences, START_SECONDS, "")
        if error:
            return error  # nothing of the author's is read without fences
        facts, error = self._call(message, PREPARE_SECONDS, "(while it prepared)")
        self.facts = self.facts or facts
        self._ready = not (error or facts.get("error"))
        if self._ready:
            self._call({"do": "seal", "without": []}, PREPARE_SECONDS, "")
        return error or str(facts.get("error", ""))

    def ask(self, *texts: str, again: bool = False) -> Said:
        """Ask about a page of these texts; an answer is kept, unless it is asked ``again``. Raises GaveUp."""
        known = "\0".join(texts)
        if again or known not in self._asked:
            said = self._ask(page(*texts, leads=tuple(self.ground.release.corpus.incidents)))
            if again:
                return said
            self._asked[known] = said
        return self._asked[known]

    def restart(self) -> None:
        """The next answer comes from a new process."""
        self.close()

    def close(self) -> None:
        """End the worker."""
        if self._process:
            self._process.kill()
        self._process, self._ready = None, False

    def _ask(self, asked: Page) -> Said:
        if not self._ready and (error := self.prepare()):
            raise GaveUp(error)
        text = "\n".join(passage.text for passage in asked.passages)
        soft_ms = round(self.granted_ms * shares(asked))
        message = {"do": "match", "page": page_to_wire(asked), "soft_ms": soft_ms}
        answer, error = self._call(message, self._seconds * shares(asked), text)
        if error:
            said = Said(asked, error=error)
        else:
            matches, unsound = self._checked(answer["matches"], asked)
            spent = answer["cpu_ms"], answer["memory_mb"], answer["most_mb"]
            said = Said(asked, matches, unsound, answer["error"], *spent)
            self._strikes += SLOW in said.error
        self.answers.append(said)
        return said

    def _checked(self, wires: list[Any], asked: Page) -> tuple[tuple[Match, ...], tuple[str, ...]]:
        """The matches that the host would take, and what is wrong with the others."""
        sound, refused = sound_matches(wires, asked, self.targets)
        if not refused:
            return sound, ()
        bad = [wire for wire in wires if sound_matches([wire], asked, self.targets)[1]]
        told = tuple(why_unsound(wire, asked, self.targets) for wire in bad[:5])
        return sound, told or ("more matches than are taken",)

    @property
    def _seconds(self) -> float:
        """By the clock: of one that runs elsewhere what the service waits; of others more, on a busy machine."""
        return LIMITS.hard_ms / 1000 if self.spec.address else ANSWER_SECONDS

    @property
    def granted_ms(self) -> int:
        """Processor time for an ordinary page: what the service grants, more if BUDGET_MS asks for more."""
        return LIMITS.granted(int(self.facts.get("budget_ms", 0)))[0]

    @cached_property
    def targets(self) -> frozenset[str]:
        """Everything that may be pointed at."""
        return known_targets(self.ground.release.corpus)

    @cached_property
    def incident_of(self) -> Mapping[str, str]:
        """Target -> the incident it belongs to."""
        incidents = self.ground.release.corpus.incidents.values()
        claims = {f"claim:{claim.id}": incident.id for incident in incidents for claim in incident.claims}
        return {**claims, **{f"incident:{incident.id}": incident.id for incident in incidents}}

    def _call(self, message: dict[str, Any], seconds: float, text: str) -> tuple[dict[str, Any], str]:
        if self._strikes >= STRIKES:
            raise GaveUp(f"it ended its process or was too slow {STRIKES} times; nothing more was asked")
        self._process = self._process or WorkerProcess(PROBE)
        try:
            answer: dict[str, Any] = self._process.ask(message, seconds)
        except (WorkerTooSlow, WorkerDied, WorkerBusy) as error:
            self._strikes += 1
            self.close()
            return {}, str(error) if isinstance(
                error, WorkerDied
            ) else f"no answer within {seconds:.0f} s: it was killed"
        self.tried.extend((tried, text) for tried in answer.pop("tried", ()))
        return answer, ""


def why_unsound(wire: Any, asked: Page, targets: frozenset[str]) -> str:
    """In words, the first rule that a match breaks."""
    match = match_from_wire(wire)
    number = len(asked.passages)
    if type(match.passage) is not int or not 0 <= match.passage < number:
        return f"passage {match.passage!r}: the page has passages 0 to {number - 1}; take passage.number"
    if not isinstance(match.target, str) or match.target not in targets:
        return f'target {match.target!r}: it must be "claim:ID" or "incident:ID" with an id of the corpus'
    if type(match.weight) not in (int, float) or not 0 <= match.weight <= 1:
        return f"weight {match.weight!r}: it must be a number from 0 to 1"
    length = len(asked.passages[match.passage].text)
    for reason in match.because:
        if reason.kind not in REASON_KINDS:
            return f"reason of kind {reason.kind!r}: the kinds are {', '.join(REASON_KINDS)}"
        if not (type(reason.start) is int and type(reason.end) is int and 0 <= reason.start < reason.end <= length):
            return (
                f"reason from {reason.start!r} to {reason.end!r}: the passage has {length} code points; "
                "start and end count those of passage.text, not of the page, not of bytes"
            )
    return f"the host does not take {wire!r:.200}"
