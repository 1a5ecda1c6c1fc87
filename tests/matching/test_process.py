"""A worker process as the host holds it: what is long, who waits, how it ended, who goes first."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from beside.matching.process import WorkerBusy, WorkerDied, WorkerProcess, WorkerTooSlow


@pytest.fixture
def worker() -> Iterator[WorkerProcess]:
    process = WorkerProcess()
    yield process
    process.kill()


def call(tool: str, argument: object) -> dict[str, object]:
    return {"do": "call", "tool": tool, "argument": argument}


@pytest.mark.parametrize("length", [1, 60_000, 5_000_000])
def test_a_message_of_any_length_arrives_and_comes_back(worker: WorkerProcess, length: int) -> None:
    assert worker.ask(call("builtins:str", "я" * length), 60)["value"] == "я" * length


def test_messages_are_answered_in_the_order_they_were_given(worker: WorkerProcess) -> None:
    calls = [worker.submit(call("builtins:len", "x" * number), 60) for number in range(20)]

    assert [worker.wait(one, 60)["value"] for one in calls] == list(range(20))


def test_who_waits_for_a_turn_can_be_refused_and_who_has_it_is_answered(worker: WorkerProcess) -> None:
    begun, waiting = (worker.submit(call("time:sleep", 0.5), 60) for _ in range(2))
    worker.refuse_waiting()
    with pytest.raises(WorkerBusy):
        worker.wait(waiting, 60)

    assert worker.wait(begun, 60) == {"value": None}


def test_past_its_deadline_it_is_ended(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerTooSlow):
        worker.ask(call("time:sleep", 600), 0.5)

    assert not worker.running


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals end no process here")
def test_who_asks_first_after_it_ended_by_itself_is_told_how(
    worker: WorkerProcess, eventually: Callable[..., bool]
) -> None:
    worker.ask(call("signal:alarm", 1), 60)
    told = []

    def ended() -> bool:
        try:
            worker.ask(call("builtins:len", ""), 60)
        except WorkerDied as error:
            told.append(str(error))
        except WorkerBusy:
            return True
        return False

    assert eventually(ended)
    assert told == ["its process was ended by SIGALRM"]


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="this system has no priorities")
def test_one_that_steps_back_lets_others_go_first(worker: WorkerProcess) -> None:
    asked = call("builtins:eval", "__import__('os').getpriority(0, 0)")
    before = worker.ask(asked, 60)["value"]
    worker.step_back()

    assert worker.ask(asked, 60)["value"] > before
