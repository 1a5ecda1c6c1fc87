"""The matchers of one worker. Comes in: questions about pages. Goes out: sound matches, and how each matcher fares.

A stranger that failed is asked aside, where no reader waits, until it answers well; see breaker. Of our own, which
share a worker, nobody knows who brought it down: how they fare is told, and they are asked again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from beside import API

from ..model import MatcherState, Release
from .asking import Asked, Question, ShelfBusy, Sound, answered
from .breaker import Breaker, Told, Turn
from .checking import thinned
from .crew import Crew
from .discovery import MatcherSpec
from .process import WorkerBusy, WorkerDied, WorkerTooSlow
from .quarantine import QuarantineFile
from .setting_up import Places, Workbench

SAMPLED = 100  # one answer of so many is asked for twice, and the first of each worker
OWN_PATIENCE_SECONDS = 10.0
LONGER_ASIDE = 2  # times as long by the clock, for one that lets others go first


class Bench:
    """A worker at a time, and a record of each of its matchers. Safe to use from many threads."""

    def __init__(self, specs: Sequence[MatcherSpec], places: Places, kept: QuarantineFile) -> None:
        self.specs = tuple(specs)
        self._own = all(not spec.alone for spec in specs)
        self._limits, self._kept = places.limits, kept
        self._code = {spec.name: spec.fingerprint for spec in specs}
        self._breakers = {spec.name: Breaker() for spec in specs}
        self._crew = Crew(specs, places, self._not_raised)
        self._answers = 0
        self._keeping = threading.Lock()
        for name, held in kept.all().items():
            if name in self._breakers and held.code == self._code[name]:
                self._breakers[name].quarantine(held.reason)
                self._crew.rest()

    def prepare(self, releases: Iterable[Release], gate: threading.Event, done: Callable[[], None]) -> None:
        """Make ready for exactly these releases, call ``done``, and change over once ``gate`` is open."""
        if self.specs:
            self._crew.prepare(releases, gate, done)
        else:
            done()

    def begin(self, question: Question) -> Asked | None:
        """Give a page to the worker; None if nobody here has anything to say, or none can be asked now."""
        self._look_for_released()
        known = self._crew.known
        if not self.specs or not question.leads or (known and not self._speakers(known, question)):
            return None
        names = self._speakers(known, question) if known else tuple(self._breakers)
        turns = {name: self._breakers[name].turn() for name in names}
        for name, turn in turns.items():
            if turn is Turn.ASIDE:
                threading.Thread(target=self._try_aside, args=(question, name), daemon=True).start()
        now = tuple(name for name, turn in turns.items() if turn is Turn.NOW)
        worker = self._crew.worker(question.leads, OWN_PATIENCE_SECONDS if self._own else 0.0) if now else None
        return self._submit(question, worker, now) if worker else None

    def finish(self, asked: Asked) -> Sound:
        """The sound matches, by release and matcher. Raises ShelfBusy, for our own worker alone."""
        try:
            answer = answered(asked, asked.call.seconds * (3 if self._own else 1))
        except WorkerBusy:
            if self._own and not self._crew.closed:
                raise ShelfBusy from None
            return {}
        except (WorkerDied, WorkerTooSlow) as error:
            self._lost(asked, error)
            return {}
        sound = self._judged(asked, answer)
        self._answers += 1
        if not answer["errors"] and (asked.worker.fresh or self._answers % SAMPLED == 0):
            asked.worker.fresh = False
            threading.Thread(target=self._ask_again, args=(asked, answer["results"]), daemon=True).start()
        return sound

    def call(self, tool: str, argument: Any, seconds: float) -> Any:
        """Run a tool in the worker. Raises WorkerTooSlow, WorkerDied, ShelfBusy, ValueError (the tool refused)."""
        worker = self._crew.worker((), OWN_PATIENCE_SECONDS)
        if worker is None:
            raise ShelfBusy
        call = worker.process.submit({"do": "call", "tool": tool, "argument": argument}, seconds)
        try:
            answer = worker.process.wait(call, self._limits.hard_ms / 1000 * 3)
        except WorkerBusy as error:
            raise ShelfBusy from error
        except (WorkerDied, WorkerTooSlow):
            self._crew.lost(worker)
            raise
        if "error" in answer:
            raise ValueError(answer["error"])
        return answer["value"]

    @property
    def reads_leads(self) -> set[str]:
        """Those that look at nothing but the incidents in question."""
        return self._crew.known.reads_leads if self._crew.known else set()

    @property
    def states(self) -> dict[str, MatcherState]:
        """How each matcher is."""
        self._look_for_released()
        return {spec.name: self._state(spec.name) for spec in self.specs}

    @property
    def facts(self) -> Mapping[str, Mapping[str, Any]]:
        """What each matcher says of itself."""
        return self._crew.known.facts if self._crew.known else {}

    @property
    def running(self) -> int:
        """How many processes it has."""
        return self._crew.running

    def close(self) -> None:
        """End every worker, for good."""
        self._crew.close()

    def let_go(self) -> None:
        """The same, once what was begun is done."""
        self._crew.let_go()

    def _state(self, name: str) -> MatcherState:
        known, told = self._crew.known, self._breakers[name].told
        if known is None:
            reason = told.reason if told != Told() else "not asked yet: it is being made ready"
            return MatcherState(name, "", API, told.state, reason)
        version, refused = str(known.facts[name]["version"]), known.refused.get(name, "")
        if refused and not any(name in ready for ready in known.ready.values()):
            return MatcherState(name, version, API, "refused", refused)
        partly = f"not for every corpus: {refused}" if refused else ""
        return MatcherState(name, version, API, told.state, told.reason or partly)

    def _speakers(self, worker: Workbench, question: Question) -> tuple[str, ...]:
        """Who has something to say: ready for one of the releases, or that is not known yet."""
        ready = set().union(*(worker.ready.get(sha, set(self._code)) for sha in question.leads))
        return tuple(n for n in self._code if n in ready and (not question.led_only or n in worker.reads_leads))

    def _submit(self, question: Question, worker: Workbench, names: tuple[str, ...]) -> Asked:
        leads = {sha: list(found) for sha, found in question.leads.items() if worker.ready.get(sha)}
        soft_ms = round(worker.soft_ms * question.share)
        message = {"do": "match", "leads": leads, "names": names, "soft_ms": soft_ms, "page": question.page}
        seconds = worker.hard_ms / 1000 * question.share * (LONGER_ASIDE if worker.aside else 1)
        call = worker.process.submit(message, seconds)
        return Asked(question, worker, call, names)

    def _judged(self, asked: Asked, answer: Any) -> Sound:
        results, left = (answer["results"], {}) if self._own else thinned(answer["results"], asked.question.share)
        sound, garbage, dropped = asked.question.check(results)
        for name in asked.names:
            if name in answer["errors"]:
                state, reason = answer["errors"][name]
                self._strike(name, "too_slow" if state == "too_slow" else "failed", reason, asked.worker)
            elif name in garbage:
                self._strike(name, "failed", garbage[name], asked.worker)
            elif asked.worker.aside:
                self._crew.renew(asked.worker)  # it answers well again: on trial it stays until it runs as others do
            elif self._breakers[name].good(dropped.get(name) or left.get(name, "")):
                self._kept.remove(name)
        return {sha: {n: found for n, found in by.items() if n not in garbage} for sha, by in sound.items()}

    def _strike(self, name: str, state: str, reason: str, worker: Workbench | None = None) -> None:
        if self._own:
            self._breakers[name].note(state, reason)
            return
        if worker:
            worker.process.refuse_waiting()  # no reader waits for it any longer
            if state == "too_slow":
                worker.put_aside()
        with self._keeping:
            if self._breakers[name].strike(state, reason):
                self._kept.add(name, reason, self._code[name])
                self._crew.rest()

    def _lost(self, asked: Asked, error: Exception) -> None:
        slow = isinstance(error, WorkerTooSlow)
        if not self._crew.lost(asked.worker, slow and not self._own):
            return
        reason = f"over {asked.call.seconds * 1000:.0f} ms by the clock; its process was ended" if slow else str(error)
        for name in asked.names:
            self._strike(name, "too_slow" if slow else "failed", reason)

    def _not_raised(self, error: Exception) -> None:
        slow = isinstance(error, WorkerTooSlow)
        reason = f"not ready within {self._limits.prepare_s} s" if slow else f"{error} while it was made ready"
        for name in self._code:
            self._strike(name, "too_slow" if slow else "failed", reason)

    def _try_aside(self, question: Question, name: str) -> None:
        """Show a page to a matcher on probation, twice, while no reader waits."""
        try:
            self._crew.wake()
            worker = self._crew.worker(question.leads, self._limits.prepare_s)
            if worker is None:
                return
            asked = self._submit(question, worker, (name,))
            answer = answered(asked, asked.call.seconds * 3)
            if answer["errors"] or self._same_again(asked, answer["results"]):
                self._judged(asked, answer)
        except WorkerBusy:
            pass
        except (WorkerDied, WorkerTooSlow) as error:
            self._lost(asked, error)
        finally:
            if self._breakers[name].quarantined:
                self._crew.rest()  # until its next trial
            self._breakers[name].spare()

    def _ask_again(self, asked: Asked, results: Any) -> None:
        try:
            self._same_again(asked, results)
        except WorkerBusy:
            return
        except (WorkerDied, WorkerTooSlow) as error:
            self._lost(asked, error)

    def _same_again(self, asked: Asked, results: Any) -> bool:
        """Ask the same once more; whoever answers otherwise is held to it. Raises as ``wait``."""
        again = self._submit(asked.question, asked.worker, asked.names)
        answer = answered(again, again.call.seconds * 3)
        other = {
            name
            for sha, by_name in results.items()
            for name, said in by_name.items()
            if name not in answer["errors"] and answer["results"].get(sha, {}).get(name) != said
        }
        for name in other:
            self._strike(name, "failed", "answered otherwise when asked the same again", asked.worker)
        return not other

    def _look_for_released(self) -> None:
        held = [name for name, breaker in self._breakers.items() if breaker.quarantined]
        if held:
            with self._keeping:
                kept = self._kept.all()
                for name in held:
                    if name not in kept:
                        self._breakers[name].release()
