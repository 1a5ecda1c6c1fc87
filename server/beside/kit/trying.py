"""One page, the built-in matchers and a new one. Comes in: a name or file, a text. Goes out: what it says, the cards.

On the invented corpus, in a data folder that is taken away afterwards: nothing needs to be loaded to see a card.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..model import Answer, PageRequest
from .checking import find
from .ground import ground
from .trial import GaveUp, Said, Trial
from .whole import reader


@dataclass(frozen=True, slots=True)
class Tried:
    """What the matcher says of the page by itself, and what the page is answered with all of them."""

    name: str
    said: Said
    answer: Answer


@contextmanager
def tried(
    path_or_name: str, text: str | None, folder: Path | None = None, remote: Mapping[str, str] | None = None
) -> Iterator[Tried]:
    """Read a text; without one, the first golden text that it speaks of. Raises LookupError, ValueError."""
    with ground() as place:
        trial = Trial(find(path_or_name, folder, remote), place)
        try:
            if error := trial.prepare():
                raise ValueError(error)
            page = text if text is not None else _spoken_of(trial)
            said = trial.ask(page)
            with reader(trial) as opened:
                yield Tried(trial.spec.name, said, opened.read(PageRequest(text=page)))
        except GaveUp as error:
            raise ValueError(str(error)) from error
        finally:
            trial.close()


def _spoken_of(trial: Trial) -> str:
    golden = trial.ground.golden
    return next((g.text for g in golden if trial.ask(g.text).matches), golden[0].text)
