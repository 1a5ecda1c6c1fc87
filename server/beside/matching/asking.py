"""What is asked of a bench. Comes in: a page, what was found for it, how to check. Goes out: plain records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import Match, Page
from .believing import believed_reason
from .process import Call, WorkerDied
from .setting_up import Workbench

ORDINARY_PAGE, SENTENCE, MOST_SHARES = 20_000, 80, 10.0  # characters; times the time of an ordinary page
Sound = dict[str, dict[str, tuple[Match, ...]]]
Check = Callable[[Any], tuple[Sound, dict[str, str], dict[str, str]]]
"""An answer -> its sound matches by release and matcher; who answered garbage, who gave some that was dropped."""


@dataclass(frozen=True, slots=True)
class Question:
    """A page for every bench: written already, with the incidents found for it, how many times the time of an ordinary
    page it may take, and how answers are checked.
    """

    page: Any
    leads: Mapping[str, Sequence[str]]
    led_only: bool
    share: float
    check: Check


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on its way."""

    question: Question
    worker: Workbench
    call: Call
    names: tuple[str, ...]


class ShelfBusy(Exception):
    """The worker is taken by other pages and did not come free in time."""


def answered(asked: Asked, patience: float) -> Any:
    """Its answer. Raises as ``wait``, and WorkerDied for one that is none: a stranger may write to the pipe itself."""
    answer = asked.worker.process.wait(asked.call, patience)
    try:
        told = [list(answer["errors"].items()), *(list(by.items()) for by in answer["results"].values())]
        formed = {name for one in told for name, _ in one} <= {*asked.names}
        formed &= {*answer["results"]} <= {*asked.question.leads}
        if formed and all(isinstance(why, str) for _, (_, why) in told[0]):
            answer["errors"] = {name: (state, believed_reason(why)) for name, (state, why) in told[0]}
            return answer
    except (KeyError, TypeError, ValueError, AttributeError):
        pass
    asked.worker.process.kill()
    raise WorkerDied("it wrote what is no answer")


def shares(page: Page) -> float:
    """How many times the time of an ordinary page it may take; the shortest passage costs what a sentence does."""
    length = max(sum([len(passage.text) for passage in page.passages]), SENTENCE * len(page.passages))
    return 1 + min(MOST_SHARES - 1, length / ORDINARY_PAGE)
