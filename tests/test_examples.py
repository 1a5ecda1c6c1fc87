"""Every corpus carries its own two-sided examples: texts that must match an incident, look-alikes that must not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from beside.corpus import read_folder
from beside.model import PageRequest
from beside.reader import Reader

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
# Known failures, each strict: the day one is mended the test says so.
NOT_REACHED = frozenset(
    (
        "beheading-video-2023-04:match:2",
        "montreal-peace-formula-conference-2024:match:0",
        "treatment-of-russian-pows-2022:match:0",
        "treatment-of-russian-pows-2022:match:2",
    )
)


def examples() -> Iterator[Any]:
    for corpus in ("halven-strait", "pow-accounts"):
        for incident, sides in read_folder(SEEDS / corpus).examples.items():
            for side in ("match", "silent"):
                for number, text in enumerate(getattr(sides, side)):
                    name = f"{incident}:{side}:{number}"
                    marks = [pytest.mark.xfail(strict=True)] if name in NOT_REACHED else []
                    yield pytest.param(corpus, incident, side == "match", text, id=name, marks=marks)


@pytest.mark.parametrize(("corpus", "incident", "wanted", "text"), list(examples()))
def test_an_example_answers_as_its_side_says(
    corpus: str, incident: str, wanted: bool, text: str, reader: Reader
) -> None:
    cards = {card.incident.id for card in reader.read(PageRequest(text=text, corpora=(corpus,))).cards}

    assert (incident in cards) == wanted
