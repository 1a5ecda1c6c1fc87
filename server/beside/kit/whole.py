"""The matcher among the others, as a reader would have it. Comes in: a Trial. Goes out: Finding(s) on cards.

The real journey, with the built-in matchers that bring no model, contained as in the service. What they say of these
texts without it is known: each golden page gets its card, and no look-alike gets one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..matching import find_matchers
from ..model import Answer, PageRequest
from ..reader import Reader, open_reader
from ..settings import load_settings
from .ground import Golden
from .report import Finding
from .trial import Trial


@contextmanager
def reader(trial: Trial, with_it: bool = True) -> Iterator[Reader]:
    """A reader over the kit's corpus with the shelf, and with the matcher on trial."""
    spec = trial.spec
    deny = [s.name for s in find_matchers() if (not s.own or s.extra) and s.name != spec.name]
    deny += [] if with_it else [spec.name]
    with TemporaryDirectory(prefix="beside-kit-") as folder:
        if with_it and spec.where.endswith(".py"):
            (Path(folder) / f"{spec.name}.py").symlink_to(spec.where)
        stated = Path(folder) / "settings.toml"
        if spec.address:
            stated.write_text(f'[matchers.remote]\n{spec.name} = "{spec.address}"\n', "utf-8")
        settings = load_settings(stated, {}, folder=folder, deny=deny)
        with closing(open_reader(trial.ground.home, settings)) as opened:
            yield opened


def cards(answer: Answer) -> set[str]:
    """The incidents that got a card."""
    return {card.incident.id for card in answer.cards}


def check_whole(trial: Trial) -> Iterator[Finding]:
    """Golden pages keep their card, look-alikes get none, and the host has nothing to say against the matcher."""
    with reader(trial) as opened:
        lost = [g for g in trial.ground.golden if g.incident not in _cards(opened, g)]
        made = [g for g in trial.ground.look_alikes if g.incident in _cards(opened, g)]
        state = next((s for s in opened.matchers if s.name == trial.spec.name), None)
    if lost or made:
        with reader(trial, with_it=False) as without:
            lost = [g for g in lost if g.incident in _cards(without, g)]
            made = [g for g in made if g.incident not in _cards(without, g)]
    spoken = sum(bool(trial.ask(g.text).matches) for g in trial.ground.golden)
    wrong = "a card that the others make is lost with it"
    yield _finding("golden pages", lost, wrong, len(trial.ground.golden), spoken)
    spoken = sum(bool(trial.ask(g.text).matches) for g in trial.ground.look_alikes)
    wrong = "with it a look-alike gets the card of an incident that it does not speak of"
    yield _finding("hard negatives", made, wrong, len(trial.ground.look_alikes), spoken)
    kept = state is not None and state.state == "ok"
    told = "the service does not find it" if state is None else f"{state.state}: {state.reason}"
    yield Finding("kept by the host", kept, "" if kept else told)


def _cards(opened: Reader, golden: Golden) -> set[str]:
    return cards(opened.read(PageRequest(text=golden.text)))


def _finding(name: str, bad: list[Golden], wrong: str, total: int, spoken: int) -> Finding:
    if bad:
        return Finding(name, False, f"{wrong}: {bad[0].incident}", bad[0].text)
    return Finding(name, True, f"{total} texts, of {spoken} it says something")
